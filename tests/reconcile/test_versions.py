"""Rules of what a new version withdraws and where a judgement goes."""

from typing import Any

import pytest

from comity.findings import Encounter, Finding, Span, finding_id
from comity.reconcile.versions import counterpart, withdrawn
from tests.reconcile.saying import event, figure, pledge, statement


def meeting(*spans: Span, id: str = "", **fields: Any) -> Encounter:
    given = {"kind": "meeting", "status": "held", "countries": ("ARM", "KAZ"), "date": "2024-04-15", **fields}
    places = spans or ((0, 10),)
    made = id or finding_id("r", "encounter", places, [sorted(given.items(), key=str)])
    evidence = tuple(f"words {start}" for start, _ in places)
    return Encounter.model_validate(
        {"id": made, "spans": places, "evidence": evidence, "confidence": 0.9, "by": "test", **given}
    )


PAIRS: list[tuple[str, Finding, Finding, bool]] = [
    ("moved", meeting((0, 10)), meeting((50, 90)), False),
    ("date more exact", meeting(date="2024-04"), meeting(), False),
    ("other date", meeting(date="2024-04-14"), meeting(), True),
    ("plan carried out", meeting(status="planned"), meeting(), False),
    ("taken back", meeting(), meeting(status="cancelled"), True),
    ("other kind", meeting(kind="visit"), meeting(), True),
    ("reworded evidence", figure("It came to 53.").finding, figure("Trade came to 53.", "r2").finding, False),
    ("period in another form", figure(period="2023-01/2023-12").finding, figure(report="r2").finding, False),
    ("other value", figure(value=54e6).finding, figure(report="r2").finding, True),
    ("other period", figure(period="2022").finding, figure(report="r2").finding, True),
    ("comma put right", pledge("open a bank, soon").finding, pledge("open a bank soon", "r2").finding, False),
    ("other promise", pledge("open a bank").finding, pledge("close the border", "r2").finding, True),
    ("same words", statement("We are friends.").finding, statement("We are friends", "r2").finding, False),
    ("other words", statement("We are friends.").finding, statement("They said nothing", "r2").finding, True),
    ("same triple", event().finding, event("2024-04-20", "r2").finding, False),
    ("other kind of finding", event().finding, meeting(), True),
]


@pytest.mark.parametrize(("name", "old", "new", "gone"), PAIRS, ids=[pair[0] for pair in PAIRS])
def test_what_is_told_otherwise_is_withdrawn(name: str, old: Finding, new: Finding, gone: bool) -> None:
    assert withdrawn([old], [new]) == ((old.id,) if gone else ())


def test_one_new_finding_stands_for_one_old_one() -> None:
    first, second = meeting((0, 10)), meeting((20, 30))
    assert withdrawn([first, second], [meeting((20, 30), id="new")]) == (first.id,)
    assert withdrawn([first, second], []) == (first.id, second.id)


PARTIES = ("ARM", "KAZ")


@pytest.mark.parametrize(
    ("spans", "found"),
    [([(0, 100)], "a"), ([(49, 200)], "a"), ([(51, 200)], None), ([(10, 20), (30, 80)], "a"), ([(100, 200)], None)],
)
def test_a_judgement_goes_where_half_of_its_words_are(spans: list[Span], found: str | None) -> None:
    assert counterpart(meeting((0, 100)), PARTIES, {"a": (meeting(*spans, id="a"), PARTIES)}) == found


def test_kind_and_parties_must_be_the_same() -> None:
    judged = meeting((0, 100))
    assert counterpart(judged, PARTIES, {"a": (meeting((0, 100)), ("GEO", "KAZ"))}) is None
    assert counterpart(judged, PARTIES, {"a": (event().finding, PARTIES)}) is None


def test_the_largest_overlap_then_the_closest_then_the_name_decides() -> None:
    judged = meeting((0, 100))
    new = {
        "a": (meeting((0, 60)), PARTIES),
        "b": (meeting((0, 300)), PARTIES),
        "c": (meeting((0, 100), kind="visit"), PARTIES),
        "d": (meeting((0, 100), date=None), PARTIES),
    }
    assert counterpart(judged, PARTIES, new) == "d"
    assert counterpart(judged, PARTIES, {id: new[id] for id in "abc"}) == "c"
    assert counterpart(judged, PARTIES, {id: new[id] for id in "ab"}) == "b"
