from collections.abc import Callable
from typing import Any

import pytest

Notes = Callable[..., dict[str, Any]]


def quantities(notes: Notes, text: str) -> list[tuple[float | None, str | None, str]]:
    return [(q.value, q.unit, q.bound) for q in notes(text, published="2024-03-19")["quantities"]]


@pytest.mark.parametrize(
    ("told", "bound"),
    [
        ("more than $5 million", "over"),
        ("at least $5 million", "over"),
        ("nearly $5 million", "under"),
        ("just under $5 million", "under"),
        ("up to $5 million", "under"),
        ("about $5 million", "about"),
        ("some $5 million", "about"),
        ("$5 million or more", "over"),
        ("$5 million", "exact"),
    ],
)
def test_the_words_beside_a_number_bound_it(notes: Notes, told: str, bound: str) -> None:
    assert quantities(notes, f"Chile gave Norway {told}.") == [(5_000_000, "USD", bound)]


def test_an_amount_told_in_two_currencies_is_one(notes: Notes) -> None:
    text = "Japan lent Bangladesh Tk 12,500 crore (178.22 billion yen)."
    assert quantities(notes, text) == [(125_000_000_000, "BDT", "exact")]


def test_a_number_without_unit_leans_on_the_one_it_stands_with(notes: Notes) -> None:
    text = "The fee fell from 30 to 10 dollars. Exports were $9 billion, compared with 7 billion before."
    assert [unit for _, unit, _ in quantities(notes, text)] == ["USD"] * 4


def test_a_bare_number_takes_the_noun_counted_before(notes: Notes) -> None:
    text = "Iran gave Tajikistan 150 scholarships, including 40 in engineering."
    assert [(value, unit) for value, unit, _ in quantities(notes, text)] == [(150, "count"), (40, "count")]


@pytest.mark.parametrize("text", ["The two sides met.", "They signed three agreements.", "Four ministers came."])
def test_sides_ministers_and_documents_are_not_counted(notes: Notes, text: str) -> None:
    assert quantities(notes, text) == []
