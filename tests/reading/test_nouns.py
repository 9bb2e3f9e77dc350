from collections.abc import Callable
from typing import Any

import pytest

Notes = Callable[..., dict[str, Any]]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("There are 435 Armenian companies in the country.", "companies"),
        ("The number of students reached 9,400.", "students"),
        ("Norway took in 1,100 Rwandans.", "Rwandans"),
        ("Some 300 young engineers were trained.", "engineers"),
    ],
)
def test_a_number_counts_the_noun_of_its_phrase_or_clause(notes: Notes, text: str, noun: str) -> None:
    have = notes(text, published="2024-03-19")
    (quantity,) = have["quantities"]
    assert have["page"].doc[quantity.noun].text == noun


def test_the_two_and_both_count_nothing(notes: Notes) -> None:
    assert notes("Trade between the two grew fast.", published="2024-03-19")["quantities"] == ()
