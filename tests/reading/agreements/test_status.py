from collections.abc import Callable
from typing import Any

import pytest

from comity.reading.agreements.status import CLUES


def test_every_clue_has_a_weight_and_says_why() -> None:
    assert all(0 < clue.weight <= 1.5 for clue in CLUES)
    assert all(clue.sentence.endswith(".") for clue in CLUES)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The parliament of Norway approved the extradition treaty with Chile on Monday.", "ratified"),
        ("The extradition treaty between Norway and Chile, signed in May, was ratified in June.", "ratified"),
        ("Parliament will consider the ratification of the extradition treaty between Norway and Chile.", "signed"),
        ("Norway and Chile signed an extradition treaty on Monday.", "signed"),
        ("Norway and Chile will sign an extradition treaty in June.", "planned"),
        ("Norway suspended the extradition treaty with Chile on Monday.", "terminated"),
    ],
)
def test_the_status_of_a_treaty(notes: Callable[..., dict[str, Any]], text: str, status: str) -> None:
    assert [a.status for a in notes(text, published="2024-07-14")["agreements"]] == [status]
