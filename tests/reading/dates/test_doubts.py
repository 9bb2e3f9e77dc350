from collections.abc import Callable
from typing import Any

import pytest

Notes = Callable[..., dict[str, Any]]


@pytest.mark.parametrize(
    "text",
    [
        "Some 2000 people came to the meeting.",
        "The treaty may enter into force.",
        "Prime Minister May met the president.",
        "The interview with Russia Today was long.",
        "Minister Jan Kowalski met the president.",
    ],
)
def test_words_that_look_like_times_are_none(notes: Notes, text: str) -> None:
    assert notes(text, published="2024-03-19")["when"].moments == ()


def test_a_month_before_a_word_of_meeting_dates_it(notes: Notes) -> None:
    made = notes("The April visit and the May summit went well.", published="2024-06-19")
    assert [m.value for m in made["when"].moments] == ["2024-04", "2024-05"]
