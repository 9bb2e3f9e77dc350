"""Changes what is kept: reports read again, or erased for cause; each settled at once."""

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import Connection

from comity.findings import Code, Finding, Reading, Report
from comity.reconcile import parties, versions
from comity.record import erasing, judging, keeping, mapping, search
from comity.record.db import Record
from comity.record.scrubbing import scrub
from comity.run.clock import now
from comity.run.copying import regrouped
from comity.run.joining import fall, settle
from comity.run.naming import name_anew
from comity.run.reading import Progress, ReportReader, read_all
from comity.run.standing import findings_of
from comity.settings import Settings
from comity.terms import Terms, load


class Reread(NamedTuple):
    """What reading a report again did: findings that are new, gone, and held by people's judgements."""

    report: str
    new: int
    gone: int
    held: int


def unread(record: Record, settings: Settings) -> list[str]:
    """The reports whose present reading is by another reader than this one, by id."""
    reader = ReportReader(settings).reader
    with record.asking() as db:
        return list(keeping.unread(db, reader))


def reread(
    record: Record, reports: list[str], settings: Settings, progress: Progress | None = None
) -> Iterator[Reread]:
    """Read these reports again; each new reading takes the place of the former in one transaction.

    Judgements go over to the finding of the same kind and parties whose words overlap most; one that has
    none keeps the finding as it was judged.
    """
    terms = load(settings.terms)
    for reading in read_all(_texts(record, reports), settings.keeping(), progress):
        with record.writing() as db:
            yield replace_reading(db, reading, now(), terms)


def _texts(record: Record, reports: list[str]) -> Iterator[Report]:
    for id in reports:
        with record.asking() as db:
            report = keeping.report(db, id)
        yield report


def replace_reading(db: Connection, reading: Reading, made: str, terms: Terms) -> Reread:
    """Let a reading take the place of the former one of its report, if any, within the transaction at hand.

    ``made`` is a time in UTC.
    """
    report = reading.report.id
    left = fall(db, keeping.standing(db, report))
    former, new = keeping.add_reading(db, reading, made)
    held = carry(db, former, reading, terms)
    settle(db, keeping.versions(db, keeping.origin(db, report)), terms, fallen=left)
    return Reread(report, len(set(new) - set(former)), len(set(former) - set(new) - held), len(held))


def carry(db: Connection, former: list[str], reading: Reading, terms: Terms) -> set[str]:
    """Let judgements on findings of a former reading hold of their counterparts in this one.

    Where there is none the judged finding is held; the ids of those held.
    """
    judged = judging.subjects_judged_on(db, former)
    if not judged:
        return set()
    new = _with_parties(reading, terms)
    old = {id: _with_parties(one, terms) for id, one in mapping.by_id(db, [row.reading for row in judged]).items()}
    held = set()
    for row in judged:
        counterpart = versions.counterpart(*old[row.reading][row.subject], new)
        if not judging.move(db, row.judgement, row.place, counterpart):
            held.add(row.subject)
    return held


def carry_over_versions(db: Connection, reports: list[str]) -> None:
    """Let judgements on versions of a report, from the first to the present one, hold of what the present one tells.

    A finding that it does not tell is judged where it was; which versions there were between makes no difference.
    """
    if len(reports) < 2 or not (judged := judging.subjects_judged_on(db, keeping.finding_ids(db, *reports))):
        return
    new = {finding.id: finding for _, finding in findings_of(mapping.reading(db, reports[-1]))}
    for row in judged:
        if row.report == reports[-1]:
            continue
        told = versions.counterpart_in_version(row.finding, new)
        if (to := told or row.subject) != row.applies_to:
            judging.move(db, row.judgement, row.place, to)


def _with_parties(reading: Reading, terms: Terms) -> dict[str, tuple[Finding, tuple[Code, ...]]]:
    joined = parties.parties(reading, terms)
    return {finding.id: (finding, joined[finding.id]) for _, finding in findings_of(reading)}


def forget(record: Record, report: str, reason: str, author: str, settings: Settings) -> None:
    """Erase a report for cause: its text, bytes, findings, and names that no other tells; a tombstone stays."""
    with record.writing() as db:
        erase(db, report, reason, author, now(), load(settings.terms))
    scrub(record)


def erase(db: Connection, report: str, reason: str, author: str, made: str, terms: Terms) -> None:
    """Erase a report within the transaction at hand, and settle what it leaves; ``made`` is a time in UTC."""
    origin = keeping.origin(db, report)
    # What was judged in another version of it goes back there before this one is gone.
    for row in judging.subjects_judged_on(db, keeping.finding_ids(db, report)):
        if row.report != report:
            judging.move(db, row.judgement, row.place, row.subject)
    group = [other for other in keeping.copies(db, [report]) if other.id != report]
    fallen = fall(db, keeping.standing(db, report))
    names = erasing.erase(db, report, reason, author, made)
    search.purge(db)
    recounted = regrouped(db, group)
    left = keeping.versions(db, origin)
    keeping.set_versions(db, left)
    carry_over_versions(db, left)
    settle(db, [*left, *recounted], terms, anew=keeping.standing(db, *recounted), fallen=fallen)
    name_anew(db, names)
