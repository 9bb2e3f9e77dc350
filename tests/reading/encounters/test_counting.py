from collections.abc import Callable
from typing import Any

import pytest

Notes = Callable[..., dict[str, Any]]
ROUND = "The first round of talks between Latvia and Malta took place in Riga on 3 April. "
COUNTED = [
    (ROUND + "The second is due in Valletta on 20 June.", ("talks", "planned", "MLT", "2024-06-20")),
    (ROUND + "The second took place in Valletta on 20 April.", ("talks", "held", "MLT", "2024-04-20")),
    (
        ROUND + "The 13th Latvian-Maltese Cooperation Committee will be held in Valletta in June.",
        ("talks", "planned", "MLT", "2024-06"),
    ),
]


@pytest.mark.parametrize(("text", "told"), COUNTED)
def test_what_is_only_counted_is_of_the_kind_told_before(notes: Notes, text: str, told: tuple[str, ...]) -> None:
    found = notes(text, published="2024-05-07")["encounters"]
    assert told in [(e.kind, e.status, e.host, e.date) for e in found]


def test_a_number_of_something_else_is_no_encounter(notes: Notes) -> None:
    found = notes(ROUND + "The second factory was opened in May.", published="2024-05-07")["encounters"]
    assert len(found) == 1
