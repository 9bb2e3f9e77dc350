from datetime import date

import pytest

from comity.reconcile.days import Stretch, after, before, stretch


@pytest.mark.parametrize(
    ("moment", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
    ],
)
def test_a_moment_is_as_long_as_it_is_vague(moment: str, first: date, last: date) -> None:
    assert stretch(moment) == Stretch(first, last)


@pytest.mark.parametrize("moment", ["2023-02-29", "2023-13", "0000", "0000-01-01"])
def test_a_day_that_never_was_is_none(moment: str) -> None:
    assert stretch(moment) is None


def test_a_gap_is_none_where_days_are_shared() -> None:
    one, other = Stretch(date(2024, 1, 1), date(2024, 1, 5)), Stretch(date(2024, 1, 7), date(2024, 1, 9))
    assert (one.gap(other), other.gap(one), one.gap(one)) == (2, 2, 0)


def test_stretches_stay_within_the_calendar() -> None:
    assert before(date.min).first == date.min
    assert after(date.max).last == date.max


def test_months_and_years_touched() -> None:
    told = Stretch(date(2023, 12, 31), date(2024, 2, 1))
    assert (list(told.months()), list(told.years())) == (["2023-12", "2024-01", "2024-02"], ["2023", "2024"])


def test_the_year_before_a_leap_day() -> None:
    assert Stretch(date(2024, 2, 29), date(2024, 2, 29)).year_before().first == date(2023, 2, 28)
