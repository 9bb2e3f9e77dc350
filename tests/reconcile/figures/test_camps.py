"""Rules of how claims fall into camps."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.matters import Told
from comity.reconcile.figures.camps import by_growth, by_value, sides
from comity.rounding import agree
from tests.reconcile.saying import figure


@pytest.mark.parametrize(
    ("values", "camps"),
    [
        ([53, 53.1, 53.06], []),
        ([53, 100.4, 53.1, 100.5], [[53, 53.1], [100.4, 100.5]]),
        ([20, 53, 100], [[20], [53], [100]]),
    ],
)
def test_numbers_make_camps(values: list[float], camps: list[list[float]]) -> None:
    told = [figure(f"{value} million", f"r{at}", value=value * 1e6) for at, value in enumerate(values)]
    number = dict(zip([one.id for one in told], values, strict=True))
    assert [[number[one.id] for one in side.members] for side in sides(told, by_value)] == camps


def test_a_bound_that_holds_of_all_stands_against_none() -> None:
    told = [
        figure("53", "r1", value=53),
        figure("300", "r2", value=300),
        figure("over 100", "r3", value=100, bound="over"),
    ]
    assert [[one.report for one in side.members] for side in sides(told, by_value)] == [["r1"], ["r3"], ["r2"]]


def test_a_growth_alone_stands_with_the_camp_whose_growth_it_is() -> None:
    def grown(value: float | None, percent: float, report: str) -> Told:
        change = {"value": percent, "unit": "percent", "direction": "up"}
        return figure(f"{value}", report, value=value, change=change)

    told = [grown(50e6, 20, "r1"), grown(90e6, 80, "r2"), grown(None, 80, "r3")]
    found = [side.with_growths(told) for side in sides(told, by_value)]
    assert [[one.report for one in side.members] for side in found] == [["r1"], ["r2", "r3"]]
    assert by_growth(found[1].members[1]) is not None


@given(st.lists(st.integers(1, 400), min_size=1, max_size=12), st.randoms())
def test_within_a_camp_all_agree_whatever_the_order(values: list[int], shuffle: Random) -> None:
    told = [figure(f"{value} million", f"r{at}", value=value * 10**6) for at, value in enumerate(values)]
    found = sides(told, by_value)
    for side in found:
        numbers = [value for one in side.members if (value := by_value(one))]
        assert all(agree(one, other) for one in numbers for other in numbers)
    assert len(found) != 1
    shuffle.shuffle(told)
    again = sides(told, by_value)
    assert [{one.id for one in side.members} for side in again] == [{one.id for one in side.members} for side in found]
