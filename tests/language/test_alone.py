import numpy as np
import pytest

from comity.errors import BadEncoding, EmptyReport, TooLarge
from comity.language import EncoderParser, load
from comity.language.encoder import Encoder

# Two sentences by the rules of boundaries, one where it is asked to be.
TEXT = "Croatia  thanked Norway.\n\nIt  replied."


def test_the_whole_text_is_one_sentence() -> None:
    alone = load().alone(TEXT)
    assert [TEXT[start:end] for start, end in alone.places] == [
        "Croatia",
        "thanked",
        "Norway",
        ".",
        "It",
        "replied",
        ".",
    ]
    assert (len(alone.vectors), alone.length) == (1 + 7, len(TEXT))


def test_a_sentence_has_the_vectors_it_has_in_a_report() -> None:
    sentence = "Croatia thanked Norway for its help."
    doc = load().parse(sentence)
    assert np.array_equal(load().alone(sentence).vectors, doc.user_data["encoded"][0])


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [(0, 7, (0, 0)), (3, 4, (0, 0)), (0, 10, (0, 1)), (7, 9, None), (23, 28, (3, 4)), (36, 38, (5, 6))],
)
def test_a_span_touches_words(start: int, end: int, words: tuple[int, int] | None) -> None:
    assert load().alone(TEXT).touched(start, end) == words


@pytest.mark.parametrize(
    ("text", "refusal"),
    [("", EmptyReport), (" \n ", EmptyReport), ("Croatia \ud800 thanked", BadEncoding), ("word " * 301, TooLarge)],
)
def test_what_is_no_sentence_is_refused_by_name(text: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        load().alone(text)


def test_the_longest_sentence_is_what_the_parser_was_given() -> None:
    with pytest.raises(TooLarge, match="4 words"):
        EncoderParser(Encoder(), longest=3).alone("Croatia thanked Norway.")
