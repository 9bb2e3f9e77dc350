"""Judgements are kept, hold until undone, and go over to the counterpart of what they were made on."""

from typing import Any

import pytest
from sqlalchemy import select

from comity.errors import BadJudgement, NoSuchJudgement
from comity.findings import Figure, Finding
from comity.matters import Judgement, Subject, Verdict
from comity.record import judging, keeping, mapping, naming
from comity.record.db import Record
from comity.record.tables import findings
from tests.record.kept import MADE, NEWER, keep, meeting, reading, report, rise, trade, treaty

OF = report()
MEETING, TREATY, TRADE = meeting(OF), treaty(OF), trade(OF)


def judged(verdict: Verdict, *ids: str, made: str = MADE, sides: tuple[int, ...] = (), **fields: Any) -> Judgement:
    subjects = tuple(Subject(id, sides[place] if sides else 0) for place, id in enumerate(ids))
    given = {"amended": (), "undoes": None, "reason": "seen", "author": "me"} | fields
    told = (verdict, subjects, given["amended"], given["undoes"], given["reason"], given["author"], made)
    return Judgement(id=judging.judgement_id(*told), verdict=verdict, subjects=subjects, made=made, **given)


def amending(*pairs: tuple[str, str], on: Finding = MEETING, made: str = MADE) -> Judgement:
    return judged("amend", on.id, amended=pairs, made=made)


def test_a_judgement_comes_back_as_it_was_made(record: Record) -> None:
    given = amending(("date", '"2023-05"'), ("host", "null"))
    with record.writing() as db:
        keep(db, OF, MEETING)
        judging.add_judgement(db, given)
        judging.add_judgement(db, given)
        assert judging.judgement(db, given.id) == given
        assert judging.judgements(db, subjects=[MEETING.id]) == [given]


def test_one_that_is_not_there_is_refused(record: Record) -> None:
    with record.asking() as db, pytest.raises(NoSuchJudgement):
        judging.judgement(db, "0" * 16)


def test_amendments_hold_in_the_order_in_which_they_were_made(record: Record) -> None:
    later = amending(("date", '"2023-06"'), made="2026-02-01T00:00:00+00:00")
    with record.writing() as db:
        keep(db, OF, MEETING)
        judging.add_judgement(db, later)
        judging.add_judgement(db, amending(("date", '"2023-07"'), ("host", '"KAZ"')))
        (told,) = mapping.told(db, [MEETING.id])
    assert told.finding == MEETING.model_copy(update={"date": "2023-06", "host": "KAZ"})
    assert told.confirmed


def test_of_an_earlier_day_only_what_was_judged_by_then_holds(record: Record) -> None:
    with record.writing() as db:
        keep(db, OF, MEETING)
        read = mapping.reading(db, OF.id)
        judging.add_judgement(db, amending(("date", '"2023-06"')))
        undo = judged("undo", undoes=amending(("date", '"2023-06"')).id, made="2026-03-01T00:00:00+00:00")
        judging.add_judgement(db, undo)
        told = [mapping.amended(db, read, day).encounters[0] for day in ("2025-12-31", "2026-01-01", "2026-03-01")]
    assert [one.date for one in told] == ["2023-05-03", "2023-06", "2023-05-03"]


@pytest.mark.parametrize(
    "judgement",
    [
        amending(("nonsense", "1")),
        amending(("spans", "[[0, 1]]")),
        amending(("confidence", "1")),
        amending(("date", '"yesterday"')),
        amending(("date", "2023-05")),
        amending(("date.month", "5")),
        amending(("people", '[{"nme": "x"}]')),
        amending(("by", '"me"')),
        amending(("claim.whose", '"ARM"'), on=TRADE),
        amending(),
        amending(("host", "null"), ("host", '"KAZ"')),
        judged("amend", MEETING.id, TRADE.id, amended=(("host", "null"),)),
        judged("confirm", "0" * 16),
        judged("reject"),
        judged("same", MEETING.id),
        judged("same", MEETING.id, TREATY.id),
        judged("apart", MEETING.id, meeting(OF, 30).id),
        judged("same", MEETING.id, "0" * 16),
    ],
    ids=lambda one: f"{one.verdict} {one.amended}",
)
def test_what_does_not_fit_is_refused_when_it_is_judged(record: Record, judgement: Judgement) -> None:
    with record.writing() as db:
        keep(db, OF, MEETING, meeting(OF, 30), TREATY, TRADE)
        with pytest.raises(BadJudgement):
            judging.add_judgement(db, judgement)
        assert judging.judgements(db) == []


def test_fields_within_fields_and_their_names_in_output_can_be_amended(record: Record) -> None:
    change = amending(("claim.by", '"KAZ"'), ("from", '"ARM"'), ("countries", '["KAZ", "ARM", "KAZ"]'), on=TRADE)
    with record.writing() as db:
        keep(db, OF, TRADE)
        judging.add_judgement(db, change)
        (told,) = mapping.told(db, [TRADE.id])
    assert isinstance(told.finding, Figure)
    assert (told.finding.claim.by, told.finding.claim.via) == ("KAZ", "the ministry")
    assert (told.finding.source, told.finding.countries) == ("ARM", ("ARM", "KAZ"))


def test_what_was_amended_is_inferred_no_more(record: Record) -> None:
    reckoned = meeting(OF, inferred=("date", "host"))
    with record.writing() as db:
        keep(db, OF, reckoned)
        judging.add_judgement(db, amending(("date", '"2023-06"'), on=reckoned))
        assert mapping.told(db, [reckoned.id])[0].finding.inferred == ("host",)


def test_the_latest_of_rejecting_and_confirming_holds_until_undone(record: Record) -> None:
    reject = judged("reject", MEETING.id)
    confirm = judged("confirm", MEETING.id, made="2026-02-01T00:00:00+00:00")
    undo = judged("undo", undoes=confirm.id, made="2026-03-01T00:00:00+00:00")
    told = []
    with record.writing() as db:
        keep(db, OF, MEETING)
        for one in (reject, confirm, undo):
            judging.add_judgement(db, one)
            told.append(bool(judging.rejected(db, OF.id)))
    assert told == [True, False, True]


def test_an_undoing_cannot_be_undone(record: Record) -> None:
    undo = judged("undo", undoes=judged("confirm", MEETING.id).id)
    with record.writing() as db:
        keep(db, OF, MEETING)
        judging.add_judgement(db, judged("confirm", MEETING.id))
        judging.add_judgement(db, undo)
        assert not judging.is_active(db, undo.undoes or "")
        with pytest.raises(BadJudgement):
            judging.add_judgement(db, judged("undo", undoes=undo.id))


def test_what_a_later_amendment_rests_on_cannot_be_undone_before_it(record: Record) -> None:
    bare = trade(OF, change=None)
    first = amending(("change", '{"value": 2, "unit": "times", "direction": "up"}'), on=bare)
    with record.writing() as db:
        keep(db, OF, bare)
        judging.add_judgement(db, first)
        judging.add_judgement(db, amending(("change.value", "3"), on=bare, made="2026-02-01T00:00:00+00:00"))
    with pytest.raises(BadJudgement), record.writing() as db:
        judging.add_judgement(db, judged("undo", undoes=first.id, made="2026-03-01T00:00:00+00:00"))
    with record.asking() as db:
        assert judging.is_active(db, first.id)


def test_names_can_be_judged_one_or_apart(record: Record) -> None:
    with record.writing() as db:
        told = naming.put_namings(db, keep(db, OF, MEETING))
        apart = judged("apart", *(one.id for one in told), sides=(0, 1))
        judging.add_judgement(db, apart)
        assert judging.judgements(db, subjects=[told[0].id]) == [apart]


def read_again(db: Any, *found: Finding) -> list[judging.Judged]:
    former, new = keeping.add_reading(db, reading(OF, *found, reader=NEWER), "2026-05-01T00:00:00+00:00")
    judged = judging.subjects_judged_on(db, former)
    rise(db, new)
    return judged


def test_a_judgement_goes_over_to_the_counterpart(record: Record) -> None:
    found = meeting(OF, 2)
    with record.writing() as db:
        keep(db, OF, MEETING)
        judging.add_judgement(db, amending(("host", '"KAZ"')))
        (row,) = read_again(db, found)
        assert row.finding == MEETING
        assert judging.move(db, row.judgement, row.place, found.id)
        assert judging.present(db, row.judgement) == [found.id]
        (told,) = mapping.told(db, [found.id])
    assert told.finding == found.model_copy(update={"host": "KAZ"})


def test_without_a_counterpart_the_finding_is_held_as_it_was_judged(record: Record) -> None:
    with record.writing() as db:
        keep(db, OF, MEETING)
        judging.add_judgement(db, amending(("host", '"KAZ"')))
        (row,) = read_again(db, TREATY)
        assert not judging.move(db, row.judgement, row.place, None)
        assert keeping.held(db, OF.id) == [MEETING.id]
        rise(db, [MEETING.id])
        (told,) = mapping.told(db, [MEETING.id])
        assert told.finding == MEETING.model_copy(update={"host": "KAZ"})
        assert [held.encounters for held in mapping.held(db, OF.id)] == [(told.finding,)]


def test_what_is_held_is_set_free_when_a_later_reading_finds_it(record: Record) -> None:
    with record.writing() as db:
        keep(db, OF, MEETING)
        judging.add_judgement(db, judged("confirm", MEETING.id))
        for found in (TREATY, MEETING):
            (row,) = read_again(db, found)
            judging.move(db, row.judgement, row.place, MEETING.id if found is MEETING else None)
        assert keeping.held(db, OF.id) == []
        assert judging.present(db, row.judgement) == [MEETING.id]


def test_an_amendment_that_does_not_fit_the_counterpart_holds_the_finding(record: Record) -> None:
    bare = trade(OF, 6, change=None)
    with record.writing() as db:
        keep(db, OF, TRADE)
        judging.add_judgement(db, amending(("change.value", "3"), on=TRADE))
        (row,) = read_again(db, bare)
        assert not judging.move(db, row.judgement, row.place, bare.id)
        assert judging.present(db, row.judgement) == [TRADE.id]


def test_a_judgement_that_was_undone_moves_but_holds_nothing(record: Record) -> None:
    confirm = judged("confirm", MEETING.id)
    with record.writing() as db:
        keep(db, OF, MEETING)
        judging.add_judgement(db, confirm)
        judging.add_judgement(db, judged("undo", undoes=confirm.id))
        (row,) = read_again(db, TREATY)
        assert not row.active
        assert judging.move(db, row.judgement, row.place, None)
        assert keeping.held(db, OF.id) == []


def test_the_verdict_stands_beside_what_it_holds_of_now_alone(record: Record) -> None:
    with record.writing() as db:
        keep(db, OF, MEETING)
        judging.add_judgement(db, judged("reject", MEETING.id))
        (row,) = read_again(db, MEETING)
        assert judging.rejected(db, OF.id) == set()
        judging.move(db, row.judgement, row.place, MEETING.id)
        assert db.scalars(select(findings.c.verdict).order_by(findings.c.verdict)).all().count("reject") == 1
        assert judging.rejected(db, OF.id) == {MEETING.id}
