"""How exactly a date is told, and its first and last day."""

import re
from calendar import monthrange
from datetime import date
from typing import Literal, NamedTuple

Precision = Literal["day", "month", "year"]
_MOMENT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class Stretch(NamedTuple):
    """A date as exactly as it is told: a day, a month or a year."""

    first: date
    last: date
    precision: Precision


def stretch(moment: str | None) -> Stretch | None:
    """The days of ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; None where it is no date, as 2023-02-31 is none."""
    told = _MOMENT.fullmatch(moment or "")
    if told is None:
        return None
    year, month, day = (int(part) if part else None for part in told.groups())
    try:
        return _stretch(year or 0, month, day)
    except ValueError:
        return None


def _stretch(year: int, month: int | None, day: int | None) -> Stretch:
    if month is None:
        return Stretch(date(year, 1, 1), date(year, 12, 31), "year")
    if day is None:
        first = date(year, month, 1)
        return Stretch(first, first.replace(day=monthrange(year, month)[1]), "month")
    return Stretch(date(year, month, day), date(year, month, day), "day")
