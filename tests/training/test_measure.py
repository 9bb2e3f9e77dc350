from dataclasses import replace

from training.measure import Labels, measure, percent
from training.sentences import UNSURE, Sentence

GOLD = Sentence(
    words=("Talks", "began", "in", "Yerevan", "."),
    spaces=(False, True, True, True, False),
    source="x",
    upos=("NOUN", "VERB", "ADP", "PROPN", "PUNCT"),
    xpos=("NNS", "VBD", "IN", "NNP", "."),
    heads=(2, 0, 4, 2, 2),
    labels=("nsubj", "root", "case", "obl", "punct"),
    names=("O", "O", "O", "B-PLACE", "O"),
)
RIGHT = Labels(*(getattr(GOLD, name) for name in ("upos", "xpos", "heads", "labels", "names")))


def test_the_gold_itself_is_all_right() -> None:
    found = measure(lambda _: [RIGHT], [GOLD])
    assert found["las"] == found["uas_words"] == found["names_f1"] == 100


def test_wrong_heads_and_labels_are_counted_apart() -> None:
    wrong = replace(RIGHT, heads=(2, 0, 4, 1, 1), labels=("obj", "root", "case", "obl", "punct"))
    found = measure(lambda _: [wrong], [GOLD])
    assert (found["uas"], found["las"], found["uas_words"], found["las_words"]) == (60, 40, 75, 50)


def test_a_name_of_another_type_is_wrong() -> None:
    found = measure(lambda _: [replace(RIGHT, names=("O", "O", "O", "B-ORG", "O"))], [GOLD])
    assert found["names_f1"] == 0


def test_names_on_unsure_words_do_not_count() -> None:
    gold = replace(GOLD, names=(UNSURE, "O", "O", "B-PLACE", "O"))
    found = measure(lambda _: [replace(RIGHT, names=("B-ORG", "O", "O", "B-PLACE", "O"))], [gold])
    assert found["names_precision"] == 100


def test_sentences_without_a_tree_are_left_out() -> None:
    found = measure(lambda _: [RIGHT], [replace(GOLD, heads=None)])
    assert "las" not in found


def test_nothing_of_nothing_is_nought() -> None:
    assert percent(0, 0) == 0
