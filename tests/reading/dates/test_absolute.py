from collections.abc import Callable
from typing import Any

import pytest

Notes = Callable[..., dict[str, Any]]
PUBLISHED = "2024-03-19"


@pytest.mark.parametrize(
    ("told", "value", "last"),
    [
        ("on 15 March 2023", "2023-03-15", None),
        ("on March 15, 2023", "2023-03-15", None),
        ("on Wednesday, 7th June, 2023", "2023-06-07", None),
        ("on the 13th of October, 2022", "2022-10-13", None),
        ("on 15.03.2023", "2023-03-15", None),
        ("on 2023-03-15", "2023-03-15", None),
        ("on 20/12/2023", "2023-12-20", None),
        ("on March 15-16, 2023", "2023-03-15", "2023-03-16"),
        ("on 5 and 6 June 2023", "2023-06-05", "2023-06-06"),
        ("from 30 December to 2 January 2024", "2023-12-30", "2024-01-02"),
        ("in mid-March 2023", "2023-03", None),
        ("in early 2023", "2023", None),
        ("in January-November 2023", "2023-01", "2023-11"),
        ("between April and July 2023", "2023-04", "2023-07"),
        ("between 2019 and 2023", "2019", "2023"),
        ("in 2024–2025", "2024", "2025"),
    ],
)
def test_times_with_a_year_are_read_as_told(notes: Notes, told: str, value: str, last: str | None) -> None:
    (moment,) = notes(f"The two ministers met {told} in Oslo.", published=PUBLISHED)["when"].moments
    assert (moment.value, moment.last, moment.inferred) == (value, last, False)


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The ministers met on 15 March.", "2024-03-15"),
        ("The ministers met on 20 November.", "2023-11-20"),
        ("The ministers will meet on 20 November.", "2024-11-20"),
        ("The ministers signed a treaty in May.", "2023-05"),
        ("The ministers will sign a treaty in February.", "2025-02"),
        ("The ministers met in November last.", "2023-11"),
        ("The ministers met on 5 March this year.", "2024-03-05"),
        ("The ministers met last July.", "2023-07"),
    ],
)
def test_a_year_left_out_follows_the_tense_and_is_inferred(notes: Notes, sentence: str, value: str) -> None:
    (moment,) = notes(sentence, published=PUBLISHED)["when"].moments
    assert (moment.value, moment.inferred) == (value, True)


@pytest.mark.parametrize("told", ["on 31 February 2023", "on 2023-13-01", "on 30.02.2023"])
def test_impossible_dates_give_no_moment(notes: Notes, told: str) -> None:
    assert notes(f"The two ministers met {told} in Oslo.", published=PUBLISHED)["when"].moments == ()
