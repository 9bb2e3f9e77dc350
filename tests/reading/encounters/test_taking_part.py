import pytest

from comity.reading.encounters import taking_part, triggers
from tests.reading.encounters.scenes import only, scene_of

SIDES = [
    ("The Latvian-Maltese talks ended.", {"LVA", "MLT"}),
    ("Talks between Latvia and Malta ended.", {"LVA", "MLT"}),
    ("The Latvian minister met the Maltese president.", {"LVA", "MLT"}),
    ("Latvian President Anna Berzina, who flew home, held talks with Malta's leader.", {"LVA", "MLT"}),
]


@pytest.mark.parametrize(("text", "codes"), SIDES)
def test_sides_are_read_from_phrase_subject_and_object(text: str, codes: set[str]) -> None:
    scene = scene_of(text)
    part = taking_part.read(scene, triggers.read(scene)[-1])
    assert part is not None
    assert set(part.codes) == codes


def test_one_state_alone_takes_no_part() -> None:
    scene = scene_of("The Latvian minister met voters.")
    assert taking_part.read(scene, only(triggers.read(scene))) is None


def test_the_body_on_whose_margins_they_meet_takes_no_part() -> None:
    scene = scene_of("The Latvian minister met the Maltese president in New York on the margins of the UN Assembly.")
    part = taking_part.read(scene, triggers.read(scene)[0])
    assert part is not None
    assert set(part.codes) == {"LVA", "MLT"}


def test_whom_another_call_reaches_was_not_received() -> None:
    scene = scene_of(
        "Latvian President Anna Berzina received Maltese minister Karl Vella, "
        "and again during a call Maltese President Rita Borg."
    )
    part = taking_part.read(scene, triggers.read(scene)[0])
    assert part is not None
    assert [p.name for p in part.people] == ["Anna Berzina", "Karl Vella"]


PEOPLE = [
    (
        "The Prime Minister of Latvia, Anna Berzina, and the Prime Minister of Malta, Karl Vella, "
        "who is paying a visit to Latvia, had a tête-à-tête.",
        ["Anna Berzina", "Karl Vella"],
    ),
    (
        "A meeting took place between the Minister of Foreign Affairs of the Republic of Latvia, Janis Ozols, "
        "and the Minister of Foreign Affairs of the Republic of Malta, Rita Borg.",
        ["Janis Ozols", "Rita Borg"],
    ),
]


@pytest.mark.parametrize(("text", "names"), PEOPLE)
def test_both_sides_are_read_whole(text: str, names: list[str]) -> None:
    scene = scene_of(text)
    part = taking_part.read(scene, triggers.read(scene)[-1 if "tête" in text else 0])
    assert part is not None
    assert [p.name for p in part.people] == names


NOBODY = [
    "Janis Ozols of Latvia and Karl Vella of Malta praised the treaty signed in 2009.",
    "Janis Ozols of Latvia met Karl Vella of Malta. Five papers were signed, among them a protocol.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_a_paper_that_was_signed_tells_of_nobody_who_signed(text: str) -> None:
    scene = scene_of(text)
    (trigger,) = [t for t in triggers.read(scene) if t.phrase == "signed"]
    assert taking_part.read(scene, trigger) is None
