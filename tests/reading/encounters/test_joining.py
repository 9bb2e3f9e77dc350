from dataclasses import replace

import pytest

from comity.findings import Person
from comity.reading.encounters import joining, triggers
from comity.reading.encounters.candidate import Telling
from tests.reading.encounters.scenes import scene_of

A, B, C = (
    Person(name=name, country=code) for name, code in (("Ana Duarte", "PRT"), ("Bo Lind", "SWE"), ("Cy Berg", "SWE"))
)


def telling(**about: object) -> Telling:
    trigger = triggers.read(scene_of("Portuguese and Swedish ministers met."))[0]
    plain = Telling(
        trigger, "meeting", "held", frozenset(("PRT", "SWE")), None, "2024-05-06", False, (A, B), None, False, 0.9
    )
    return replace(plain, **about)  # type: ignore[arg-type]


APART = [
    {"date": "2024-05-09"},
    {"status": "planned", "date": None},
    {"people": (A, C)},
    {"countries": frozenset(("PRT", "NOR"))},
    {"kind": "visit"},
]


@pytest.mark.parametrize("about", APART)
def test_what_differs_parts_encounters(about: dict[str, object]) -> None:
    assert len(joining.join([telling(), telling(**about)])) == 2


JOINED = [{}, {"date": None}, {"people": ()}, {"definite": True, "date": None, "people": ()}, {"kind": "talks"}]


@pytest.mark.parametrize("about", JOINED)
def test_what_agrees_is_one_encounter(about: dict[str, object]) -> None:
    assert len(joining.join([telling(), telling(**about)])) == 1


def test_a_telling_is_compared_with_the_latest_ones_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[Telling] = []

    def unlike(_: Telling, later: Telling) -> float:
        compared.append(later)
        return 0.0

    monkeypatch.setattr(joining, "likeness", unlike)
    groups = joining.join([telling() for _ in range(3 * joining.WINDOW)])
    assert len(groups) == 3 * joining.WINDOW
    assert len(compared) < 3 * joining.WINDOW**2


def test_surnames_are_told_for_each_side() -> None:
    nameless = Person(name=None, office="Minister", country="SWE")
    told = telling(people=(A, B, C, nameless))
    assert told.sides == {"PRT": {"duarte"}, "SWE": {"lind", "berg"}}
    assert told.surnames == {"duarte", "lind", "berg"}
