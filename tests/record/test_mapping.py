"""Readings come out of the record as they went in."""

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import event

from comity.findings import Encounter, Reading
from comity.record import keeping, mapping
from comity.record.db import Record
from tests.record.kept import (
    ARA,
    MADE,
    NEWER,
    READER,
    keep,
    kept,
    meeting,
    reading,
    readings,
    report,
    trade,
    treaty,
)  # fmt: skip


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(told=readings())
def test_a_reading_comes_back_as_it_went_in(record: Record, told: Reading) -> None:
    with record.engine.begin() as db:
        keeping.add_report(db, kept(told.report))
        keeping.add_reading(db, told, MADE)
        found = mapping.reading(db, told.report.id)
        db.rollback()
    assert repr(found.model_dump()) == repr(told.model_dump())


@pytest.mark.parametrize("value", [53000000, 53000000.0, 10**400, -0.0, 1e300, None])
def test_a_number_stays_whole_or_broken_as_it_was_told(record: Record, value: float | None) -> None:
    of = report()
    with record.writing() as db:
        keep(db, of, trade(of, value=value))
        (found,) = mapping.reading(db, of.id).figures
    assert repr(found.value) == repr(value)


def test_a_finding_told_twice_in_a_reading_is_kept_twice_and_stands_once(record: Record) -> None:
    of = report()
    twins = meeting(of), meeting(of, date="2023-05")
    with record.writing() as db:
        keep(db, of, *twins)
        assert mapping.reading(db, of.id).encounters == twins
        assert [told.finding for told in mapping.told(db, [twins[0].id])] == [twins[0]]


def test_what_stands_is_told_with_its_report_and_parties(record: Record) -> None:
    of = report()
    with record.writing() as db:
        ids = keep(db, of, meeting(of), treaty(of))
        told = mapping.told(db, ids)
    assert [(one.report, one.source, one.published, one.parties) for one in told] == [
        (of.id, of.id, "2023-05-04", ("ARM", "KAZ"))
    ] * 2


def test_what_does_not_stand_is_not_told(record: Record) -> None:
    of = report()
    with record.writing() as db:
        ids = keep(db, of, meeting(of), stands=False)
        assert mapping.told(db, ids) == []


def test_a_copy_is_told_under_its_source(record: Record) -> None:
    first, copy = report("a" * 16), report("b" * 16, day="2023-05-06")
    with record.writing() as db:
        keep(db, first, meeting(first))
        ids = keep(db, copy, meeting(copy))
        keeping.set_copies(db, first.id, [first.id, copy.id])
        assert [told.source for told in mapping.told(db, ids)] == [first.id]


def test_three_hundred_findings_are_told_in_few_statements(record: Record) -> None:
    of = report(text="word " * 400)
    with record.writing() as db:
        ids = keep(db, of, *(meeting(of, start) for start in range(700)))
        statements: list[str] = []
        event.listen(db, "before_cursor_execute", lambda *told: statements.append(told[2]))
        assert len(mapping.told(db, ids)) == 700
    assert len(statements) < 6


def test_former_readings_are_kept_and_told_from_the_oldest(record: Record) -> None:
    of = report()
    with record.writing() as db:
        keep(db, of, meeting(of))
        keeping.add_reading(db, reading(of, treaty(of), reader=NEWER), "2026-02-01T00:00:00+00:00")
        assert [told.reader for told in mapping.readings(db, [of.id], current=False)] == [READER, NEWER]
        assert [told.reader for told in mapping.readings(db, [of.id])] == [NEWER]


def test_readings_come_in_the_order_asked_for(record: Record) -> None:
    with record.writing() as db:
        for id in ("a" * 16, "b" * 16, "c" * 16):
            keep(db, report(id), meeting(report(id)))
        found = mapping.readings(db, ["c" * 16, "a" * 16])
    assert [told.report.id for told in found] == ["c" * 16, "a" * 16]


def test_people_of_a_finding_are_namings(record: Record) -> None:
    of = report()
    with record.writing() as db:
        ids = keep(db, of, meeting(of))
        (told,) = mapping.told(db, ids)
    assert isinstance(told.finding, Encounter)
    assert told.finding.people[0] == ARA
