from collections.abc import Callable
from typing import Any

import pytest

from comity.findings import Statement

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
