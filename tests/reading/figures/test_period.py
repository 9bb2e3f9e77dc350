from collections.abc import Callable
from typing import Any

import pytest

Notes = Callable[..., dict[str, Any]]
OPENING = "The ministers of Chile and Norway met in Oslo. Chile and Norway discussed trade. "


def figure(notes: Notes, sentence: str) -> Any:
    return notes(OPENING + sentence, published="2024-03-19")["figures"][0]


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("Trade between Chile and Norway was $53 million in 2022.", "2022"),
        ("Trade between Chile and Norway was $53 million last year.", "2023"),
        ("Trade between Chile and Norway was $53 million in January-May 2023.", "2023-01/2023-05"),
        ("Trade between Chile and Norway was $53 million in the 2021-22 fiscal year.", "2021/2022"),
        ("The minister said on Monday that trade between Chile and Norway was $53 million.", None),
        ("Norway has invested $53 million in Chile since 2010.", "2010/2024"),
        ("Some 400 Norwegian companies operate in Chile.", None),
    ],
)
def test_a_figure_has_the_period_told_beside_it(notes: Notes, sentence: str, period: str | None) -> None:
    assert figure(notes, sentence).period == period


def test_the_period_told_before_holds_on(notes: Notes) -> None:
    text = "Trade between Chile and Norway was $53 million in 2022. Chile's exports came to $20 million."
    assert [f.period for f in notes(OPENING + text, published="2024-03-19")["figures"]] == ["2022", "2022"]


def test_a_time_of_comparison_is_not_the_figures_own(notes: Notes) -> None:
    sentence = "In 2022 trade between Chile and Norway was $53 million, 5 percent more than in 2021."
    assert figure(notes, sentence).period == "2022"


def test_a_level_of_comparison_has_its_own_year(notes: Notes) -> None:
    text = "Trade between Chile and Norway was $53 million in 2023, up from $40 million a year earlier."
    figures = notes(OPENING + text, published="2024-03-19")["figures"]
    assert [(f.value, f.period) for f in figures] == [(53_000_000, "2023"), (40_000_000, "2022")]


def test_a_year_that_has_passed_beside_the_number_tells_a_count(notes: Notes) -> None:
    found = figure(notes, "Trade between Chile and Norway, $53 million last year, is far below the potential.")
    assert (found.status, found.period) == ("reported", "2023")


def test_both_ends_of_a_rise_have_their_own_year(notes: Notes) -> None:
    text = "Trade between Chile and Norway grew from 13 to 53 million dollars between 2019 and 2023."
    figures = notes(OPENING + text, published="2024-03-19")["figures"]
    assert [(f.value, f.period) for f in figures] == [(13_000_000, "2019"), (53_000_000, "2023")]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Trade between Chile and Norway reached $53 million.", "reported"),
        ("Trade between Chile and Norway grew by 5 percent to reach $53 million.", "reported"),
        ("Norway signed a loan of $53 million with Chile.", "reported"),
        ("Norway will lend Chile $53 million.", "target"),
        ("Norway pledged to give Chile $53 million.", "target"),
        ("Chile and Norway set the target of $53 million in trade by 2030.", "target"),
    ],
)
def test_aims_are_told_from_counts(notes: Notes, sentence: str, status: str) -> None:
    assert figure(notes, sentence).status == status
