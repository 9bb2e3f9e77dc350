from collections.abc import Callable
from typing import Any

import pytest

Notes = Callable[..., dict[str, Any]]
OPENING = "The foreign ministers of Chile and Norway met in Oslo. Chile and Norway discussed trade. "


def ends(notes: Notes, sentence: str) -> tuple[str | None, str | None]:
    figures = notes(OPENING + sentence, published="2024-03-19")["figures"]
    return figures[0].source, figures[0].target


@pytest.mark.parametrize(
    ("sentence", "source", "target"),
    [
        ("Trade between Chile and Norway reached $53 million.", None, None),
        ("Chile's exports to Norway came to $53 million.", "CHL", "NOR"),
        ("Exports to Norway from Chile came to $53 million.", "CHL", "NOR"),
        ("Chile's imports from Norway came to $53 million.", "NOR", "CHL"),
        ("Chile bought $53 million of fish from Norway.", "NOR", "CHL"),
        ("Norway has invested $53 million in Chile.", "NOR", "CHL"),
        ("Norway gave Chile a grant of $53 million.", "NOR", "CHL"),
        ("Chile thanked Norway for a grant of $53 million.", "NOR", "CHL"),
        ("Some 400 Norwegian companies operate in Chile.", "NOR", "CHL"),
        ("Some 400 Norwegian students study in Chile.", "NOR", "CHL"),
        ("Norway received 400 refugees from Chile.", "CHL", "NOR"),
        ("Norway will grant 40 scholarships to Chilean students.", "CHL", "NOR"),
        ("Norway will raise the number of scholarships to 85.", "CHL", "NOR"),
        ("Chile owes Norway a loan of $53 million.", "NOR", "CHL"),
        ("Norway deported 400 Chileans.", "NOR", "CHL"),
        ("Chileans in Norway sent home remittances of $53 million.", "NOR", "CHL"),
        ("Norway says it is prepared to deliver 400 tonnes.", "NOR", "CHL"),
        ("Norway said that Chile would deliver 400 tonnes of fruit.", "CHL", "NOR"),
        ("Norway pledged $53 million of aid, each side paying half.", None, None),
    ],
)
def test_flows_run_from_giver_to_taker(notes: Notes, sentence: str, source: str | None, target: str | None) -> None:
    assert ends(notes, sentence) == (source, target)


def test_imports_after_exports_run_the_other_way(notes: Notes) -> None:
    sentence = "Chile's exports to Norway were $9 million, while imports came to $5 million."
    figures = notes(OPENING + sentence, published="2024-03-19")["figures"]
    assert [(f.source, f.target) for f in figures] == [("CHL", "NOR"), ("NOR", "CHL")]


def test_people_who_are_held_go_nowhere(notes: Notes) -> None:
    assert ends(notes, "Norway arrested 14 Chilean citizens.") == (None, None)


def test_a_third_state_takes_the_place_of_the_counterpart(notes: Notes) -> None:
    figures = notes(OPENING + "Peru sold Chile $53 million of grapes.", published="2024-03-19")["figures"]
    assert figures[0].countries == ("CHL", "PER")
