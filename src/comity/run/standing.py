"""Which findings of a report are part of the account, and what is derived of each."""

from collections.abc import Iterator
from itertools import chain

from sqlalchemy import Connection

from comity import reconcile
from comity.findings import Day, Finding, Reading
from comity.matters import Told
from comity.reconcile import follow, parties
from comity.record import judging, keeping, mapping
from comity.record.joining import Standing
from comity.terms import Terms

_JOINED = ("encounters", "statements", "agreements", "figures", "pledges", "events")


def due(db: Connection, report: str, terms: Terms) -> dict[str, Standing]:
    """The findings that should stand, by id: all of a report's present reading and those held by judgement.

    None stand that were rejected, and none of a report that a newer version has replaced.
    """
    if not (keeping.is_current(db, report) and keeping.is_read(db, report)):
        return {}
    day = keeping.day(db, report)
    rejected = judging.rejected(db, report)
    readings = [mapping.amended(db, mapping.reading(db, report)), *mapping.held(db, report)]
    found = [one for reading in readings for one in told_of(reading, day, terms)]
    # Two of one id in a reading are told apart by nothing that lasts: the first stands, as in ``record.joining``.
    told = {one.id: one for one in reversed(found)}
    return {id: _standing(one, terms) for id, one in told.items() if id not in rejected}


def told_of(reading: Reading, day: Day, terms: Terms, source: str | None = None) -> Iterator[Told]:
    """The findings of a reading that are joined; ``source`` is the report it is a copy of, else its own."""
    joined, anchors = parties.parties(reading, terms), parties.anchors(reading)
    report = reading.report.id
    for place, finding in findings_of(reading):
        yield Told(
            id=finding.id,
            finding=finding,
            report=report,
            published=day,
            parties=joined[finding.id],
            source=source or report,
            anchors=anchors.get(finding.id, ()),
            place=place,
        )


def findings_of(reading: Reading) -> Iterator[tuple[int, Finding]]:
    """The findings that are joined, each with its place among those of its kind."""
    return chain.from_iterable(enumerate(getattr(reading, kind)) for kind in _JOINED)


def _standing(told: Told, terms: Terms) -> Standing:
    kept = reconcile.blocks(told).kept | follow.keys(told, terms).kept
    return Standing(told.parties, told.anchors, kept)
