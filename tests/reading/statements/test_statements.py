from collections.abc import Callable
from typing import Any

import pytest

from comity.findings import Statement
from comity.reading import statements

Notes = Callable[..., dict[str, Any]]
LEAD = "Norwegian Foreign Minister Ingrid Solheim received her Chilean counterpart, Pedro Aravena, in Oslo on Monday. "


def read(notes: Notes, text: str) -> tuple[Statement, ...]:
    found: tuple[Statement, ...] = notes(LEAD + text, published="2024-05-14")["statements"]
    return found


SPEAKERS = [
    ("“Our seas are one sea,” said Aravena.", "Pedro Aravena", "CHL"),
    ("“Our seas are one sea,” Ms Solheim told reporters.", "Ingrid Solheim", "NOR"),
    ("Aravena answered: “Our seas are one sea.”", "Pedro Aravena", "CHL"),
    ("“Our seas are one sea,” the Chilean Foreign Minister said.", "Pedro Aravena", "CHL"),
    ("According to Solheim, “our seas are one sea” for everybody.", "Ingrid Solheim", "NOR"),
    ("Aravena thanked Norway for “a welcome without any end”.", "Pedro Aravena", "CHL"),
    ("Aravena condemned the raid, calling it “a blow against every fisherman”.", "Pedro Aravena", "CHL"),
    ("“Our seas are one sea,” Aravena told Tanjug.", "Pedro Aravena", "CHL"),
    ("Aravena said Oslo had asked Santiago for “a bit of patience”.", "Pedro Aravena", "CHL"),
    ("“Our seas are one sea,” said a nurse at the harbour hospital, Kari Lunde.", "Kari Lunde", "NOR"),
    ("Solheim condemned the raid on Chile by Peru, describing it as “a very old mistake”.", "Ingrid Solheim", "NOR"),
]


@pytest.mark.parametrize(("text", "name", "country"), SPEAKERS)
def test_the_speaker_is_found_before_and_after(notes: Notes, text: str, name: str, country: str) -> None:
    (found,) = read(notes, text)
    assert (found.speaker.name, found.speaker.country) == (name, country)


def test_a_quotation_broken_by_its_speaker_is_two_statements(notes: Notes) -> None:
    found = read(notes, "“We came with ten ideas,” Aravena said. “We go home with twenty.”")
    assert [(s.text, s.speaker.name) for s in found] == [
        ("We came with ten ideas", "Pedro Aravena"),
        ("We go home with twenty", "Pedro Aravena"),
    ]


def test_an_institution_speaks_without_a_name(notes: Notes) -> None:
    (found,) = read(notes, "“The licence will be given this week,” the Chilean foreign ministry said.")
    assert (found.speaker.name, found.speaker.office, found.speaker.country) == (None, "foreign ministry", "CHL")


def test_a_title_in_marks_without_a_speaker_is_no_statement(notes: Notes) -> None:
    assert notes("A film called “The Long Way to the North” ran in three halls.")["statements"] == ()


def test_the_evidence_holds_quotation_and_speaker(notes: Notes) -> None:
    (found,) = read(notes, "“Our seas are one sea,” said Aravena. He left at noon.")
    assert found.evidence == ("“Our seas are one sea,” said Aravena.",)


def test_whoever_else_may_have_said_it_is_proposed_as_rival(notes: Notes) -> None:
    have = notes(LEAD + "“Our seas are one sea,” the Chilean Foreign Minister said.", published="2024-05-14")
    first, *others = statements.propose(have["page"], have["who"], have["quotations"])
    assert first.vouched
    assert not any(other.vouched for other in others)
    assert {other.rival for other in others} == {first.rival}
    assert have["page"].doc[first.anchor.start : first.anchor.end].text == "Our seas are one sea"
    assert have["page"].doc[first.others[0].start : first.others[0].end].text == "Chilean Foreign Minister"
    speakers = {(other.finding.speaker.name, other.finding.speaker.country) for other in others}
    assert {(None, "CHL"), ("Ingrid Solheim", "NOR")} <= speakers
