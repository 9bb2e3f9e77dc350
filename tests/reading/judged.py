"""An appraiser that gives answers known beforehand, so that tests of what is made of them need no model."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from comity.language.appraisal import EVENT_CLASSES
from comity.language.appraiser import Answer
from comity.language.manifest import Calibration
from comity.language.questions import Question

KINDS = ("encounter", "statement", "agreement", "figure", "pledge", "event", "topic")
CALIBRATION = Calibration(
    proposals={kind: {"appraiser": 1.0, "vouched": 0.0, "bias": 0.0} for kind in KINDS},
    least={kind: {"vouched": 0.5, "doubted": 0.5} for kind in KINDS},
    event_temperature=1.0,
    events={"bias": 0.0, "ruled": 0.0, "rule": 1.0, "paired": 0.0, "pair": 1.0},
    topics={"words": 1.0, "score": 0.0, "told": 0.0, "bias": -1.0},
)


def answer(
    right: float = 0.9,
    events: Mapping[str, float] | None = None,
    mode: str = "",
) -> Answer:
    """An answer that is sure of nothing it is not told to be sure of."""
    return Answer(right, dict.fromkeys(EVENT_CLASSES, 0.0) | dict(events or {"NONE": 1.0}), mode)


class Judge:
    """Answers each question by a function of it, and keeps what it was asked."""

    def __init__(self, told: Callable[[Question], Answer]) -> None:
        self._told = told
        self.calibration = CALIBRATION
        self.asked: list[Question] = []

    def answer(self, sentences: Sequence[Any], questions: Sequence[Question]) -> list[Answer]:
        """An answer to each question, in order."""
        self.asked.extend(questions)
        return [self._told(question) for question in questions]
