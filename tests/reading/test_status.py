from collections.abc import Callable
from typing import Any

import pytest

from comity.reading.status import CLUES


def test_clues_stand_in_order_of_weight_and_say_why() -> None:
    weights = [clue.weight for clue in CLUES]
    assert weights == sorted(weights, reverse=True)
    assert all(clue.sentence.endswith(".") for clue in CLUES)


@pytest.mark.parametrize(
    ("text", "verb", "status"),
    [
        ("Norway's parliament voted on Tuesday to ratify the treaty.", "ratify", "fact"),
        ("The minister flew to Oslo to sign the treaty.", "sign", "planned"),
        ("Norway voiced the hope that Chile would open its market.", "open", "wished"),
    ],
)
def test_the_status_of_a_clause(notes: Callable[..., dict[str, Any]], text: str, verb: str, status: str) -> None:
    clauses = notes(text)["clauses"].items
    assert [clause.status for clause in clauses if clause.lemma == verb] == [status]
