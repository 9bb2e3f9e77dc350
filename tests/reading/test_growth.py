from collections.abc import Callable
from typing import Any

import pytest

Notes = Callable[..., dict[str, Any]]


def changes(notes: Notes, text: str) -> list[tuple[float | None, float, str, str] | None]:
    quantities = notes(text, published="2024-03-19")["quantities"]
    return [(q.value, q.change.value, q.change.unit, q.change.direction) if q.change else None for q in quantities]


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Trade grew by 23.1% to reach 53 million US dollars.", (53_000_000, 23.1, "percent", "up")),
        ("Trade came to $53 million, down 12 percent.", (53_000_000, 12, "percent", "down")),
        ("Trade was $53 million, 9% less than the year before.", (53_000_000, 9, "percent", "down")),
        ("Exports rose 2.4 times to $11.8 million.", (11_800_000, 2.4, "times", "up")),
        ("Exports fell by a third, to 25 million euros.", (25_000_000, 33, "percent", "down")),
        ("Trade reached $12.6 million and increased 3 times.", (12_600_000, 3, "times", "up")),
        ("Exports made $14.7 bln (plus 11.8%).", (14_700_000_000, 11.8, "percent", "up")),
        ("Trade was 9 million euros, twice as much as in 2020.", (9_000_000, 2, "times", "up")),
    ],
)
def test_growth_is_joined_to_its_level(notes: Notes, text: str, change: tuple[float, float, str, str]) -> None:
    assert changes(notes, text) == [change]


def test_growth_without_a_level_is_kept(notes: Notes) -> None:
    assert changes(notes, "Trade with Norway has doubled since 2017.") == [(None, 2, "times", "up")]


def test_growth_of_another_subject_is_not_joined(notes: Notes) -> None:
    text = "Trade reached $38 million in 2022, but exports have slumped by 40 percent since."
    assert changes(notes, text) == [None, (None, 40, "percent", "down")]


def test_the_base_of_a_comparison_does_not_grow(notes: Notes) -> None:
    text = "Trade grew by 40 percent, from $10 million in 2020 to $14 million in 2022."
    assert changes(notes, text) == [None, (14_000_000, 40, "percent", "up")]


@pytest.mark.parametrize(
    "text",
    [
        "Steel made up 76 percent of the exports.",
        "The minister met him three times.",
        "They signed an agreement on the avoidance of double taxation.",
        "The flights go twice a week.",
    ],
)
def test_shares_and_mere_repetition_are_no_growth(notes: Notes, text: str) -> None:
    assert not any(changes(notes, text))
