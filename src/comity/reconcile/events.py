"""Events into matters: the same deed between the same states, by its day or by the encounter it comes from.

What is told without a day, and comes from nothing else that is joined, is one with its like in copies only.
"""

import hashlib
from collections.abc import Hashable, Sequence
from datetime import timedelta

from comity.findings import Event
from comity.matters import Blocks, Clue, Matter, Told
from comity.reconcile.days import Stretch, stretch
from comity.reconcile.kinds import Kind, same_words
from comity.reconcile.summing import counted, exactest, parties

THRESHOLD = 3.0
# Reports of one deed differ by a day for time zones and by two for weekly papers; a visit lasts about so long.
DAYS = 3
# Reports may give one visit's deeds days this far apart; what is further apart is another step of one undertaking.
_ANCHORED_DAYS = 10


def blocks(told: Told) -> Blocks:
    """Kept under the triple and its day, looking three days around; by its words where no day is told."""
    event = _event(told)
    days = _days(told)
    triple = f"{event.source}|{event.target}|{event.type}"
    if days is None:
        keys = frozenset(f"{triple}|{_print(words)}" for words in event.evidence)
        return Blocks(keys, keys)
    kept = frozenset({f"{triple}|{event.date}"})
    around = days.wider(DAYS, DAYS)
    near = (around.first + timedelta(days=shift) for shift in range(around.length))
    return Blocks(kept, frozenset(f"{triple}|{day.isoformat()}" for day in near))


def _print(words: str) -> str:
    return hashlib.blake2b(words.encode(), digest_size=6).hexdigest()


def _days(told: Told) -> Stretch | None:
    """The event's day; None where only a month or year is told, or no day at all."""
    event = _event(told)
    days = stretch(event.date) if event.date else None
    return days if days and days.length == 1 else None


def clues(one: Told, other: Told) -> list[Clue]:
    """The triple, how near each other the days are, and whether they are the same words in copies."""
    if not same_triple(one, other):
        return []
    event, when = _event(one), _when(one, other)
    deed = Clue("same triple", 1.0, f"Both tell that {event.source} did {event.type} towards {event.target}.")
    return [deed, *([when] if when else []), *same_words(one, other)]


def _when(one: Told, other: Told) -> Clue | None:
    left, right = _days(one), _days(other)
    gap = left.gap(right) if left and right else None
    if gap is None or gap > DAYS:
        return None
    return Clue("days", 3.0 - gap / 4, f"They are {gap} days apart." if gap else "They are of one day.")


def anchor_clue() -> Clue:
    """Why two events of one triple are one whose encounters or agreements are one: suffices alone."""
    return Clue("from the same encounter or agreement", 4.0, "They come from one encounter or agreement.")


def same_triple(one: Told, other: Told) -> bool:
    """Whether two events may be one where their anchors are: they tell the same deed between the same states."""
    left, right = _event(one), _event(other)
    return (left.source, left.target, left.type) == (right.source, right.target, right.type)


def apart(one: Told, other: Told) -> str | None:
    """Why two events cannot be one: another triple, or days more than three apart.

    Where both come from an encounter or agreement, reports may differ by ten days: whether these
    are one is for the links between them to say.
    """
    if not same_triple(one, other):
        return "They tell other deeds or other states."
    left, right = _days(one), _days(other)
    most = _ANCHORED_DAYS if one.anchors and other.anchors else DAYS
    return f"They are more than {most} days apart." if left and right and left.gap(right) > most else None


def matter(members: Sequence[Told]) -> Matter:
    """The deed that the members, the earliest first, tell of: "KAZ CONSULT ARM"."""
    event = _event(members[0])
    return Matter(
        kind="event",
        type=event.type,
        title=f"{event.source} {event.type} {event.target}",
        parties=parties(members),
        date=exactest(_event(one).date for one in members),
        **counted(members),
    )


def _event(told: Told) -> Event:
    assert isinstance(told.finding, Event)
    return told.finding


def _essence(told: Told) -> Hashable:
    event = _event(told)
    return (event.source, event.target, event.type, event.date, bool(told.anchors))


KIND = Kind(blocks=blocks, clues=clues, apart=apart, matter=matter, threshold=THRESHOLD, once=True, essence=_essence)
