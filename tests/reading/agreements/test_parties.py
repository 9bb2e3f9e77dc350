from collections.abc import Callable
from typing import Any

import pytest

Notes = Callable[..., dict[str, Any]]

PARTIES = [
    ("The agreement between Chile and Peru took effect in May.", ("CHL", "PER")),
    ("Chile signed an agreement on ports with Japan on Monday.", ("CHL", "JPN")),
    ("Chile, Peru and Japan signed a protocol on fisheries.", ("CHL", "JPN", "PER")),
    ("They referred to the Lima Agreement, concluded in 2017 by Chile, Peru and Japan.", ("CHL", "JPN", "PER")),
    ("Norway would not drop the protocol on whales which Chile signed with Japan.", ("CHL", "JPN")),
    ("Ministers of Chile, Peru and Japan met in Lima. The three sides signed a roadmap.", ("CHL", "JPN", "PER")),
    ("Ministers of Chile, Peru and Japan met in Lima. They signed a trilateral protocol.", ("CHL", "JPN", "PER")),
    ("The Chile-Japan free trade agreement took effect in May.", ("CHL", "JPN")),
]


@pytest.mark.parametrize(("text", "countries"), PARTIES)
def test_parties_are_told_by_title_partner_or_signers(notes: Notes, text: str, countries: tuple[str, ...]) -> None:
    (found,) = notes(text, published="2024-05-14")["agreements"]
    assert found.countries == countries
