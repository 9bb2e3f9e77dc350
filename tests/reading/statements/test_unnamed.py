from collections.abc import Callable
from typing import Any

from comity.reading.statements import unnamed
from comity.reading.statements.quote import Quote, Told, Voices, in_place

Notes = Callable[..., dict[str, Any]]


def quote_of(notes: Notes, text: str) -> Quote:
    have = notes(text)
    return in_place(have["page"], Voices(have["page"].doc, have["who"]), have["quotations"], 0, None)


def told(quote: Quote) -> Told | None:
    verb = quote.reports(*quote.tail)[0]
    return unnamed.subject_of(quote, verb, quote.actors(*quote.tail))


def test_somebody_new_speaks_without_a_name(notes: Notes) -> None:
    found = told(quote_of(notes, "“It was the dearest of his mistakes,” a Chilean detective wrote in the file."))
    assert found is not None
    assert (found.person.name, found.person.office, found.person.country) == (None, "Chilean detective", "CHL")


def test_who_has_a_name_is_not_new(notes: Notes) -> None:
    assert told(quote_of(notes, "“It was the dearest of his mistakes,” a detective, Pedro Aravena, wrote.")) is None
    assert told(quote_of(notes, "“It was the dearest of his mistakes,” the guest said in Oslo.")) is None


def test_a_paper_does_not_speak(notes: Notes) -> None:
    quote = quote_of(notes, "“It was the dearest of all mistakes,” a statement said on Monday.")
    assert unnamed.noun_of(quote, quote.reports(*quote.tail)[0]) is None
