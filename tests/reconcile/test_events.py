"""Rules of which events are one deed."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.matters import Told
from comity.reconcile.events import THRESHOLD, anchor_clue, apart, blocks, clues, matter, same_triple
from tests.reconcile.saying import event


def linked(one: Told, other: Told) -> bool:
    meet = bool(blocks(one).kept & blocks(other).sought)
    return meet and apart(one, other) is None and sum(clue.weight for clue in clues(one, other)) >= THRESHOLD


@pytest.mark.parametrize(
    ("day", "one_deed"),
    [("2024-04-15", True), ("2024-04-18", True), ("2024-04-19", False), ("2024-04-12", True), ("2024-05-15", False)],
)
def test_one_triple_within_three_days_is_one_deed(day: str, one_deed: bool) -> None:
    assert linked(event("2024-04-15"), event(day, "r2")) is one_deed


@pytest.mark.parametrize("other", [{"type": "AGREE"}, {"target": "GEO"}, {"source": "KAZ", "target": "ARM"}])
def test_another_triple_is_another_deed(other: dict[str, Any]) -> None:
    one, two = event(), event(report="r2", **other)
    assert not same_triple(one, two)
    assert apart(one, two)
    assert clues(one, two) == []


def test_a_month_alone_joins_nothing() -> None:
    assert not linked(event("2024-04"), event("2024-04", "r2"))
    assert not linked(event("2024-04"), event("2024-04-15", "r2"))
    assert not linked(event(None), event(None, "r2"))


def test_the_last_day_of_the_calendar_has_no_day_after() -> None:
    assert linked(event("9999-12-31"), event("9999-12-30", "r2"))


def test_one_encounter_to_come_from_suffices() -> None:
    assert anchor_clue().weight >= THRESHOLD


@pytest.mark.parametrize("date", [None, "2024", "2024-04"])
def test_what_has_no_day_is_one_with_the_same_words_in_a_copy_and_meets_nothing_else(date: str | None) -> None:
    one, copy, other = event(date), event(date, "r2", words="-"), event(date, "r3", words="They consulted.")
    assert not linked(one, copy)
    assert linked(one, replace(copy, source=one.source))
    assert blocks(one).kept.isdisjoint(blocks(other).sought)


@pytest.mark.parametrize(("day", "may_be_one"), [("2024-04-20", True), ("2024-04-25", True), ("2024-04-26", False)])
def test_what_comes_from_encounters_may_differ_by_ten_days(day: str, may_be_one: bool) -> None:
    one, two = event("2024-04-15", anchors=("a",)), event(day, "r2", anchors=("b",))
    assert (apart(one, two) is None) is may_be_one


def test_a_deed_has_its_triple_and_most_exact_day() -> None:
    made = matter([event("2024-04"), event("2024-04-15", "r2")])
    assert (made.type, made.title, made.date, made.reports) == ("CONSULT", "ARM CONSULT KAZ", "2024-04-15", 2)


any_event = st.builds(
    event,
    date=st.sampled_from([None, "2024", "2024-04", "2024-04-15", "2024-04-17", "2024-04-21", "2024-13"]),
    report=st.sampled_from(["r1", "r2"]),
    type=st.sampled_from(["CONSULT", "AGREE"]),
    anchors=st.sampled_from([(), ("a",), ("b",)]),
)


@given(any_event, any_event)
def test_clues_vetoes_and_meetings_are_mutual(one: Told, other: Told) -> None:
    assert apart(one, other) == apart(other, one)
    assert clues(one, other) == clues(other, one)
    left, right = blocks(one), blocks(other)
    assert bool(left.kept & right.sought) == bool(right.kept & left.sought)
