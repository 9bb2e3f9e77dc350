"""Back into the record, what was told out of another."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, select

from comity.errors import NotThere
from comity.matters import Judgement, Subject
from comity.record import refill
from comity.record.db import Record
from comity.record.dump import JudgedPlace
from comity.record.tables import findings, sources
from tests.exchange import account
from tests.exchange.made import READER


@pytest.fixture
def db(record: Record) -> Iterator[Connection]:
    with record.writing() as connection:
        yield connection


@pytest.mark.parametrize(("there", "told", "kept"), [
    (None, "full", "full"), (None, "evidence", "evidence"), ("full", "evidence", "evidence"),
    ("evidence", "full", "evidence"), ("full", "full", "full"),
])  # fmt: skip
def test_of_two_records_the_one_that_shows_less_of_a_source_holds(
    db: Connection, there: str | None, told: str, kept: str
) -> None:
    if there:
        refill.put_source(db, "Post", there)
    assert refill.put_source(db, "Post", told) is (there is None)
    assert db.execute(select(sources.c.shows)).scalar() == kept


def test_a_tombstone_is_kept_once(db: Connection) -> None:
    tombstone = {"report": "r", "sha256": "0", "reason": "asked to", "author": "me", "made": account.MADE}
    assert [refill.put_tombstone(db, tombstone) for _ in range(2)] == [True, False]


def test_a_reading_is_known_by_report_reader_and_time(db: Connection) -> None:
    account.fill(db)
    reading = refill.reading_made(db, "00000000000000a1", READER, account.MADE)
    assert reading
    assert refill.reading_made(db, "00000000000000a1", READER, "2025-01-01T00:00:00") is None
    assert refill.reading_made(db, "00000000000000a1", READER.model_copy(update={"version": "9"}), account.MADE) is None


def test_findings_are_held_in_the_reading_named(db: Connection) -> None:
    account.fill(db)
    reading, promise = (
        refill.reading_made(db, "00000000000000a1", READER, account.MADE) or "",
        account.pledge(account.FIRST).id,
    )
    refill.hold(db, reading, [promise])
    assert [row.id for row in db.execute(select(findings.c.id).where(findings.c.held))] == [promise]


@pytest.mark.parametrize(("place", "undoes"), [
    (JudgedPlace("no row", False, None), None), (JudgedPlace(None, True, None), None),
    (JudgedPlace(None, False, None), "none"),
])  # fmt: skip
def test_a_judgement_on_what_is_not_there_is_refused(db: Connection, place: JudgedPlace, undoes: str | None) -> None:
    judgement = Judgement(
        id="j", verdict="confirm", subjects=(Subject("gone"),), undoes=undoes, reason="", author="", made=account.MADE
    )
    with pytest.raises(NotThere):
        refill.put_judgement(db, judgement, [place])
    assert refill.put_judgement(db, judgement.model_copy(update={"undoes": None}), [JudgedPlace(None, False, None)])
