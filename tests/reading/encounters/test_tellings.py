import pytest

from comity.reading.encounters import tellings, triggers
from comity.reading.encounters.candidate import Telling
from tests.reading.encounters.scenes import scene_of


def told(text: str) -> list[Telling]:
    scene = scene_of(text)
    return list(tellings.read(scene, triggers.read(scene)))


def test_what_counts_on_is_of_those_told_before() -> None:
    found = told("Latvia and Malta held political consultations in Riga. The next round will be held in Valletta.")
    assert [t.countries for t in found] == [frozenset(("LVA", "MLT"))] * 2
    assert [t.status for t in found] == ["held", "planned"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The presidents of Latvia, Malta and Italy met in Riga.", "summit"),
        ("Ministers of Latvia and Malta met in Riga.", "meeting"),
    ],
)
def test_the_number_of_states_tells_a_summit(text: str, kind: str) -> None:
    assert [t.kind for t in told(text)] == [kind]


def test_players_without_office_weigh_less() -> None:
    (players,) = told("Janis Ozols of Latvia met Karl Vella of Malta in Riga.")
    (ministers,) = told("Latvian Minister Janis Ozols met Maltese Minister Karl Vella in Riga.")
    assert players.weight < ministers.weight
