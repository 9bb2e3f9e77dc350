"""Rules of which pledges are one promise."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.matters import Told
from comity.reconcile.pledges import THRESHOLD, apart, blocks, clues, matter
from tests.reconcile.saying import pledge

OPEN = "open a consulate general in Aktau"


def linked(one: Told, other: Told) -> bool:
    meet = bool(blocks(one).kept & blocks(other).sought)
    return meet and apart(one, other) is None and sum(clue.weight for clue in clues(one, other)) >= THRESHOLD


@pytest.mark.parametrize(
    "text",
    [OPEN, "opening of a consulate general in Aktau", "that a Consulate General will open its doors in Aktau"],
)
def test_a_promise_told_again_is_one(text: str) -> None:
    assert linked(pledge(OPEN), pledge(text, "r2", "2024-09-01"))


@pytest.mark.parametrize(
    "text",
    [
        "open direct flights between the capitals",
        "train diplomats in Aktau",
        "strengthen cooperation and develop relations",
    ],
)
def test_other_words_are_another_promise(text: str) -> None:
    assert not linked(pledge(OPEN), pledge(text, "r2"))


def test_general_words_are_no_promise_that_can_be_told_again() -> None:
    words = "strengthen bilateral cooperation and develop relations"
    assert not blocks(pledge(words)).kept
    assert not linked(pledge(words), pledge(words, "r2"))


@pytest.mark.parametrize(
    ("other", "published", "may_be_one"),
    [
        ({}, "2024-09-01", True),
        ({"by": ("ARM", "KAZ")}, "2024-09-01", True),
        ({"by": ("ARM",)}, "2024-09-01", False),
        ({"parties": ("GEO", "KAZ")}, "2024-09-01", False),
        ({"parties": ("KAZ",)}, "2024-09-01", True),
        ({"deadline": "2025-06"}, "2024-09-01", True),
        ({"deadline": "2026"}, "2024-09-01", False),
        ({}, "2026-09-01", False),
    ],
)
def test_states_deadlines_and_time_may_forbid_it(other: dict[str, Any], published: str, may_be_one: bool) -> None:
    one = pledge(OPEN, deadline="2025")
    assert (apart(one, pledge(OPEN, "r2", published, **other)) is None) is may_be_one


def test_other_numbers_are_another_promise() -> None:
    words = "deliver {} tonnes of wheat each month"
    assert linked(pledge(words.format(15_000)), pledge(words.format(15_000), "r2"))
    assert not linked(pledge(words.format(15_000)), pledge(words.format(20_000), "r2"))


def test_keys_stay_few_and_mutual_over_years() -> None:
    text = (
        "build factories, railways, bridges, tunnels, hospitals, universities, laboratories, warehouses and terminals"
    )
    one, other = pledge(text, published="2024-12-31"), pledge(text, "r2", "2025-01-01")
    assert len(blocks(one).kept) == 15
    assert blocks(one).kept & blocks(other).sought
    assert blocks(other).kept & blocks(one).sought


def test_a_promise_is_titled_by_who_commits_to_what() -> None:
    made = matter([pledge(OPEN, deadline="2025"), pledge("open a consulate", "r2", deadline="2025-06")])
    assert (made.title, made.date) == (f"KAZ: {OPEN}", "2025-06")


any_pledge = st.builds(
    pledge,
    text=st.sampled_from([OPEN, "deliver 15 tonnes of wheat to Gyumri", "", "develop ties"]),
    report=st.sampled_from(["r1", "r2"]),
    published=st.sampled_from(["2022-01-01", "2024-04-15", "2024-05-01"]),
    by=st.sampled_from([("KAZ",), ("ARM",), ("ARM", "KAZ")]),
    deadline=st.sampled_from([None, "2025", "2025-06", "2026"]),
    parties=st.sampled_from([("ARM", "KAZ"), ("KAZ",), ("GEO", "KAZ")]),
)


@given(any_pledge, any_pledge)
def test_clues_vetoes_and_meetings_are_mutual(one: Told, other: Told) -> None:
    assert apart(one, other) == apart(other, one)
    assert apart(one, other) or clues(one, other) == clues(other, one)
    left, right = blocks(one), blocks(other)
    assert bool(left.kept & right.sought) == bool(right.kept & left.sought)
