import pytest

from comity.series import is_period, last_day, months


@pytest.mark.parametrize(
    ("period", "first", "last", "count"),
    [
        ("2023", "2023-01", "2023-12", 12),
        ("2023-Q2", "2023-04", "2023-06", 3),
        ("2023-11/2024-02", "2023-11", "2024-02", 4),
    ],
)
def test_a_period_has_its_months_in_order(period: str, first: str, last: str, count: int) -> None:
    found = months(period)
    assert (found[0], found[-1], len(found)) == (first, last, count)


def test_a_release_known_by_its_month_was_surely_out_on_the_last_day() -> None:
    assert [last_day(vintage) for vintage in ("2024-02", "2023", "2024-07-25")] == [
        "2024-02-29",
        "2023-12-31",
        "2024-07-25",
    ]


def test_a_thirteenth_month_is_no_period() -> None:
    assert is_period("2023-12")
    assert not is_period("2023-13")
