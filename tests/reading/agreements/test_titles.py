from collections.abc import Callable

import pytest

from comity.reading.agreements.candidates import candidates
from comity.reading.mentions import Page

TITLES = [
    ("They signed a new Agreement on Plant Quarantine on Monday.", "Agreement on Plant Quarantine"),
    ("They signed an agreement on visas worth 5 million euros.", "agreement on visas"),
    ("They signed a loan agreement for 20 million dollars.", "loan agreement"),
    ("They signed a memorandum on hydrogen and a protocol on roads.", "memorandum on hydrogen"),
    ("A treaty of 1973 governs the river.", "treaty of 1973"),
    ("They signed an agreement between the two central banks.", "agreement between the two central banks"),
    ("They signed the Treaty of Friendship and Cooperation.", "Treaty of Friendship and Cooperation"),
    ("They signed an agreement to lay a cable under the sea.", "agreement to lay a cable under the sea"),
    ("They signed a programme of cooperation for 2024-2026.", "programme of cooperation for 2024-2026"),
    ("They signed twelve agreements.", "twelve agreements"),
    ("They signed an agreement abolishing visas in passports.", "agreement abolishing visas in passports"),
    ("They signed a treaty that fixes the border.", "treaty that fixes the border"),
    ("They buy gas under a contract that expires in May.", "contract"),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_a_title_is_the_shortest_full_phrase(page_of: Callable[..., Page], text: str, title: str) -> None:
    page = page_of(text)
    first = next(iter(candidates(page)))
    assert page.doc[first.start : first.end].text == title
