from collections.abc import Callable
from typing import Any

import pytest

Notes = Callable[..., dict[str, Any]]

PARTIES = [
    ("The agreement between Chile and Peru took effect in May.", ("CHL", "PER")),
    ("Chile signed an agreement on ports with Japan on Monday.", ("CHL", "JPN")),
    ("Chile, Peru and Japan signed a protocol on fisheries.", ("CHL", "JPN", "PER")),
    ("The Chile-Japan free trade agreement took effect in May.", ("CHL", "JPN")),
]


@pytest.mark.parametrize(("text", "countries"), PARTIES)
def test_parties_are_told_by_title_partner_or_signers(notes: Notes, text: str, countries: tuple[str, ...]) -> None:
    (found,) = notes(text, published="2024-05-14")["agreements"]
    assert found.countries == countries
