from dataclasses import replace

from comity.record import series
from comity.record.db import Record
from comity.series import Observation

TIME = "2026-11-27T00:00:00.000000+00:00"
CELL = Observation(
    "KAZ", "ARM", "exports", "fob", "", "TOTAL", "", "2023", 34.99e6, "USD", "2024-07-25", "release", "bns", "facts"
)


def test_cells_are_kept_once_and_given_back(record: Record) -> None:
    other = replace(CELL, flow="imports", valuation="cif", value=68.68e6)
    with record.writing() as db:
        assert series.put(db, [CELL, other], TIME) == series.Kept(2, 0, ())
    with record.writing() as db:
        assert series.put(db, [CELL, other], TIME) == series.Kept(0, 2, ())
    with record.asking() as db:
        assert sorted(series.between(db, ["ARM", "KAZ"]), key=lambda one: one.flow) == [CELL, other]
        assert series.between(db, ["ARM", "KGZ"]) == []


def test_releases_stand_beside_each_other(record: Record) -> None:
    later = replace(CELL, vintage="2025-07-25", value=35.5e6)
    with record.writing() as db:
        series.put(db, [CELL], TIME)
        series.put(db, [later], TIME)
    with record.asking() as db:
        assert {one.vintage: one.value for one in series.between(db, ["ARM", "KAZ"])} == {
            "2024-07-25": 34.99e6,
            "2025-07-25": 35.5e6,
        }


def test_another_value_in_the_same_release_changes_nothing_and_is_told(record: Record) -> None:
    wrong = replace(CELL, value=1.0)
    with record.writing() as db:
        series.put(db, [CELL], TIME)
        assert series.put(db, [wrong], TIME) == series.Kept(0, 0, (wrong,))
    with record.asking() as db:
        assert series.between(db, ["ARM", "KAZ"]) == [CELL]


def test_what_is_held_is_told_by_release(record: Record) -> None:
    with record.writing() as db:
        series.put(db, [CELL, replace(CELL, partner="UZB", period="2022")], TIME)
    with record.asking() as db:
        (held,) = series.held(db)
    assert (held.reporter, held.cells, held.partners, held.first, held.last) == ("KAZ", 2, 2, "2022", "2023")
