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


TIMES = [
    ("Latvian minister Janis Ozols flies to Malta on 3 June.", ("planned", "2024-06-03")),
    ("Latvian minister Janis Ozols visited Malta in December.", ("held", "2023-12")),
    ("Latvian minister Janis Ozols is expected in Malta in June.", ("planned", "2024-06")),
    ("Latvia thanked Malta for the visit of minister Janis Ozols to Valletta planned for October.",
     ("planned", "2024-10")),
    ("Latvia thanked Malta for a visit of minister Janis Ozols planned for April 2020.", ("planned", "2020-04")),
    ("In April Latvian minister Janis Ozols became the first to visit Malta.", ("held", "2024-04")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), TIMES)
def test_status_and_date_go_together(text: str, told: tuple[str, str]) -> None:
    scene = scene_of(text)
    trigger = triggers.read(scene)[0]
    status = circumstances.status(scene, trigger)
    assert status is not None
    day, inferred = circumstances.date(scene, trigger, status == "planned")
    assert circumstances.agreed(scene, trigger, status, day, inferred) == told


def test_the_month_alone_dates_a_visit_that_is_under_way_while_the_guest_speaks() -> None:
    scene = scene_of("Latvian minister Janis Ozols, who is on a three-day visit to Malta, said so on 6 May.")
    assert circumstances.date(scene, triggers.read(scene)[-1], False) == ("2024-05", True)


def test_a_second_time_and_place_is_told_apart() -> None:
    scene = scene_of("The Latvian and Maltese ministers met in Riga in March and in Valletta in April.")
    assert len(list(circumstances.further(scene, triggers.read(scene)[0]))) == 1


def test_what_follows_the_next_round_does_not_plan_the_visit() -> None:
    scene = scene_of("Latvian minister Janis Ozols, who is in Malta on a visit, held the next round.")
    assert circumstances.status(scene, triggers.read(scene)[0]) == "held"
