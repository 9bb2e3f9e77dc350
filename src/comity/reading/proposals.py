"""What the readers by rule propose: findings that may be right, each with the words it rests on.

A reader proposes more than it would vouch for; its own belief stands in the finding's confidence.
``choosing`` weighs all proposals of a report with the appraiser; without one, it keeps those that the
rules vouch for.
"""

from dataclasses import dataclass
from typing import Generic, TypeVar

from comity.findings import Finding
from comity.reading.mentions import Mention

F = TypeVar("F", bound=Finding)


@dataclass(frozen=True, slots=True)
class Proposed(Generic[F]):
    """A finding that may be right.

    ``anchor`` is what tells it: the trigger of an encounter, the name of an instrument, the number of a
    figure, the content of a pledge, the quoted words. ``others`` are further words it rests on, in the
    anchor's sentence or elsewhere: who speaks, who takes part, who commits. Proposals with the same
    ``rival`` (any text, per report) read the same words in different ways: at most one is right.
    ``vouched`` tells whether the rules alone would have it.
    """

    finding: F
    anchor: Mention
    others: tuple[Mention, ...] = ()
    rival: str | None = None
    vouched: bool = True
