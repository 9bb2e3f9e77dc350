from collections.abc import Callable
from typing import Any

import pytest

Notes = Callable[..., dict[str, Any]]
OPENING = "The ministers of Chile and Norway met in Oslo. Chile and Norway discussed trade. Norway thanked Chile. "


@pytest.mark.parametrize(
    "sentence",
    [
        "A storm in Chile killed 40 people.",
        "The minister of Norway stayed in Chile for three days.",
        "The loan of Norway to Chile has an interest rate of 2 percent.",
        "Prices in Chile rose by 5 percent.",
        "Chile has a population of 19 million people.",
    ],
)
def test_casualties_durations_and_home_economics_are_no_figures(notes: Notes, sentence: str) -> None:
    assert [f for f in notes(OPENING + sentence, published="2024-03-19")["figures"] if f.confidence >= 0.5] == []


EVACUATED = [
    ("Chile evacuated 400 villagers from the fire near a road to Norway's mine.", []),
    ("Some 400 evacuees from the fire in Chile slept in a school of Norway's.", []),
    ("Norway evacuated 400 Norwegian citizens from Chile.", ["people"]),
]


@pytest.mark.parametrize(("sentence", "measures"), EVACUATED)
def test_people_brought_out_of_danger_are_no_figure_but_citizens_abroad_are(
    notes: Notes, sentence: str, measures: list[str]
) -> None:
    assert [f.measure for f in notes(OPENING + sentence, published="2024-03-19")["figures"]] == measures


@pytest.mark.parametrize(
    "text",
    [
        "Colo-Colo beat Universidad 3-1 before 40,000 spectators. The winners get 74,000 dollars.",
        "Inflation in Chile fell to 4 percent in May. The central bank sold $30 million.",
        "A court fined the bakery 1,200 euros. Twelve witnesses were heard.",
    ],
)
def test_a_report_without_relations_between_states_has_none(notes: Notes, text: str) -> None:
    assert notes(text, published="2024-03-19")["figures"] == ()
