import numpy as np
import pytest

from comity.errors import BadSpan, EmptySpan, SameSpan, SpanOutside
from comity.findings import Span
from comity.language import Alone, load
from comity.reading import acts
from comity.terms import load as load_terms
from comity.terms.plover import Plover
from tests.reading.judged import Judge, answer

SENTENCE = "Ana Kova  of Croatia phoned her Norwegian counterpart."
WORDS = ((0, 3), (4, 8), (10, 12), (13, 20), (21, 27), (28, 31), (32, 41), (42, 53), (53, 54))
ALONE = Alone(WORDS, np.zeros((10, 4), np.float32), len(SENTENCE))
PLOVER = load_terms(None).table(Plover)
CROATIA, NORWAY = (13, 20), (32, 41)


def judge(kind: str = "CONSULT", mode: str = "phone") -> Judge:
    return Judge(lambda _: answer(events={kind: 0.7, "NONE": 0.2, "AGREE": 0.1}, mode=mode))


def test_the_likeliest_type_has_its_class_and_its_mode() -> None:
    told = acts.relate(ALONE, CROATIA, NORWAY, judge(), PLOVER)
    assert (told.type, told.quad, told.mode) == ("CONSULT", "verbal cooperation", "phone")
    assert (told.probabilities["CONSULT"], told.probabilities["NONE"], len(told.probabilities)) == (0.7, 0.2, 17)


def test_no_act_has_no_class_and_no_mode() -> None:
    told = acts.relate(ALONE, CROATIA, NORWAY, judge("NONE"), PLOVER)
    assert (told.type, told.quad, told.mode) == (None, None, None)


@pytest.mark.parametrize("mode", ["", "visit", "troops"])
def test_a_mode_is_one_that_plover_knows_for_the_type(mode: str) -> None:
    assert acts.relate(ALONE, CROATIA, NORWAY, judge(mode=mode), PLOVER).mode == (mode if mode == "visit" else None)


def test_a_span_is_marked_by_the_first_and_the_last_word_it_touches() -> None:
    asked = judge()
    acts.relate(ALONE, (1, 15), (31, 43), asked, PLOVER)
    assert [(slot.first, slot.last, slot.role) for slot in asked.asked[0].slots] == [
        (0, 3, "source"),
        (6, 7, "target"),
    ]


@pytest.mark.parametrize(
    ("source", "target", "refusal"),
    [
        ((-1, 3), NORWAY, SpanOutside),
        (CROATIA, (50, 55), SpanOutside),
        ((5, 5), NORWAY, EmptySpan),
        (CROATIA, (20, 13), EmptySpan),
        ((8, 10), NORWAY, EmptySpan),
        (CROATIA, CROATIA, SameSpan),
        (CROATIA, (14, 16), SameSpan),
    ],
)
def test_spans_that_mark_no_words_of_their_own_are_refused(source: Span, target: Span, refusal: type[BadSpan]) -> None:
    with pytest.raises(refusal):
        acts.relate(ALONE, source, target, judge(), PLOVER)


def test_words_and_their_places_are_those_of_the_grammar() -> None:
    assert load().alone(SENTENCE).places == WORDS
