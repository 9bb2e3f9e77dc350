from collections.abc import Callable
from typing import Any

from comity.findings import Person
from comity.reading.mentions import Mention
from comity.reading.statements import rivals
from comity.reading.statements.quote import Quote, Told, Voices, in_place

Notes = Callable[..., dict[str, Any]]
TEXT = (
    "Chilean Foreign Minister Pedro Aravena met Ingrid Solheim, Foreign Minister of Norway, in Oslo on Monday. "
    "Reporters waited for an hour. “The sea has no owner at all.”"
)


def quote_of(have: dict[str, Any]) -> Quote:
    return in_place(have["page"], Voices(have["page"].doc, have["who"]), have["quotations"], 0, None)


def test_everybody_told_nearby_may_have_said_it(notes: Notes) -> None:
    have = notes(TEXT)
    names = {told.person.name for told in rivals.of(quote_of(have), have["who"], None)}
    assert {"Pedro Aravena", "Ingrid Solheim"} <= names


def test_a_speaker_may_speak_for_another_state_or_for_none(notes: Notes) -> None:
    have = notes(TEXT)
    told = Told(Person(name="Pedro Aravena", office=None, country="CHL"), Mention(2, 4), 0.9)
    found = rivals.of(quote_of(have), have["who"], told)
    assert {t.person.country for t in found if t.person.name == "Pedro Aravena"} >= {"NOR", None}
    assert len(found) <= rivals.MOST
