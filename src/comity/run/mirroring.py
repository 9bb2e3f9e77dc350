"""Gives what both sides count of the same trade."""

from comity.findings import Code
from comity.record import series
from comity.record.db import Record
from comity.statistics.mirror import Row, table


def mirror(record: Record, pair: tuple[Code, Code]) -> list[Row]:
    """Every direction and year of which either side's count is held, the latest first."""
    with record.asking() as db:
        return table(series.between(db, pair), pair)
