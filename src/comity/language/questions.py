"""What the appraiser is asked, in words of one report: marked stretches of a sentence and what is claimed of them."""

from dataclasses import dataclass
from typing import NamedTuple

from comity.language.appraisal import CLAIMS, DISTANCES, KINDS, ROLES

MOST_SLOTS = 8
_CLAIM_NUMBERS = {claim: number for number, claim in enumerate(CLAIMS, 1)}


class Slot(NamedTuple):
    """Words `first` to `last` of a sentence, white space not counted, and their part (one of ROLES)."""

    sentence: int
    first: int
    last: int
    role: str


@dataclass(frozen=True, slots=True)
class Question:
    """One proposal: its kind (one of KINDS), the number of its sentence among those that were read, its slots,
    what tells it first, and what the rules claim (of CLAIMS)."""

    kind: str
    sentence: int
    slots: tuple[Slot, ...]
    claims: tuple[str, ...] = ()

    @property
    def kind_number(self) -> int:
        """The kind as the model has it."""
        return KINDS.index(self.kind)

    @property
    def role_numbers(self) -> list[int]:
        """The parts of the slots as the model has them."""
        return [1 + ROLES.index(slot.role) for slot in self.slots]

    @property
    def claim_numbers(self) -> list[int]:
        """The claims as the model has them."""
        return [_CLAIM_NUMBERS[claim] for claim in self.claims]


_NEAR = 8
_FARTHEST = 4


def around(number: int, count: int) -> list[tuple[int, int]]:
    """The sentences whose openings are shown beside sentence `number` of `count`, and how far off each stands
    (its place in DISTANCES): the first one and those within eight, nearest first."""
    others = sorted((n for n in range(count) if n != number), key=lambda n: (abs(n - number), n))
    near = [n for n in others if n and abs(n - number) <= _NEAR]
    first = [(0, DISTANCES.index("first"))] if number else []
    return first + [(n, DISTANCES.index(_signed(n - number))) for n in near]


def _signed(distance: int) -> str:
    return f"{max(-_FARTHEST, min(_FARTHEST, distance)):+d}"
