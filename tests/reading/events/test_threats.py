from collections.abc import Callable
from typing import Any

import pytest

Notes = Callable[..., dict[str, Any]]


@pytest.mark.parametrize(
    "text",
    [
        "If Norway builds the mine, Chile will close the strait.",
        "In case Norway builds the mine, Chile will close the strait.",
        '"If Norway builds the mine, we will close the strait," the Chilean president said.',
        "Chile will not hesitate to strike if Norway builds the mine.",
        "Chile's president said Santiago would expel the envoy if Norway built the mine.",
    ],
)
def test_harm_that_depends_on_another_state_threatens_it(notes: Notes, text: str) -> None:
    found = notes(text, published="2024-05-14")["events"]
    assert [(e.source, e.target, e.type) for e in found] == [("CHL", "NOR", "THREATEN")]


@pytest.mark.parametrize(
    "text",
    [
        "If Norway agrees, Chile will send 20 doctors.",
        "Chile will cut tariffs if Norway opens its market.",
        "Chile will withdraw its troops if Norway agrees.",
        "Chile will close the bridge to Norway if the weather worsens.",
    ],
)
def test_what_does_no_harm_or_depends_on_nobody_threatens_nobody(notes: Notes, text: str) -> None:
    assert all(e.type != "THREATEN" for e in notes(text, published="2024-05-14")["events"])
