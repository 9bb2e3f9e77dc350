"""What is added is kept once, joined whatever the order, and known for a copy or a new version."""

import pytest

from comity.findings import Reading, Report
from comity.intake import Arrival
from comity.record import keeping, mapping
from comity.record.db import Record
from comity.record.soundness import check
from comity.run.adding import Added, add
from comity.run.changing import forget
from comity.run.reading import ReportReader
from comity.settings import Settings
from tests.quality.relations import ADDED
from tests.record.crashing import Row, rows
from tests.reports import RELEASE
from tests.run.relation import READINGS, added, fill, in_other_words, shuffled, under


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_any_order_gives_the_same_rows_on_both_databases(
    record: Record, whole: dict[str, list[Row]], seed: int
) -> None:
    fill(record, shuffled(seed))
    assert rows(record) == whole
    assert check(record) == []


def test_the_same_report_is_added_once(record: Record) -> None:
    fill(record, READINGS[:2])
    before = rows(record)
    with record.writing() as db:
        assert added(db, READINGS[0]).outcome == "already there"
    assert rows(record) == before


def test_a_record_holds_readings_by_one_reader_whatever_least_confidence_is_set(record: Record) -> None:
    report = Report(id="mine", text=RELEASE, published="2023-03-19")
    (told,) = add(record, [Arrival(report, "mine", RELEASE.encode())], Settings(min_confidence=0.99))
    assert isinstance(told, Added)
    with record.asking() as db:
        kept = mapping.reading(db, told.report)
    assert kept.events == ReportReader(Settings()).read(kept.report).events != ()


def test_the_same_text_from_another_origin_is_a_copy_and_no_second_source(record: Record) -> None:
    original = READINGS[0]
    copy = under(original, "copied", published="2030-01-01")
    with record.writing() as db:
        added(db, original)
        told = added(db, copy)
    with record.asking() as db:
        found = mapping.told(db, keeping.standing(db, copy.report.id))
    assert (told.outcome, told.of) == ("copy", original.report.id)
    assert {one.source for one in found} == {original.report.id}


@pytest.mark.parametrize("backwards", [False, True])
def test_which_is_the_copy_does_not_depend_on_which_came_first(record: Record, backwards: bool) -> None:
    original, copy = READINGS[0], under(READINGS[0], "copied", published="2030-01-01")
    fill(record, [copy, original] if backwards else [original, copy])
    with record.asking() as db:
        assert keeping.copy_of(db, copy.report.id) == original.report.id
        assert keeping.copy_of(db, original.report.id) is None
        assert {one.source for one in mapping.told(db, keeping.standing(db, copy.report.id))} == {original.report.id}


def test_another_text_at_the_same_origin_is_a_new_version_and_tells_what_it_withdraws(record: Record) -> None:
    first = READINGS[0]
    second = in_other_words(first)
    with record.writing() as db:
        added(db, first, origin="https://example.org/page")
        told = added(db, second, origin="https://example.org/page", at="2026-02-01T00:00:00.000000+00:00")
    assert (told.outcome, told.of) == ("version", first.report.id)
    assert set(told.withdrawn) == {one.id for one in first.figures}
    with record.asking() as db:
        assert keeping.standing(db, first.report.id) == set()
        assert keeping.standing(db, second.report.id) != set()
    assert check(record) == []


def test_a_version_that_comes_late_but_is_older_does_not_stand(record: Record) -> None:
    first, second = READINGS[0], in_other_words(READINGS[0])
    with record.writing() as db:
        added(db, second, origin="https://example.org/page", at="2026-02-01T00:00:00.000000+00:00")
        assert added(db, first, origin="https://example.org/page", at=ADDED).outcome == "version"
        assert keeping.standing(db, first.report.id) == set()


def test_a_version_that_is_gone_leaves_the_one_before_it(record: Record, whole: dict[str, list[Row]]) -> None:
    newer = in_other_words(READINGS[0])
    fill(record, READINGS)
    with record.writing() as db:
        origin = keeping.origin(db, READINGS[0].report.id)
        added(db, newer, origin=origin, at="2026-02-01T00:00:00.000000+00:00")
    forget(record, newer.report.id, "not theirs", "tester", Settings())
    left = rows(record)
    assert len(left.pop("forgotten")) == 1
    assert left == {name: found for name, found in whole.items() if name != "forgotten"}


@pytest.mark.parametrize("backwards", [False, True])
def test_versions_in_any_order_give_the_same_rows(record: Record, whole: dict[str, list[Row]], backwards: bool) -> None:
    newer = in_other_words(READINGS[0])
    pages = [(READINGS[0], ADDED), (newer, "2026-02-01T00:00:00.000000+00:00")]
    for reading, at in pages[::-1] if backwards else pages:
        with record.writing() as db:
            added(db, reading, origin="https://example.org/page", at=at)
    fill(record, READINGS[1:])
    forget(record, newer.report.id, "not theirs", "tester", Settings())
    left = rows(record)
    for name in ("reports", "forgotten"):
        left.pop(name)
    assert left == {name: found for name, found in whole.items() if name in left}


def test_two_findings_of_one_id_cost_nothing_else(record: Record) -> None:
    twice: Reading = READINGS[0].model_copy(update={"events": READINGS[0].events[:1] * 2})
    fill(record, [twice])
    assert check(record) == []
