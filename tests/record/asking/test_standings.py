from itertools import permutations
from typing import Any

import pytest

from comity.matters import FollowUp, Outcome, Standing
from comity.record.asking import deciding, promises, standing_of
from comity.record.db import Record
from tests.record.asking.made import make

TOLD: list[tuple[str, Outcome]] = [
    ("2024-01-01", "progressed"), ("2024-02-01", "superseded"), ("2024-03-01", "kept"), ("2024-04-01", "broken"),
    ("2024-05-01", "progressed"),
]  # fmt: skip


def follow_up(day: str, outcome: Outcome) -> FollowUp:
    return FollowUp(
        opening="a", report="r", span=(0, 1), outcome=outcome, published=day, reason=f"{outcome} {day}", score=1
    )


BROKEN, STEP = follow_up("2022-06-01", "broken"), follow_up("2022-04-01", "progressed")
KEPT, OTHER = follow_up("2022-05-01", "kept"), follow_up("2022-07-01", "superseded")


@pytest.mark.parametrize(
    ("told", "day", "expected"),
    [
        ([], "2022-12-31", "open"),
        ([], "2023-01-01", "overdue"),
        ([STEP], "2022-03-31", "open"),
        ([STEP], "2023-01-01", "progressed"),
        ([KEPT, STEP], "2022-05-01", "kept"),
        ([BROKEN, KEPT, STEP], "2022-05-31", "kept"),
        ([BROKEN, KEPT, STEP], "2022-06-01", "broken"),
        ([OTHER, STEP], "2022-08-01", "superseded"),
    ],
)
def test_standing_is_reckoned_to_the_day(told: list[FollowUp], day: str, expected: str) -> None:
    for order in permutations(told):
        assert standing_of("2022-12-31", order, day) == expected


def test_without_a_deadline_nothing_is_overdue() -> None:
    assert standing_of(None, [], "2099-01-01") == "open"


def test_the_telling_that_decides_gives_the_reason() -> None:
    decides = deciding(follow_up(*told) for told in TOLD)
    assert decides is not None
    assert decides.reason == "broken 2024-04-01"


STOOD: list[tuple[str, dict[str, Standing]]] = [
    ("2023-05-04", {"bridge": "open"}),
    ("2024-01-31", {"bridge": "open"}),
    ("2024-02-01", {"bridge": "kept", "treaty": "open"}),
    ("2025-01-01", {"bridge": "kept", "treaty": "open"}),
    ("2023-05-03", {}),
]


@pytest.mark.parametrize("pair", [None, ("ARM", "KAZ")])
@pytest.mark.parametrize(("day", "stood"), STOOD)
def test_promises_stand_as_they_did_on_the_day(day: str, stood: dict[str, str], pair: Any, record: Record) -> None:
    with record.writing() as db:
        made = make(db)
        found = {one.matter: one.standing for one in promises(db, day, pair)}
    assert found == {made.matters[name]: standing for name, standing in stood.items()}


def test_promises_are_chosen_by_how_they_stand(record: Record) -> None:
    with record.writing() as db:
        made = make(db)
        (kept,) = promises(db, "2025-01-01", standings=("kept", "broken"))
        assert promises(db, "2025-01-01", ("ARM", "RUS")) == []
        assert promises(db, "2025-01-01", page=(1, 1))[0].matter == made.matters["treaty"]
    assert (kept.matter, kept.reason, kept.report) == (made.matters["bridge"], "The bridge was opened.", "3" * 16)
    assert (kept.due, kept.countries) == ("2024-12-31", ("ARM", "KAZ"))
