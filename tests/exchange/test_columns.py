from typing import Any

import pytest
from sqlalchemy import Connection

from comity.exchange.columns import TABLES
from comity.record.dump import Scope

ALL = Scope()


def rows(db: Connection, name: str, scope: Scope = ALL) -> list[dict[str, Any]]:
    table = TABLES[name]
    return [dict(zip((column.name for column in table.columns), row, strict=True)) for row in table.rows(db, scope)]


@pytest.mark.parametrize("name", TABLES)
def test_every_row_has_a_cell_of_its_columns_type(told: Connection, name: str) -> None:
    types: dict[str, Any] = {
        "text": str, "integer": int, "number": int | float, "flag": bool, "list": tuple, "day": object,
    }  # fmt: skip
    kinds = {column.name: types[column.type] for column in TABLES[name].columns}
    assert len(kinds) == len(TABLES[name].columns)
    for row in rows(told, name):
        assert [key for key, cell in row.items() if cell is not None and not isinstance(cell, kinds[key])] == []


def test_a_matter_stands_with_its_parties_dates_and_how_many_tell_it(told: Connection) -> None:
    event, *_ = [row for row in rows(told, "matters") if row["kind"] == "event"]
    assert (event["parties"], event["party_count"], event["findings"]) == (("ARM", "KAZ"), 2, 2)
    assert (event["date"], event["date_precision"]) == ("2024-05", "month")
    assert (str(event["date_first_day"]), str(event["date_last_day"])) == ("2024-05-01", "2024-05-31")


def test_a_finding_stands_with_its_matter_its_words_and_its_report(told: Connection) -> None:
    first, later = rows(told, "encounters")
    assert first["matter"] == later["matter"] == f"m{first['finding']}"
    assert (first["evidence"], first["url"]) == (
        "The President of Armenia will visit\tKazakhstan", "https://a.example/1",
    )  # fmt: skip
    assert (first["people"], first["outlet"], str(first["published"])) == (("A. B.", "Minister"), "Post", "2024-04-01")


def test_a_promise_stands_with_its_deadline_and_what_became_of_it(told: Connection) -> None:
    (promise,) = rows(told, "promises")
    assert (promise["deadline"], str(promise["due"]), promise["outcome"]) == ("2025", "2025-12-31", "kept")


@pytest.mark.parametrize(
    ("scope", "count"),
    [
        (Scope(("ARM", "KAZ")), 4),
        (Scope(("ARM", "GEO")), 0),
        (Scope(since="2024-05-01"), 2),
        (Scope(until="2024-05-01"), 3),
        (Scope(since="2024-05-04", until="2024-05-05"), 1),
    ],
)
def test_matters_are_those_that_join_the_two_within_the_days(told: Connection, scope: Scope, count: int) -> None:
    assert len(rows(told, "matters", scope)) == count


@pytest.mark.parametrize(("name", "count"), [("encounters", 1), ("reports", 1), ("promises", 1), ("people", 0)])
def test_findings_and_reports_are_those_of_the_days(told: Connection, name: str, count: int) -> None:
    assert len(rows(told, name, Scope(("ARM", "KAZ"), since="2024-04-02", until="2024-04-02"))) == count
