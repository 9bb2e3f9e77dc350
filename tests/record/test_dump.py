"""What cannot be derived, out of the record; that all comes back: tests/exchange/test_restoring.py."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, select

from comity.findings import Reader, Reading
from comity.matters import Judgement, Subject
from comity.record import dump, keeping, refill
from comity.record.db import Record
from comity.record.dump import JudgedPlace, Scope
from comity.record.tables import findings
from tests.exchange import account
from tests.exchange.made import READER


@pytest.fixture
def db(record: Record) -> Iterator[Connection]:
    with record.writing() as connection:
        account.fill(connection)
        yield connection


@pytest.mark.parametrize(
    ("scope", "ids"),
    [
        (Scope(), ["00000000000000a1", "00000000000000b2"]),
        (Scope(("ARM", "KAZ")), ["00000000000000a1", "00000000000000b2"]),
        (Scope(("ARM", "GEO")), []),
        (Scope(since="2024-04-02"), ["00000000000000b2"]),
        (Scope(until="2024-04-01"), ["00000000000000a1"]),
        (Scope(("ARM",), "2024-04-01", "2024-04-01"), ["00000000000000a1"]),
    ],
)
def test_reports_come_in_the_order_of_their_ids_within_the_scope(db: Connection, scope: Scope, ids: list[str]) -> None:
    assert [one.report.id for one, _ in dump.stored_reports(db, scope)] == ids


def test_a_report_comes_with_its_bytes_and_its_readings_the_current_last(db: Connection) -> None:
    reading = reread(db)
    keeping.add_reading(db, reading, "2024-07-01T00:00:00.000000+00:00")
    report, readings = next(dump.stored_reports(db, Scope()))
    assert (report.report, report.content, report.source, report.shows) == (account.FIRST, b"x", "Post", "full")
    assert [(one.reading.reader, one.until is None) for one in readings] == [(READER, False), (reading.reader, True)]


def reread(db: Connection) -> Reading:
    _, (stored,) = next(dump.stored_reports(db, Scope()))
    return stored.reading.model_copy(update={"reader": Reader(version="0", model="m", terms="t")})


def test_reports_beyond_a_page_come_too(db: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dump, "_PAGE", 1)
    assert [one.report.id for one, _ in dump.stored_reports(db, Scope())] == ["00000000000000a1", "00000000000000b2"]


@pytest.mark.parametrize(("scope", "count"), [(Scope(), 1), (Scope(since="2024-04-02"), 0), (Scope(("ARM",)), 1)])
def test_judgements_are_those_on_what_lies_in_the_scope(db: Connection, scope: Scope, count: int) -> None:
    row = db.execute(select(findings.c.row, findings.c.id).where(findings.c.report == "00000000000000a1")).first()
    assert row
    judgement = Judgement(
        id="j", verdict="confirm", subjects=(Subject(row.id, 1),), reason="r", author="a", made=account.MADE
    )
    refill.put_judgement(db, judgement, [JudgedPlace(row.row, False, row.id)])
    stored = list(dump.stored_judgements(db, scope))
    assert len(stored) == count
    assert stored in ([], [dump.StoredJudgement(judgement, (JudgedPlace(row.row, False, row.id),))])
