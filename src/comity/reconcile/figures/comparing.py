"""How likely two figures are claims of one quantity, and what forbids it.

Of trade, exports and imports in money, in a period, the period alone makes claims one matter, whatever
their values: that is how contradictions are found. Of all else there are many at a time, so values or
words must speak for it, and values that contradict make two things, unless they are travellers,
investments or people of one period in like words.
"""

import re
from collections.abc import Callable, Hashable, Iterator
from datetime import date
from functools import lru_cache
from math import floor, log

from comity import rounding
from comity.findings import Figure
from comity.matters import Blocks, Clue, Told
from comity.reconcile.figures.quantity import FLOWS, Quantity, quantity
from comity.reconcile.wording import likeness
from comity.rounding import Value

THRESHOLD = 3.0
# Without a period a number grows old: told after so many days, it may be another year's.
_WINDOW = 548
# In four weeks no yearly flow changes: other numbers contradict. Never more than one month's name apart.
_SAME_NEWS = 28
_TARGET_WINDOW = 1096
_LIKE, _SOMEWHAT_LIKE, _NEARLY_SAME = 0.5, 0.25, 0.6
_COUNTING = re.compile(r"(?i)\b(?:count|statistic|customs|data\b)")
# Each bucket of values is a quarter wider than the one before.
_BUCKET = log(1.25)


def quantity_of(told: Told) -> Quantity:
    """What a told figure counts; ``AssertionError`` for findings of other kinds."""
    assert isinstance(told.finding, Figure)
    return quantity(told.finding)


def blocks(told: Told) -> Blocks:
    """Series meet by measure, way and period; all others by the size of their value and when they were told.

    Both keys are mutual: what one keeps, its like seeks.
    """
    counted = quantity_of(told)
    stem = f"{counted.measure}|{counted.status}|{' '.join(counted.way)}"
    if counted.series:
        key = frozenset({f"{stem}|{counted.period}"})
        return Blocks(key, key)
    year = int(told.published[:4])
    reach = 3 if counted.status == "target" else 2
    buckets = [f"{stem}|{bucket}" for bucket in _buckets(counted)]
    kept = {f"{bucket}|{year}" for bucket in buckets}
    sought = {f"{bucket}|{near}" for bucket in buckets for near in range(year - reach, year + reach + 1)}
    return Blocks(frozenset(kept | _news(stem, told, 0)), frozenset(sought | _news(stem, told, 1)))


def _news(stem: str, told: Told, reach: int) -> set[str]:
    """Keys by month, where values that differ may meet: those of people alone, and of flows without period."""
    counted = quantity_of(told)
    if not _may_differ(counted):
        return set()
    if counted.period:
        return {f"{stem}|{counted.period}"}
    month = int(told.published[:4]) * 12 + int(told.published[5:7])
    return {f"{stem}|told {near}" for near in range(month - reach, month + reach + 1)}


def _may_differ(counted: Quantity) -> bool:
    """Whether two values of it can contradict at all."""
    return counted.status == "reported" and (
        counted.series or (counted.measure == "people" and counted.period is not None) or _flow_now(counted)
    )


def _flow_now(counted: Quantity) -> bool:
    return counted.measure in FLOWS and counted.period is None and not counted.summed and counted.value is not None


def _buckets(counted: Quantity) -> list[str]:
    """The classes of size in which the value may lie, by rounding and bound; the growth's where none is told."""
    told = counted.told
    if told is None:
        return []
    kind = "growth" if counted.value is None else counted.unit or "-"
    least, greatest = told.likely[0] - told.unit, told.likely[1] + told.unit
    if least <= 0:
        return [f"{kind} 0"] if greatest <= 0 else [f"{kind} 0", *_between(kind, greatest / 3, greatest)]
    return _between(kind, least, greatest)


def _between(kind: str, least: float, greatest: float) -> list[str]:
    return [f"{kind} {step}" for step in range(floor(log(least) / _BUCKET), floor(log(greatest) / _BUCKET) + 1)]


def clues(one: Told, other: Told) -> list[Clue]:
    """What speaks for and against the two being claims of one quantity, where nothing holds them apart."""
    left, right = quantity_of(one), quantity_of(other)
    words = _wording(left, right)
    return [*_counted_alike(left, right, _days_between(one, other) <= _SAME_NEWS), *([words] if words else [])]


# Of much that is told often there are few quantities, and many claims of each.
@lru_cache(maxsize=1 << 14)
def _counted_alike(one: Quantity, other: Quantity, fresh: bool) -> tuple[Clue, ...]:
    """The clues that follow from the quantities without their words."""
    return tuple(clue for made in CLUES if (clue := made(one, other, fresh)))


def _what(one: Quantity, other: Quantity, fresh: bool) -> Clue | None:
    """Flows are one number a year, so the measure says much."""
    way = " to ".join(one.way) if one.directed else " and ".join(one.way)
    sentence = f"Both tell {one.measure} {'from' if one.directed else 'of'} {way}."
    return Clue("same measure and states", 1.5 if one.measure in FLOWS else 1.0, sentence)


def _when(one: Quantity, other: Quantity, fresh: bool) -> Clue | None:
    if one.period is None or one.period != other.period:
        return None
    return Clue("same period", 1.5 if one.series and other.series else 0.5, f"Both are of {one.period}.")


def _value(one: Quantity, other: Quantity, fresh: bool) -> Clue | None:
    left, right = comparable(one, other)
    if left is None or right is None:
        return None
    if not rounding.agree(left, right):
        # Of flows this is the contradiction looked for; investments are as often of single works.
        flows = one.series and other.series and one.measure != "investment"
        return None if flows else Clue("other value", -0.5, "Their values differ.")
    # Aims are round by nature: a round one, too, is known again.
    if left.number == right.number and (left.step < abs(left.number) / 10 or one.status == "target"):
        return Clue("same value", 1.5, "They tell the same number.")
    return Clue("same value within rounding", 1.0, "Their values are one within rounding and bounds.")


def _wording(one: Quantity, other: Quantity) -> Clue | None:
    like = likeness(one.words, other.words)
    if like >= _NEARLY_SAME:
        return Clue("nearly the same words", 2.0, "They are told in nearly the same words.")
    if like >= _LIKE:
        return Clue("like words", 1.5, "They are told in like words.")
    if like >= _SOMEWHAT_LIKE:
        return Clue("some words alike", 0.75, "Some of their words are the same.")
    flows = one.measure in FLOWS and other.measure in FLOWS
    return None if flows else Clue("other words", -0.5, "They are told in other words.")


def _news_clue(one: Quantity, other: Quantity, fresh: bool) -> Clue | None:
    close = fresh and one.period is None and other.period is None
    return Clue("told within four weeks", 0.25, "They were told within four weeks.") if close else None


CLUES: tuple[Callable[[Quantity, Quantity, bool], Clue | None], ...] = (_what, _when, _value, _news_clue)


def comparable(one: Quantity, other: Quantity) -> tuple[Value | None, Value | None]:
    """The two values; the two growths where neither tells a value, or of a series where one does not."""
    if one.value and other.value:
        return one.value, other.value
    alike = (one.series and other.series) or not (one.value or other.value)
    return (one.growth, other.growth) if alike else (None, None)


def apart(one: Told, other: Told) -> str | None:
    """Why the two cannot be claims of one quantity, None where they can."""
    left, right = quantity_of(one), quantity_of(other)
    # Of what has a period it does not matter when it was told.
    days = _days_between(one, other) if None in (left.period, right.period) else 0
    return _apart(left, right, days)


@lru_cache(maxsize=1 << 14)
def _apart(one: Quantity, other: Quantity, days: int) -> str | None:
    return next(_reasons(one, other, days), None)


def _reasons(one: Quantity, other: Quantity, days: int) -> Iterator[str]:
    """Reasons by what the figures themselves tell."""
    if (one.measure, one.way) != (other.measure, other.way):
        yield "They count other things or between other states."
    if one.status != other.status:
        yield "One is counted, the other aimed at."
    if one.unit and other.unit and one.unit != other.unit:
        yield "They are told in other units."
    if not _same_time(one, other):
        yield "They are of other times."
    if (one.summed, one.stock) != (other.summed, other.stock):
        yield "One is of one time, the other summed over years."
    if _other_goods(one, other):
        yield "They count other goods."
    if days > (_TARGET_WINDOW if one.status == "target" else _WINDOW):
        yield "Without a period, they were told too long after each other."
    if _two_things(one, other, days):
        yield "Their values differ, and there may be many such."


def _same_time(one: Quantity, other: Quantity) -> bool:
    """Counts are of one period or both of none; an aim may be told once with its year, once without."""
    aimed = one.status == "target" and None in (one.period, other.period)
    return aimed or one.period == other.period


def _other_goods(one: Quantity, other: Quantity) -> bool:
    """Whether what they count differs; wheat in one and all goods in the other does, unless the values agree."""
    if one.goods and other.goods:
        return one.goods.isdisjoint(other.goods)
    return one.goods != other.goods and not _agreeing(one, other)


def _agreeing(one: Quantity, other: Quantity) -> bool:
    left, right = comparable(one, other)
    return left is not None and right is not None and rounding.agree(left, right)


def _two_things(one: Quantity, other: Quantity, days: int) -> bool:
    """Whether values that differ make them two things and no contradiction."""
    if _agreeing(one, other) or (one.series and other.series):
        return False
    fresh = one.period is not None or days <= _SAME_NEWS
    return not (fresh and _may_differ(one) and _may_differ(other))


def within(one: Told, other: Told) -> str | None:
    """A report that tells two numbers in one voice counts two things: a whole and its part, goods and services."""
    assert isinstance(one.finding, Figure)
    assert isinstance(other.finding, Figure)
    if not _same_voice(one.finding, other.finding) or _agreeing(quantity_of(one), quantity_of(other)):
        return None
    return "One report tells both in one voice, so they are two things."


def _same_voice(one: Figure, other: Figure) -> bool:
    """Whether one state counts both.

    Where none is told, a report that names statistics may set two counts of all trade side by side; of
    exports and imports it rather tells the whole and its parts.
    """
    if one.claim.by or other.claim.by:
        return one.claim.by == other.claim.by
    counts = any(_COUNTING.search(sentence) for sentence in (*one.evidence, *other.evidence))
    return one.measure != "trade" or not counts


@lru_cache(maxsize=1 << 14)
def essence(told: Told) -> Hashable:
    """All that ``apart`` looks at."""
    return (quantity_of(told), told.published)


def _days_between(one: Told, other: Told) -> int:
    return abs((date.fromisoformat(one.published) - date.fromisoformat(other.published)).days)
