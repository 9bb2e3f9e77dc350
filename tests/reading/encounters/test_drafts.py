from comity.reading.encounters import drafts, joining, tellings, triggers
from comity.reading.encounters.candidate import Scene
from comity.reading.encounters.filling import Draft
from tests.reading.encounters.scenes import scene_of


def of_text(scene: Scene) -> list[Draft]:
    return [drafts.of(group) for group in joining.join(tuple(tellings.read(scene, triggers.read(scene))))]


def test_a_draft_has_the_fullest_date_and_the_people_of_all_tellings() -> None:
    scene = scene_of(
        "Latvia and Malta held consultations in May. "
        "The consultations on 6 May were held by Latvian Minister Janis Ozols and Maltese Minister Rita Borg."
    )
    (draft,) = of_text(scene)
    assert (draft.kind, draft.date) == ("talks", "2024-05-06")
    assert [p.name for p in draft.people] == ["Janis Ozols", "Rita Borg"]


def test_journeys_of_one_word_are_no_rivals() -> None:
    scene = scene_of("Latvian President Anna Berzina will visit Malta and Italy.")
    found = list(drafts.vouched(scene, of_text(scene)))
    assert len(found) == 2
    assert {p.rival for p in found} == {None}
