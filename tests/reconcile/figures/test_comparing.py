"""Rules of which figures are claims of one quantity."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.matters import Told
from comity.reconcile.figures import KIND
from comity.reconcile.figures.comparing import THRESHOLD, apart, blocks, clues
from tests.reconcile.saying import figure

WAY = {"source": "KAZ", "target": "ARM"}


def linked(one: Told, other: Told) -> bool:
    """Whether the two meet, are not held apart, and their clues suffice."""
    meet = bool(blocks(one).kept & blocks(other).sought)
    return meet and apart(one, other) is None and sum(clue.weight for clue in clues(one, other)) >= THRESHOLD


def pair(words: tuple[str, str], one: dict[str, Any], other: dict[str, Any]) -> tuple[Told, Told]:
    return figure(words[0], "r1", **one), figure(words[1], "r2", **other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({}, {"value": 100_500_000}),
        ({}, {"period": "2023-01/2023-12", "value": 53_100_000}),
        ({}, {"value": None, "unit": None, "change": {"value": 23, "unit": "percent", "direction": "up"}}),
        ({"measure": "exports", **WAY}, {"measure": "exports", **WAY, "countries": ("ARM", "KAZ", "RUS")}),
    ],
)
def test_claims_of_one_flow_and_period_are_one_whatever_their_value(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert linked(*pair(("Trade.", "Turnover."), one, other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({}, {"period": "2023-01/2023-11"}),
        ({}, {"period": "2022/2023"}),
        ({}, {"period": None}),
        ({}, {"unit": "EUR"}),
        ({}, {"status": "target"}),
        ({}, {"measure": "exports", **WAY}),
        ({}, {"countries": ("KAZ", "RUS")}),
        ({"measure": "exports", **WAY}, {"measure": "exports", "source": "ARM", "target": "KAZ"}),
    ],
)
def test_other_periods_units_aims_and_ways_are_other_quantities(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert not linked(*pair(("Trade came to much.", "Trade came to much."), one, other))


def test_wheat_is_not_all_exports_but_the_same_number_is() -> None:
    sold = {"measure": "exports", **WAY}
    wheat = "Wheat exports reached $20 million."
    assert not linked(*pair((wheat, "Exports reached $53 million."), sold | {"value": 20_000_000}, sold))
    assert linked(*pair((wheat, "It sold wheat for 20 million."), *[sold | {"value": 20_000_000}] * 2))


FIRMS = {"measure": "companies", "unit": "count", "period": None, **WAY}
FIRM_WORDS = ("435 firms with Kazakh capital work in Armenia.", "More than 430 firms with Kazakh capital work there.")


@pytest.mark.parametrize(
    ("value", "bound", "one_matter"), [(435, "exact", True), (430, "over", True), (300, "exact", False)]
)
def test_stocks_are_one_where_values_agree_and_words_are_alike(value: int, bound: str, one_matter: bool) -> None:
    one, other = pair(FIRM_WORDS, {**FIRMS, "value": 435}, {**FIRMS, "value": value, "bound": bound})
    assert linked(one, other) is one_matter


def test_two_loans_of_one_size_are_not_one_without_like_words() -> None:
    loan = {"measure": "finance", "value": 50_000_000, "period": None, **WAY}
    words = (
        "A loan of $50 million for the road to the airport.",
        "The hospitals receive 50 million for new equipment.",
    )
    assert not linked(*pair(words, loan, loan))
    assert linked(*pair((words[0], "The airport road gets its loan of $50 million."), loan, loan))


def test_investments_of_other_value_are_one_only_in_like_words() -> None:
    put = {"measure": "investment", **WAY}
    words = ("Direct investment from Kazakhstan came to 53 million.", "It put 90 million into a cement plant in 2023.")
    assert not linked(*pair(words, put, put | {"value": 90_000_000}))
    assert linked(*pair((words[0], words[0].replace("53", "90")), put, put | {"value": 90_000_000}))


def test_without_a_period_a_number_grows_old() -> None:
    words, fields = "82 million dollars of trade.", {"period": None, "value": 82_000_000}
    early, late = figure(words, "r1", "2023-01-10", **fields), figure(words, "r2", "2025-03-10", **fields)
    assert not linked(early, late)
    assert linked(early, figure(words, "r2", "2023-06-10", **fields))


def test_an_aim_is_one_by_its_number() -> None:
    aim = {"measure": "exports", "status": "target", "period": None, **WAY}
    words = ("He held out exports of 350 million.", "Exports are to reach 348 million.")
    assert linked(*pair(words, aim | {"value": 350_000_000}, aim | {"value": 348_000_000}))
    assert linked(*pair(words, aim | {"value": 350_000_000}, aim | {"value": 350_000_000, "period": "2030"}))
    assert not linked(*pair(words, aim | {"value": 350_000_000}, aim | {"value": 500_000_000}))


def test_one_report_tells_two_things_in_one_voice_but_not_in_two() -> None:
    kaz, arm = figure("By Kazakh data 53.", claim={"by": "KAZ"}), figure("Then 30.", value=30e6, claim={"by": "KAZ"})
    assert not KIND.may_be_one(kaz, arm)
    assert KIND.may_be_one(kaz, figure("By Armenian data 100.", value=100e6, claim={"by": "ARM"}))


@pytest.mark.parametrize(
    ("words", "measure", "may_be_one"),
    [
        ("Trade came to 53 and 30 million.", "trade", False),
        ("It is 53 by our customs and 30 by theirs.", "trade", True),
        ("By our customs exports came to 53 million, of which copper brought 30.", "exports", False),
    ],
)
def test_where_no_voice_is_told_only_counts_of_all_trade_stand_side_by_side(
    words: str, measure: str, may_be_one: bool
) -> None:
    one, other = figure(words, measure=measure), figure(words, measure=measure, value=30_000_000)
    assert KIND.may_be_one(one, other) is may_be_one


def test_travellers_of_a_year_are_counted_by_both_sides() -> None:
    came = {"measure": "people", "unit": "count", **WAY}
    words = (
        "The tourism ministry counted 190,000 tourists from the north.",
        "Some 112,000 tourists went, says the ministry.",
    )
    assert linked(*pair(words, came | {"value": 190_000}, came | {"value": 112_000}))


any_figure = st.builds(
    figure,
    words=st.sampled_from(["Trade came to 53 million.", "Wheat exports since 2005.", *FIRM_WORDS]),
    report=st.sampled_from(["r1", "r2"]),
    published=st.sampled_from(["2023-12-31", "2024-01-31", "2024-02-28", "2025-06-01"]),
    measure=st.sampled_from(["trade", "exports", "people", "finance"]),
    value=st.one_of(st.none(), st.integers(1, 10**9)),
    unit=st.sampled_from(["USD", "count"]),
    bound=st.sampled_from(["exact", "over", "under", "about"]),
    period=st.sampled_from([None, "2023", "2023-01/2023-11"]),
    status=st.sampled_from(["reported", "target"]),
    change=st.one_of(st.none(), st.just({"value": 23, "unit": "percent", "direction": "up"})),
    claim=st.sampled_from([{}, {"by": "KAZ"}]),
)


@given(any_figure, any_figure)
def test_clues_vetoes_and_meetings_are_mutual(one: Told, other: Told) -> None:
    assert apart(one, other) == apart(other, one)
    assert apart(one, other) or clues(one, other) == clues(other, one)
    left, right = blocks(one), blocks(other)
    assert bool(left.kept & right.sought) == bool(right.kept & left.sought)


@given(any_figure, any_figure)
def test_figures_that_would_be_linked_meet(one: Told, other: Told) -> None:
    if apart(one, other) is None and sum(clue.weight for clue in clues(one, other)) >= THRESHOLD:
        assert blocks(one).kept & blocks(other).sought
