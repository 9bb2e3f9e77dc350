"""Reading again and forgetting leave what an undisturbed record would hold, and keep what people judged."""

from functools import partial

import pytest

from comity.findings import Figure, Reader, Reading
from comity.record import keeping, mapping
from comity.record.db import Record
from comity.record.soundness import check
from comity.run import changing, judging
from comity.settings import Settings
from comity.terms import load
from tests.record.crashing import Row, rows
from tests.run.relation import READINGS, added, fill, in_other_words, retold, under

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


PAGE = "https://example.org/page"
DAYS = tuple(f"2026-0{month}-01T00:00:00.000000+00:00" for month in (1, 2, 3))


def three_versions() -> tuple[Reading, Reading, Reading]:
    """A report, the same without its figures, and the same with them again."""
    first = READINGS[0]
    second = in_other_words(first)
    third = retold(first, first.report.text + "\n\nThe figures stand after all.")
    return first, second, third


def amend(record: Record, finding: str) -> None:
    rule = partial(judging.amending, finding=finding, fields=["value=123456"])
    judging.judge(record, rule, Settings(), reason="seen", author="tester")


def values(record: Record, reading: Reading) -> list[float]:
    with record.asking() as db:
        told = mapping.told(db, keeping.standing(db, reading.report.id))
    return sorted(one.finding.value or 0 for one in told if isinstance(one.finding, Figure))


@pytest.mark.parametrize("order", [(1, 2), (2, 1)])
def test_a_judgement_finds_its_finding_in_the_present_version_whatever_came_between(
    record: Record, order: tuple[int, int]
) -> None:
    versions = three_versions()
    with record.writing() as db:
        added(db, versions[0], origin=PAGE, at=DAYS[0])
    amend(record, versions[0].figures[0].id)
    for place in order:
        with record.writing() as db:
            added(db, versions[place], origin=PAGE, at=DAYS[place])
    assert 123456 in values(record, versions[2])
    assert check(record) == []


def test_a_judgement_goes_back_when_the_version_it_went_to_is_forgotten(record: Record) -> None:
    first, _, third = three_versions()
    with record.writing() as db:
        added(db, first, origin=PAGE, at=DAYS[0])
    amend(record, first.figures[0].id)
    with record.writing() as db:
        added(db, third, origin=PAGE, at=DAYS[2])
    changing.forget(record, third.report.id, "not theirs", "tester", Settings())
    assert 123456 in values(record, first)


def test_a_judgement_stays_with_the_version_it_went_to_when_the_first_is_forgotten(record: Record) -> None:
    first, _, third = three_versions()
    with record.writing() as db:
        added(db, first, origin=PAGE, at=DAYS[0])
    amend(record, first.figures[0].id)
    with record.writing() as db:
        added(db, third, origin=PAGE, at=DAYS[2])
    changing.forget(record, first.report.id, "not theirs", "tester", Settings())
    assert 123456 in values(record, third)
