from pathlib import Path

import pytest

from comity.series import Observation
from comity.statistics import drawing
from comity.statistics.mirror import Row, causes, table
from comity.statistics.sources import tables
from comity.statistics.taken import Release
from comity.terms.states import States
from tests.statistics.checking.made import observations

DATA = Path(__file__).parent / "data"


def rows_of(found: list[Observation], way: tuple[str, str], year: str) -> list[Row]:
    return [row for row in table(found, way) if (row.seller, row.buyer, row.year) == (*way, year)]


def test_both_sides_stand_beside_each_other_by_attribution() -> None:
    found = rows_of(observations(), ("BRA", "ARG"), "2022")
    assert [row.imports.attribution for row in found if row.imports] == ["consignment", "origin"]
    assert [row.gap for row in found] == pytest.approx([880 / 950 - 1, 930 / 950 - 1])


def test_causes_are_named_by_what_the_series_show() -> None:
    first, *_ = rows_of(observations(), ("BRA", "ARG"), "2022")
    assert set(first.causes) == {"valuation", "attribution", "timing"}
    assert set(first.causes) <= set(causes())


def test_inside_a_customs_union_surveys_are_a_cause(states: States) -> None:
    found = [
        one
        for name in ("kz_bns_armenia.csv", "armstat_kazakhstan_vintages.csv")
        for one in tables.read((DATA / name).read_bytes(), states, Release("2026-11-23")).observations
    ]
    (row,) = rows_of(found, ("ARM", "KAZ"), "2023")
    assert row.exports is not None
    assert row.imports is not None
    assert (round(row.exports.value / 1e6, 1), round(row.imports.value / 1e6, 1)) == (79.8, 68.7)
    assert "surveys" in row.causes


def test_what_one_side_alone_counts_has_no_gap() -> None:
    (row,) = rows_of(observations(), ("GHA", "CIV"), "2023")
    assert (row.imports, row.gap, row.causes) == (None, None, ())


def test_a_year_of_eleven_months_is_no_year() -> None:
    assert not table(observations(), ("JPN", "KOR"))


def test_the_chart_shows_each_count_once() -> None:
    chart = drawing.mirror(table(observations(), ("BRA", "ARG")), {})
    (told,) = chart["datasets"].values() if "datasets" in chart else [chart["data"]["values"]]
    exports = [one for one in told if one["count"].startswith("exports") and one["year"] == "2022"]
    assert sorted(one["value"] for one in exports) == [770.0, 950.0]
    assert drawing.written(chart, png=False).startswith(b"<svg")
    assert drawing.written(chart, png=True).startswith(b"\x89PNG")
