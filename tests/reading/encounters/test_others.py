from comity.reading.encounters import others, triggers
from tests.reading.encounters.scenes import scene_of


def test_sides_are_those_named_near_and_the_main_relation() -> None:
    scene = scene_of("Latvia and Malta are close. Latvian, Maltese and Estonian ministers held talks in Riga.")
    (trigger,) = triggers.read(scene)
    found = others.sides(scene, trigger, ())
    assert {("EST", "LVA", "MLT"), ("LVA", "MLT")} <= set(found)
    assert all(len(codes) > 1 for codes in found)


def test_a_journey_may_lead_to_each_place() -> None:
    scene = scene_of("Latvian President Anna Berzina arrived in Valletta from Rome.")
    (trigger,) = triggers.read(scene)
    assert {("LVA", "MLT"), ("ITA", "LVA")} <= set(others.sides(scene, trigger, ()))


def test_people_are_those_of_the_states() -> None:
    scene = scene_of("Latvian Foreign Minister Janis Ozols met Maltese Prime Minister Karl Vella.")
    (trigger,) = triggers.read(scene)
    assert [p.name for p in others.people(scene, trigger, ("MLT",))] == ["Karl Vella"]


def test_a_sentence_about_one_at_home_tells_nothing() -> None:
    scene = scene_of("Latvian President Anna Berzina spoke in Riga.")
    assert list(others.unspoken(scene, scene.page.sentences[0])) == []
