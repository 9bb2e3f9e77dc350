"""Dates of findings as stretches of days: as long as what is told is vague."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from comity.findings import Day, Moment

# A vague past is looked for within these many days before it is told, a vague future after.
REACH = 550
MONTH, YEAR = 31, 366


class Stretch(NamedTuple):
    """First and last day on which something may have been."""

    first: date
    last: date

    @property
    def length(self) -> int:
        """Days, both ends counted."""
        return (self.last - self.first).days + 1

    def gap(self, other: "Stretch") -> int:
        """Days between the two: 0 where they share a day, 1 where one begins the day after the other."""
        return max((other.first - self.last).days, (self.first - other.last).days, 0)

    def within(self, least: date, most: date) -> "Stretch":
        """The part from ``least`` to ``most``; itself where there is none."""
        first, last = max(self.first, least), min(self.last, most)
        return Stretch(first, last) if first <= last else self

    def wider(self, before: int, after: int) -> "Stretch":
        """With so many days more at either end."""
        return Stretch(_moved(self.first, -before), _moved(self.last, after))

    def year_before(self) -> "Stretch":
        """The same days of the year before; 28 February for the 29th."""
        return Stretch(_year_before(self.first), _year_before(self.last))

    def months(self) -> Iterator[str]:
        """Every month it touches, as YYYY-MM."""
        year, month = self.first.year, self.first.month
        while (year, month) <= (self.last.year, self.last.month):
            yield f"{year:04}-{month:02}"
            year, month = (year, month + 1) if month < 12 else (year + 1, 1)

    def years(self) -> Iterator[str]:
        """Every year it touches, as YYYY."""
        return (f"{year:04}" for year in range(self.first.year, self.last.year + 1))


def stretch(moment: Moment) -> Stretch | None:
    """The days of YYYY, YYYY-MM or YYYY-MM-DD; None where there is no such day."""
    year, month, day = ([int(part) for part in moment.split("-")] + [0, 0])[:3]
    try:
        if not month:
            return Stretch(date(year, 1, 1), date(year, 12, 31))
        first = date(year, month, day or 1)
    except ValueError:
        return None
    return Stretch(first, first if day else date(year, month, monthrange(year, month)[1]))


def told_on(day: Day) -> date:
    """The day a report was published, as a date."""
    return date.fromisoformat(day)


def before(day: date) -> Stretch:
    """The days in which something told on a day without a date may have been, if it is past."""
    return Stretch(_moved(day, -REACH), day)


def after(day: date) -> Stretch:
    """The days in which something told on a day without a date may be, if it is to come."""
    return Stretch(day, _moved(day, REACH))


def _moved(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.min if days < 0 else date.max


def _year_before(day: date) -> date:
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=max(day.year - 1, 1), day=28 if leap else day.day)
