"""Rules of what a figure counts."""

import pytest

from comity.findings import Figure
from comity.reconcile.figures.quantity import Quantity, months, quantity, shortest, year_before
from tests.reconcile.saying import figure


def counted(words: str, **fields: object) -> Quantity:
    found = figure(words, **fields).finding  # type: ignore[arg-type]
    assert isinstance(found, Figure)
    return quantity(found)


@pytest.mark.parametrize(
    ("told", "short"),
    [
        ("2023", "2023"),
        ("2023-01/2023-12", "2023"),
        ("2023-01-01/2023-12-31", "2023"),
        ("2023-01/2023-11", "2023-01/2023-11"),
        ("2023-01-01/2023-11-30", "2023-01/2023-11"),
        ("2021/2022", "2021/2022"),
        ("2023-04/2023-04", "2023-04"),
        ("2023-13-01/2023-13-31", "2023-13-01/2023-13-31"),
        (None, None),
    ],
)
def test_a_period_has_one_form(told: str | None, short: str | None) -> None:
    assert shortest(told) == short


@pytest.mark.parametrize(
    ("period", "before"),
    [
        ("2023", "2022"),
        ("2023-01/2023-11", "2022-01/2022-11"),
        ("2021/2022", "2020/2021"),
        ("2024-02-01", "2023-02-01"),
    ],
)
def test_the_year_before_keeps_the_months(period: str, before: str) -> None:
    assert year_before(period) == before


def test_a_year_has_twelve_months() -> None:
    assert months("2023") == ("2023-01", "2023-12")
    assert months("2023-01/2023-11") == ("2023-01", "2023-11")


@pytest.mark.parametrize(
    ("words", "goods"),
    [
        ("Mutual trade came to USD 53 million.", False),
        ("Last year Kazakhstan's exports of goods reached $53 million.", False),
        ("Excluding gold, exports came to $53 million.", True),
        ("The ministry reported exports of $53 million.", False),
        ("Wheat exports reached $53 million.", True),
        ("Deliveries of flour came to 53 million dollars.", True),
        ("Exports of services reached $53 million.", True),
    ],
)
def test_goods_that_alone_are_counted_are_told_by_the_words(words: str, goods: bool) -> None:
    assert bool(counted(words, measure="exports").goods) is goods


@pytest.mark.parametrize(
    ("words", "summed"),
    [
        ("Trade has come to $53 million since 2005.", True),
        ("Over the past five years trade came to $53 million.", True),
        ("Trade came to $53 million. Partners since 1992, they want more.", False),
    ],
)
def test_a_sum_over_years_is_no_yearly_number(words: str, summed: bool) -> None:
    assert counted(words).summed is summed
    assert counted(words).series is not summed


@pytest.mark.parametrize(
    ("fields", "series"),
    [
        ({}, True),
        ({"value": None, "unit": None}, True),
        ({"period": None}, False),
        ({"status": "target"}, False),
        ({"unit": "tonnes"}, False),
        ({"unit": "TEU"}, False),
        ({"measure": "companies", "unit": "count"}, False),
        ({"measure": "people", "unit": "count"}, True),
        ({"measure": "people", "unit": "count", "period": "2023-05-01"}, False),
        ({"measure": "people", "unit": "count", "value": 50}, False),
    ],
)
def test_money_of_flows_in_a_period_is_a_series(fields: dict[str, object], series: bool) -> None:
    assert counted("Trade, or visitors.", **fields).series is series


@pytest.mark.parametrize(
    ("words", "yearly"),
    [
        ("Trade rose by 23 percent to $53 million in 2023.", True),
        ("Trade rose by 23 percent against 2022, to $53 million.", True),
        ("Trade has doubled in a decade, to $53 million.", False),
        ("Trade grew 2.4 times compared with 2019, to $53 million.", False),
    ],
)
def test_growth_is_from_the_year_before_unless_words_say_otherwise(words: str, yearly: bool) -> None:
    assert counted(words, change={"value": 23, "unit": "percent", "direction": "up"}).yearly is yearly
