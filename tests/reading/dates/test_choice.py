from collections.abc import Callable
from typing import Any

import pytest

from comity.reading.dates import moment_for

Notes = Callable[..., dict[str, Any]]


def time_of(notes: Notes, text: str, verb: str) -> str | None:
    have = notes(text, published="2024-03-19")
    near = next(token.i for token in have["page"].doc if token.text == verb)
    moment = moment_for(have["page"], have["when"], near)
    return moment.value if moment else None


@pytest.mark.parametrize(
    ("text", "verb", "value"),
    [
        ("The ministers met in Oslo on 4 March 2024.", "met", "2024-03-04"),
        ("The minister said on Monday that Chile would sign the treaty in June.", "sign", "2024-06"),
        ("Chile, which joined the bank in 2019, lent Norway a ship in 2023.", "lent", "2023"),
        ("The ministers met in Oslo.", "met", None),
    ],
)
def test_a_verb_takes_the_time_of_its_own_clause(notes: Notes, text: str, verb: str, value: str | None) -> None:
    assert time_of(notes, text, verb) == value


def test_deadlines_date_nothing_unless_asked_for(notes: Notes) -> None:
    assert time_of(notes, "They will sign the treaty by the end of 2026.", "sign") is None
