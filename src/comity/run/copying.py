"""Counts a text that several outlets carry as one source.

Reports are one source where a chain of near-equal texts leads from one to the other; the earliest
(by day, then id) stands for all. Which reports are one source follows from the texts alone.
"""

from collections.abc import Sequence

from sqlalchemy import Connection

from comity.reconcile import copies
from comity.record import keeping
from comity.record.keeping import KeptReport, Nearby


def grouped(db: Connection, kept: KeptReport) -> list[str]:
    """Count a new report with those whose text is nearly its own; the other reports whose source is another now."""
    near = [other for other in keeping.near_reports(db, kept.bands) if other.id != kept.report.id]
    like = [other for other in near if copies.are_copies(other.signature, kept.signature)]
    mains = {other.copy_of or other.id for other in like}
    if not mains:
        return []
    own = Nearby(kept.report.id, kept.day, kept.origin, kept.signature, None)
    main = _count_as_one(db, [own, *keeping.copy_group(db, mains)])
    others = [other.id for other in keeping.copy_group(db, [main]) if other.id != own.id]
    return others if mains != {main} else []


def regrouped(db: Connection, members: Sequence[Nearby]) -> list[str]:
    """Count those anew that were one source with a report now erased; all of them, whose source may be another."""
    left = list(members)
    while left:
        group = _reached(left.pop(), left)
        _count_as_one(db, group)
        left = [other for other in left if other not in group]
    return [member.id for member in members]


def _reached(first: Nearby, others: Sequence[Nearby]) -> list[Nearby]:
    group, ends = [first], [first]
    while ends:
        end = ends.pop()
        found = [other for other in others if other not in group and _alike(other, end)]
        group += found
        ends += found
    return group


def _alike(one: Nearby, other: Nearby) -> bool:
    near = not set(copies.bands(one.signature)).isdisjoint(copies.bands(other.signature))
    return near and copies.are_copies(one.signature, other.signature)


def _count_as_one(db: Connection, members: Sequence[Nearby]) -> str:
    main = min(members, key=lambda member: (member.day, member.id)).id
    keeping.set_copies(db, main, [member.id for member in members])
    return main
