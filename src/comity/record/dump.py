"""What cannot be derived, out of the record in the order of its keys, with the memory of a few reports.

Reports with their readings, judgements, sources, and what was forgotten: whatever else the record
holds is found anew from these.
"""

import zlib
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, Select, exists, or_, select

from comity.findings import Code, Day, Reading, Report
from comity.matters import Judgement, Subject
from comity.record import mapping
from comity.record.tables import (
    finding_countries,
    finding_people,
    findings,
    forgotten,
    judgement_fields,
    judgement_subjects,
    judgements,
    readings,
    reports,
    series,
    sources,
)

_PAGE = 50


class Scope(NamedTuple):
    """What of the record is wanted: what joins all countries of ``between``, from ``since`` to ``until``."""

    between: tuple[Code, ...] = ()
    since: Day | None = None
    until: Day | None = None


class StoredReport(NamedTuple):
    """A report with what the record knows of it; ``shows`` is what others may see of its source."""

    report: Report
    origin: str
    source: str
    day: Day
    added: str
    sha256: str
    content: bytes
    shows: str


class StoredReading(NamedTuple):
    """A reading, when it was made and replaced, and its findings that a judgement keeps standing."""

    reading: Reading
    made: str
    until: str | None
    held: tuple[str, ...]


class JudgedPlace(NamedTuple):
    """For a judgement's subject: the finding's row as judged, whether it is a naming, what it holds of now."""

    row: str | None
    naming: bool
    to: str | None


class StoredJudgement(NamedTuple):
    """A judgement and, for each of its subjects in order, what it holds of."""

    judgement: Judgement
    places: tuple[JudgedPlace, ...]


def stored_sources(db: Connection) -> Iterator[tuple[str, str]]:
    """Each source and what it shows."""
    for row in _streamed(db, select(sources.c.id, sources.c.shows).order_by(sources.c.id)):
        yield row.id, row.shows


def stored_tombstones(db: Connection) -> Iterator[dict[str, str]]:
    """What is left of each report that was forgotten: report, sha256, reason, author, made."""
    for row in _streamed(db, select(forgotten).order_by(forgotten.c.report)):
        yield dict(row._mapping)


def stored_series(db: Connection, scope: Scope) -> Iterator[dict[str, Any]]:
    """The columns of each cell of official statistics; days narrow reports down, not what is official."""
    wanted = select(series).order_by(*series.primary_key.columns)
    if scope.between:
        wanted = wanted.where(series.c.reporter.in_(scope.between), series.c.partner.in_(scope.between))
    for row in _streamed(db, wanted):
        yield dict(row._mapping)


def stored_reports(db: Connection, scope: Scope) -> Iterator[tuple[StoredReport, list[StoredReading]]]:
    """Each report with its readings in the order in which they were made."""
    query = select(reports.c.id).where(*_in_scope(scope)).order_by(reports.c.id)
    for page in paged(db, query, _PAGE):
        ids = [row.id for row in page]
        kept, read = mapping.kept_reports(db, ids), _readings(db, ids)
        for report_id in ids:
            yield _stored(db, kept[report_id]), read.get(report_id, [])


def stored_judgements(db: Connection, scope: Scope) -> Iterator[StoredJudgement]:
    """Each judgement by the time it was made; within a scope only those on what lies in it."""
    query = select(judgements).where(*_judged_in(scope)).order_by(judgements.c.made, judgements.c.id)
    for page in paged(db, query, _PAGE):
        yield from _judgements(db, page)


def paged(db: Connection, query: Select[Any], size: int) -> Iterator[Sequence[Row[Any]]]:
    """The rows of a query, ``size`` at a time; other questions may be asked meanwhile."""
    yield from db.execute(query, execution_options={"yield_per": size}).partitions(size)


def _streamed(db: Connection, query: Select[Any]) -> Iterator[Row[Any]]:
    for page in paged(db, query, 1000):
        yield from page


def _in_scope(scope: Scope) -> list[Any]:
    """Conditions on ``reports``."""
    wanted: list[Any] = [reports.c.day >= scope.since] if scope.since else []
    if scope.until:
        wanted.append(reports.c.day <= scope.until)
    if scope.between:
        told = [_party(code) for code in scope.between]
        wanted.append(exists().where(findings.c.report == reports.c.id, findings.c.standing, *told))
    return wanted


def _party(code: Code) -> Any:
    named = finding_countries.alias()
    return exists().where(named.c.finding == findings.c.row, named.c.role == "party", named.c.country == code)


def _judged_in(scope: Scope) -> list[Any]:
    """Conditions on ``judgements``: no subject is of a report that lies outside."""
    if scope == Scope():
        return []
    inside = exists().where(reports.c.id == findings.c.report, *_in_scope(scope))
    found = exists().where(findings.c.row == judgement_subjects.c.finding, inside)
    named = exists().where(
        finding_people.c.naming == judgement_subjects.c.naming, findings.c.row == finding_people.c.finding, inside
    )
    of_it = judgement_subjects.c.judgement == judgements.c.id
    return [~exists().where(of_it, ~or_(found, named))]


_KNOWN = (reports.c.origin, reports.c.source, reports.c.day, reports.c.added, reports.c.sha256, reports.c.content)


def _stored(db: Connection, report: Report) -> StoredReport:
    # One by one: the bytes of fifty reports may be many.
    query = select(*_KNOWN, sources.c.shows).join(sources).where(reports.c.id == report.id)
    row = db.execute(query).one()
    content = zlib.decompress(row.content)
    return StoredReport(report, row.origin, row.source, row.day, row.added, row.sha256, content, row.shows)


def _readings(db: Connection, ids: Sequence[str]) -> dict[str, list[StoredReading]]:
    # The one that stands comes last; of the others each ended when the next was made.
    order = (readings.c.until.is_(None), readings.c.until, readings.c.made, readings.c.id)
    rows = db.execute(select(readings).where(readings.c.report.in_(ids)).order_by(*order)).all()
    told = mapping.by_id(db, [row.id for row in rows])
    held = _held(db, ids)
    found: dict[str, list[StoredReading]] = {}
    for row in rows:
        reading = StoredReading(told[row.id], row.made, row.until, tuple(held.get(row.id, ())))
        found.setdefault(row.report, []).append(reading)
    return found


def _held(db: Connection, ids: Sequence[str]) -> dict[str, list[str]]:
    """For each reading its findings that a judgement keeps standing."""
    query = select(findings.c.reading, findings.c.id).where(findings.c.report.in_(ids), findings.c.held)
    found: dict[str, list[str]] = {}
    for row in db.execute(query.order_by(findings.c.id)):
        found.setdefault(row.reading, []).append(row.id)
    return found


def _judgements(db: Connection, page: Sequence[Row[Any]]) -> Iterator[StoredJudgement]:
    ids = [row.id for row in page]
    subjects = _grouped(db, judgement_subjects, judgement_subjects.c.place, ids)
    fields = _grouped(db, judgement_fields, judgement_fields.c.field, ids)
    for row in page:
        on = subjects.get(row.id, [])
        told = {name: row._mapping[name] for name in ("id", "verdict", "undoes", "reason", "author", "made")}
        yield StoredJudgement(
            Judgement(
                **told,
                subjects=tuple(Subject(one.subject, one.side) for one in on),
                amended=tuple((one.field, one.value) for one in fields.get(row.id, [])),
            ),
            tuple(JudgedPlace(one.finding, one.naming is not None, one.applies_to) for one in on),
        )


def _grouped(db: Connection, table: Any, order: Any, ids: Sequence[str]) -> dict[str, list[Row[Any]]]:
    found: dict[str, list[Row[Any]]] = {}
    for row in db.execute(select(table).where(table.c.judgement.in_(ids)).order_by(table.c.judgement, order)):
        found.setdefault(row.judgement, []).append(row)
    return found
