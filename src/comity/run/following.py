"""Has what was announced meet what became of it."""

from collections.abc import Collection, Sequence

from sqlalchemy import Connection

from comity.matters import Matter, Passage, Told
from comity.reconcile import follow
from comity.record import following, joining, keeping
from comity.run.met import Met
from comity.terms import Terms


def passages(db: Connection, report: str, told: Collection[Told], met: Met, terms: Terms) -> list[Passage]:
    """Keep the passages of a report that tell an outcome; those kept.

    ``told`` are its standing findings: the states and bodies they join are meant where a sentence names none.
    A copy has no passages: its words have been told by its original.
    """
    parties = sorted({code for one in told for code in one.parties})
    found = []
    if parties and all(one.source == report for one in told):
        found = follow.passages(keeping.report(db, report), parties, keeping.day(db, report), terms)
    following.put_passages(db, report, [(passage, met.to_follow(passage)) for passage in found])
    return found


def follow_up(db: Connection, met: Met, new: Sequence[Told], passages: Sequence[Passage], terms: Terms) -> None:
    """Set what is newly announced beside what is told later, and what is newly told beside what was announced."""
    opened = {one.id: opening for one in new if (opening := follow.opening(one))}
    following.put_openings(db, opened)
    fresh: list[Told | Passage] = [*new, *passages]
    sought = {key for one in fresh for key in met.to_follow(one).sought}
    known = {one.id for one in fresh}
    near = met.told(joining.candidates(db, sought) - known)
    told = [one for one in following.passages(db, sought) if one.id not in known]
    later = follow.follow_ups([one for one in new if one.id in opened], [*fresh, *near, *told], terms)
    earlier = follow.follow_ups([one for one in near if follow.is_opening(one)], fresh, terms)
    following.put_follow_ups(db, [*later, *earlier])


def follow_matters(db: Connection, told: Collection[Told], matters: Sequence[Matter], terms: Terms) -> None:
    """What became of a thing that was announced and then happened, or did not: both are one matter."""
    known = {one.id: one for one in told}
    following.drop_follow_ups(db, "matter", known)
    rows = [follow.of_matter(matter, [known[id] for id in matter.findings], terms) for matter in matters]
    following.put_follow_ups(db, [row for found in rows for row in found])
