"""Reports are kept with their bytes, copies and versions; readings take each other's place."""

import pytest

from comity.errors import NoSuchReport
from comity.record import keeping
from comity.record.db import Record
from tests.record.kept import MADE, NEWER, READER, keep, kept, meeting, reading, report, treaty

A, B, C = "a" * 16, "b" * 16, "c" * 16
LATER = "2026-02-01T00:00:00+00:00"


def test_a_report_comes_back_exactly(record: Record) -> None:
    given = report(url="https://x.org/1", outlet="Coast Post", title="Met\x00again", skipped=((0, 7), (9, 12)))
    with record.writing() as db:
        keeping.add_report(db, kept(given, content=b"\x00\xff" * 99))
        assert keeping.report(db, given.id) == given
        assert keeping.content(db, given.id) == b"\x00\xff" * 99


def test_what_is_not_there_is_refused(record: Record) -> None:
    with record.asking() as db:
        assert not keeping.has_report(db, A)
        for ask in (keeping.report, keeping.content, keeping.origin):
            with pytest.raises(NoSuchReport):
                ask(db, A)


def test_reports_that_share_a_band_are_near(record: Record) -> None:
    with record.writing() as db:
        for id, bands in ((A, ("0:x", "1:y")), (B, ("0:x", "1:z")), (C, ("0:q",))):
            keeping.add_report(db, kept(report(id), bands=bands))
        assert [near.id for near in keeping.near_reports(db, ("0:x", "1:y"))] == [A, B]


def test_copies_are_of_the_main_and_may_change_it(record: Record) -> None:
    with record.writing() as db:
        for id in (A, B, C):
            keeping.add_report(db, kept(report(id)))
        keeping.set_copies(db, B, [B, C])
        keeping.set_copies(db, A, [A, B, C])
        assert [(near.id, near.copy_of) for near in keeping.copies(db, [C])] == [(A, None), (B, A), (C, A)]
        assert keeping.copy_of(db, C) == A


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1), (1, 2, 0)])
def test_versions_come_by_day_then_time_then_id_in_whatever_order_they_came(
    record: Record, order: tuple[int, ...]
) -> None:
    told = [
        kept(report(C, day="2023-05-01"), "o"),
        kept(report(B, day="2023-05-02"), "o", added=MADE),
        kept(report(A, day="2023-05-02"), "o", added=LATER),
    ]
    with record.writing() as db:
        for place in order:
            keeping.add_report(db, told[place])
            keeping.set_versions(db, keeping.versions(db, "o"))
        assert keeping.versions(db, "o") == [C, B, A]
        assert [keeping.is_current(db, id) for id in (C, B, A)] == [False, False, True]


def test_a_new_reading_takes_the_place_of_the_former(record: Record) -> None:
    of = report()
    with record.writing() as db:
        old = keep(db, of, meeting(of))
        former, new = keeping.add_reading(db, reading(of, meeting(of), treaty(of), reader=NEWER), LATER)
        assert former == old
        assert sorted(new) == keeping.finding_ids(db, of.id)
        assert set(old) < set(new)


def test_a_reader_may_read_twice(record: Record) -> None:
    of = report()
    with record.writing() as db:
        keep(db, of, meeting(of))
        keeping.add_reading(db, reading(of, meeting(of)), LATER)
        keeping.add_reading(db, reading(of, meeting(of), reader=NEWER), LATER)
        assert keeping.finding_ids(db, of.id) == [meeting(of).id]


def test_reports_read_by_another_reader_are_unread(record: Record) -> None:
    with record.writing() as db:
        for id in (B, A):
            keep(db, report(id), meeting(report(id)))
        keeping.add_reading(db, reading(report(B), reader=NEWER), LATER)
        keeping.add_report(db, kept(report(C)))
        assert list(keeping.unread(db, NEWER)) == [A, C]
        assert list(keeping.unread(db, READER)) == [B, C]


def test_only_what_stands_is_standing(record: Record) -> None:
    of = report()
    with record.writing() as db:
        ids = keep(db, of, meeting(of))
        keeping.add_reading(db, reading(of, treaty(of), reader=NEWER), LATER)
        assert keeping.standing(db, of.id) == set(ids)
        assert keeping.reports_of(db, [treaty(of).id]) == [of.id]


def test_a_source_may_be_set_before_its_first_report(record: Record) -> None:
    with record.writing() as db:
        keeping.set_source(db, "coast post", "evidence")
        keeping.add_report(db, kept(report()))
        keeping.set_source(db, "coast post", "full")
