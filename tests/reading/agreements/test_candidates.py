from collections.abc import Callable

import pytest

from comity.reading.agreements.candidates import Candidate, candidates
from comity.reading.mentions import Page


def found(page_of: Callable[..., Page], text: str) -> list[Candidate]:
    return list(candidates(page_of(text)))


def test_a_number_of_unnamed_ones_is_counted(page_of: Callable[..., Page]) -> None:
    (one,) = found(page_of, "The ministers signed seven memorandums.")
    assert (one.count, one.plural, one.bare) == (True, True, False)


def test_the_items_of_a_list_share_its_anchor(page_of: Callable[..., Page]) -> None:
    one, other = found(page_of, "The ministers signed a protocol on roads and a memorandum on ports.")
    assert (one.kind, other.kind) == ("protocol", "memorandum")
    assert one.anchor == other.anchor


def test_one_stands_for_the_noun_before(page_of: Callable[..., Page]) -> None:
    kinds = [c.kind for c in found(page_of, "They signed a memorandum on ports and one on roads.")]
    assert kinds == ["memorandum", "memorandum"]


@pytest.mark.parametrize(
    "text",
    [
        "Treaty obligations bind both.",
        "They documented the plan.",
        "He noted the minutes that passed.",
        "They deal in oil.",
    ],
)
def test_other_uses_of_the_nouns_are_left(page_of: Callable[..., Page], text: str) -> None:
    assert found(page_of, text) == []


def test_a_labour_agreement_counts_where_its_partners_are_told(page_of: Callable[..., Page]) -> None:
    assert len(found(page_of, "The visit ended with a labour agreement between Norway and Chile.")) == 1
    assert found(page_of, "The unions reached a labour agreement.") == []


def test_instruments_of_ratification_are_no_instrument_of_their_own(page_of: Callable[..., Page]) -> None:
    (one,) = found(page_of, "They exchanged the instruments of ratification of the extradition treaty.")
    assert one.kind == "treaty"


RECALLED = [
    "The roadmap that the ministers adopted in May goes on.",
    "A declaration signed in 2012 provides for it.",
    "Work goes on under the roadmap for 2024-2026.",
]


@pytest.mark.parametrize("text", RECALLED)
def test_what_its_own_clause_signs_or_years_bound_is_an_instrument(page_of: Callable[..., Page], text: str) -> None:
    assert len(found(page_of, text)) == 1
    assert found(page_of, "The roadmap of the firm goes on.") == []
