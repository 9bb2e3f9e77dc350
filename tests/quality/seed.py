"""The report that Comity began from, read with and without its date of publication.

Its text is no part of the project, so this is run by `make measure`, where the report lies beside it.
"""

import os
from pathlib import Path

import pytest

import comity
from comity.findings import Change, Reading

SEED = Path(os.environ.get("SHARED", "../shared")) / "seed" / "turanews.txt"
PAIR = ("ARM", "KAZ")


@pytest.fixture(scope="module", params=[None, "2024-03-19"], ids=["undated", "dated"])
def reading(request: pytest.FixtureRequest) -> Reading:
    return comity.read(SEED.read_bytes().decode(), published=request.param)


def test_the_visit_and_the_meeting_are_found(reading: Reading) -> None:
    held = [item for item in reading.encounters if item.status == "held" and item.countries == PAIR]
    kinds = {item.kind for item in held}
    assert "visit" in kinds
    assert kinds & {"meeting", "talks"}
    assert {item.host for item in held} == {"ARM"}


def test_both_statements_have_their_speakers(reading: Reading) -> None:
    assert [item.speaker.name for item in reading.statements] == ["Murat Nurtleu", "Ararat Mirzoyan"]


def test_the_treaty_and_the_programme_are_found(reading: Reading) -> None:
    found = {(item.kind, item.status, item.year, item.period) for item in reading.agreements}
    assert ("treaty", "in_force", 1999, None) in found
    assert ("programme", "signed", 2024, (2024, 2025)) in found


def test_all_three_figures_have_direction_bound_and_growth(reading: Reading) -> None:
    found = [(f.measure, f.value, f.bound, f.source, f.target, f.period) for f in reading.figures]
    assert found == [
        ("trade", 53_000_000, "exact", None, None, "2023"),
        ("companies", 435, "exact", "ARM", "KAZ", None),
        ("companies", 100, "over", "KAZ", "ARM", None),
    ]
    assert reading.figures[0].change == Change(value=23.1, unit="percent", direction="up")
