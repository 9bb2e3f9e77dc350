"""Rules of how like words are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.reconcile.wording import likeness, normal, stem, stems


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("delivery", "deliveries"),
        ("cooperate", "cooperation"),
        ("opening", "opened"),
        ("Armenia's", "Armenia"),
        ("café", "cafe"),
    ],
)
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_names_can_be_left_out_but_not_what_opens_the_text() -> None:
    assert stems("Wheat from Kazakhstan", names=False) == {stem("wheat")}
    assert stems("Wheat from Kazakhstan") == {stem("wheat"), stem("kazakhstan")}


def test_grammar_is_no_content() -> None:
    assert stems("They will have agreed to the same by then, and so on") == {stem("same")} - {"same"}


def test_likeness_is_by_the_shorter() -> None:
    assert likeness({"a", "b"}, {"a", "b", "c", "d"}) == 1.0
    assert likeness({"a"}, set()) == 0.0


@given(st.text(), st.text())
def test_likeness_is_mutual_and_at_most_one(one: str, other: str) -> None:
    assert likeness(stems(one), stems(other)) == likeness(stems(other), stems(one)) <= 1


@given(st.text())
def test_what_is_normal_stays_so(text: str) -> None:
    assert normal(normal(text)) == normal(text)
