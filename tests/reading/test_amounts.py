from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.reading.amounts import amounts
from comity.reading.mentions import When, Who
from tests.reading.conftest import read_page

Notes = Callable[..., dict[str, Any]]


def told(notes: Notes, text: str) -> list[tuple[float, str | None]]:
    have = notes(text, published="2024-03-19")
    return [(a.value, a.unit) for a in amounts(have["page"], have["who"], have["when"])]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Chile lent it $4.9-billion.", 4_900_000_000, "USD"),
        ("Chile lent it US $53 mln.", 53_000_000, "USD"),
        ("Chile lent it 53 million US dollars.", 53_000_000, "USD"),
        ("Norway gave Japan ¥5bn.", 5_000_000_000, "JPY"),
        ("It cost 1.2bn euros.", 1_200_000_000, "EUR"),
        ("Pakistan lent it Rs 500 crore.", 5_000_000_000, "PKR"),
        ("It cost 15 million Czech crowns.", 15_000_000, "CZK"),
        ("Malaysia paid RM1.1 billion.", 1_100_000_000, "MYR"),
        ("It rose by 23,1 per cent.", 23.1, "percent"),
        ("It fell by two thirds.", 67, "percent"),
        ("It grew 2.4 times.", 2.4, "times"),
        ("It tripled.", 3, "times"),
        ("It carries 25 million cubic metres of gas a day.", 25_000_000, "cubic metres per day"),
        ("It bought 3 bcm of gas.", 3_000_000_000, "cubic metres"),
        ("It bought a dozen ships.", 12, None),
    ],
)
def test_numbers_are_read_with_their_units(notes: Notes, text: str, value: float, unit: str | None) -> None:
    assert told(notes, text) == [(value, unit)]


def test_dollars_are_what_the_report_says_they_are(notes: Notes) -> None:
    text = "China bought fish worth $4 million from Canada. Dollar amounts are Canadian."
    assert told(notes, text) == [(4_000_000, "CAD")]


@pytest.mark.parametrize("text", ["They met on 5 May 2023.", "It was a third round of talks.", "The C5+1 group met."])
def test_dates_ranks_and_names_hold_no_amount(notes: Notes, text: str) -> None:
    assert told(notes, text) == []


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="0123456789.,%$€£ bnmkR-/thirdhalf", max_size=60))
def test_odd_text_raises_nothing(text: str) -> None:
    amounts(read_page(text), Who(), When())
