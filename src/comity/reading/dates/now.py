"""The time a report speaks from, where its date of publication is not known.

Policy as a table: each clue looks at the times told and may fix the year, month or day; the first
clue that speaks decides. A reckoned ``now`` is marked as such by the caller.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from comity.reading.dates.reckoning import Told

_DATELINE = re.compile(r"\(?(?:[A-Z][\w.'’-]*[,/ ]+){0,6}$")
_SIGNED = re.compile(r"\b(?:sign|initial|adopt|approv|conclud|renew|exchang|agree)\w*\b", re.IGNORECASE)
_LOOKS_BACK = re.compile(
    r"\b(?:ago|in force|signed|concluded|since|dated|of \d{4}|had|established|establishment|born|founded)\b",
    re.IGNORECASE,
)
_SIGNED_LONG_AGO = re.compile(r"\b(?:ago|in force|signed in (?:\d{4}|[A-Z]\w+ \d{4})|since|dated|had been)\b")
_PAST_YEAR = re.compile(r"\b(?:last|past|previous) year\b|\((?:last|past|previous) year\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Expression:
    """A time told without help from ``now``: its place in the text, and the sentence around it."""

    start: int
    end: int
    told: Told
    sentence: str
    before: str
    opening: bool


Clue = Callable[[Sequence[Expression]], str | None]


def _dateline(expressions: Sequence[Expression]) -> str | None:
    """A full date in the dateline, or standing alone at the head or foot."""
    days = (
        e.told.value
        for e in expressions
        if len(e.told.value) == 10 and (_stands_alone(e) or (e.opening and _DATELINE.fullmatch(e.before.strip() + " ")))
    )
    return next(days, None)


def _stands_alone(expression: Expression) -> bool:
    return len(expression.sentence.strip()) <= expression.end - expression.start + 24


def _opening_day(expressions: Sequence[Expression]) -> str | None:
    """The first full date of the opening sentences; only its year where the words before it look back."""
    opening = [e for e in expressions if e.opening and len(e.told.value) == 10 and e.told.form in ("point", "period")]
    current = [e for e in opening if not _LOOKS_BACK.search(e.before[-80:])]
    if current:
        return current[0].told.value
    recent = max((e.told.value[:4] for e in opening), default=None)
    return recent if recent and all(e.told.value[:4] <= recent for e in expressions) else None


def _programme(expressions: Sequence[Expression]) -> str | None:
    """A programme for 2024-2025 that is signed in this report makes it 2024."""
    spans = (
        e.told.value
        for e in expressions
        if e.told.form in ("period", "fiscal") and len(e.told.value) == 4 and e.told.last
        if _SIGNED.search(e.sentence) and not _SIGNED_LONG_AGO.search(e.sentence)
    )
    return next(spans, None)


def _year_after(expressions: Sequence[Expression]) -> str | None:
    """As in "Last year, 2023" makes it 2024."""
    told = (e for e in expressions if _PAST_YEAR.search(e.sentence) and len(e.told.value) == 4 and not e.told.last)
    near = (int(e.told.value) + 1 for e in told if _PAST_YEAR.search(e.sentence[max(0, e.start - 30) : e.end + 30]))
    return next((str(year) for year in near), None)


CLUES: tuple[Clue, ...] = (_dateline, _opening_day, _programme, _year_after)


def reckoned(expressions: Sequence[Expression]) -> str | None:
    """What the text itself fixes: a day, a month or a year; None where it fixes nothing."""
    return next((found for clue in CLUES if (found := clue(expressions))), None)
