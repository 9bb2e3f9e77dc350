import pytest

from comity.reading.encounters import triggers
from tests.reading.encounters.scenes import scene_of

TOLD = [
    ("The Latvian president will visit Malta.", [("visit", True)]),
    ("The visit of the Latvian president began.", [("visit", False)]),
    ("The Latvian president received the Maltese minister.", [("received", True)]),
    ("The second round was held in Riga.", [("round", False)]),
    ("The company received 20 million euros.", []),
    ("Climbers from Latvia and Malta reached the summit.", []),
    ("Latvia called on Malta to wait.", []),
    ("Malta recalled its ambassador from Riga for consultations.", []),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_words_of_encounter_are_found_as_noun_or_verb(text: str, told: list[tuple[str, bool]]) -> None:
    assert [(t.phrase, t.verb) for t in triggers.read(scene_of(text))] == told


def test_words_inside_quotations_tell_none() -> None:
    assert triggers.read(scene_of("“We met in Riga and met in Malta,” he said.")) == ()


def test_the_gathering_on_whose_margins_they_meet_is_none_of_theirs() -> None:
    scene = scene_of("On the sidelines of the 79th session of the UN Assembly Latvia and Malta held a meeting.")
    assert [t.phrase for t in triggers.read(scene)] == ["meeting"]


def test_a_phone_in_another_clause_makes_no_call_of_a_meeting() -> None:
    scene = scene_of("The Latvian and Maltese ministers, who met in May, have spoken by telephone since.")
    assert [t.kind for t in triggers.read(scene)] == ["meeting", "call"]
