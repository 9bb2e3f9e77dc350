from collections.abc import Callable
from typing import Any

import pytest

Notes = Callable[..., dict[str, Any]]


def accused(notes: Notes, text: str) -> set[tuple[str, str]]:
    events = notes(text, published="2024-05-14")["events"]
    return {(e.source, e.target) for e in events if e.type == "ACCUSE"}


@pytest.mark.parametrize(
    "text",
    [
        "A Chilean strike killed two fishermen on Monday. Norway condemned the strike.",
        "Chile raided the camp on Monday. Norway condemned the raid.",
        "Chile's attacks on the islands went on for a week. Norway condemned the killing.",
    ],
)
def test_a_deed_condemned_is_his_who_was_told_to_have_done_it(notes: Notes, text: str) -> None:
    assert accused(notes, text) == {("NOR", "CHL")}


def test_what_is_no_deed_has_no_doer(notes: Notes) -> None:
    assert accused(notes, "A Chilean singer gave a concert in Ghana. Norway condemned the weather.") == set()


def test_nobody_condemns_his_own_deed(notes: Notes) -> None:
    assert accused(notes, "A Norwegian strike hit the camp. Norway condemned the strike.") == set()
