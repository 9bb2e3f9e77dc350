"""Matters by kind, newest first, with what people ask for: whose, when, of what topic and status.

Each question walks one index from its newest end and stops when the page is full.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, get_args

from sqlalchemy import Connection, Row, Select, exists, func, select

from comity.findings import Code, Day
from comity.matters import MatterKind
from comity.record.sets import KEYS, asked
from comity.record.tables import findings, matter_parties, matters, reading_topics

# A date told as a year alone lasts this many days at most, from its first to its last.
_LONGEST = timedelta(days=366)
_FEW = 1000
KINDS: tuple[MatterKind, ...] = tuple(kind for kind in get_args(MatterKind) if kind != "person")
_PARTIES = (
    select(matter_parties.c.matter, matter_parties.c.country)
    .where(matter_parties.c.matter.in_(KEYS))
    .order_by(matter_parties.c.country)
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What matters must be: ``countries`` that all are parties, days they fall on, topic, status.

    A matter falls between ``since`` and ``until`` where its date, as exactly as told, may lie between;
    without a date the day it was first told counts. Its topics are those of the reports that tell it.
    """

    countries: tuple[Code, ...] = ()
    since: Day | None = None
    until: Day | None = None
    topic: str | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A matter in a line; ``sources`` counts reports without copies, days are YYYY-MM-DD."""

    id: str
    kind: MatterKind
    type: str
    title: str
    status: str | None
    countries: tuple[Code, ...]
    date: str | None
    period: str | None
    host: Code | None
    conflict: bool
    reports: int
    sources: int
    first_told: Day
    last_told: Day
    first_day: Day


def matters_like(
    db: Connection, kind: MatterKind | None, wanted: Wanted, limit: int = 50, offset: int = 0
) -> list[Listed]:
    """The matters of a kind (of all kinds: None), newest first."""
    last = limit + offset
    few = wanted.topic is not None and _is_rare(db, wanted.topic)
    ways = [way for one in ([kind] if kind else KINDS) for way in _ways(one, wanted, few)]
    found = [row for query in ways for row in db.execute(query.limit(last))]
    found.sort(key=lambda row: row.id)
    found.sort(key=lambda row: row.first_day, reverse=True)
    return listed(db, found[offset:last])


def listed(db: Connection, rows: Sequence[Row[Any]]) -> list[Listed]:
    """Rows of ``matters`` with their parties."""
    parties = parties_of(db, [row.id for row in rows])
    return [_listed(row, parties.get(row.id, ())) for row in rows]


def parties_of(db: Connection, ids: Sequence[str]) -> dict[str, tuple[Code, ...]]:
    """The parties of matters, in alphabetical order."""
    told: dict[str, tuple[Code, ...]] = {}
    for row in asked(db, _PARTIES, ids):
        told[row.matter] = (*told.get(row.matter, ()), row.country)
    return told


def _listed(row: Row[Any], countries: tuple[Code, ...]) -> Listed:
    return Listed(
        id=row.id,
        kind=row.kind,
        type=row.type,
        title=row.title,
        status=row.status,
        countries=countries,
        date=row.date,
        period=row.period,
        host=row.host,
        conflict=row.conflict,
        reports=row.reports,
        sources=row.sources,
        first_told=row.first_told,
        last_told=row.last_told,
        first_day=row.first_day,
    )


def _ways(kind: MatterKind, wanted: Wanted, few: bool) -> list[Select[Any]]:
    """Queries that together give the matters: of a pair those of the two alone, and those with others."""
    query = _filtered(select(matters), kind, wanted).order_by(matters.c.first_day.desc(), matters.c.id)
    if wanted.topic:
        query = query.where(_among(wanted.topic) if few else _tells(wanted.topic))
    if len(wanted.countries) == 2:
        return [
            query.where(matters.c.pair == pair_of(*wanted.countries)),
            with_others(query, wanted.countries, kind, wanted),
        ]
    if len(wanted.countries) > 2:
        return [with_others(query, wanted.countries, kind, wanted)]
    return [_with_parties(query, kind, wanted)]


def pair_of(one: Code, other: Code) -> str:
    """What ``matters.pair`` holds for matters of just these two."""
    return "-".join(sorted((one, other)))


def with_others(
    query: Select[Any], countries: Sequence[Code], kind: MatterKind | None = None, wanted: Wanted | None = None
) -> Select[Any]:
    """Only matters of more than two parties of which these are some; of a kind and as wanted where that is told."""
    for country in countries:
        party = matter_parties.alias()
        # Said of the parties' own columns, too, so that their index can be walked.
        query = query.where(party.c.kind == kind) if kind else query
        query = _days(query, party, wanted) if wanted else query
        query = query.join(
            party, (party.c.matter == matters.c.id) & (party.c.country == country) & (party.c.parties > 2)
        )
    return query


def _with_parties(query: Select[Any], kind: MatterKind, wanted: Wanted) -> Select[Any]:
    for country in wanted.countries:
        # Said of the party's own columns, too, so that its index can be walked.
        party = matter_parties.alias()
        query = query.join(party, (party.c.matter == matters.c.id) & (party.c.country == country))
        query = _days(query.order_by(None).order_by(party.c.first_day.desc(), party.c.matter), party, wanted)
        query = query.where(party.c.kind == kind)
    return query


def _days(query: Select[Any], table: Any, wanted: Wanted) -> Select[Any]:
    if wanted.since:
        query = query.where(table.c.first_day >= _earlier(wanted.since))
    return query.where(table.c.first_day <= wanted.until) if wanted.until else query


def _earlier(day: Day) -> Day:
    return (max(date.fromisoformat(day), date.min + _LONGEST) - _LONGEST).isoformat()


def _filtered(query: Select[Any], kind: MatterKind, wanted: Wanted) -> Select[Any]:
    query = _days(query.where(matters.c.kind == kind), matters, wanted)
    if wanted.since:
        query = query.where(matters.c.last_day >= wanted.since)
    return query.where(matters.c.status == wanted.status) if wanted.status else query


def _is_rare(db: Connection, topic: str) -> bool:
    """Whether so few reports are on a topic that their matters are found sooner than such among all matters."""
    some = select(reading_topics.c.reading).where(reading_topics.c.topic == topic).limit(_FEW).subquery()
    return (db.scalar(select(func.count()).select_from(some)) or 0) < _FEW


def _tells(topic: str) -> Any:
    return exists(
        select(1)
        .select_from(findings.join(reading_topics, reading_topics.c.reading == findings.c.reading))
        .where(findings.c.matter == matters.c.id, findings.c.standing, reading_topics.c.topic == topic)
    )


def _among(topic: str) -> Any:
    told = (
        select(findings.c.matter)
        .join(reading_topics, reading_topics.c.reading == findings.c.reading)
        .where(reading_topics.c.topic == topic, findings.c.standing, findings.c.matter.is_not(None))
    )
    return matters.c.id.in_(told)


def statuses(db: Connection, kind: MatterKind) -> list[str]:
    """The statuses that matters of a kind have in the record, in order."""
    query = select(matters.c.status).where(matters.c.kind == kind, matters.c.status.is_not(None)).distinct()
    return sorted(status for status in db.scalars(query) if status)


def topics(db: Connection) -> list[str]:
    """The topics of the reports in the record, in order."""
    return sorted(db.scalars(select(reading_topics.c.topic).distinct()))


def counts(db: Connection) -> dict[str, int]:
    """How many matters of each kind the record holds."""
    query = select(matters.c.kind, func.count().label("matters")).group_by(matters.c.kind).order_by(matters.c.kind)
    return {row.kind: row.matters for row in db.execute(query)}
