"""Rules of which quotations are the same words."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.matters import Told
from comity.reconcile.statements import THRESHOLD, apart, blocks, clues, matter
from tests.reconcile.saying import statement

LONG = "We have agreed that the border crossing will be open by spring and that nobody will have to wait there for days"


def linked(one: Told, other: Told) -> bool:
    meet = bool(blocks(one).kept & blocks(other).sought)
    return meet and apart(one, other) is None and sum(clue.weight for clue in clues(one, other)) >= THRESHOLD


@pytest.mark.parametrize(
    "text",
    [
        LONG,
        LONG.upper() + ".",
        LONG.replace("spring", "the spring"),
        "the border crossing will be open by spring and nobody".replace(
            "and nobody", "and that nobody will have to wait"
        ),
        "that nobody will have to wait there for days",
    ],
)
def test_the_same_words_whole_or_in_part_are_one_statement(text: str) -> None:
    assert linked(statement(LONG), statement(text, "r2"))


@pytest.mark.parametrize(
    "text",
    [
        "We have agreed on nothing",
        "We have agreed that the price of gas will be reckoned anew each spring, whatever the market does",
        "The border crossing will not open this year, whatever anybody says of it",
    ],
)
def test_other_words_are_another_statement(text: str) -> None:
    assert not linked(statement(LONG), statement(text, "r2"))


@pytest.mark.parametrize(
    ("speaker", "same"),
    [
        ({"name": "A. Mirzoyan"}, True),
        ({"name": None}, True),
        ({"name": "Murat Nurtleu"}, False),
        ({"country": "KAZ"}, False),
    ],
)
def test_the_same_words_of_another_are_another_statement(speaker: dict[str, Any], same: bool) -> None:
    assert (apart(statement(LONG), statement(LONG, "r2", **speaker)) is None) is same


def test_a_few_words_may_be_said_again() -> None:
    words = "We stand by our word"
    assert linked(statement(words), statement(words, "r2", "2024-04-20"))
    assert apart(statement(words), statement(words, "r2", "2024-05-20"))
    assert linked(statement(LONG), statement(LONG, "r2", "2024-05-31"))


def test_words_recalled_long_after_are_not_looked_for() -> None:
    assert not linked(statement(LONG), statement(LONG, "r2", "2024-07-01"))


def test_keys_do_not_grow_with_a_speech() -> None:
    speech = " ".join(f"word{number}" for number in range(2000))
    assert len(blocks(statement(speech)).kept) == 12


def test_a_statement_is_titled_by_speaker_and_words() -> None:
    made = matter([statement("We agreed"), statement(LONG, "r2")])
    assert made.title.startswith("Ararat Mirzoyan: We have agreed that the border")
    assert len(made.title) < 100


texts = st.one_of(
    st.sampled_from([LONG, LONG[:60], LONG[30:], "", "…"]),
    st.text("ab ,.", max_size=60),
)


@given(texts, texts, st.sampled_from(["Ararat Mirzoyan", None, "Murat Nurtleu"]))
def test_clues_and_vetoes_are_mutual_for_any_text(one: str, other: str, name: str | None) -> None:
    left, right = statement(one), statement(other, "r2", name=name)
    assert apart(left, right) == apart(right, left)
    assert clues(left, right) == clues(right, left)
