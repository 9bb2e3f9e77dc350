import pytest

from comity.reading.encounters import triggers, visits
from tests.reading.encounters.scenes import only, scene_of

JOURNEYS = [
    ("Latvian President Anna Berzina flew to Malta.", ["MLT"]),
    ("The visit of Latvian President Anna Berzina to Malta began.", ["MLT"]),
    ("Malta's leader invited Latvian President Anna Berzina to Valletta.", ["MLT"]),
    ("Latvian President Anna Berzina visited Malta, Cyprus and Greece.", ["MLT", "CYP", "GRC"]),
    ("Latvian President Anna Berzina visited a farm.", []),
    ("Two containers arrived in Malta.", []),
]


@pytest.mark.parametrize(("text", "hosts"), JOURNEYS)
def test_a_journey_needs_a_traveller_and_another_state(text: str, hosts: list[str]) -> None:
    scene = scene_of(text)
    assert [j.host for j in visits.read(scene, only(triggers.read(scene)))] == hosts


def test_the_traveller_is_named() -> None:
    scene = scene_of("Malta greeted Latvian President Anna Berzina, who is on a visit to Valletta.")
    journeys = [j for t in triggers.read(scene) if t.kind == "visit" for j in visits.read(scene, t)]
    assert {p.name for j in journeys for p in j.part.people} == {"Anna Berzina"}
