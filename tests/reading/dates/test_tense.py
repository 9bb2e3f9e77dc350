from collections.abc import Callable
from typing import Any

import pytest

from comity.reading.dates.tense import tense_at
from comity.terms.calendar import Calendar

Notes = Callable[..., dict[str, Any]]


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The ministers met in May.", "past"),
        ("The ministers will meet in May.", "future"),
        ("The talks are to be held in May.", "future"),
        ("They will buy grain under a contract signed in May.", "past"),
        ("The president flies to Oslo in May.", "none"),
        ("The works must be done by May.", "future"),
    ],
)
def test_the_verb_above_a_time_tells_its_side_of_now(notes: Notes, text: str, tense: str) -> None:
    have = notes(text)
    at = next(token.i for token in have["page"].doc if token.text == "May")
    told, _ = tense_at(have["page"].doc[at : at + 1], have["clauses"], have["page"].terms.table(Calendar))
    assert told == tense
