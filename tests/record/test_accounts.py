"""What stands now, row by row; the conditions on it: tests/exchange/test_columns.py."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, delete

from comity.findings import Reading, TopicFinding
from comity.matters import FollowUp, Outcome
from comity.record import accounts, following, keeping
from comity.record.asking import deciding
from comity.record.db import Record
from comity.record.dump import Scope
from comity.record.tables import follow_ups
from tests.exchange import account
from tests.exchange.made import READER


@pytest.fixture
def db(record: Record) -> Iterator[Connection]:
    with record.writing() as connection:
        account.fill(connection)
        yield connection


def test_matters_come_by_kind_and_day_with_all_that_tell_of_them(
    db: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(accounts, "_PAGE", 1)
    told = list(accounts.accounts(db, Scope()))
    assert [one.matter.kind for one in told] == ["encounter", "event", "figure", "pledge"]
    assert [one.about.report for one in told[0].telling] == ["00000000000000a1", "00000000000000b2"]
    assert told[0].matter.findings == tuple(one.told.id for one in told[0].telling)


def test_findings_come_earliest_told_first(db: Connection) -> None:
    assert [one.about.outlet for one in accounts.telling(db, Scope(), "event")] == ["Post", "Times"]


def test_topics_are_those_of_the_reading_that_holds(db: Connection) -> None:
    for topic in ("trade", "water"):
        found = TopicFinding.found(account.FIRST, [(0, 3), (9, 12)], "topics", 0.5, topic=topic)
        reading = Reading(report=account.FIRST, topics=(found.topic,), topic_findings=(found,), reader=READER)
        keeping.add_reading(db, reading, f"2024-07-0{len(topic)}T00:00:00.000000+00:00")
    assert [(one.topic, one.evidence) for one in accounts.topics(db, Scope())] == [("water", ("=SU", "The"))]


@pytest.mark.parametrize(
    "told",
    [
        [("kept", 9, "2024-04-02", 1.0), ("broken", 30, "2024-04-02", 1.0)],
        [("broken", 9, "2024-04-02", 2.0), ("kept", 30, "2024-04-02", 1.0)],
        [("kept", 9, "2024-04-03", 1.0), ("broken", 30, "2024-04-02", 3.0)],
        [("progressed", 9, "2024-04-09", 9.0), ("superseded", 30, "2024-04-02", 1.0)],
        [("progressed", 9, "2024-04-09", 9.0)],
    ],
)
def test_what_became_of_a_promise_is_decided_as_everywhere(
    db: Connection, told: list[tuple[Outcome, int, str, float]]
) -> None:
    promise = account.pledge(account.FIRST).id
    found = [
        FollowUp(
            opening=promise, report=account.LATER.id, span=(start, start + 9), outcome=outcome, published=day,
            reason="told", score=score,
        )
        for outcome, start, day, score in told
    ]  # fmt: skip
    db.execute(delete(follow_ups))
    following.put_follow_ups(db, found)
    decides = deciding(found)
    assert [one.outcome for one in accounts.promises(db, Scope()) if one.kind == "pledge"] == [
        decides and decides.outcome
    ]
