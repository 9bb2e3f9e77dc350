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
