import pytest

from comity.errors import AmbiguousNumber, BadNumber, NegativeValue
from comity.statistics.figures import number, trade


@pytest.mark.parametrize(
    ("text", "decimal", "value"),
    [
        ("1234.5", "", 1234.5),
        ("1,234", ".", 1234.0),
        ("1,234", ",", 1.234),
        ("1.234,5", ",", 1234.5),
        ("1,234,567.8", "", 1234567.8),
        ("12,5", "", 12.5),
        ("1 234 567", "", 1234567.0),
        ("..", "", None),
    ],
)
def test_a_figure_is_read_as_the_map_says(text: str, decimal: str, value: float | None) -> None:
    assert number(text, decimal) == value


def test_a_comma_that_may_be_either_is_refused() -> None:
    with pytest.raises(AmbiguousNumber):
        number("1,234")


@pytest.mark.parametrize("text", ["12 m", "1e999", "inf", "1.2.3", "٣"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(BadNumber):
        number(text)


def test_trade_below_nought_is_refused() -> None:
    with pytest.raises(NegativeValue):
        trade("-1")
