"""Reading again and forgetting leave what an undisturbed record would hold, and keep what people judged."""

from functools import partial

from comity.findings import Reader, Reading
from comity.record import keeping, mapping
from comity.record.db import Record
from comity.record.soundness import check
from comity.run import changing, judging
from comity.settings import Settings
from comity.terms import load
from tests.record.crashing import Row, rows
from tests.run.relation import READINGS, fill, under

LATER = "2026-03-01T00:00:00.000000+00:00"
NEWER = Reader(version="newer", model="", terms="")


def read_again(record: Record, reading: Reading) -> changing.Reread:
    with record.writing() as db:
        return changing.replace_reading(db, reading, LATER, load())


def test_the_same_findings_by_a_newer_reader_give_the_same_account(record: Record) -> None:
    fill(record, READINGS[:4])
    with record.asking() as db:
        before = mapping.told(db, keeping.standing(db, *(one.report.id for one in READINGS[:4])))
    done = read_again(record, READINGS[0].model_copy(update={"reader": NEWER}))
    with record.asking() as db:
        assert mapping.told(db, keeping.standing(db, *(one.report.id for one in READINGS[:4]))) == before
        assert len(mapping.readings(db, [READINGS[0].report.id], current=False)) == 2
    assert (done.new, done.gone, done.held) == (0, 0, 0)
    assert check(record) == []


def test_a_judged_finding_that_a_newer_reader_does_not_find_is_held(record: Record) -> None:
    fill(record, READINGS[:4])
    encounter = READINGS[0].encounters[0].id
    judging.judge(
        record, partial(judging.on_finding, verdict="confirm", finding=encounter), Settings(), reason="", author="t"
    )
    done = read_again(record, READINGS[0].model_copy(update={"reader": NEWER, "encounters": ()}))
    with record.asking() as db:
        assert encounter in keeping.standing(db, READINGS[0].report.id)
        assert keeping.held(db, READINGS[0].report.id) == [encounter]
    assert done.held == 1
    assert check(record) == []


def test_what_nobody_judged_goes_with_the_reading_that_told_it(record: Record) -> None:
    fill(record, READINGS[:4])
    read_again(record, READINGS[0].model_copy(update={"reader": NEWER, "encounters": ()}))
    with record.asking() as db:
        assert READINGS[0].encounters[0].id not in keeping.standing(db, READINGS[0].report.id)


def test_a_forgotten_report_leaves_a_tombstone_and_nothing_else(record: Record, whole: dict[str, list[Row]]) -> None:
    extra = under(READINGS[3], "extra")
    fill(record, [extra, *READINGS])
    changing.forget(record, extra.report.id, "a court order", "tester", Settings())
    left = rows(record)
    assert [row[0] for row in left.pop("forgotten")] == [extra.report.id]
    assert left["sources"] == whole["sources"]
    assert left == {name: found for name, found in whole.items() if name != "forgotten"}
