"""Takes an export, or plain readings, into a record: what is derived is found anew."""

from collections.abc import Iterator
from typing import BinaryIO

from comity.errors import BadLine, Forgotten
from comity.exchange.restoring import Restored, Taken, restored
from comity.exchange.shapes import ForgottenLine, JudgementLine, SeriesLine
from comity.findings import Reading, Report
from comity.intake import Arrival, lasting
from comity.record import judging, keeping, mapping, refill, series
from comity.record.db import Record
from comity.record.dump import JudgedPlace
from comity.run.adding import keep_report, kept_report
from comity.run.changing import erase, replace_reading
from comity.run.clock import now
from comity.run.joining import settle
from comity.run.judging import heed
from comity.settings import Settings
from comity.terms import Terms, load


def imported(record: Record, lines: BinaryIO, settings: Settings) -> Iterator[Taken]:
    """Take in each line that is not there yet, in order: a transaction each, so that a broken run may be run again.

    Raises ``NewerExport`` where the lines are of a newer form, and the refusals of ``record.db``.
    """
    # A report's bytes stand in base64, its text beside them.
    yield from restored(lines, Keeper(record, load(settings.terms)), longest=settings.max_bytes * 3)


class Keeper:
    """Keeps what the lines of an export tell; each report is settled with the reading that stands."""

    def __init__(self, record: Record, terms: Terms) -> None:
        self._record = record
        self._terms = terms
        self._held: list[tuple[str, str, tuple[str, ...]]] = []

    def lasting(self, report: Report) -> Report:
        """The report under the id by which the record keeps it."""
        return lasting(report)

    def report_of(self, report_id: str) -> Report | None:
        """The report kept under an id."""
        with self._record.asking() as db:
            return mapping.kept_reports(db, [report_id]).get(report_id)

    def source(self, source: str, shows: str) -> bool:
        """Keep what others may see of a source."""
        with self._record.writing() as db:
            return refill.put_source(db, source, shows)

    def forgotten(self, line: ForgottenLine) -> bool:
        """Keep that a report was erased; erase it where it is there."""
        with self._record.writing() as db:
            if keeping.has_report(db, line.report):
                erase(db, line.report, line.reason, line.author, line.made, self._terms)
                return True
            return refill.put_tombstone(db, line.model_dump(exclude={"type"}))

    def series(self, line: SeriesLine) -> bool:
        """Keep a cell of official statistics; one release of a cell has one value."""
        with self._record.writing() as db:
            kept = series.put(db, [line.observation()], line.added)
        if kept.differing:
            raise BadLine("Another value is kept for this cell and release.")
        return bool(kept.new)

    def report(self, told: Restored) -> bool:
        """Keep a report, without a reading yet."""
        added = told.added or now()
        kept = kept_report(Arrival(told.report, told.origin, told.content), added, told.source, told.day)
        with self._record.writing() as db:
            if keeping.has_report(db, told.report.id):
                return False
            # Another report of the same bytes may stand where one was erased, so that only the id counts.
            if keeping.is_forgotten(db, "", told.report.id):
                raise Forgotten(f"The report {told.report.id} was erased for cause.")
            beside = keep_report(db, kept)
            recounted = keeping.standing(db, *beside.recounted)
            settle(db, [*beside.versions, *beside.recounted], self._terms, anew=recounted)
            return True

    def reading(self, reading: Reading, made: str | None, until: str | None, held: tuple[str, ...]) -> bool:
        """Keep a reading, which takes the place of an earlier one; none that was made before the one that stands."""
        with self._record.writing() as db:
            report = reading.report.id
            latest = keeping.last_read(db, report)
            made = made or (latest or now())
            # What was read before the reading that stands here would only take its place.
            if latest and made <= latest:
                return False
            replace_reading(db, reading, made, self._terms)
            kept = refill.reading_made(db, report, reading.reader, made)
            if held and kept:
                self._held.append((report, kept, held))
            return True

    def judgement(self, line: JudgementLine) -> bool:
        """Keep a judgement and what it holds of, and settle that."""
        self._let_hold()
        places = [JudgedPlace(place.row, place.naming, place.to) for place in line.applies]
        with self._record.writing() as db:
            new = refill.put_judgement(db, line, places)
            if new:
                heed(db, judging.judgement(db, line.id), self._terms)
            return new

    def finish(self) -> None:
        """Let the findings stand that judgements hold."""
        self._let_hold()

    def _let_hold(self) -> None:
        # A later reading of a report takes its holds away, so that all readings must be there first.
        while self._held:
            report, reading, findings = self._held.pop()
            with self._record.writing() as db:
                refill.hold(db, reading, findings)
                judging.refresh(db, findings)
                settle(db, [report], self._terms)
