"""The reader does not fall below what it has reached: floors on the composed reports.

A floor is lowered only by hand, in floors.json, with a reason in the CHANGELOG.
"""

import hashlib
import json
from pathlib import Path

import pytest

from tests.quality.measure import CASES, EXAMPLES, Measured, measured

FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))
FOLDERS = (CASES / "dev", EXAMPLES / "kazarm")


@pytest.fixture(scope="module")
def figures() -> Measured:
    return measured(FOLDERS)


def test_the_labelled_set_is_the_one_the_floors_were_set_on() -> None:
    digest = hashlib.sha256()
    for path in sorted(path for folder in FOLDERS for path in folder.glob("*.json")):
        digest.update(path.read_bytes())
    assert digest.hexdigest() == FLOORS["set_sha256"]


def test_the_headline_keeps_its_floor(figures: Measured) -> None:
    assert figures.headline >= FLOORS["headline"], figures.table


def test_right_in_full_keeps_its_floor(figures: Measured) -> None:
    assert figures.full >= FLOORS["full"], figures.table


@pytest.mark.parametrize("kind", sorted(FLOORS["kinds"]))
def test_each_kind_keeps_its_floor(figures: Measured, kind: str) -> None:
    assert figures.kinds[kind] >= FLOORS["kinds"][kind], figures.table


def test_reports_that_hold_nothing_stay_nearly_empty(figures: Measured) -> None:
    assert figures.noise_per_report <= FLOORS["noise_per_report"], figures.table
