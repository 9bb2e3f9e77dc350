"""Which tellings are of one encounter: clues with weights, each a sentence that a reader can check."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from comity.reading.encounters.candidate import Telling

GROUPS = {
    "visit": "visit",
    "meeting": "meeting",
    "talks": "meeting",
    "call": "call",
    "summit": "gathering",
    "forum": "gathering",
}
ENOUGH = 0.0
# So many tellings of the same states are looked back on: more than a report has, fewer than a book.
WINDOW = 60
Clue = Callable[[Telling, Telling], bool]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A clue, what it adds to the likelihood that two tellings are of one encounter, and why."""

    holds: Clue
    weight: float
    why: str


def _at_odds(a: Telling, b: Telling) -> bool:
    """Whether for one side they name different people: he met the president, then the speaker."""
    return not b.points_back and not b.adds and at_odds(a, b)


def at_odds(a: Telling, b: Telling) -> bool:
    """Whether two tellings name different people of one side."""
    return any((x := a.sides.get(code)) and (y := b.sides.get(code)) and not x & y for code in a.countries)


def _same_moment(a: Telling, b: Telling) -> bool:
    return bool(a.day and b.day) and _prefix(a.day or "", b.day or "")


def _prefix(a: str, b: str) -> bool:
    return a.startswith(b) or b.startswith(a)


def _one_stay(a: Telling, b: Telling) -> bool:
    """A visit's further stops: same traveller, same state, within a week."""
    near = (
        bool(a.date and b.date and len(a.date) == len(b.date) == 10)
        and abs((date.fromisoformat(a.date or "") - date.fromisoformat(b.date or "")).days) <= 7
    )
    return a.kind == b.kind == "visit" and a.host == b.host and bool(a.surnames & b.surnames) and near


CLUES = (
    Weighed(lambda a, b: a.status == b.status, 0.5, "Both are told as held, planned or cancelled."),
    Weighed(lambda a, b: a.status != b.status, -1.5, "One is told as held, the other as planned or cancelled."),
    Weighed(_same_moment, 1.0, "Their dates agree."),
    Weighed(_one_stay, 3.5, "They are stops of one stay."),
    Weighed(lambda a, b: bool(a.date and b.date) and not _same_moment(a, b), -2.0, "Their dates differ."),
    Weighed(lambda a, b: bool(a.surnames & b.surnames), 0.7, "They name the same person."),
    Weighed(lambda a, b: a.private != b.private, -1.2, "One was in private, the other with delegations."),
    Weighed(_at_odds, -3.0, "They name different people of one side."),
    Weighed(lambda a, b: bool(a.host and b.host) and a.host == b.host, 0.3, "They take place in the same state."),
    Weighed(lambda a, b: bool(a.host and b.host) and a.host != b.host, -1.5, "They take place in different states."),
    Weighed(lambda a, b: b.definite, 0.7, "The later one may point back to something told."),
    Weighed(
        lambda a, b: (a.joint or b.joint) and a.status == b.status, 1.0, "One is a signing, which takes a meeting."
    ),
    Weighed(lambda a, b: b.points_back or b.adds, 1.5, "The later one points back to something told."),
    Weighed(lambda a, b: bool(a.order and b.order) and a.order != b.order, -1.5, "Their ordinals differ."),
    Weighed(lambda a, b: a.kind != b.kind, -0.4, "One is a meeting, the other talks."),
    Weighed(lambda a, b: a.trigger.sentence.start == b.trigger.sentence.start, 0.5, "One sentence tells both."),
)


def likeness(a: Telling, b: Telling) -> float:
    """How likely two tellings are of one encounter: above 0, they are joined."""
    return sum(clue.weight for clue in CLUES if clue.holds(a, b))


def join(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """Groups of tellings of one encounter each, in order of first telling.

    Each telling is compared with the latest ``WINDOW`` ones of its kind and states alone.
    """
    groups: list[list[Telling]] = []
    latest: defaultdict[tuple[str, frozenset[str]], deque[tuple[int, Telling]]] = defaultdict(
        lambda: deque(maxlen=WINDOW)
    )
    for telling in tellings:
        near = latest[GROUPS[telling.kind], telling.countries]
        number = _best(near, telling)
        if number is None:
            number = len(groups)
            groups.append([])
        groups[number].append(telling)
        near.append((number, telling))
    return groups


def _best(near: Iterable[tuple[int, Telling]], telling: Telling) -> int | None:
    """The number of the group whose tellings are most like this one, the first of equals; None if none is enough."""
    members: defaultdict[int, list[Telling]] = defaultdict(list)
    for number, other in near:
        members[number].append(other)
    close = {number: _close(members[number], telling) for number in sorted(members)}
    best = max(close, key=lambda number: close[number], default=None)
    return best if best is not None and close[best] > ENOUGH else None


def _close(group: Sequence[Telling], telling: Telling) -> float:
    return sum(likeness(other, telling) for other in group) / len(group)
