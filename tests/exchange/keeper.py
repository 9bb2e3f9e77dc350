"""The least that keeps a record for an import: nothing is joined."""

from sqlalchemy import Connection

from comity.errors import Forgotten
from comity.exchange.restoring import Restored
from comity.exchange.shapes import ForgottenLine, JudgementLine, SeriesLine
from comity.findings import Reading, Report
from comity.record import keeping, mapping, refill, series
from comity.record.dump import JudgedPlace
from comity.record.keeping import KeptReport

NOW = "2026-01-01T00:00:00.000000+00:00"


class Keeper:
    def __init__(self, db: Connection) -> None:
        self.db = db
        self.held: list[tuple[str, tuple[str, ...]]] = []

    def lasting(self, report: Report) -> Report:
        return report if "~" in report.id else report.model_copy(update={"id": f"{report.id}~1"})

    def report_of(self, report_id: str) -> Report | None:
        return mapping.kept_reports(self.db, [report_id]).get(report_id)

    def source(self, source: str, shows: str) -> bool:
        return refill.put_source(self.db, source, shows)

    def forgotten(self, line: ForgottenLine) -> bool:
        return refill.put_tombstone(self.db, line.model_dump(exclude={"type"}))

    def series(self, line: SeriesLine) -> bool:
        return bool(series.put(self.db, [line.observation()], line.added).new)

    def report(self, restored: Restored) -> bool:
        report, day = restored.report, restored.day or restored.report.published or NOW[:10]
        if keeping.has_report(self.db, report.id):
            return False
        source, added = restored.source or report.outlet or "unnamed", restored.added or NOW
        kept = KeptReport(report, restored.origin, source, restored.content, b"\0" * 512, (), day, added)
        if keeping.is_forgotten(self.db, kept.sha256, report.id):
            raise Forgotten(f"The report {report.id} was erased for cause.")
        keeping.add_report(self.db, kept)
        return True

    def reading(self, reading: Reading, made: str | None, until: str | None, held: tuple[str, ...]) -> bool:
        made = made or NOW
        if refill.reading_made(self.db, reading.report.id, reading.reader, made):
            return False
        keeping.add_reading(self.db, reading, made)
        there = refill.reading_made(self.db, reading.report.id, reading.reader, made)
        assert there is not None
        self.held.append((there, held))
        return True

    def judgement(self, line: JudgementLine) -> bool:
        places = [JudgedPlace(place.row, place.naming, place.to) for place in line.applies]
        return refill.put_judgement(self.db, line, places)

    def finish(self) -> None:
        for reading, held in self.held:
            refill.hold(self.db, reading, held)
