"""Rules of how numbers of figures are written."""

import pytest

from comity.reconcile.figures.sentences import about, amount, counted_by, growth


@pytest.mark.parametrize(
    ("least", "greatest", "unit", "written"),
    [
        (53e6, 53.1e6, "USD", "53-53.1 million USD"),
        (53e6, 53e6, "USD", "53 million USD"),
        (430, 435, "count", "430-435"),
        (1_000, 15_000, "tonnes", "1,000-15,000 tonnes"),
        (1.25e9, 1.25e9, "EUR", "1.25 billion EUR"),
        (0, 0, None, "0"),
    ],
)
def test_an_amount_is_short_and_has_its_unit(least: float, greatest: float, unit: str | None, written: str) -> None:
    assert amount(least, greatest, unit) == written


def test_what_is_reckoned_is_told_to_two_digits() -> None:
    assert about(41.875e6, 43.1e6, "USD") == "about 42-43 million USD"


def test_growth_is_in_percent_where_all_tell_it_so() -> None:
    assert growth([1.23, 1.231], True) == "23-23.1 percent up"
    assert growth([0.75], True) == "25 percent down"
    assert growth([2.4, 1.23], False) == "1.23-2.4 times as much"


def test_a_count_is_somebodys() -> None:
    assert counted_by(["ARM", "KAZ"]) == "by the count of ARM and KAZ"
    assert counted_by([]) == "by an unnamed count"
