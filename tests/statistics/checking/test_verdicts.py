"""Verdicts by general rules, on made claims of reporters all over the world."""

import pytest

from comity.rounding import Value
from comity.statistics.checking import Claimed, check
from tests.statistics.checking.made import ROWS, claim, growth, ledger

CLAIMS: dict[str, tuple[Claimed, str]] = {
    "the latest release": (claim(1740, by="BRA"), "matches"),
    "rounded to hundreds": (claim(1700, by="BRA"), "matches"),
    "an earlier release": (claim(1650, by="BRA"), "superseded"),
    "the other side's count, as if it were one's own": (claim(1700, by="ARG"), "matches"),
    "the other side's count alone": (claim(1650.0, by="ARG", period="2022"), "matches"),
    "only the other side's": (claim(1820, by="ARG", period="2023"), "matches_partner_only"),
    "nobody's": (claim(2500, by="BRA"), "contradicted"),
    "nobody's, by nobody": (claim(2500), "contradicted"),
    "anybody's, by nobody": (claim(1820, period="2023"), "matches"),
    "told before the release, from the right base": (
        claim(57, "GHA CIV", "2023", by="GHA", growth=growth(14), published="2024-03-01"),
        "outdated",
    ),
    "the same, told after the release": (claim(57, "GHA CIV", "2023", by="GHA", growth=growth(14)), "contradicted"),
    "told before, from a base of nobody's": (
        claim(57, "GHA CIV", "2023", by="GHA", growth=growth(-50), published="2024-03-01"),
        "contradicted",
    ),
    "first told before, told again after": (
        claim(57, "GHA CIV", "2023", by="GHA", growth=growth(14), first_told="2024-03-01"),
        "outdated",
    ),
    "the claimant's office, whose series are not held": (
        claim(140, "GHA CIV", "2023", by="CIV", via="National Institute of Statistics"),
        "matches_partner_only",
    ),
    "the claimant's minister, whose series are not held": (
        claim(140, "GHA CIV", "2023", by="CIV", via="Trade Minister"),
        "contradicted",
    ),
    "two months that are held": (claim(62, "JPN KOR", "2023-01/2023-02", by="JPN"), "matches"),
    "two months with their growth": (claim(None, "JPN KOR", "2023-01/2023-02", growth=growth(29)), "matches"),
    "a growth without a level, of a year": (claim(None, "GHA CIV", "2023", growth=growth(100)), "matches"),
    "times": (claim(None, "GHA CIV", "2023", growth=Value(2.0, "exact", 0.5)), "matches"),
    "a sum of two partners": (claim(150, "GHA CIV TGO", "2023", by="GHA"), "matches"),
    "a year that is not told": (claim(1820, period=None, by="BRA"), "matches"),
    "goods from one to the other": (
        claim(1000, period="2023", measure="exports", source="BRA", target="ARG", by="BRA"),
        "matches",
    ),
    "the same by the buyer": (
        claim(990, period="2023", measure="exports", source="BRA", target="ARG", by="ARG"),
        "matches",
    ),
    "imports by the claimant": (claim(820, period="2023", measure="imports", by="BRA"), "matches"),
}
UNFIT: dict[str, tuple[Claimed, str]] = {
    "part of a year that is held whole": (claim(60, "GHA CIV", "2023-01/2023-11", by="GHA"), "whole year is held"),
    "no series": (claim(60, "FRA ESP", "2023"), "no official series"),
    "no such year": (claim(60, "GHA CIV", "2019"), "2019 is not held"),
    "another currency": (claim(60, "GHA CIV", "2023", unit="EUR"), "told in EUR, the series are in USD"),
    "a target": (claim(60, "GHA CIV", "2030", status="target"), "aimed at"),
    "some goods": (claim(60, "GHA CIV", "2023", goods=True), "some goods"),
    "several years": (claim(60, "GHA CIV", "2023", summed=True), "several years"),
    "another measure": (claim(60, "GHA CIV", "2023", measure="investment"), "series of investment"),
    "one state": (claim(60, "GHA", "2023"), "only one state"),
    "exports of nobody": (claim(60, "GHA CIV", "2023", measure="exports"), "whose exports"),
    "a growth from no time": (claim(None, "GHA CIV", "2023", growth=growth(5), yearly=False), "from when"),
    "a year that is not told and does not fit": (claim(77, "GHA CIV", None, by="GHA"), "2023 does not fit"),
}


@pytest.mark.parametrize("name", CLAIMS)
def test_a_claim_gets_its_verdict(name: str) -> None:
    told, verdict = CLAIMS[name]
    assert check(told, ledger()).verdict == verdict


@pytest.mark.parametrize("name", UNFIT)
def test_what_cannot_be_checked_says_why(name: str) -> None:
    told, why = UNFIT[name]
    found = check(told, ledger())
    assert found.verdict == "not_checkable"
    assert why in found.reason


def test_level_growth_and_base_are_judged_apart() -> None:
    found = check(claim(57, "GHA CIV", "2023", by="GHA", growth=growth(14), published="2024-03-01"), ledger())
    assert {part.name: part.verdict for part in found.now} == {
        "level": "outdated",
        "growth": "contradicted",
        "base": "matches",
    }


def test_what_was_known_on_the_day_is_told_beside_what_is_known_now() -> None:
    found = check(claim(1650, by="BRA", published="2023-03-15"), ledger())
    assert [part.verdict for part in found.now] == ["superseded"]
    assert [part.verdict for part in found.then] == ["matches"]


def test_before_any_release_nothing_can_be_checked() -> None:
    found = check(claim(1740, by="BRA", published="2022-12-31"), ledger())
    assert [part.verdict for part in found.then] == ["not_checkable"]


def test_the_gap_is_that_of_the_latest_counts() -> None:
    found = check(claim(1820, period="2023", by="BRA"), ledger())
    assert found.gap == pytest.approx(1870 / 1820 - 1)


def test_a_bound_far_below_the_number_says_nothing_of_it() -> None:
    over = claim(100, "GHA CIV", "2023", by="GHA", value=Value(10e6, "over", 1e6, 1e6))
    assert check(over, ledger()).verdict == "not_checkable"
    assert check(claim(100, "GHA CIV", "2023", by="GHA", value=Value(200e6, "over", 1e6, 1e6)), ledger()).verdict == (
        "contradicted"
    )


def test_the_order_of_releases_does_not_matter() -> None:
    for told, verdict in CLAIMS.values():
        assert check(told, ledger(ROWS[::-1])).verdict == verdict
