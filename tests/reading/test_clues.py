from collections.abc import Callable
from typing import Any

import pytest

from comity.findings import Statement
from comity.reading import clues

Notes = Callable[..., dict[str, Any]]


@pytest.mark.parametrize(
    ("claims", "told"),
    [
        (["parties=2", "absent=0", "main"], ("main relation", "parties in the sentence")),
        (["parties=3", "absent=2", "crossing"], ("one of the main relation", "party elsewhere")),
        (["parties=2", "absent=1", "foreign"], ("another relation", "party elsewhere")),
        (["named", "absent=0", "belief=9"], ("speaker named",)),
        (["nobody", "absent=0"], ("speaker unnamed",)),
    ],
)
def test_claims_that_are_of_use_to_people_are_clues(claims: list[str], told: tuple[str, ...]) -> None:
    assert clues.of_claims(claims) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Foreign Minister Ana Kova of Croatia met her Norwegian counterpart in Oslo on Tuesday.", "encounter"),
        ("Croatia and Norway signed an agreement on fishing in Oslo on Tuesday.", "agreement"),
        ("Croatia accused Norway on Tuesday of dumping waste into the sea.", "verb"),
    ],
)
def test_an_event_names_what_it_follows_from(notes: Notes, text: str, told: str) -> None:
    events = notes(text, published="2024-05-14")["events"]
    assert told in {event.clues[0] for event in events}


def test_without_an_appraiser_a_finding_tells_how_sure_the_rules_are(notes: Notes) -> None:
    text = "“We will build the bridge before the winter,” said Foreign Minister Ana Kova of Croatia in Oslo on Tuesday."
    (statement,) = notes(text, published="2024-05-14")["statements"]
    assert isinstance(statement, Statement)
    assert statement.clues == (clues.graded("rules", statement.confidence),)
