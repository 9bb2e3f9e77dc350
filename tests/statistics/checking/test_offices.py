import pytest

from comity.statistics.checking.offices import counts_trade


@pytest.mark.parametrize("name", ["Statistical Committee", "Bureau of National Statistics", "General Customs Office"])
def test_offices_that_count_are_known(name: str) -> None:
    assert counts_trade(name)


@pytest.mark.parametrize("name", [None, "", "Trade Minister", "RIA"])
def test_others_are_not(name: str | None) -> None:
    assert not counts_trade(name)
