"""Rules of when two values told may be one number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.findings import Bound, Change
from comity.rounding import Value, agree, before, change_of, contradict, told_value

BOUNDS: tuple[Bound, ...] = ("exact", "over", "under", "about")
numbers = st.one_of(
    st.integers(0, 10**13), st.floats(0.001, 1e12, allow_nan=False).map(lambda number: float(f"{number:.4g}"))
)
values = st.builds(told_value, numbers, st.sampled_from(BOUNDS))


@pytest.mark.parametrize(
    ("number", "evidence", "unit"),
    [
        (53_000_000, "came to USD 53m", 1e6),
        (100_500_000, "$100.5 million", 1e5),
        (1_200_000_000, "$1.2 billion", 1e8),
        (53_000_000, "came to 53.0 million dollars", 1e5),
        (53_000_000, "came to 53,0 million dollars", 1e5),
        (53_000, "a total of 53,000 students", 1e3),
        (350_000_000, "350 million", 1e7),
        (50_000_000, "50 million", 1e6),
        (100, "100 soldiers", 10),
        (100, "a hundred soldiers", 10),
        (5_000_000, "5 million", 5e5),
        (435, "435 enterprises", 1),
        (0.5, "0.50 percent", 0.01),
        (0, "none", 0),
    ],
)
def test_the_last_digit_told_is_by_the_words(number: float, evidence: str, unit: float) -> None:
    assert told_value(number, "exact", (evidence,)).unit == pytest.approx(unit)


def v(number: float, bound: Bound = "exact", evidence: str = "") -> Value:
    return told_value(number, bound, (evidence,))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (v(53e6), v(53.1e6)),
        (v(53e6), v(53.06e6)),
        (v(53.9e6), v(53e6)),
        (v(100.4e6), v(100.5e6)),
        (v(350e6), v(348e6)),
        (v(435), v(430, "over")),
        (v(435), v(440, "under")),
        (v(100, "over"), v(180)),
        (v(50e6, "about"), v(52e6)),
        (v(1.2e9), v(1.234e9)),
    ],
)
def test_rounding_cutting_off_and_bounds_agree(one: Value, other: Value) -> None:
    assert agree(one, other)
    assert not contradict(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (v(53e6), v(100.5e6)),
        (v(53e6), v(54.5e6)),
        (v(53e6, evidence="53.0 million"), v(53.9e6)),
        (v(5e6), v(5.9e6)),
        (v(415), v(430, "over")),
        (v(465), v(440, "under")),
        (v(50e6, "about", "about 50 million"), v(60e6, evidence="60 million")),
        (v(500, "over"), v(300, "under")),
    ],
)
def test_what_no_rounding_explains_contradicts(one: Value, other: Value) -> None:
    assert contradict(one, other)
    assert not agree(one, other)


@pytest.mark.parametrize(("one", "other"), [(v(430, "over"), v(900)), (v(100, "over"), v(400, "over"))])
def test_far_beyond_a_bound_neither_agrees_nor_contradicts(one: Value, other: Value) -> None:
    assert not agree(one, other)
    assert not contradict(one, other)


@given(values, values)
def test_agreeing_is_symmetric_and_excludes_contradiction(one: Value, other: Value) -> None:
    assert agree(one, other) == agree(other, one)
    assert contradict(one, other) == contradict(other, one)
    assert not (agree(one, other) and contradict(one, other))


@given(values)
def test_a_value_agrees_with_itself(value: Value) -> None:
    assert agree(value, value)
    assert not contradict(value, value)


def up(value: float, unit: str) -> Change:
    return Change.model_validate({"value": value, "unit": unit, "direction": "up"})


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (up(23.1, "percent"), up(23, "percent"), True),
        (up(23.1, "percent"), up(30, "percent"), False),
        (up(23, "percent"), up(2.4, "times"), False),
        (up(140, "percent"), up(2.4, "times"), True),
        (up(2, "times"), up(2.4, "times"), True),
        (up(20, "percent"), up(20, "percent").model_copy(update={"direction": "down"}), False),
    ],
)
def test_growth_is_compared_as_a_factor(one: Change, other: Change, same: bool) -> None:
    assert agree(change_of(one), change_of(other)) is same
    assert contradict(change_of(one), change_of(other)) is not same


def test_a_half_is_the_reverse_of_a_double() -> None:
    assert change_of(Change(value=2, unit="times", direction="down")).number == 0.5


@pytest.mark.parametrize(
    ("level", "change", "year_before"), [(100.5e6, up(2.4, "times"), 41.9e6), (53e6, up(23.1, "percent"), 43.05e6)]
)
def test_the_year_before_follows_from_level_and_growth(level: float, change: Change, year_before: float) -> None:
    least, greatest = before(v(level), change)
    assert least < year_before < greatest
