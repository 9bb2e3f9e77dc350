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


TALKS = "Latvian President Anna Berzina received Maltese President Rita Vella in Riga. "
ASKED = [
    ("Vella invited her counterpart to make a return visit to Valletta.", "MLT", "Anna Berzina"),
    ("Berzina invited her counterpart to Riga again.", "LVA", "Rita Vella"),
    ("Berzina, who was invited by Maltese President Rita Vella, will visit Valletta.", "MLT", "Anna Berzina"),
]


@pytest.mark.parametrize(("text", "host", "traveller"), ASKED)
def test_who_is_invited_travels_to_who_invites(text: str, host: str, traveller: str) -> None:
    scene = scene_of(TALKS + text)
    journeys = [j for t in triggers.read(scene) if t.kind == "visit" for j in visits.read(scene, t)]
    assert {(j.host, j.part.people[0].name) for j in journeys} == {(host, traveller)}


def test_a_host_told_by_office_and_name_does_not_travel() -> None:
    scene = scene_of(
        "At the invitation of the President of Malta, Rita Vella, the President of Latvia, Anna Berzina, "
        "paid a state visit to Malta."
    )
    (journey,) = visits.read(scene, only(triggers.read(scene)))
    assert (journey.host, journey.part.people[0].name) == ("MLT", "Anna Berzina")


def test_the_traveller_is_named() -> None:
    scene = scene_of("Malta greeted Latvian President Anna Berzina, who is on a visit to Valletta.")
    journeys = [j for t in triggers.read(scene) if t.kind == "visit" for j in visits.read(scene, t)]
    assert {p.name for j in journeys for p in j.part.people} == {"Anna Berzina"}


WITHOUT_NAME = [
    ("A delegation is expected in Valletta in June.", {("MLT", None)}),
    ("Vella has been invited to Riga.", {("LVA", "Rita Vella")}),
    ("On her visit to Valletta, Berzina opened a school.", {("MLT", "Anna Berzina")}),
]


@pytest.mark.parametrize(("text", "journeys"), WITHOUT_NAME)
def test_who_travels_may_be_told_without_a_name_as_guest_or_afterwards(
    text: str, journeys: set[tuple[str, str | None]]
) -> None:
    scene = scene_of(TALKS + text)
    found = [j for t in triggers.read(scene) if t.kind == "visit" for j in visits.read(scene, t)]
    assert {(j.host, j.part.people[0].name if j.part.people else None) for j in found} == journeys
