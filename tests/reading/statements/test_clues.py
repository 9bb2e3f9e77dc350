from collections.abc import Callable
from typing import Any

import pytest

from comity.reading.statements import clues
from comity.reading.statements.quote import Told, Voices, in_place

Notes = Callable[..., dict[str, Any]]
LEAD = "Pedro Aravena, the Chilean Foreign Minister, and Ingrid Solheim of Norway met in Oslo. "


def told_by(notes: Notes, clue: clues.Clue, text: str) -> Told | None:
    have = notes(LEAD + text)
    return clue(in_place(have["page"], Voices(have["page"].doc, have["who"]), have["quotations"], 0, None))


TELLINGS = [
    (clues.after_it, "“Our seas are one sea,” said Aravena.", "Pedro Aravena"),
    (clues.according_to, "“Our seas are one sea”, in the words of Solheim.", "Ingrid Solheim"),
    (clues.before_it, "Solheim replied: “Our seas are one sea.”", "Ingrid Solheim"),
    (clues.sentence_before, "On fish Solheim was brief. “Our seas are one sea.”", "Ingrid Solheim"),
]


@pytest.mark.parametrize(("clue", "text", "name"), TELLINGS)
def test_each_clue_tells_its_speaker(notes: Notes, clue: clues.Clue, text: str, name: str) -> None:
    told = told_by(notes, clue, text)
    assert told is not None
    assert told.person.name == name


def test_nothing_goes_on_without_a_quotation_before(notes: Notes) -> None:
    assert told_by(notes, clues.goes_on, "“Our seas are one sea.”") is None
