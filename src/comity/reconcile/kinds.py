"""What each kind of finding tells the joining about itself."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from comity.matters import Blocks, Clue, Matter, Told

S = TypeVar("S")


def itself(told: Told) -> Hashable:
    """The finding's id: it is like no other."""
    return told.id


@dataclass(frozen=True)
class Kind:
    """How findings of one kind meet, what speaks for and against their being one, and what they make.

    ``blocks`` must be mutual: if one finding seeks a key the other is kept under, the other does, too.
    ``apart`` says why two cannot be one, else None; it may look only at what ``essence`` holds, by
    default at everything. ``once`` says that one report tells a thing of this kind once; where it may tell one
    twice, ``within`` says why two findings of one report cannot be one. Two findings are linked where the
    weights of their clues come to ``threshold`` or more.
    """

    blocks: Callable[[Told], Blocks]
    clues: Callable[[Told, Told], list[Clue]]
    apart: Callable[[Told, Told], str | None]
    matter: Callable[[Sequence[Told]], Matter]
    threshold: float
    once: bool = False
    essence: Callable[[Told], Hashable] = itself
    within: Callable[[Told, Told], str | None] = lambda *_: None

    def may_be_one(self, one: Told, other: Told) -> bool:
        """Whether nothing says that two findings cannot be one."""
        if one.report == other.report and (self.once or self.within(one, other)):
            return False
        return self.apart(one, other) is None


class Reason(NamedTuple, Generic[S]):
    """A row of a table of clues: its name, weight, sentence and when it holds of two things seen.

    The sentence may name fields of the two: "Both took place in {a.host}."
    """

    name: str
    weight: float
    sentence: str
    holds: Callable[[S, S], bool]


class Veto(NamedTuple, Generic[S]):
    """A row of a table of vetoes: when two things seen cannot be one, and why."""

    holds: Callable[[S, S], bool]
    sentence: str


def weighed(reasons: Iterable[Reason[S]], a: S, b: S) -> list[Clue]:
    """The clues of the reasons that hold, in the table's order."""
    return [
        Clue(reason.name, reason.weight, reason.sentence.format(a=a, b=b)) for reason in reasons if reason.holds(a, b)
    ]


def vetoed(vetoes: Iterable[Veto[S]], a: S, b: S) -> str | None:
    """The first veto's sentence that holds, else None."""
    return next((veto.sentence for veto in vetoes if veto.holds(a, b)), None)


def same_words(one: Told, other: Told) -> list[Clue]:
    """The clue that two findings are the same words in copies of one report."""
    if one.source != other.source or not set(one.finding.evidence) & set(other.finding.evidence):
        return []
    return [Clue("copy", 4.0, "The words are the same, in copies of one report.")]
