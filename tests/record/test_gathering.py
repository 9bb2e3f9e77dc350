"""Matters are put in place of those they follow, and what stays as it is is not touched."""

from typing import Any

import pytest
from sqlalchemy import event, select

from comity.matters import Matter
from comity.record import joining
from comity.record.db import Record
from comity.record.gathering import days
from comity.record.tables import findings, matter_parties, matters
from tests.record.kept import keep
from tests.record.test_joining import IDS, MEETINGS, OF, matter


def told(**fields: Any) -> Matter:
    return matter(IDS[0], **fields)


def test_a_matter_comes_back_as_it_went_in(record: Record) -> None:
    given = matter(IDS[0], IDS[1], status="held", host="ARM", period="2023", conflict=True)
    with record.writing() as db:
        keep(db, OF, *MEETINGS)
        joining.put_matters(db, IDS[:2], [given])
        assert joining.matters(db, [given.id]) == [given]
        assert joining.matters_of(db, [IDS[1]]) == [given]


def test_matters_are_put_in_place_of_all_that_held_their_findings(record: Record) -> None:
    with record.writing() as db:
        keep(db, OF, *MEETINGS)
        joining.put_matters(db, IDS, [matter(*IDS[:3]), matter(*IDS[3:])])
        joining.put_matters(db, IDS, [matter(IDS[0]), matter(*IDS[1:])])
        assert [one.findings for one in joining.matters_of(db, IDS)] == [
            one.findings for one in sorted((matter(IDS[0]), matter(*IDS[1:])), key=lambda one: one.id)
        ]
        assert len(db.execute(select(matters.c.id)).all()) == 2


def test_a_finding_left_out_belongs_to_no_matter(record: Record) -> None:
    with record.writing() as db:
        keep(db, OF, *MEETINGS)
        joining.put_matters(db, IDS, [matter(*IDS)])
        joining.put_matters(db, IDS, [matter(*IDS[:2])])
        left = db.scalars(select(findings.c.id).where(findings.c.matter.is_(None))).all()
        assert set(left) == set(IDS[2:])


def test_a_matter_that_stays_as_it_is_is_not_written(record: Record) -> None:
    same, written = matter(*IDS[:3]), []
    with record.writing() as db:
        keep(db, OF, *MEETINGS)
        joining.put_matters(db, IDS, [same])
        event.listen(db, "before_cursor_execute", lambda *told: written.append(told[2].split()[0]))
        joining.put_matters(db, IDS, [same])
    assert set(written) == {"SELECT"}


@pytest.mark.parametrize(
    ("parties", "pair"), [(("KAZ", "ARM"), "ARM-KAZ"), (("ARM",), None), (("ARM", "EUU", "KAZ"), None)]
)
def test_a_matter_of_just_two_stands_under_their_pair(
    record: Record, parties: tuple[str, ...], pair: str | None
) -> None:
    with record.writing() as db:
        keep(db, OF, *MEETINGS)
        joining.put_matters(db, IDS, [matter(*IDS, parties=parties)])
        assert db.execute(select(matters.c.pair, matters.c.parties)).one() == (pair, len(parties))
        assert set(db.execute(select(matter_parties.c.country, matter_parties.c.parties, matter_parties.c.kind))) == {
            (country, len(parties), "encounter") for country in parties
        }


@pytest.mark.parametrize(
    ("date", "period", "first", "last"),
    [
        ("2024", None, "2024-01-01", "2024-12-31"),
        ("2024-02", None, "2024-02-01", "2024-02-29"),
        ("2024-02-05", "2020", "2024-02-05", "2024-02-05"),
        (None, "2021/2022", "2021-01-01", "2022-12-31"),
        (None, "2024-2026", "2024-01-01", "2026-12-31"),
        (None, "2023-01/2023-06", "2023-01-01", "2023-06-30"),
        (None, "first half of 2023", "2023-05-04", "2023-05-04"),
        (None, "2023-13", "2023-05-04", "2023-05-04"),
        ("2023-02-31", None, "2023-05-04", "2023-05-04"),
        ("0000", None, "2023-05-04", "2023-05-04"),
        (None, None, "2023-05-04", "2023-05-04"),
    ],
)
def test_a_matter_lasts_as_long_as_its_date_or_period(
    date: str | None, period: str | None, first: str, last: str
) -> None:
    assert days(told(date=date, period=period)) == (first, last)
