"""Dates of publication: a day, or a time stamp whose local day counts as written."""

import re
from datetime import date

from comity.errors import BadDate

_DAY = re.compile(
    r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}(?::?\d{2})?(?::?\d{2}(?:[.,]\d+)?)?\s*(?:Z|[+-]\d{2}(?::?\d{2})?)?)?"
)


def day(told: str) -> str:
    """The day of ``2024-03-18`` or ``2024-03-18T21:30:00+05:00`` as YYYY-MM-DD.

    A time stamp's day is taken as written, in its own zone: it is the outlet's local date. Raises
    ``BadDate`` for anything else.
    """
    found = _DAY.fullmatch(told.strip())
    if not found:
        raise BadDate(f"{told!r} is no date.")
    try:
        return date.fromisoformat(found[1]).isoformat()
    except ValueError as problem:
        raise BadDate(f"{told!r} is no day of the calendar.") from problem
