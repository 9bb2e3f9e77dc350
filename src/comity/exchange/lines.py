"""The record as lines of JSON, one thing a line, each made as it is asked for."""

from collections.abc import Iterator

from sqlalchemy import Connection

from comity.exchange.shapes import (
    Applies,
    ForgottenLine,
    JudgementLine,
    ReadingLine,
    RecordLine,
    ReportLine,
    SeriesLine,
    SourceLine,
)
from comity.findings import Frozen, Reading, Report
from comity.record import dump
from comity.record.dump import Scope, StoredJudgement, StoredReading, StoredReport
from comity.version import __version__


def lines(db: Connection, scope: Scope, for_others: bool = False) -> Iterator[str]:
    """Each line of an export, without its line feed; see ``shapes`` for their form and order.

    ``for_others`` leaves out text and bytes of the sources that show others evidence only, and why and by
    whom reports were forgotten: the first line says so, and such reports cannot be taken in again.
    """
    return (line.model_dump_json() for line in _lines(db, scope, for_others))


_UNSAID = {"reason": "", "author": ""}


def _lines(db: Connection, scope: Scope, for_others: bool) -> Iterator[Frozen]:
    yield RecordLine(
        comity=__version__, for_others=for_others, between=scope.between, since=scope.since, until=scope.until
    )
    for source, shows in dump.stored_sources(db):
        yield SourceLine.model_validate({"id": source, "shows": shows})
    for told in dump.stored_tombstones(db):
        yield ForgottenLine.model_validate(told | _UNSAID if for_others else told)
    for told in dump.stored_series(db, scope):
        yield SeriesLine.model_validate(told)
    for report, readings in dump.stored_reports(db, scope):
        yield report_line(report, for_others)
        yield from (reading_line(reading) for reading in readings)
    yield from (judgement_line(one) for one in undone_first(dump.stored_judgements(db, scope)))


def report_line(stored: StoredReport, for_others: bool = False) -> ReportLine:
    """A report's line; without text and bytes where others may see its evidence only."""
    shown = not (for_others and stored.shows == "evidence")
    told = {name: getattr(stored.report, name) for name in Report.model_fields}
    return ReportLine(
        **(told | {"text": stored.report.text if shown else None}),
        origin=stored.origin,
        source=stored.source,
        day=stored.day,
        added=stored.added,
        sha256=stored.sha256,
        content=stored.content if shown else None,
    )


def reading_line(stored: StoredReading) -> ReadingLine:
    """A reading's line."""
    told = {name: getattr(stored.reading, name) for name in Reading.model_fields}
    report = stored.reading.report.id
    return ReadingLine(**(told | {"report": report}), made=stored.made, until=stored.until, held=stored.held)


def judgement_line(stored: StoredJudgement) -> JudgementLine:
    """A judgement's line."""
    told = {name: getattr(stored.judgement, name) for name in type(stored.judgement).model_fields}
    places = tuple(Applies(row=place.row, naming=place.naming, to=place.to) for place in stored.places)
    return JudgementLine(**told, applies=places)


def undone_first(stored: Iterator[StoredJudgement]) -> Iterator[StoredJudgement]:
    """The judgements, each after the one it undoes, also where both bear the same time.

    One that undoes what never comes is left out: its other half lies outside of what is exported.
    """
    told: set[str] = set()
    waiting: dict[str, list[StoredJudgement]] = {}
    for one in stored:
        due = [one]
        while due:
            judgement = due.pop(0)
            undoes = judgement.judgement.undoes
            if undoes is not None and undoes not in told:
                waiting.setdefault(undoes, []).append(judgement)
                continue
            yield judgement
            told.add(judgement.judgement.id)
            due.extend(waiting.pop(judgement.judgement.id, []))
