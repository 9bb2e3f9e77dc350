from comity.statistics.checking.counts import over
from tests.statistics.checking.made import ledger

YEARS = tuple(f"2023-{month:02}" for month in range(1, 13)), tuple(f"2022-{month:02}" for month in range(1, 13))


def test_turnover_is_the_sum_of_one_reporter_and_release() -> None:
    first, *_ = ledger().counts("BRA", ("ARG",), "turnover", YEARS)
    assert first.value == 1820e6
    assert first.parts == (1000e6, 820e6)
    assert first.release.vintage == "2024-02-01"


def test_the_base_is_taken_from_the_latest_release_out_by_then() -> None:
    first, *_ = ledger().counts("BRA", ("ARG",), "turnover", YEARS)
    assert first.base == 1740e6


def test_imports_by_origin_and_by_consignment_are_counts_of_their_own() -> None:
    spans = YEARS[1], tuple(f"2021-{month:02}" for month in range(1, 13))
    found = ledger().counts("ARG", ("BRA",), "turnover", spans)
    assert {one.attribution: one.value for one in found if one.value} == {"origin": 1700e6, "consignment": 1650e6}


def test_partners_are_summed_only_where_all_are_held() -> None:
    assert ledger().counts("GHA", ("CIV", "TGO"), "turnover", YEARS)[0].value == 150e6
    assert ledger().counts("GHA", ("CIV", "TGO"), "turnover", YEARS)[0].base is None
    assert ledger().counts("GHA", ("CIV", "BEN"), "turnover", YEARS) == []


def test_months_fill_a_quarter_and_a_year_without_a_gap() -> None:
    cells = {"2023-Q1": 3.0, "2023-04": 1.0, "2023-06": 1.0}
    assert over(cells, ("2023-01", "2023-02", "2023-03", "2023-04")) == 4.0
    assert over(cells, ("2023-04", "2023-05", "2023-06")) is None
