from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.reading.dates.reckoning import (
    Now,
    a_day_beside,
    a_year_before,
    days_on,
    moment,
    months_on,
    weekday_near,
    year_of,
)

DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2100, 12, 31))


@given(DAYS)
def test_a_day_and_its_text_are_one(day: date) -> None:
    assert Now.of(moment(day.year, day.month, day.day)).date == day


@given(DAYS, st.integers(-400, 400))
def test_days_on_and_back_return(day: date, steps: int) -> None:
    there = days_on(Now(day.year, day.month, day.day), steps)
    assert there
    assert days_on(Now.of(there), -steps) == day.isoformat()


@given(DAYS, st.integers(0, 6))
def test_a_past_weekday_lies_at_most_six_days_back(day: date, weekday: int) -> None:
    told = weekday_near(Now(day.year, day.month, day.day), weekday, "past")
    assert told
    assert 0 <= (day - date.fromisoformat(told)).days < 7


@pytest.mark.parametrize(("year", "month", "day"), [(2023, 2, 29), (2024, 13, 1), (2024, 4, 31), (99999, None, None)])
def test_what_no_calendar_has_is_none(year: int, month: int | None, day: int | None) -> None:
    assert moment(year, month, day) is None


def test_months_run_over_the_year() -> None:
    assert months_on(Now(2024, 11, 5), 3) == "2025-02"


@pytest.mark.parametrize(
    ("told", "tense", "year"),
    [((11, 20), "past", 2023), ((11, 20), "future", 2024), ((2, 1), "future", 2025), ((3, 18), "future", 2024)],
)
def test_a_day_of_last_week_stays_behind_whatever_the_tense(told: tuple[int, int], tense: str, year: int) -> None:
    assert year_of(Now(2024, 3, 19), told, tense) == year  # type: ignore[arg-type]


def test_leap_days_find_their_place_a_year_before() -> None:
    assert (a_year_before("2024-02-29"), a_day_beside("2024-02-29", 1)) == ("2023-02-28", "2024-03-01")
