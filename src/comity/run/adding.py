"""Adds reports to the record: read, kept with their bytes, known for copies and versions, settled.

Each report that is read is one transaction: it is in the record whole, or not at all, and what is told as
added is kept for good. ``keep_all`` takes many readings that were made before in one, which costs less.
"""

import hashlib
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from sqlalchemy import Connection

from comity.errors import Forgotten, Refused
from comity.findings import Day, Reading, Report
from comity.intake import Arrival, Skipped, lasting, suffixed, urls
from comity.reconcile import copies, versions
from comity.record import keeping, mapping
from comity.record.db import Record
from comity.record.keeping import KeptReport
from comity.run.changing import carry_over_versions
from comity.run.clock import now
from comity.run.copying import grouped
from comity.run.joining import settle
from comity.run.reading import Progress, read_all
from comity.run.standing import findings_of
from comity.settings import Settings
from comity.terms import Terms, load

UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Added:
    """What adding a report did; ``of`` is the report it is a copy or a new version of.

    ``withdrawn`` are the ids of the former version's findings that the new one no longer tells.
    """

    report: str
    outcome: Literal["added", "already there", "copy", "version"]
    of: str | None = None
    withdrawn: tuple[str, ...] = ()


def add(
    record: Record, arrivals: Iterable[Arrival | Skipped], settings: Settings, progress: Progress | None = None
) -> Iterator[Added | Skipped]:
    """Read and keep each report that is not yet there, in order; what was refused is passed on in its place.

    Raises ``WorkerLost`` where a reading process dies, and the refusals of ``record.db`` where the record
    cannot be written; what was told as added before is kept.
    """
    terms = load(settings.terms)
    waiting: deque[Arrival] = deque()
    results: Iterator[Reading | Added | Skipped] = read_all(
        _unread(record, arrivals, waiting), settings.keeping(), progress
    )
    for result in results:
        yield _kept(record, waiting.popleft(), result, terms) if isinstance(result, Reading) else result


def _unread(
    record: Record, arrivals: Iterable[Arrival | Skipped], waiting: deque[Arrival]
) -> Iterator[Report | Added | Skipped]:
    """The reports that have to be read; those already there are told without reading them again."""
    met: dict[str, str] = {}
    for arrival in arrivals:
        if isinstance(arrival, Skipped):
            yield arrival
            continue
        with record.asking() as db:
            report = _named(db, lasting(arrival.report), met)
            there = keeping.last_read(db, report.id)
        if there:
            yield Added(report.id, "already there")
        else:
            waiting.append(Arrival(report, arrival.origin, arrival.content))
            yield report


def _named(db: Connection, report: Report, met: dict[str, str]) -> Report:
    """The report; under an id of its own where the one given, which looks like ours, is that of another text.

    ``met`` holds hashes of the texts that came before in this run, by id.
    """
    if keeping.has_report(db, report.id):
        met[report.id] = _hashed(keeping.report(db, report.id).text)
    own = _hashed(report.text)
    return report if met.setdefault(report.id, own) == own else suffixed(report)


def _hashed(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _kept(record: Record, arrival: Arrival, reading: Reading, terms: Terms) -> Added | Skipped:
    try:
        with record.writing() as db:
            return keep(db, kept_report(arrival, now()), reading, terms)
    except Refused as refusal:
        return Skipped(arrival.origin, None, refusal)


def kept_report(arrival: Arrival, added: str, source: str | None = None, day: Day | None = None) -> KeptReport:
    """The report as the record keeps it; ``added`` is a time in UTC, ISO 8601.

    ``source`` and ``day`` are given where they are known from another record.
    """
    report = arrival.report
    signature = copies.signature(report.text, report.skipped)
    return KeptReport(
        report=report,
        origin=arrival.origin,
        source=source or source_of(report),
        content=arrival.content,
        signature=signature,
        bands=copies.bands(signature),
        day=day or report.published or added[:10],
        added=added,
    )


def source_of(report: Report) -> str:
    """Who published it: the outlet, else the host of its address, else ``unnamed``."""
    return report.outlet or urls.host(report.url or "") or UNNAMED


def keep(db: Connection, kept: KeptReport, reading: Reading, terms: Terms) -> Added:
    """Keep a report and its reading within the transaction at hand, and settle the account.

    Raises ``Forgotten`` where the report, or its bytes, were erased for cause.
    """
    (done,) = keep_all(db, [(kept, reading)], terms)
    if isinstance(done, Refused):
        raise done
    return done


def keep_all(db: Connection, given: Iterable[tuple[KeptReport, Reading]], terms: Terms) -> list[Added | Refused]:
    """Keep many reports with their readings within the transaction at hand, and settle the account once for all.

    Gives, in order, what was done with each, or why it was refused: ``Forgotten`` where it, or its bytes, were
    erased for cause.
    """
    came = [_come(db, kept, reading) for kept, reading in given]
    new = [one for one in came if isinstance(one, Come)]
    recounted = {report for one in new for report in one.beside.recounted}
    reports = recounted.union(*(one.beside.versions for one in new))
    first = {one.report: one.reading for one in new if not one.beside.earlier}
    settle(db, reports, terms, first=first, anew=keeping.standing(db, *recounted))
    return [_told(db, one) if isinstance(one, Come) else one for one in came]


def _come(db: Connection, kept: KeptReport, reading: Reading) -> "Come | Added | Refused":
    report = kept.report.id
    if keeping.last_read(db, report):
        return Added(report, "already there")
    if keeping.is_forgotten(db, kept.sha256, report):
        return Forgotten(f"The report {report}, or one of the same bytes, was erased for cause.")
    # One that was imported without a reading is there already.
    beside = _beside(db, report, []) if keeping.has_report(db, report) else keep_report(db, kept)
    keeping.add_reading(db, reading, kept.added)
    carry_over_versions(db, beside.versions)
    return Come(report, reading, beside)


class Beside(NamedTuple):
    """What stands beside a report newly kept.

    All versions of it, those just before and after it, and the reports that count as another source now.
    """

    versions: list[str]
    earlier: str | None
    later: str | None
    recounted: list[str]


class Come(NamedTuple):
    """A report newly kept with its reading, and what stands beside it."""

    report: str
    reading: Reading
    beside: Beside


def keep_report(db: Connection, kept: KeptReport) -> Beside:
    """Keep a report, not yet read, as one source with its copies and in line with its versions."""
    keeping.add_report(db, kept)
    recounted = grouped(db, kept)
    keeping.set_versions(db, keeping.versions(db, kept.origin))
    return _beside(db, kept.report.id, recounted)


def _beside(db: Connection, report: str, recounted: list[str]) -> Beside:
    versions = keeping.versions(db, keeping.origin(db, report))
    place = versions.index(report)
    around = [None, *versions, None]
    return Beside(versions, around[place], around[place + 2], recounted)


def _told(db: Connection, come: Come) -> Added:
    version = come.beside.earlier or come.beside.later
    if version:
        former = [one for _, one in findings_of(mapping.reading(db, version))]
        present = [one for _, one in findings_of(come.reading)]
        return Added(come.report, "version", version, versions.withdrawn(former, present))
    original = keeping.copy_of(db, come.report)
    return Added(come.report, "copy" if original else "added", original)
