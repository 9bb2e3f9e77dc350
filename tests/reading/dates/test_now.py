from collections.abc import Callable
from typing import Any

import pytest

Notes = Callable[..., dict[str, Any]]


@pytest.mark.parametrize(
    ("text", "now"),
    [
        ("OSLO, 5 January 2024 – The ministers of Chile and Norway met here.", "2024-01-05"),
        ("On 26 November 2015, the minister of Chile paid a visit to Norway.", "2015-11-26"),
        ("The two ministries signed a programme of cooperation for 2024-2025 in Oslo.", "2024"),
        ("Trade fell last year, 2023, because of the drought.", "2024"),
    ],
)
def test_the_text_itself_may_fix_now(notes: Notes, text: str, now: str) -> None:
    when = notes(text)["when"]
    assert (when.now, when.now_inferred) == (now, True)


@pytest.mark.parametrize(
    "text",
    [
        "They celebrate the 25th anniversary of the treaty this year.",
        "The programme for 2019-2021 was signed in 2018 and is in force.",
        "The ministers met on Monday.",
    ],
)
def test_an_anniversary_or_an_old_programme_alone_fixes_nothing(notes: Notes, text: str) -> None:
    assert notes(text)["when"].now is None


def test_a_treaty_signed_months_ago_gives_no_more_than_the_year(notes: Notes) -> None:
    text = "The ship will sail in October, six months after the two governments signed a treaty on 7 March 2024."
    assert notes(text)["when"].now == "2024"
