from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.reading.topics import saturated, singular

Notes = Callable[..., dict[str, Any]]


def topics(notes: Notes, text: str) -> set[str]:
    return {finding.topic for finding in notes(text, published="2024-05-14")["topics"]}


def test_subjects_of_talks_and_agreements_are_told(notes: Notes) -> None:
    text = (
        "The Foreign Ministers of Chile and Norway met in Oslo on Monday and discussed electricity and gas supplies. "
        "They signed an agreement on scholarships for university students."
    )
    assert {"energy", "education"} <= topics(notes, text)


def test_a_report_without_relations_between_states_has_none(notes: Notes) -> None:
    assert topics(notes, "The price of electricity rose in Oslo in May. Customers complained about gas bills.") == set()


def test_a_topic_shows_the_words_that_tell_it(notes: Notes) -> None:
    text = "The Energy Ministers of Chile and Norway met in Oslo on Monday and discussed electricity exports."
    (energy,) = (f for f in notes(text, published="2024-05-14")["topics"] if f.topic == "energy")
    assert "electricity" in energy.evidence


@pytest.mark.parametrize(
    ("word", "single"),
    [
        ("scholarships", "scholarship"),
        ("ministries", "ministry"),
        ("business", "business"),
        ("gas", "gas"),
        ("crisis", "crisis"),
    ],
)
def test_the_plural_ending_is_taken_off(word: str, single: str) -> None:
    assert singular(word) == single


@given(st.floats(0, 50), st.floats(0, 50))
def test_a_word_told_more_often_counts_more_but_never_twice(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0 <= saturated(low) <= saturated(high) < 2
