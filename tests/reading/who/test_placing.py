from collections.abc import Callable
from typing import Any

import pytest

Notes = Callable[..., dict[str, Any]]
PLACED = [
    ("A Latvian delegation headed by the Mayor of Jelgava, Janis Ozols, arrived in Malta.", "Ozols", "LVA"),
    ("The agreement of Latvia and Malta was signed for Malta by Minister of Health Karl Vella.", "Vella", "MLT"),
    ("RIGA – Foreign Minister Janis Ozols thanked Malta for its help to Latvia.", "Ozols", "LVA"),
    ("Latvian President Anna Berzina was received in Malta by Prime Minister Karl Vella.", "Vella", "MLT"),
    ("Malta and Latvia met. Latvian shops closed. “It rains a lot,” said farmer Bruno Kalle.", "Kalle", "LVA"),
    ("A delegation of the Latvian Saeima led by Bruno Kalle visited Malta.", "Kalle", "LVA"),
    ("A Latvian delegation was received in Malta by Governor Rita Borg.", "Borg", "MLT"),
    ("RIGA – Latvia and Malta agree. President Rita Borg came to Latvia in May.", "Borg", "MLT"),
    ("RIGA – Latvia and Malta agree. The visit of President Rita Borg to Latvia was short.", "Borg", "MLT"),
    (
        "RIGA – Latvia and Malta agree, said Janis Ozols after a meeting with Minister Rita Borg in Geneva.",
        "Borg",
        "MLT",
    ),
    (
        "RIGA – Foreign Minister Janis Ozols and his new counterpart Karl Vella signed for Latvia and Malta.",
        "Vella",
        "MLT",
    ),
    ("RIGA – Latvia and Malta agree. Bruno Kalle travelled to Malta in May.", "Kalle", "LVA"),
    (
        "RIGA – Latvia and Malta agree. President Rita Borg wound up what was a long two-day visit to Latvia.",
        "Borg",
        "MLT",
    ),
    ("RIGA – Latvia and Malta: the ministers of the two countries, Janis Ozols and Karl Vella, met.", "Vella", "MLT"),
    ("Latvia and Malta met. Karl Vella, then the president of Malta, spoke.", "Vella", "MLT"),
    ("Talks with Putin on Latvia and Malta were put off.", "Putin", "RUS"),
]


@pytest.mark.parametrize(("text", "family", "country"), PLACED)
def test_a_state_not_told_beside_the_name_is_placed(notes: Notes, text: str, family: str, country: str) -> None:
    found = {m.person.country for m in notes(text)["who"].people if m.person.name and family in m.person.name}
    assert found == {country}


def test_a_name_beside_two_states_stays_without_one(notes: Notes) -> None:
    found = [m.person for m in notes("Latvia and Malta met. “It rains a lot here,” said Bruno Kalle.")["who"].people]
    assert [p.country for p in found if p.name == "Bruno Kalle"] == [None]
