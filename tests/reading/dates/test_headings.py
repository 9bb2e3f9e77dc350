from collections.abc import Callable
from typing import Any

from comity.reading.dates.headings import Headings

Notes = Callable[..., dict[str, Any]]
CHRONOLOGY = (
    "Latvia and Malta looked back on Monday.\n\n"
    "2018\nPresident Berzina flew to Malta on 17 November.\n\n"
    "2019 - Prime Minister Vella came to Riga in June.\n\n"
    "Trade grew in March."
)


def test_a_heading_holds_to_the_end_of_the_paragraph_after_it() -> None:
    headings = Headings(CHRONOLOGY)
    told = [headings.year_at(CHRONOLOGY.index(word)) for word in ("Monday", "Berzina", "Vella", "Trade")]
    assert told == [None, "2018", "2019", None]


def test_one_year_alone_heads_nothing() -> None:
    text = "2018\nPresident Berzina flew to Malta in November."
    assert Headings(text).year_at(text.index("Malta")) is None


def test_months_and_days_are_of_the_year_that_heads_them(notes: Notes) -> None:
    moments = notes(CHRONOLOGY, published="2024-05-07")["when"].moments
    assert {"2018-11-17", "2019-06", "2024-03"} <= {m.value for m in moments}
