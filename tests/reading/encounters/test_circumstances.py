import pytest

from comity.reading.encounters import circumstances, triggers
from tests.reading.encounters.scenes import scene_of

STATUSES = [
    ("The Latvian and Maltese ministers met in Riga.", "held"),
    ("The Latvian and Maltese ministers will meet in Riga.", "planned"),
    ("The next Latvian-Maltese session is due in June.", "planned"),
    ("The Latvian-Maltese session was postponed.", "cancelled"),
    ("Maltese President Rita Vella invited President Anna Berzina to visit Valletta in 2031.", "planned"),
]


@pytest.mark.parametrize(("text", "status"), STATUSES)
def test_whether_it_was_held_is_told_around_the_word(text: str, status: str) -> None:
    scene = scene_of(text)
    assert circumstances.status(scene, triggers.read(scene)[0]) == status


def test_the_nearest_town_is_the_place() -> None:
    scene = scene_of("Latvian and Maltese ministers met in Riga, before a fair in Valletta opened.")
    assert circumstances.host(scene, triggers.read(scene)[0]) == "LVA"


def test_ordinals_are_read_before_the_noun() -> None:
    scene = scene_of("The 9th session of the commission of Latvia and Malta ended.")
    assert circumstances.order(scene, triggers.read(scene)[0]) == "9"


def test_words_that_point_back_are_told_apart() -> None:
    scene = scene_of("Latvia thanked Malta after the talks.")
    assert circumstances.points_back(scene, triggers.read(scene)[0])
