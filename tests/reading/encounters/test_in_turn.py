from comity.reading.encounters import in_turn, taking_part, triggers
from comity.reading.encounters.taking_part import Part
from tests.reading.encounters.scenes import scene_of


def parts(text: str) -> list[Part]:
    scene = scene_of(text)
    trigger = triggers.read(scene)[0]
    whole = taking_part.read(scene, trigger)
    assert whole is not None
    return list(in_turn.apart(scene, trigger, whole))


def test_each_with_is_a_meeting_of_its_own() -> None:
    found = parts(
        "Latvian President Anna Berzina had conversations with President Karl Vella of Malta "
        "and with President Rita Rossi of Italy."
    )
    assert [set(part.codes) for part in found] == [{"LVA", "MLT"}, {"LVA", "ITA"}]


def test_those_met_together_are_met_once() -> None:
    assert parts("Latvian President Anna Berzina met Maltese ministers Karl Vella and Rita Borg.") == []
