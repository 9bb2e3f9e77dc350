"""What people judge is heeded, kept as rows, and taken back as if it had never been."""

import json
from functools import partial

import pytest

from comity.errors import BadJudgement
from comity.matters import Judgement, Told, Verdict
from comity.record import joining, mapping
from comity.record.db import Record
from comity.run import judging
from comity.run.judging import Ruling
from comity.settings import Settings
from tests.record.crashing import Row, rows
from tests.run.relation import READINGS, fill

ENCOUNTER = READINGS[0].encounters[0].id
ABOUT_JUDGEMENTS = {"judgements", "judgement_subjects", "judgement_fields"}


@pytest.fixture
def filled(record: Record) -> Record:
    fill(record, READINGS[:6])
    return record


def judge(record: Record, ruled: "partial[Ruling]") -> Judgement:
    return judging.judge(record, ruled, Settings(), reason="seen", author="tester")


def account(record: Record) -> dict[str, list[Row]]:
    return {name: found for name, found in rows(record).items() if name not in ABOUT_JUDGEMENTS}


def standing(record: Record, finding: str) -> Told | None:
    with record.asking() as db:
        return next(iter(mapping.told(db, [finding])), None)


def test_what_is_rejected_stands_no_more_and_undoing_brings_all_back(filled: Record) -> None:
    before = account(filled)
    judgement = judge(filled, partial(judging.on_finding, verdict="reject", finding=ENCOUNTER))
    assert standing(filled, ENCOUNTER) is None
    judge(filled, partial(judging.undoing, judgement=judgement.id))
    assert account(filled) == before


def test_an_amended_field_is_used_by_the_next_joining(filled: Record) -> None:
    before = account(filled)
    amend = partial(judging.amending, finding=ENCOUNTER, fields=["date=1999-01-01", "host=null"])
    judgement = judge(filled, amend)
    told = standing(filled, ENCOUNTER)
    assert told is not None
    assert told.confirmed
    assert json.loads(told.finding.model_dump_json())["date"] == "1999-01-01"
    assert matter_of(filled, ENCOUNTER) == [ENCOUNTER]
    judge(filled, partial(judging.undoing, judgement=judgement.id))
    assert account(filled) == before


def matter_of(record: Record, finding: str) -> list[str]:
    with record.asking() as db:
        return list(joining.matters_of(db, [finding])[0].findings)


def test_matters_are_split_and_merged(filled: Record) -> None:
    whole = matter_of(filled, ENCOUNTER)
    assert len(whole) > 1
    judge(filled, partial(judging.splitting, thing=f"m{whole[0]}", parts=[ENCOUNTER]))
    assert matter_of(filled, ENCOUNTER) == [ENCOUNTER]
    others = matter_of(filled, READINGS[5].encounters[1].id)
    judge(filled, partial(judging.merging, things=[f"m{ENCOUNTER}", f"m{others[0]}"]))
    assert {ENCOUNTER, *others} <= set(matter_of(filled, ENCOUNTER))


def test_what_is_confirmed_is_marked(filled: Record) -> None:
    judge(filled, partial(judging.on_finding, verdict="confirm", finding=ENCOUNTER))
    told = standing(filled, ENCOUNTER)
    assert told is not None
    assert told.confirmed


@pytest.mark.parametrize("fields", [["colour=red"], ["date=yesterday"], ["date"], ["id=abc"]])
def test_an_amendment_that_does_not_fit_is_refused_and_changes_nothing(filled: Record, fields: list[str]) -> None:
    before = rows(filled)
    with pytest.raises(BadJudgement):
        judge(filled, partial(judging.amending, finding=ENCOUNTER, fields=fields))
    assert rows(filled) == before


def test_a_judgement_is_undone_once(filled: Record) -> None:
    judgement = judge(filled, partial(judging.on_finding, verdict="confirm", finding=ENCOUNTER))
    judge(filled, partial(judging.undoing, judgement=judgement.id))
    with pytest.raises(BadJudgement):
        judge(filled, partial(judging.undoing, judgement=judgement.id))


@pytest.mark.parametrize("verdict", ["confirm", "reject"])
@pytest.mark.parametrize("kind", ["events", "encounters", "agreements", "figures"])
def test_what_is_taken_back_leaves_all_as_it_was(filled: Record, verdict: Verdict, kind: str) -> None:
    before = account(filled)
    for reading in READINGS[:6]:
        for finding in getattr(reading, kind)[:1]:
            judgement = judge(filled, partial(judging.on_finding, verdict=verdict, finding=finding.id))
            judge(filled, partial(judging.undoing, judgement=judgement.id))
    assert account(filled) == before
