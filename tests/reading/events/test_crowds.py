from collections.abc import Callable
from typing import Any

import pytest

Notes = Callable[..., dict[str, Any]]


def protests(notes: Notes, text: str) -> set[tuple[str, str]]:
    events = notes(text, published="2024-05-14")["events"]
    return {(e.source, e.target) for e in events if e.type == "PROTEST"}


@pytest.mark.parametrize(
    "text",
    [
        "Thousands protested outside the Norwegian embassy in Santiago.",
        "Some 200 people gathered in front of the consulate of Norway in Valparaíso, Chile, on Sunday.",
        "Hundreds of Chileans burned Norwegian flags on Friday.",
    ],
)
def test_a_crowd_before_an_embassy_is_a_protest_of_its_country(notes: Notes, text: str) -> None:
    assert protests(notes, text) == {("CHL", "NOR")}


@pytest.mark.parametrize(
    "text",
    [
        "The minister stood outside the Norwegian embassy in Santiago.",
        "Thousands gathered at the market in Santiago.",
        "Thousands did not protest outside the Norwegian embassy in Santiago.",
    ],
)
def test_others_and_elsewhere_is_no_protest(notes: Notes, text: str) -> None:
    assert protests(notes, text) == set()
