"""Calendar arithmetic: from words and a known day to YYYY, YYYY-MM or YYYY-MM-DD.

Everything here takes and gives plain numbers and strings; what is impossible (31 February) is None.
"""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Tense = Literal["past", "future", "none"]


@dataclass(frozen=True, slots=True)
class Told:
    """What an expression of time tells, before it has a place: the fields of ``Moment``."""

    value: str
    last: str | None = None
    form: Literal["point", "period", "deadline", "anniversary", "fiscal", "since"] = "point"
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Now:
    """The time a report speaks from, as far as it is known: a year, a month of it, a day of that."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, value: str | None) -> "Now":
        """The time that YYYY, YYYY-MM or YYYY-MM-DD names; unknown for None."""
        return cls(*(int(part) for part in value.split("-"))) if value else cls()

    @property
    def date(self) -> date | None:
        """The day, if it is known."""
        return date(self.year, self.month, self.day) if self.year and self.month and self.day else None

    @property
    def value(self) -> str | None:
        """YYYY, YYYY-MM or YYYY-MM-DD, or None."""
        return moment(self.year, self.month, self.day) if self.year else None


def moment(year: int | None, month: int | None = None, day: int | None = None) -> str | None:
    """YYYY, YYYY-MM or YYYY-MM-DD; None for what no calendar has."""
    if year is None or not 1000 <= year <= 2200:
        return None
    if month is None:
        return f"{year:04}"
    if not 1 <= month <= 12:
        return None
    if day is None:
        return f"{year:04}-{month:02}"
    return f"{year:04}-{month:02}-{day:02}" if 1 <= day <= calendar.monthrange(year, month)[1] else None


def days_on(now: Now, days: int) -> str | None:
    """The day so many days from now, if the day of now is known."""
    return shifted(now.date, days).isoformat() if now.date else None


def shifted(day: date, days: int) -> date:
    """The day so many days on, held within the calendar's bounds."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def months_on(now: Now, months: int) -> str | None:
    """The month so many months from now, if the month of now is known."""
    if not (now.year and now.month):
        return None
    year, month = divmod(now.year * 12 + now.month - 1 + months, 12)
    return moment(year, month + 1)


def years_on(now: Now, years: int) -> str | None:
    """The year so many years from now, if the year of now is known."""
    return moment(now.year + years) if now.year else None


def weekday_near(now: Now, weekday: int, tense: Tense) -> str | None:
    """The nearest such weekday: today or before, or today or after where the tense is future."""
    if not now.date:
        return None
    back = (now.date.weekday() - weekday) % 7
    days = (7 - back) % 7 if tense == "future" else -back
    return shifted(now.date, days).isoformat()


def weekday_of_week(now: Now, weekday: int, weeks: int) -> str | None:
    """The weekday of the week so many weeks from now's week, which begins on Monday."""
    return shifted(now.date, weekday - now.date.weekday() + 7 * weeks).isoformat() if now.date else None


def week_on(now: Now, weeks: int) -> str | None:
    """The month of the week so many weeks from now, by the same weekday."""
    return shifted(now.date, 7 * weeks).isoformat()[:7] if now.date else None


def year_of(now: Now, told: tuple[int, int | None], tense: Tense, firm: bool = True) -> int | None:
    """The year of a (month, day) told without one: the nearest that the tense allows.

    A year on the wrong side of now is taken only where it is nearer by so many days as the tense is
    sure: a day of last week stays behind even if the sentence speaks of the future.
    """
    if now.year is None or now.month is None:
        return now.year
    years = (now.year, now.year - 1, now.year + 1)
    return min(years, key=lambda year: _strain(now, (year, *told), tense, _SURE if firm else _UNSURE))


_SURE, _UNSURE = 320, 100


def _strain(now: Now, then: tuple[int, int, int | None], tense: Tense, wrong_side: int) -> float:
    year, month, day = then
    exact = day is not None and now.day is not None
    away = 365.25 * (year - (now.year or year)) + 30.44 * (month - (now.month or month))
    away += (day or 0) - (now.day or 0) if exact else 0
    wrong = (tense == "past" and away > 0) or (tense == "future" and away < 0)
    return abs(away) + (wrong_side if wrong else 0)


def months_of_quarter(number: int, length: int) -> tuple[int, int]:
    """First and last month of the n-th stretch of ``length`` months in a year."""
    return (number - 1) * length + 1, number * length


def a_year_before(value: str, years: int = 1) -> str | None:
    """The same moment so many years before; the day of 29 February goes to 28 February."""
    rest = value[4:]
    year = moment(int(value[:4]) - years)
    return year and f"{year}{'-02-28' if rest == '-02-29' else rest}"


def a_day_beside(value: str, days: int) -> str | None:
    """The day so many days from a told day; None where no day is told."""
    if len(value) != 10:
        return None
    return (date.fromisoformat(value) + timedelta(days=days)).isoformat()
