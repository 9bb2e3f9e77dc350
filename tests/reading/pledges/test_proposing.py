from collections.abc import Callable
from typing import Any

import pytest

from comity.findings import Pledge
from comity.reading import pledges
from comity.reading.proposals import Proposed

Notes = Callable[..., dict[str, Any]]
LEAD = "The Foreign Ministers of Chile and Norway met in Oslo on Monday. "


def propose(notes: Notes, text: str) -> tuple[Proposed[Pledge], ...]:
    have = notes(LEAD + text, published="2024-05-14")
    needs = ("page", "who", "clauses", "when", "agreements", "encounters")
    return pledges.propose(*(have[need] for need in needs))


def test_a_subject_that_names_its_state_has_no_rivals(notes: Notes) -> None:
    (only,) = propose(notes, "Norway will open a consulate in Arica.")
    assert (only.finding.by, only.vouched) == (("NOR",), True)


def test_the_anchor_is_what_is_to_be_done_and_the_others_who_commit(notes: Notes) -> None:
    text = "Norway will open a consulate in Arica by June 2025."
    (only,) = propose(notes, text)
    doc = notes(LEAD + text)["page"].doc
    words = [doc[m.start : m.end].text for m in (only.anchor, *only.others)]
    assert words == ["open a consulate in Arica", "Norway"]


def test_where_nobody_is_named_others_are_rivals(notes: Notes) -> None:
    first, *others = propose(notes, "Two schools in Arica will be repaired, the minister of Chile said.")
    assert first.vouched
    assert {p.rival for p in others} == {first.rival}
    assert ("CHL", "NOR") in {p.finding.by for p in others}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The two sides agreed on the creation of a joint fund.", "creation of a joint fund"),
        ("The treaty provides for the exchange of data on ships.", "exchange of data on ships"),
        ("The minister of Norway came to Arica to promise 20 cranes for the harbour.", "20 cranes for the harbour"),
        ("The Norwegian minister will visit Santiago in 2025.", "visit Santiago"),
    ],
)
def test_weaker_promises_are_proposed_and_not_vouched_for(notes: Notes, text: str, words: str) -> None:
    assert (words, False) in [(p.finding.text, p.vouched) for p in propose(notes, text)]


def test_what_is_denied_is_not_even_proposed(notes: Notes) -> None:
    assert propose(notes, "Norway denied that it would build a port in Chile.") == ()


def test_a_pledge_of_three_may_be_proposed(notes: Notes) -> None:
    text = "Chile, Norway and Japan signed an agreement on whales. The two agreed to build a ship."
    assert ("CHL", "JPN", "NOR") in {p.finding.by for p in propose(notes, text)}
