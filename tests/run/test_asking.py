"""As of a day: what the record would have shown then, whatever has come since."""

from functools import partial
from pathlib import Path
from shutil import copyfile

import pytest

from comity.dossier import query
from comity.dossier.account import Account
from comity.record.db import Record, open_record
from comity.run import asking, judging
from comity.run.past import past_account
from comity.settings import Settings
from comity.terms import load
from tests.run.relation import READINGS, fill, under
from tests.run.test_exchange import live

PAIR = ("KAZ", "ARM")
LAST = max(one.report.published or "" for one in READINGS)


def account(record: Record, day: str | None = None) -> Account:
    return asking.account(record, PAIR, Settings(), day)


@pytest.fixture
def filled(record: Record) -> Record:
    fill(record, READINGS)
    return record


def test_as_of_the_last_report_the_account_is_the_present_one(filled: Record) -> None:
    now, then = account(filled), account(filled, LAST)
    assert {one.id: one for one in then.matters} == {one.id: one for one in now.matters}
    assert set(then.people) == set(now.people)
    assert set(then.joint) == set(now.joint)
    assert then.conflicts == now.conflicts


@pytest.mark.parametrize("day", ["2024-03-31", "2025-03-28"])
def test_as_of_a_day_only_what_was_published_by_then_counts(
    filled: Record, template_file: Path, tmp_path: Path, day: str
) -> None:
    with open_record(str(copyfile(template_file, tmp_path / "then.db"))) as earlier:
        fill(earlier, [one for one in READINGS if (one.report.published or "") <= day])
        then, of_the_time = account(filled, day), account(earlier)
    assert set(then.matters) == set(of_the_time.matters)
    assert set(then.follow_ups) == set(of_the_time.follow_ups)


def test_a_judgement_of_today_does_not_change_the_past(filled: Record) -> None:
    before = account(filled, LAST)
    reject = partial(judging.on_finding, verdict="reject", finding=READINGS[0].encounters[0].id)
    judging.judge(filled, reject, Settings(), reason="wrong", author="tester")
    assert account(filled, LAST).matters == before.matters
    assert account(filled).matters != before.matters


def test_a_conflict_has_its_camps(filled: Record) -> None:
    (conflict,) = [one for one in account(filled).conflicts if (one.measure, one.period) == ("trade", "2023")]
    assert len(conflict.camps) == 2


def test_as_of_a_day_after_all_others_a_record_that_has_lived_is_as_it_stands(record: Record) -> None:
    live(record)
    with record.asking() as db:
        now = query.account(db, ("ARM", "KAZ"), "2031-01-01")
        then = past_account(db, ("ARM", "KAZ"), "2031-01-01", load())
    assert set(then.matters) == set(now.matters)
    assert set(then.people) == set(now.people)
    assert {one.id: one.confirmed for one in then.told.values()} == {one.id: one.confirmed for one in now.told.values()}


def test_a_report_dated_in_the_future_is_no_news_yet(record: Record) -> None:
    fill(record, [*READINGS[:3], under(READINGS[3], "early", published="2999-01-01")])
    assert "2999-01-01" not in {one.first_told for one in account(record).matters}
