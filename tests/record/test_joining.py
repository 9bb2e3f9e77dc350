"""What stands is found, linked and gathered; what falls leaves nothing behind."""

from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from comity.findings import Event
from comity.matters import Clue, FollowUp, Link, Matter, Opening
from comity.record import following, joining, judging, keeping, mapping
from comity.record.db import Record
from comity.record.joining import Standing
from comity.record.tables import (
    block_keys,
    finding_anchors,
    finding_countries,
    follow_ups,
    link_clues,
    links,
    matters,
    openings,
)  # fmt: skip
from tests.record.kept import MADE, NEWER, keep, meeting, reading, report, rise, treaty
from tests.record.test_judging import judged

OF = report()
MEETINGS = [meeting(OF, start) for start in range(5)]
IDS = [one.id for one in MEETINGS]


def link(one: str, other: str, score: float = 1.5) -> Link:
    first, second = sorted((one, other))
    return Link(first, second, score, (Clue("states", 1.0, "Both name them."), Clue("date", 0.5, "One day.")))


def bare(*told: Link) -> list[Link]:
    """The links as they are read: in order, and without their clues."""
    return sorted(one._replace(clues=()) for one in told)


def matter(*ids: str, **fields: Any) -> Matter:
    told = {
        "id": f"m{ids[0]}", "kind": "encounter", "type": "meeting", "title": "Meeting", "parties": ("ARM", "KAZ"),
        "date": "2023-05", "findings": ids, "reports": 1, "sources": 1, "first_told": "2023-05-04",
        "last_told": "2023-05-04",
    }  # fmt: skip
    return Matter(**(told | fields))


def counted(db: Connection) -> dict[str, int]:
    party = select(func.count()).select_from(finding_countries).where(finding_countries.c.role == "party")
    tables = (block_keys, finding_anchors, links, link_clues, matters, openings, follow_ups)
    counts = {table.name: db.scalar(select(func.count()).select_from(table)) or 0 for table in tables}
    return counts | {"parties": db.scalar(party) or 0}


def test_what_stands_is_found_under_its_keys(record: Record) -> None:
    with record.writing() as db:
        keep(db, OF, *MEETINGS, stands=False)
        rise(db, IDS[:2], ["k", "l"])
        rise(db, IDS[2:3], ["m"])
        assert joining.candidates(db, {"k", "l", "x"}) == set(IDS[:2])
        assert joining.candidates(db, set()) == set()


def test_what_falls_leaves_nothing_behind(record: Record) -> None:
    with record.writing() as db:
        keep(db, OF, *MEETINGS, stands=False)
        assert not any(counted(db).values())
        joining.stand(db, {id: Standing(("ARM", "KAZ"), (IDS[0],), ("k",)) for id in IDS})
        joining.put_links(db, [link(IDS[0], IDS[1])])
        joining.put_matters(db, IDS, [matter(*IDS)])
        following.put_openings(db, {IDS[0]: Opening("2023", "2023-12-31")})
        later = FollowUp(
            opening=IDS[0], report=OF.id, finding=IDS[1], span=(0, 3), outcome="kept", published="2023-05-04",
            reason="It was done.", score=1.0,
        )  # fmt: skip
        following.put_follow_ups(db, [later])
        assert all(counted(db).values())
        assert joining.fall(db, IDS) == set()
        assert not any(counted(db).values())


def test_the_former_neighbours_and_mates_are_to_be_joined_anew(record: Record) -> None:
    with record.writing() as db:
        keep(db, OF, *MEETINGS)
        joining.put_links(db, [link(IDS[0], IDS[1])])
        joining.put_matters(db, IDS, [matter(IDS[0], IDS[2]), matter(IDS[1], IDS[3])])
        assert joining.fall(db, IDS[:1]) == {IDS[1], IDS[2]}
        assert [one.findings for one in joining.matters_of(db, IDS)] == [(IDS[1], IDS[3])]


def test_what_falls_twice_falls_once(record: Record) -> None:
    with record.writing() as db:
        keep(db, OF, *MEETINGS)
        joining.fall(db, IDS[:1])
        assert joining.fall(db, IDS[:1]) == set()
        assert keeping.standing(db, OF.id) == set(IDS[1:])


def test_after_rereading_the_new_row_stands_for_an_id_that_both_readings_give(record: Record) -> None:
    with record.writing() as db:
        keep(db, OF, MEETINGS[0])
        former, new = keeping.add_reading(db, reading(OF, MEETINGS[0], MEETINGS[1], reader=NEWER), MADE)
        joining.fall(db, former)
        rise(db, new, ["k"])
        assert joining.candidates(db, {"k"}) == set(new)
        assert joining.fall(db, new) == set()


def test_a_component_is_all_that_links_reach(record: Record) -> None:
    with record.writing() as db:
        keep(db, OF, *MEETINGS)
        joining.put_links(db, [link(IDS[0], IDS[1]), link(IDS[1], IDS[2]), link(IDS[3], IDS[4])])
        assert joining.component(db, IDS[:1]) == set(IDS[:3])
        assert joining.component(db, IDS[3:]) == set(IDS[3:])
        assert joining.component(db, []) == set()


def test_a_component_goes_by_judgements_too_until_they_are_undone(record: Record) -> None:
    same = judged("same", IDS[0], IDS[4])
    with record.writing() as db:
        keep(db, OF, *MEETINGS)
        judging.add_judgement(db, same)
        assert joining.component(db, IDS[:1]) == {IDS[0], IDS[4]}
        judging.add_judgement(db, judged("undo", undoes=same.id))
        assert joining.component(db, IDS[:1]) == set(IDS[:1])


def clues_kept(db: Connection) -> list[Clue]:
    rows = db.execute(select(link_clues.c.clue, link_clues.c.weight, link_clues.c.sentence))
    return sorted(Clue(row.clue, row.weight, row.sentence) for row in rows)


def test_only_the_links_asked_for_come_back(record: Record) -> None:
    near = link(IDS[0], IDS[1])
    with record.writing() as db:
        keep(db, OF, *MEETINGS)
        joining.put_links(db, [near, link(IDS[1], IDS[2])])
        assert joining.links_among(db, IDS[:2]) == bare(near)


def test_links_are_kept_with_their_clues(record: Record) -> None:
    near = link(IDS[0], IDS[1])
    with record.writing() as db:
        keep(db, OF, *MEETINGS)
        joining.put_links(db, [near])
        assert clues_kept(db) == sorted(near.clues)


def test_a_link_is_put_in_place_of_that_of_the_same_pair(record: Record) -> None:
    with record.writing() as db:
        keep(db, OF, *MEETINGS)
        for score in (1.0, 2.0):
            joining.put_links(db, [link(IDS[0], IDS[1], score)])
        assert joining.links_among(db, IDS) == bare(link(IDS[0], IDS[1], 2.0))
        assert clues_kept(db) == sorted(link(IDS[0], IDS[1]).clues)


def test_more_findings_than_a_database_takes_at_once_are_linked(record: Record) -> None:
    of = report(text="word " * 400)
    with record.writing() as db:
        ids = keep(db, of, *(meeting(of, start) for start in range(1200)))
        chain = [link(one, other) for one, other in zip(ids[::2], ids[1::2], strict=True)]
        joining.put_links(db, chain)
        assert joining.component(db, ids[::2]) == set(ids)
        assert joining.links_among(db, ids) == bare(*chain)


def test_events_are_found_by_what_they_come_from(record: Record) -> None:
    event = Event.found(
        OF, [(0, 9)], "events", 0.5, source="ARM", target="KAZ", type="CONSULT", quad="verbal cooperation",
        cameo="04", goldstein=1.0,
    )  # fmt: skip
    with record.writing() as db:
        keep(db, OF, MEETINGS[0], treaty(OF), event)
        joining.fall(db, [event.id])
        joining.stand(db, {event.id: Standing(("ARM", "KAZ"), (treaty(OF).id, IDS[0]))})
        (found,) = mapping.told(db, joining.anchored(db, [IDS[0]]))
        assert (found.id, found.anchors) == (event.id, tuple(sorted((treaty(OF).id, IDS[0]))))


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_what_is_kept_of_what_stands_does_not_depend_on_the_order(record: Record, order: tuple[int, ...]) -> None:
    with record.writing() as db:
        keep(db, OF, *MEETINGS, stands=False)
        for place in order:
            rise(db, [IDS[place]], [f"k{place}"])
        joining.fall(db, [IDS[order[0]]])
        rise(db, [IDS[order[0]]], [f"k{order[0]}"])
        assert [told.id for told in mapping.told(db, IDS)] == IDS[:2]
        assert counted(db)["block_keys"] == 2
