import pytest

from comity.statistics.checking import Claimed, check, wording
from tests.statistics.checking.made import claim, growth, ledger

NAMES = {"BRA": "Brazil", "ARG": "Argentina", "GHA": "Ghana"}


def first(told: Claimed) -> str:
    return wording.sentence(check(told, ledger()).now[0], told, NAMES)


def test_each_verdict_tells_its_arithmetic() -> None:
    assert first(claim(1740, by="BRA")) == (
        "Brazil counts 1.74 billion USD (exports 950 million, imports 790 million) as released 2023-09-01; "
        "1.74 billion USD agrees."
    )
    assert "later releases give 1.74 billion USD" in first(claim(1650, by="BRA"))
    assert "30.4 % less" in first(claim(2500, by="BRA"))
    assert "was first told on 2024-03-01, before that" in first(
        claim(57, "GHA CIV", "2023", by="GHA", growth=growth(14), published="2024-03-01")
    )
    assert "not with the claimant's own" in first(claim(1820, by="ARG", period="2023")).replace("but not", "not")
    assert "whose series are not held" in first(
        claim(140, "GHA CIV", "2023", by="CIV", via="National Institute of Statistics")
    )


def test_growth_is_told_in_percent_or_times() -> None:
    assert wording.growth(1.231) == "+23.1 %"
    assert wording.growth(0.8) == "-20 %"
    assert wording.growth(2.377) == "2.38 times"


@pytest.mark.parametrize(
    ("value", "told"),
    [(103_673_000, "103.7 million"), (1.688136e9, "1.688 billion"), (12_345, "12.35 thousand"), (7, "7")],
)
def test_money_is_told_to_four_digits(value: float, told: str) -> None:
    assert wording.money(value) == told


def test_the_gap_to_the_other_side_is_told() -> None:
    told = claim(1820, by="BRA", period="2023")
    assert wording.of_the_mirror(check(told, ledger()), NAMES) == (
        "Argentina counts 1.87 billion (imports by origin) as released 2024-03-01, 2.75 % more."
    )
