"""Which findings of a report are part of the account, and what is derived of each."""

from collections.abc import Iterator
from itertools import chain

from sqlalchemy import Connection

from comity.findings import Day, Finding, Reading
from comity.matters import Told
from comity.reconcile import parties
from comity.record import judging, keeping, mapping
from comity.terms import Terms

_JOINED = ("encounters", "statements", "agreements", "figures", "pledges", "events")


def due(db: Connection, report: str, terms: Terms) -> dict[str, Told]:
    """The findings that should stand, by id: all of a report's present reading and those held by judgement.

    None stand that were rejected, and none of a report that a newer version has replaced.
    """
    if not (keeping.is_current(db, report) and keeping.last_read(db, report)):
        return {}
    rejected = judging.rejected(db, report)
    readings = [mapping.amended(db, mapping.reading(db, report)), *mapping.held(db, report)]
    day, source = keeping.day(db, report), keeping.copy_of(db, report)
    found = {one.id: one for reading in reversed(readings) for one in told_of(reading, day, terms, source)}
    return {id: one for id, one in found.items() if id not in rejected}


def due_at_first(db: Connection, reading: Reading, terms: Terms) -> dict[str, Told]:
    """The same of a reading that was kept just now and is its report's first: nobody has judged it yet."""
    report = reading.report.id
    if not keeping.is_current(db, report):
        return {}
    told = told_of(reading, keeping.day(db, report), terms, keeping.copy_of(db, report))
    return {one.id: one for one in told}


def told_of(reading: Reading, day: Day, terms: Terms, source: str | None = None) -> Iterator[Told]:
    """The findings of a reading that are joined; ``source`` is the report it is a copy of, else its own.

    Of two with one id, which nothing that lasts tells apart, the first counts, as in ``record.joining``.
    """
    met: set[str] = set()
    joined, anchors = parties.parties(reading, terms), parties.anchors(reading)
    report = reading.report.id
    for place, finding in findings_of(reading):
        if finding.id in met:
            continue
        met.add(finding.id)
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
