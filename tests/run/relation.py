"""Reports of a composed relation with the readings that their annotations amount to, and records of them."""

import random
from collections.abc import Iterable, Sequence
from typing import TypeVar

from sqlalchemy import Connection

from comity.findings import Finding, Reading, Report, finding_id
from comity.intake import Arrival, lasting
from comity.record.db import Record
from comity.run.adding import Added, keep, kept_report
from comity.terms import load
from tests.quality.relations import annotated as reading_of
from tests.reports import annotated

ADDED = "2026-01-01T00:00:00.000000+00:00"
F = TypeVar("F", bound=Finding)


def added(db: Connection, reading: Reading, origin: str | None = None, at: str = ADDED) -> Added:
    report = reading.report
    kept = kept_report(Arrival(report, origin or report.url or report.id, report.text.encode()), at)
    return keep(db, kept, reading, load())


def fill(record: Record, readings: Iterable[Reading]) -> None:
    for reading in readings:
        with record.writing() as db:
            added(db, reading)


def shuffled(seed: int) -> list[Reading]:
    return random.Random(seed).sample(READINGS, len(READINGS))


def under(reading: Reading, id: str, published: str | None = None) -> Reading:
    """The same reading of the same text under another id and address."""
    report = reading.report.model_copy(
        update={"id": id, "url": f"https://elsewhere.example/{id}", "published": published or reading.report.published}
    )
    return _again(reading, report)


def in_other_words(reading: Reading) -> Reading:
    """A later version of the report that tells no figures any more."""
    report = reading.report.model_copy(
        update={"id": f"{reading.report.id}-corrected", "text": reading.report.text + "\n\nThe figures were withdrawn."}
    )
    return _again(reading.model_copy(update={"figures": ()}), report)


def _again(reading: Reading, given: Report) -> Reading:
    """The reading of another report: the names of report and findings follow from it."""
    report = lasting(given)
    kinds = ("encounters", "statements", "agreements", "figures", "pledges", "events")
    found = {kind: tuple(_moved(one, report) for one in getattr(reading, kind)) for kind in kinds}
    return reading.model_copy(update={"report": report, **found})


def _moved(finding: F, report: Report) -> F:
    naming = [getattr(finding, field) for field in finding.NAMING]
    return finding.model_copy(update={"id": finding_id(report.id, finding.KIND, finding.spans, naming)})


READINGS: Sequence[Reading] = [
    _again(reading, reading.report) for reading in map(reading_of, annotated("examples/kazarm"))
]
