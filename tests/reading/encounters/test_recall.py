from collections.abc import Callable
from typing import Any

import pytest

from comity.reading.encounters import recall, triggers
from tests.reading.encounters.scenes import scene_of

Notes = Callable[..., dict[str, Any]]


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("Latvia's Janis Ozols had promised it when he visited Malta.", True),
        ("Latvia's Janis Ozols visited Malta.", False),
        ("Malta greeted Latvia's Janis Ozols, who had arrived in Valletta.", False),
    ],
)
def test_the_past_perfect_looks_back_but_for_the_arrival_of_a_guest(text: str, back: bool) -> None:
    scene = scene_of(text)
    assert recall.looks_back(scene, triggers.read(scene)[-1]) is back


def test_what_is_recalled_does_not_take_the_day_of_the_report(notes: Notes) -> None:
    text = "Latvian Foreign Minister Janis Ozols had promised help when he met Maltese Health Minister Rita Vella."
    assert [e.date for e in notes(text, published="2024-05-07")["encounters"]] == [None]


def test_a_story_goes_on_in_the_month_it_began(notes: Notes) -> None:
    text = (
        "In March 2023 Latvian Foreign Minister Janis Ozols travelled to Malta. "
        "There Ozols met Maltese Health Minister Rita Vella."
    )
    found = notes(text, published="2024-05-07")["encounters"]
    assert [(e.kind, e.date) for e in found] == [("visit", "2023-03"), ("meeting", "2023-03")]


def test_what_came_of_a_visit_does_not_date_it(notes: Notes) -> None:
    text = "The treaty, signed during the visit of Latvian President Anna Berzina to Malta, was ratified in March."
    (found,) = notes(text, published="2024-05-07")["encounters"]
    assert (found.kind, found.host, found.date) == ("visit", "MLT", None)
