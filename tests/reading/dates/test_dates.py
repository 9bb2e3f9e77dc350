import itertools
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.reading import dates
from comity.reading.mentions import Clauses, Page
from tests.reading.conftest import read_page

Notes = Callable[..., dict[str, Any]]


def anniversary(notes: Notes, text: str, published: str | None) -> int | None:
    have = notes(text, published=published)
    moment = next(m for m in have["when"].moments if m.form == "anniversary")
    return dates.looks_back(have["page"], moment)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("They celebrate the 25th anniversary of the treaty this year.", 1999),
        ("In 2022 they marked the 30th anniversary of relations.", 1992),
        ("The thirtieth anniversary of relations will be marked next year.", 1995),
        ("They recalled 50 years of diplomatic relations.", 1974),
    ],
)
def test_an_anniversary_looks_back_to_the_year_it_celebrates(notes: Notes, text: str, year: int) -> None:
    assert anniversary(notes, text, "2024-03-19") == year


def test_times_come_in_order_and_never_overlap(notes: Notes) -> None:
    text = "On Monday, March 18, 2024, the sides agreed to meet by the end of 2025, in spring or in June 2026."
    moments = notes(text, published="2024-03-19")["when"].moments
    assert all(a.end <= b.start for a, b in itertools.pairwise(moments))
    assert len(moments) >= 3


def test_the_date_of_publication_is_now(notes: Notes) -> None:
    when = notes("Signed in Oslo on 3 May 2020.", published="2024-03-19")["when"]
    assert (when.now, when.now_inferred) == ("2024-03-19", False)


def test_a_report_without_words_has_no_times(page_of: Callable[..., Page]) -> None:
    assert dates.read(page_of(""), Clauses()).moments == ()


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="0123456789 -–/.,thMarchMayJune2024of", max_size=60))
def test_odd_text_raises_nothing(text: str) -> None:
    dates.read(read_page(text, published="2024-02-29"), Clauses())
