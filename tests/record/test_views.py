from typing import Any

from sqlalchemy import Connection, text

from comity.record import views
from comity.record.db import Record
from tests.record.asking.made import make


def rows(db: Connection, view: str) -> list[dict[str, Any]]:
    return [dict(row._mapping) for row in db.execute(text(f"SELECT * FROM dossier_{view}"))]


def test_every_view_opens_on_an_empty_record(record: Record) -> None:
    with record.asking() as db:
        assert {view: rows(db, view) for view in views.VIEWS} == {view: [] for view in views.VIEWS}


def test_countries_and_people_stand_in_one_column(record: Record) -> None:
    with record.writing() as db:
        make(db)
        forum, meeting = sorted(rows(db, "encounters"), key=lambda row: str(row["type"]))
    assert forum["countries"] == "ARM, KAZ, RUS"
    assert meeting["people"] == "Ara Abrahamyan, Aslan Bekov"
    assert (meeting["reports"], meeting["sources"], meeting["first_report"]) == (2, 1, "1" * 16)


def test_each_claim_of_a_figure_is_a_row(record: Record) -> None:
    with record.writing() as db:
        make(db)
        claims = {(row["claim_by"], row["value"], row["countries"]) for row in rows(db, "figures")}
        (conflict,) = rows(db, "conflicts")
    assert claims == {("ARM", 27e6, "ARM, KAZ"), ("KAZ", 53e6, "ARM, KAZ")}
    assert (conflict["least"], conflict["most"], conflict["claimed_by"]) == (27e6, 53e6, "ARM, KAZ")


def test_promises_tell_how_they_stand(record: Record) -> None:
    with record.writing() as db:
        make(db)
        assert {(row["title"], row["standing"]) for row in rows(db, "promises")} == {
            ("a new bridge", "kept"), ("treaty", "open"),
        }  # fmt: skip


def test_people_have_spellings_and_offices(record: Record) -> None:
    with record.writing() as db:
        make(db)
        people = {row["name"]: row["spellings"] for row in rows(db, "people")}
        offices = {(row["name"], row["office"], row["reports"]) for row in rows(db, "offices")}
    assert people["Aslan Bekov"] == "Aslan Bekoff, Aslan Bekov"
    assert offices == {("Ara Abrahamyan", "minister", 1), ("Aslan Bekov", "envoy", 1)}


def test_a_view_holds_no_json(record: Record) -> None:
    with record.writing() as db:
        make(db)
        told = [value for view in views.VIEWS for row in rows(db, view) for value in row.values()]
    assert not [value for value in told if isinstance(value, str) and value[:1] in "[{"]
