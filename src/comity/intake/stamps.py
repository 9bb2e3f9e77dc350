"""The day of publication in a page's own time stamp, where whoever stored the text left it in.

Only dates that can be read one way count: with the month's name, year first, with full stops (day first),
or with slashes where one of the numbers is above twelve.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from comity.findings import Span

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<name>{'|'.join(_MONTHS)})[a-z]*\.?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"\b(?P<year>\d{4})[-/.](?P<month>\d{2})[-/.](?P<day>\d{2})\b",
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s.-]+{_MONTH}[\s,.-]+(?P<year>\d{{4}})\b",
        rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b",
        r"\b(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})\b",
        r"\b(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d{4})\b",
    )
)


def stamped_day(text: str, skipped: Sequence[Span]) -> str | None:
    """The first day (YYYY-MM-DD) told in the lines that are no part of the report; None where there is none."""
    return next((day for start, end in skipped for day in _days(text[start:end])), None)


def _days(line: str) -> Iterator[str]:
    for form in _FORMS:
        for found in form.finditer(line):
            day = _day(found.groupdict())
            if day:
                yield day


def _day(parts: dict[str, str]) -> str | None:
    try:
        month, day = _month_and_day(parts)
        return date(int(parts["year"]), month, day).isoformat()
    except ValueError:
        return None


def _month_and_day(parts: dict[str, str]) -> tuple[int, int]:
    """Month and day; raises ``ValueError`` where either could be the other."""
    if "name" in parts:
        return _MONTHS.index(parts["name"].lower()[:3]) + 1, int(parts["day"])
    if "month" in parts:
        return int(parts["month"]), int(parts["day"])
    first, second = int(parts["first"]), int(parts["second"])
    if first <= 12 and second <= 12 and first != second:
        raise ValueError("either may be the month")
    return (first, second) if first <= 12 else (second, first)
