from dataclasses import fields

import numpy as np

from comity.language.encoder import Encoder, Labelled, batches
from comity.language.pieces import Pieces

WORDS = """Nurtleu met Mirzoyan .
The ministers signed a memorandum on trade .
Talks
They discussed transport , energy and water in Yerevan on Monday ."""
SENTENCES = [(line.split(), [word != "." for word in line.split()]) for line in WORDS.splitlines()]


def alike(one: Labelled, other: Labelled) -> bool:
    """Whether two readings of a sentence are the same to the last bit."""
    pairs = [(getattr(one, field.name), getattr(other, field.name)) for field in fields(Labelled)]
    return all(np.array_equal(a, b) for a, b in pairs)


def test_labels_come_in_the_order_given() -> None:
    found = Encoder().label(SENTENCES)
    assert [len(one.heads) for one in found] == [len(words) for words, _ in SENTENCES]
    assert [one.heads.count(0) for one in found] == [1] * len(SENTENCES)


def test_a_sentence_is_labelled_alike_whatever_stands_beside_it() -> None:
    encoder = Encoder()
    together = encoder.label(SENTENCES)
    assert all(map(alike, [encoder.label([one])[0] for one in SENTENCES], together))
    assert all(map(alike, encoder.label(SENTENCES[::-1])[::-1], together))


def test_no_sentences_have_no_labels() -> None:
    assert Encoder().label([]) == []


def test_progress_ends_with_all_sentences() -> None:
    told: list[tuple[int, int]] = []
    Encoder().label(SENTENCES, lambda done, whole: told.append((done, whole)))
    assert told[-1] == (len(SENTENCES), len(SENTENCES))


def test_sentences_of_one_length_run_together_unpadded() -> None:
    pieces = [Pieces([0] * length, [0] * length, [0]) for length in (5, 3, 5, 700, 3)]
    assert list(batches(pieces)) == [[1, 4], [0, 2], [3]]
