from collections.abc import Sequence

import numpy as np
import pytest

from comity.language import appraiser as loaded
from comity.language.appraisal import EVENT_CLASSES
from comity.language.appraiser import BATCH, Answer, Appraiser, Array, texts
from comity.language.questions import Question, Slot

WIDTH = 384
MEETING = Question("encounter", 1, (Slot(1, 2, 2, "anchor"), Slot(1, 0, 1, "party")), ("belief=7", "vouched"))
PAIR = Question("event", 0, (Slot(0, 0, 0, "source"), Slot(0, 3, 3, "target")))


@pytest.fixture(scope="module")
def appraiser() -> Appraiser:
    return loaded()


@pytest.fixture(scope="module")
def sentences() -> Sequence[Array]:
    chance = np.random.default_rng(7)
    return [chance.normal(size=(1 + words, WIDTH)).astype(np.float32) for words in (6, 5, 12)]


def near(one: Answer, other: Answer) -> bool:
    events = [(one.events[name], other.events[name]) for name in EVENT_CLASSES]
    return all(abs(a - b) < 1e-4 for a, b in [(one.right, other.right), *events])


def test_answers_come_in_the_order_asked(appraiser: Appraiser, sentences: Sequence[Array]) -> None:
    one, other = appraiser.answer(sentences, [MEETING, PAIR])
    back = appraiser.answer(sentences, [PAIR, MEETING])
    assert near(one, back[1])
    assert near(other, back[0])


def test_what_is_asked_beside_a_question_changes_nothing(appraiser: Appraiser, sentences: Sequence[Array]) -> None:
    many = appraiser.answer(sentences, [MEETING, *[PAIR] * BATCH, MEETING])
    assert near(many[0], many[-1])
    assert near(many[0], appraiser.answer(sentences, [MEETING])[0])


def test_probabilities_of_classes_add_up(appraiser: Appraiser, sentences: Sequence[Array]) -> None:
    (told,) = appraiser.answer(sentences, [PAIR])
    assert sum(told.events.values()) == pytest.approx(1, abs=1e-5)


def test_nothing_asked_is_nothing_answered(appraiser: Appraiser, sentences: Sequence[Array]) -> None:
    assert appraiser.answer(sentences, []) == []


def test_a_sentence_is_followed_by_the_openings_around_it(sentences: Sequence[Array]) -> None:
    memory, distances = texts(sentences, [1])
    assert memory.shape == (1, 8, WIDTH)
    assert (memory[0, 6] == sentences[0][0]).all()
    assert (memory[0, 7] == sentences[2][0]).all()
    assert distances.tolist() == [[0, 0, 0, 0, 0, 0, 1, 6]]
