from collections.abc import Callable
from typing import Any

import pytest

from comity.reading.figures.roles import sightings

Notes = Callable[..., dict[str, Any]]


@pytest.mark.parametrize(
    ("text", "code", "role"),
    [
        ("Goods from Chile came to Oslo.", "CHL", "source"),
        ("Chile sold copper to Norway.", "NOR", "goal"),
        ("Chile sold copper to Norway.", "CHL", "subject"),
        ("Chile's exports grew.", "CHL", "owner"),
        ("The exports of Chile grew.", "CHL", "owner"),
        ("Many Chilean companies left.", "CHL", "owner"),
        ("Firms work in Chile.", "CHL", "place"),
        ("The school was funded by Chile.", "CHL", "agent"),
        ("Goods went to the Chilean market.", "CHL", "goal"),
    ],
)
def test_the_word_that_leads_a_state_gives_its_role(notes: Notes, text: str, code: str, role: str) -> None:
    have = notes(text)
    seen = sightings(have["page"], have["who"], 0, len(have["page"].doc))
    assert [s.role for s in seen if s.codes == (code,)] == [role]
