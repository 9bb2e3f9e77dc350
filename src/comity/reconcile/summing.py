"""What the findings of a matter come to: what most of them tell, what the newest tells, how many told it."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from comity.findings import Code, Moment
from comity.matters import Told

T = TypeVar("T")


def most(values: Iterable[T | None]) -> T | None:
    """The value told most often, of those equally often the earliest told; None where none is told."""
    told = Counter(value for value in values if value is not None)
    return max(told, key=lambda value: told[value]) if told else None


def exactest(moments: Iterable[Moment | None]) -> Moment | None:
    """The most exact moment among those that agree with the one most findings support.

    A moment supports all that it is part of: 2024-04-15 supports 2024-04 and 2024.
    """
    told = [moment for moment in moments if moment]
    best: Moment | None = None
    for length in (4, 7, 10):
        fits = [m[:length] for m in told if len(m) >= length and (best is None or m.startswith(best))]
        best = most(fits) or best
    return best


def parties(members: Sequence[Told]) -> tuple[Code, ...]:
    """The parties that most of the members name, in alphabetical order; all where they are equally many."""
    told = Counter(one.parties for one in members)
    top = max(told.values())
    widest = max((one for one in told if told[one] == top), key=lambda one: (len(one), one))
    return tuple(sorted(widest))


def counted(members: Sequence[Told]) -> dict[str, Any]:
    """The fields that every matter takes from its members, the earliest first: id, counts, days of telling."""
    return {
        "id": f"m{members[0].id}",
        "findings": tuple(one.id for one in members),
        "reports": len({one.report for one in members}),
        "sources": len({one.source for one in members}),
        "first_told": min(one.published for one in members),
        "last_told": max(one.published for one in members),
    }


def by_day(members: Sequence[Told], value: Callable[[Told], T]) -> list[T]:
    """A value of each member, the one told last first."""
    return [value(one) for one in sorted(members, key=lambda one: one.order, reverse=True)]
