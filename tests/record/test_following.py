"""What was announced and what became of it."""

from typing import Any

from comity.matters import Blocks, FollowUp, Opening, Passage
from comity.record import following, joining
from comity.record.db import Record
from tests.record.kept import TEXT, keep, report
from tests.record.test_joining import IDS, MEETINGS, OF

PASSAGE = Passage("p1", OF.id, "2023-05-04", ("ARM", "KAZ"), (4, 20), TEXT[4:20], "met", "kept")
KEYS = Blocks(frozenset(("k", "l")), frozenset())


def follow_up(finding: str | None = IDS[1], **fields: Any) -> FollowUp:
    told = {
        "opening": IDS[0], "report": OF.id, "finding": finding, "span": (0, 3), "outcome": "kept",
        "published": "2023-05-04", "reason": "It was done.", "score": 1.0,
    }  # fmt: skip
    return FollowUp(**(told | fields))


def test_openings_come_back_and_are_replaced(record: Record) -> None:
    with record.writing() as db:
        keep(db, OF, *MEETINGS)
        following.put_openings(db, {IDS[0]: Opening("2023", "2023-12-31"), IDS[1]: Opening(None, None)})
        following.put_openings(db, {IDS[0]: Opening("2024", "2024-12-31")})
        assert following.openings(db, IDS) == {IDS[0]: Opening("2024", "2024-12-31"), IDS[1]: Opening(None, None)}


def test_two_findings_of_one_sentence_are_both_kept_as_evidence(record: Record) -> None:
    told = [follow_up(IDS[1]), follow_up(IDS[2]), follow_up(None)]
    with record.writing() as db:
        keep(db, OF, *MEETINGS)
        following.put_follow_ups(db, told)
        following.put_follow_ups(db, [follow_up(IDS[1], score=2.0)])
        found = {one.finding: one.score for one in following.follow_ups(db, IDS)}
    assert found == {IDS[1]: 2.0, IDS[2]: 1.0, None: 1.0}


def test_follow_ups_come_back_as_they_went_in(record: Record) -> None:
    with record.writing() as db:
        keep(db, OF, *MEETINGS)
        following.put_follow_ups(db, [follow_up(basis="matter")])
        assert following.follow_ups(db, IDS[:1]) == [follow_up(basis="matter")]


def test_follow_ups_of_one_basis_can_be_dropped(record: Record) -> None:
    with record.writing() as db:
        keep(db, OF, *MEETINGS)
        following.put_follow_ups(db, [follow_up(), follow_up(basis="matter")])
        following.drop_follow_ups(db, "matter", IDS)
        assert following.follow_ups(db, IDS) == [follow_up()]


def test_passages_are_found_under_their_keys_with_their_words(record: Record) -> None:
    with record.writing() as db:
        keep(db, OF, *MEETINGS)
        following.put_passages(db, OF.id, [(PASSAGE, KEYS)])
        following.put_passages(db, OF.id, [(PASSAGE, KEYS)])
        assert following.passages(db, {"l", "x"}) == [PASSAGE]
        assert following.passages(db, {"x"}) == []


def test_what_a_passage_told_goes_with_it(record: Record) -> None:
    with record.writing() as db:
        keep(db, OF, *MEETINGS)
        following.put_passages(db, OF.id, [(PASSAGE, KEYS)])
        following.put_follow_ups(db, [follow_up(), follow_up(None)])
        following.put_passages(db, OF.id, [])
        assert following.follow_ups(db, IDS) == [follow_up()]


def test_what_a_fallen_finding_told_of_others_goes(record: Record) -> None:
    with record.writing() as db:
        keep(db, OF, *MEETINGS)
        keep(db, report("b" * 16))
        following.put_follow_ups(db, [follow_up(), follow_up(None, report="b" * 16)])
        joining.fall(db, [IDS[1]])
        assert following.follow_ups(db, IDS) == [follow_up(None, report="b" * 16)]
