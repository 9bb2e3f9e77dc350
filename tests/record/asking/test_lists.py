from typing import Any

import pytest

from comity.record.asking import Wanted, counts, matters_like
from comity.record.db import Record
from tests.record.asking.made import make

ASKED: list[tuple[str | None, dict[str, Any], set[str]]] = [
    ("encounter", {}, {"meeting", "forum"}),
    ("encounter", {"countries": ("RUS",)}, {"forum"}),
    ("encounter", {"countries": ("ARM", "KAZ")}, {"meeting", "forum"}),
    ("encounter", {"countries": ("ARM", "KAZ", "RUS")}, {"forum"}),
    ("encounter", {"countries": ("ARM", "GEO")}, set()),
    ("encounter", {"since": "2023-06-15"}, {"forum"}),
    ("encounter", {"until": "2023-05-31"}, {"meeting"}),
    ("encounter", {"since": "0001-01-01", "until": "9999-12-31"}, {"meeting", "forum"}),
    ("encounter", {"countries": ("KAZ",), "since": "2023-07-01"}, set()),
    ("agreement", {"status": "planned"}, {"treaty"}),
    ("agreement", {"status": "signed"}, set()),
    (None, {"countries": ("RUS",)}, {"forum"}),
    (None, {"topic": "energy"}, set()),
]


@pytest.mark.parametrize(("kind", "asked", "expected"), ASKED, ids=str)
def test_a_list_holds_what_is_asked_for(kind: Any, asked: dict[str, Any], expected: set[str], record: Record) -> None:
    with record.writing() as db:
        made = make(db)
        found = {one.id for one in matters_like(db, kind, Wanted(**asked))}
    assert found == {made.matters[name] for name in expected}


def test_the_newest_come_first_and_pages_follow_each_other(record: Record) -> None:
    with record.writing() as db:
        make(db)
        whole = matters_like(db, None, Wanted(countries=("ARM", "KAZ")))
        pages = [matters_like(db, None, Wanted(countries=("ARM", "KAZ")), 2, start) for start in range(0, 8, 2)]
    assert [one for page in pages for one in page] == whole
    assert [one.first_day for one in whole] == sorted((one.first_day for one in whole), reverse=True)


def test_countries_stand_in_alphabetical_order(record: Record) -> None:
    with record.writing() as db:
        make(db)
        assert matters_like(db, "encounter", Wanted(("RUS",)))[0].countries == ("ARM", "KAZ", "RUS")


def test_kinds_are_counted(record: Record) -> None:
    with record.writing() as db:
        make(db)
        assert counts(db)["encounter"] == 2
