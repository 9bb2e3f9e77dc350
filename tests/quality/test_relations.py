"""The joining does not fall below what it has reached: floors on two composed relations.

``annotated`` joins the annotated findings, ``read`` those of Comity's own readings, which hold fewer.
A floor is lowered only by hand, in floors-record.json, with a reason in the CHANGELOG.
"""

import json
from pathlib import Path

import pytest

from tests.quality.relations import RELATIONS, annotated, joined, read, reports_of, scored

FLOORS = json.loads(Path(__file__).with_name("floors-record.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", sorted(FLOORS["annotated"]))
def test_joining_annotated_findings_keeps_its_floor(name: str) -> None:
    figures = scored(RELATIONS / name)
    below = {key: floor for key, floor in FLOORS["annotated"][name].items() if getattr(figures, key) < floor}
    assert below == {}, figures.table


@pytest.mark.parametrize("name", sorted(FLOORS["read"]))
def test_joining_own_readings_keeps_its_floor(name: str) -> None:
    figures = scored(RELATIONS / name, read(RELATIONS / name))
    below = {key: floor for key, floor in FLOORS["read"][name].items() if getattr(figures, key) < floor}
    assert below == {}, figures.table


def test_the_copy_and_the_correction_are_found_without_being_told() -> None:
    found = joined(
        [annotated(json.loads(path.read_text(encoding="utf-8"))) for path in reports_of(RELATIONS / "egy-srb")]
    )
    known = {found.reports[one.report]: found.reports[one.source] for one in found.told.values()}
    assert {report: source for report, source in known.items() if report != source} == {"egy-srb-09": "egy-srb-08"}
    assert "egy-srb-11" in known
    assert "egy-srb-10" not in known


def test_the_two_programmes_of_the_same_years_stay_apart_and_rounding_is_no_conflict() -> None:
    table = scored(RELATIONS / "kazarm").table
    assert "agreements  P 1.000" in table
    assert "taken for a conflict" not in table
