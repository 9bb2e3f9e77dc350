"""What stands in the record now, row by row for tables: matters, findings, promises, people, reports."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, exists, or_, select

from comity.findings import Day
from comity.matters import FollowUp, Matter, Told
from comity.record import following, mapping
from comity.record.asking.standings import deciding
from comity.record.dump import Scope, paged
from comity.record.naming import is_named
from comity.record.sets import KEYS, asked
from comity.record.tables import (
    finding_countries,
    finding_spans,
    findings,
    matter_parties,
    matters,
    namings,
    openings,
    people,
    readings,
    reports,
    topic_findings,
)

_PAGE = 200


class About(NamedTuple):
    """The report that tells something, for people: where to find it."""

    report: str
    url: str | None
    outlet: str | None
    title: str | None
    day: Day


class TellingOf(NamedTuple):
    """A standing finding, the matter it tells of (None for topics), and its report."""

    told: Told
    matter: str | None
    about: About


class AccountOf(NamedTuple):
    """A matter, from which to which day it is dated, and all that tell of it, earliest first."""

    matter: Matter
    first_day: Day
    last_day: Day
    telling: tuple[TellingOf, ...]


class Promise(NamedTuple):
    """Something announced: its finding and matter, by when, and the latest outcome that settles it."""

    telling: TellingOf
    kind: str
    title: str
    deadline: str | None
    due: Day | None
    outcome: str | None


class TopicRow(NamedTuple):
    """A topic, the words that tell it, and their report."""

    id: str
    topic: str
    evidence: tuple[str, ...]
    about: About


class PersonRow(NamedTuple):
    """A person, and every name they have in findings."""

    id: str
    name: str
    country: str | None
    names: tuple[str, ...]


def accounts(db: Connection, scope: Scope, kind: str | None = None) -> Iterator[AccountOf]:
    """Each matter by kind and day, or those of one kind."""
    query = select(matters).where(*_matters_in(scope))
    if kind:
        query = query.where(matters.c.kind == kind)
    for page in paged(db, query.order_by(matters.c.kind, matters.c.first_day, matters.c.id), _PAGE):
        yield from _accounts(db, page)


def telling(db: Connection, scope: Scope, kind: str) -> Iterator[TellingOf]:
    """Each standing finding of a kind, earliest told first."""
    query = select(findings.c.id).where(findings.c.standing, findings.c.kind == kind, *_findings_in(scope))
    order = (findings.c.day, findings.c.report, findings.c.place, findings.c.row)
    for page in paged(db, query.order_by(*order), _PAGE):
        yield from _telling(db, [row.id for row in page])


def promises(db: Connection, scope: Scope) -> Iterator[Promise]:
    """Each promise, target or plan, matter by matter, earliest told first."""
    query = (
        select(findings.c.row, findings.c.id, matters.c.kind, matters.c.title, openings.c.deadline, openings.c.due)
        .join(openings, openings.c.finding == findings.c.row)
        .join(matters, matters.c.id == findings.c.matter)
        .where(findings.c.standing, *_matters_in(Scope(scope.between)), *_open_in(scope))
        .order_by(findings.c.matter, findings.c.day, findings.c.row)
    )
    for page in paged(db, query, _PAGE):
        told = {one.told.id: one for one in _telling(db, [row.id for row in page])}
        outcomes = _outcomes(db, [row.id for row in page])
        for row in page:
            yield Promise(told[row.id], row.kind, row.title, row.deadline, row.due, outcomes.get(row.id))


def _open_in(scope: Scope) -> list[Any]:
    """A promise lasts from the day it is told to that on which it is due, or for ever."""
    since = [or_(openings.c.due.is_(None), openings.c.due >= scope.since)] if scope.since else []
    return [*since, findings.c.day <= scope.until] if scope.until else since


_OF_TOPIC = (
    findings.c.row, findings.c.id, topic_findings.c.topic, reports.c.id.label("report"), reports.c.url,
    reports.c.outlet, reports.c.title, reports.c.day,
)  # fmt: skip


def topics(db: Connection, scope: Scope) -> Iterator[TopicRow]:
    """Each topic that a report tells now and the words that do, by day."""
    query = (
        select(*_OF_TOPIC)
        .select_from(findings)
        .join(topic_findings, topic_findings.c.finding == findings.c.row)
        .join(readings, readings.c.id == findings.c.reading)
        .join(reports, reports.c.id == findings.c.report)
        .where(readings.c.until.is_(None), reports.c.replaced_by.is_(None), *_reports_in(scope))
        .order_by(findings.c.day, findings.c.report, findings.c.place, findings.c.row)
    )
    for page in paged(db, query, _PAGE):
        words = _words(db, [row.row for row in page])
        for row in page:
            about = About(row.report, row.url, row.outlet, row.title, row.day)
            yield TopicRow(row.id, row.topic, tuple(words.get(row.row, ())), about)


def _words(db: Connection, rows: Sequence[str]) -> dict[str, list[str]]:
    """For each finding, by row, its evidence."""
    query = select(finding_spans.c.finding, finding_spans.c.evidence).where(finding_spans.c.finding.in_(rows))
    words: dict[str, list[str]] = {}
    for finding, evidence in db.execute(query.order_by(finding_spans.c.finding, finding_spans.c.place)):
        words.setdefault(finding, []).append(evidence)
    return words


def reports_told(db: Connection, scope: Scope) -> Iterator[Row[Any]]:
    """Each report without its text, by day."""
    wanted = [reports.c[name] for name in _OF_REPORT]
    query = select(*wanted).where(*_reports_in(scope))
    for page in paged(db, query.order_by(reports.c.day, reports.c.id), _PAGE):
        yield from page


_OF_REPORT = (
    "id", "origin", "source", "url", "outlet", "author", "title", "published", "day", "language", "words", "sha256",
    "copy_of", "replaced_by", "added",
)  # fmt: skip


def people_told(db: Connection) -> Iterator[PersonRow]:
    """Each person whom something that stands names, with all their names, by name."""
    for page in paged(db, select(people).where(is_named(people.c.id)).order_by(people.c.name, people.c.id), _PAGE):
        query = select(namings.c.person, namings.c.name).where(namings.c.person.in_([row.id for row in page]))
        names: dict[str, list[str]] = {}
        for person, name in db.execute(query.order_by(namings.c.name, namings.c.id)):
            names.setdefault(person, []).append(name)
        for row in page:
            yield PersonRow(row.id, row.name, row.country, tuple(dict.fromkeys(names.get(row.id, ()))))


def _matters_in(scope: Scope) -> list[Any]:
    wanted: list[Any] = [_joins(code) for code in scope.between]
    if scope.since:
        wanted.append(matters.c.last_day >= scope.since)
    if scope.until:
        wanted.append(matters.c.first_day <= scope.until)
    return wanted


def _reports_in(scope: Scope) -> list[Any]:
    """Reports of these days, with a finding that joins all countries."""
    telling = findings.alias()
    named = [_party(code, telling) for code in scope.between]
    told = [exists().where(telling.c.report == reports.c.id, telling.c.standing, *named)] if named else []
    return [*told, *_between_days(reports.c.day, scope)]


def _joins(code: str) -> Any:
    party = matter_parties.alias()
    return exists().where(party.c.matter == matters.c.id, party.c.country == code)


def _findings_in(scope: Scope) -> list[Any]:
    return [*(_party(code) for code in scope.between), *_between_days(findings.c.day, scope)]


def _party(code: str, telling: Any = findings) -> Any:
    named = finding_countries.alias()
    return exists().where(named.c.finding == telling.c.row, named.c.role == "party", named.c.country == code)


def _between_days(day: Any, scope: Scope) -> list[Any]:
    since = [day >= scope.since] if scope.since else []
    return [*since, day <= scope.until] if scope.until else since


def _accounts(db: Connection, page: Sequence[Row[Any]]) -> Iterator[AccountOf]:
    ids = [row.id for row in page]
    parties: dict[str, list[str]] = {}
    query = select(matter_parties).where(matter_parties.c.matter.in_(ids))
    for row in db.execute(query.order_by(matter_parties.c.country)):
        parties.setdefault(row.matter, []).append(row.country)
    told: dict[str | None, list[TellingOf]] = {}
    standing = select(findings.c.id).where(findings.c.matter.in_(ids), findings.c.standing)
    for one in _telling(db, [row.id for row in db.execute(standing)]):
        told.setdefault(one.matter, []).append(one)
    for row in page:
        yield _account(row, tuple(parties.get(row.id, ())), tuple(told.get(row.id, ())))


_OF_MATTER = (
    "id", "kind", "type", "title", "status", "date", "period", "host", "conflict", "reports", "sources", "first_told",
    "last_told",
)  # fmt: skip


def _account(row: Row[Any], parties: tuple[str, ...], told: tuple[TellingOf, ...]) -> AccountOf:
    fields = {name: row._mapping[name] for name in _OF_MATTER}
    matter = Matter(**fields, parties=parties, findings=tuple(one.told.id for one in told))
    return AccountOf(matter, row.first_day, row.last_day, told)


_WHERE_TOLD = (
    select(findings.c.id, findings.c.matter, reports.c.url, reports.c.outlet, reports.c.title)
    .join(reports, reports.c.id == findings.c.report)
    .where(findings.c.id.in_(KEYS), findings.c.standing)
)  # fmt: skip


def _telling(db: Connection, ids: Sequence[str]) -> Iterator[TellingOf]:
    """Findings with matter and report, earliest told first."""
    where = {row.id: row for row in asked(db, _WHERE_TOLD, ids)}
    for told in mapping.told(db, ids):
        row = where[told.id]
        about = About(told.report, row.url, row.outlet, row.title, told.published)
        yield TellingOf(told, row.matter, about)


def _outcomes(db: Connection, openings: Sequence[str]) -> dict[str, str]:
    """For each opening, by finding id, the outcome that decides how it stands."""
    told: dict[str, list[FollowUp]] = {}
    for one in following.follow_ups(db, openings):
        told.setdefault(one.opening, []).append(one)
    return {opening: last.outcome for opening, found in told.items() if (last := deciding(found))}
