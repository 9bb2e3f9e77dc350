from collections.abc import Callable
from typing import Any

from comity.findings import Agreement
from comity.reading import agreements
from comity.reading.proposals import Proposed

Notes = Callable[..., dict[str, Any]]
LEAD = "The Foreign Ministers of Chile and Norway met in Oslo on Monday. "


def propose(notes: Notes, text: str) -> tuple[Proposed[Agreement], ...]:
    have = notes(LEAD + text, published="2024-05-14")
    return agreements.propose(have["page"], have["who"], have["clauses"], have["when"])


def test_what_the_rules_vouch_for_comes_first(notes: Notes) -> None:
    text = "They signed a memorandum of understanding on fisheries."
    first, *others = propose(notes, text)
    assert first.vouched
    assert not any(other.vouched for other in others)


def test_the_anchor_is_the_title_and_the_others_are_the_parties(notes: Notes) -> None:
    text = "On Tuesday Chile and Norway signed a protocol on air services."
    first = propose(notes, text)[0]
    doc = notes(LEAD + text)["page"].doc
    words = [doc[m.start : m.end].text for m in (first.anchor, *first.others)]
    assert words == ["protocol on air services", "Chile", "Norway"]


def test_uncertain_parties_have_rivals(notes: Notes) -> None:
    found = propose(notes, "Chile told Japan in Lima that the protocol on whales had been signed.")
    rivals = [p for p in found if p.rival == found[0].rival]
    assert {("CHL", "JPN"), ("CHL", "NOR")} <= {p.finding.countries for p in rivals}


def test_another_status_is_a_rival_of_little_belief(notes: Notes) -> None:
    found = propose(notes, "An agreement on social security will be signed in August.")
    assert found[0].finding.status == "planned"
    other = next(p for p in found if p.finding.status != "planned")
    assert other.rival == found[0].rival
    assert other.finding.confidence < found[0].finding.confidence


def test_a_noun_alone_is_proposed_and_not_vouched_for(notes: Notes) -> None:
    (only,) = propose(notes, "The ministers spoke of a plan for the islands.")
    assert (only.finding.title, only.vouched) == ("plan for the islands", False)


def test_a_mention_that_refers_back_is_no_proposal_of_its_own(notes: Notes) -> None:
    found = propose(notes, "They signed a plan of action for 2024-2026. The plan covers trade.")
    assert len({p.rival for p in found}) == 1
