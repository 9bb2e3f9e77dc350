from collections.abc import Callable
from typing import Any

from comity.reading.statements.quote import Voices, in_place

Notes = Callable[..., dict[str, Any]]
TEXT = (
    "“The harvest was a good one,” Pedro Aravena of Chile told Norway's radio. “We shall share it with all.” "
    "His words were heard in Oslo."
)


def test_the_words_around_a_quotation_end_where_the_next_one_begins(notes: Notes) -> None:
    have = notes(TEXT)
    doc, voices = have["page"].doc, Voices(have["page"].doc, have["who"])
    first = in_place(have["page"], voices, have["quotations"], 0, None)
    second = in_place(have["page"], voices, have["quotations"], 1, None)
    assert "told Norway's radio" in doc[first.tail[0] : first.tail[1]].text
    assert "share" not in doc[first.tail[0] : first.tail[1]].text
    assert second.joined
    assert not first.joined


def test_owners_do_not_speak(notes: Notes) -> None:
    have = notes(TEXT)
    voices = Voices(have["page"].doc, have["who"])
    heard = [have["page"].doc[a.start : a.end].text for a in voices.between(0, len(have["page"].doc))]
    assert "Pedro Aravena" in heard
    assert "Norway" not in heard
    assert "His" not in heard
