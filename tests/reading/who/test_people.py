from collections.abc import Callable
from typing import Any

import pytest

from comity.reading.who import people as who_people
from comity.reading.who.people import Somebody
from comity.reading.who.sightings import Sighting

Notes = Callable[..., dict[str, Any]]


def people(notes: Notes, text: str, **about: str) -> dict[str, tuple[str | None, str | None]]:
    who = notes(text, **about)["who"]
    return {m.person.name: (m.person.office, m.person.country) for m in who.people if m.person.name}


TOLD = [
    ("Latvian Foreign Minister Janis Ozols spoke.", "Janis Ozols", "Foreign Minister", "LVA"),
    ("Janis Ozols, Minister of Foreign Affairs of Latvia, spoke.", "Janis Ozols", "Minister of Foreign Affairs", "LVA"),
    ("Latvia's foreign minister, Janis Ozols, spoke.", "Janis Ozols", "foreign minister", "LVA"),
    ("President of Latvia Janis Ozols spoke.", "Janis Ozols", "President", "LVA"),
    ("Foreign Minister Janis Ozols of Latvia spoke.", "Janis Ozols", "Foreign Minister", "LVA"),
    ("The Governor of Salta, Colonel Luis Paz, of Argentina spoke.", "Luis Paz", "Governor of Salta", "ARG"),
    ("EU Commissioner Greta Lind spoke.", "Greta Lind", "Commissioner", "EUU"),
]


@pytest.mark.parametrize(("text", "name", "office", "country"), TOLD)
def test_office_and_state_are_read_from_either_side(
    notes: Notes, text: str, name: str, office: str, country: str
) -> None:
    assert people(notes, text) == {name: (office, country)}


def test_a_counterpart_has_the_same_office_and_the_other_state(notes: Notes) -> None:
    text = "Latvian Foreign Minister Janis Ozols met his Maltese counterpart, Karl Vella."
    assert people(notes, text)["Karl Vella"] == ("Foreign Minister", "MLT")


def test_two_names_after_one_plural_office_are_of_two_states(notes: Notes) -> None:
    text = (
        "The foreign ministers of Latvia and Malta spoke. Ministers Janis Ozols of Latvia and Karl Vella of Malta met."
    )
    assert people(notes, text) == {"Janis Ozols": ("Ministers", "LVA"), "Karl Vella": ("Ministers", "MLT")}


def test_a_family_name_is_the_person_named_in_full(notes: Notes) -> None:
    who = notes("Latvian Foreign Minister Janis Ozols spoke. Mr Ozols left for home.")["who"]
    assert [m.person.name for m in who.people if m.how == "name"] == ["Janis Ozols", "Janis Ozols"]


def test_a_name_is_compared_with_those_that_share_a_word(notes: Notes, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[str] = []
    same = who_people._same

    def noted(somebody: Somebody, sighting: Sighting) -> bool:
        compared.append(sighting.name.text)
        return same(somebody, sighting)

    monkeypatch.setattr(who_people, "_same", noted)
    told = "Minister Janis Ozols met Minister Greta Lind. Minister Pavel Dvorak met Minister Ana Duarte. Ozols left."
    assert len(people(notes, told)) == 4
    assert compared == ["Ozols"]
