"""What a source does to a target by one sentence, both marked in it: the appraiser's answer as an act."""

from collections.abc import Mapping, Sequence
from typing import Protocol, cast

import numpy as np
import numpy.typing as npt

from comity.errors import EmptySpan, SameSpan, SpanOutside
from comity.findings import Act, EventType, Span
from comity.language import Alone
from comity.language.appraiser import Answer
from comity.language.questions import Question, Slot
from comity.terms.plover import Plover

NONE = "NONE"
_DECIMALS = 4


class Asked(Protocol):
    """Who answers questions about words that are given by their vectors: see ``language.Appraiser``."""

    def answer(self, sentences: Sequence[npt.NDArray[np.float32]], questions: Sequence[Question]) -> list[Answer]:
        """An answer to each question, in order."""
        ...


def relate(alone: Alone, source: Span, target: Span, asked: Asked, plover: Plover) -> Act:
    """The act of the source on the target, both in code points of the sentence.

    Raises ``SpanOutside``, ``EmptySpan`` and ``SameSpan``.
    """
    marks = {role: _marked(alone, span, role) for role, span in (("source", source), ("target", target))}
    if marks["source"] == marks["target"]:
        raise SameSpan(f"Source {source} and target {target} mark the same words.")
    slots = tuple(Slot(0, *words, role) for role, words in marks.items())
    (answer,) = asked.answer([alone.vectors], [Question("event", 0, slots)])
    return act(answer, plover)


def _marked(alone: Alone, span: Span, role: str) -> tuple[int, int]:
    """The first and last word that a span touches."""
    start, end = span
    if start < 0 or end > alone.length:
        raise SpanOutside(f"The {role} {start} to {end} lies outside the sentence, which ends at {alone.length}.")
    words = alone.touched(start, end) if start < end else None
    if words is None:
        raise EmptySpan(f"The {role} {start} to {end} touches no word.")
    return words


def act(answer: Answer, plover: Plover) -> Act:
    """The likeliest type, with its class and with the mode, if the type knows it."""
    chances: Mapping[str, float] = answer.events
    likeliest = max(chances, key=lambda kind: chances[kind])
    told = {kind: round(chance, _DECIMALS) for kind, chance in chances.items()}
    if likeliest == NONE:
        return Act(type=None, probabilities=told)
    kind = cast(EventType, likeliest)
    return Act(type=kind, probabilities=told, quad=plover.quad(kind), mode=mode_of(answer, kind, plover))


def mode_of(answer: Answer, kind: EventType, plover: Plover) -> str | None:
    """The mode that the answer tells, if PLOVER knows it for that type."""
    return answer.mode if answer.mode in plover.modes[kind] else None
