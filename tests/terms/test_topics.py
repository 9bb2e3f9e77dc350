from typing import get_args

from comity import terms
from comity.findings import Topic
from comity.terms.topics import Topics

WORDS = terms.load().table(Topics)


def test_every_topic_of_the_closed_list_has_words() -> None:
    assert set(WORDS.words) == set(get_args(Topic))
    assert all(WORDS.words[topic] for topic in WORDS.words)


def test_weights_are_positive() -> None:
    assert all(weight > 0 for words in WORDS.words.values() for weight in words.values())


def test_longer_phrases_come_before_shorter_ones_with_the_same_first_word() -> None:
    sizes = [len(phrase.words) for phrase in WORDS.by_first_word["trade"]]
    assert sizes == sorted(sizes, reverse=True)
