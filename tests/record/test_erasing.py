"""What is erased for cause is gone, but for a tombstone; what others tell stays."""

import pytest
from sqlalchemy import func, select

from comity.errors import NoSuchReport
from comity.record import erasing, joining, judging, keeping, naming
from comity.record.db import Record
from comity.record.tables import (
    finding_spans,
    findings,
    judgement_fields,
    judgements,
    namings,
    people,
    reports,
    sources,
)  # fmt: skip
from tests.record.kept import ARA, ASLAN, MADE, keep, meeting, report, treaty
from tests.record.test_judging import judged

A, B, C = "a" * 16, "b" * 16, "c" * 16


def erase(record: Record, id: str) -> set[str]:
    with record.writing() as db:
        joining.fall(db, keeping.standing(db, id))
        return erasing.erase(db, id, "court order", "me", MADE)


def test_nothing_of_the_report_is_left_but_a_tombstone(record: Record) -> None:
    of = report()
    with record.writing() as db:
        keep(db, of, meeting(of), treaty(of))
        naming.put_namings(db, [meeting(of).id])
    assert erase(record, of.id) == set()
    with record.asking() as db:
        for table in (reports, findings, finding_spans, namings, people, sources):
            assert db.scalar(select(func.count()).select_from(table)) == 0
        assert keeping.is_forgotten(db, "", of.id)


def test_names_that_another_report_tells_stay_and_are_told_from_its_day(record: Record) -> None:
    first, second = report(A, day="2023-01-01"), report(B, day="2023-02-01")
    with record.writing() as db:
        ids = keep(db, first, meeting(first)) + keep(db, second, meeting(second, people=(ASLAN,)))
        told = naming.put_namings(db, ids)
        naming.put_people(db, [one.id for one in told], [(one.id,) for one in told], [one.name for one in told])
    left = erase(record, A)
    with record.asking() as db:
        assert [(one.name, one.published) for one in naming.namings(db, left)] == [(ASLAN.name, "2023-02-01")]
        assert db.scalars(select(namings.c.name)).all() == [ASLAN.name]


def test_the_earliest_copy_left_stands_for_the_others(record: Record) -> None:
    with record.writing() as db:
        for id in (A, B, C):
            keep(db, report(id))
        keeping.set_copies(db, A, [A, B, C])
    erase(record, A)
    with record.asking() as db:
        assert [keeping.copy_of(db, id) for id in (B, C)] == [None, B]


def test_the_version_before_is_replaced_by_the_one_after(record: Record) -> None:
    with record.writing() as db:
        for id in (A, B, C):
            keep(db, report(id), origin="o")
        keeping.set_versions(db, [A, B, C])
    erase(record, C)
    with record.asking() as db:
        assert [keeping.is_current(db, id) for id in (A, B)] == [False, True]


def test_a_judgement_on_it_stays_without_the_values_it_gave(record: Record) -> None:
    of = report()
    with record.writing() as db:
        keep(db, of, meeting(of, people=(ARA,)))
        judging.add_judgement(db, judged("amend", meeting(of, people=(ARA,)).id, amended=(("host", '"KAZ"'),)))
    erase(record, of.id)
    with record.asking() as db:
        assert db.scalar(select(func.count()).select_from(judgements)) == 1
        assert db.scalar(select(func.count()).select_from(judgement_fields)) == 0


def test_bytes_of_an_erased_report_are_known_again(record: Record) -> None:
    of = report()
    with record.writing() as db:
        keep(db, of)
        sha256 = db.scalar(select(reports.c.sha256))
    erase(record, of.id)
    with record.asking() as db:
        assert keeping.is_forgotten(db, sha256 or "", "another")
        assert not keeping.is_forgotten(db, "0", "another")


def test_what_is_not_there_cannot_be_erased(record: Record) -> None:
    with record.writing() as db, pytest.raises(NoSuchReport):
        erasing.erase(db, A, "why", "me", MADE)


def test_a_judgement_on_names_outlives_them(record: Record) -> None:
    of = report()
    with record.writing() as db:
        told = naming.put_namings(db, keep(db, of, meeting(of)))
        apart = judged("apart", *(one.id for one in told), sides=(0, 1))
        judging.add_judgement(db, apart)
    erase(record, of.id)
    with record.asking() as db:
        assert judging.judgement(db, apart.id) == apart


def test_those_who_were_one_person_with_a_name_now_gone_are_to_be_joined_anew(record: Record) -> None:
    first, second = report(A), report(B)
    with record.writing() as db:
        ids = keep(db, first, meeting(first, people=(ARA,))) + keep(db, second, meeting(second, people=(ASLAN,)))
        told = naming.put_namings(db, ids)
        naming.put_people(db, [one.id for one in told], [tuple(one.id for one in told)], ["Ara"])
    left = erase(record, A)
    assert left == {naming.naming_id(ASLAN.name or "", "KAZ")}
    with record.asking() as db:
        assert db.scalar(select(func.count()).select_from(people)) == 0
