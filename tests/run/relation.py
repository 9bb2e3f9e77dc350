"""Reports of a composed relation with the readings that their annotations amount to, and records of them."""

import random
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from comity.findings import Reading
from comity.intake import Arrival
from comity.record.db import Record
from comity.run.adding import Added, keep, kept_report
from comity.terms import load
from tests.quality.relations import ADDED, kept_as
from tests.quality.relations import annotated as reading_of
from tests.reports import annotated


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
    return kept_as(reading, report)


def in_other_words(reading: Reading) -> Reading:
    """A later version of the report that tells no figures any more."""
    report = reading.report.model_copy(
        update={"id": f"{reading.report.id}-corrected", "text": reading.report.text + "\n\nThe figures were withdrawn."}
    )
    return kept_as(reading.model_copy(update={"figures": ()}), report)


def retold(reading: Reading, text: str) -> Reading:
    """The same findings in a longer text."""
    return kept_as(reading, reading.report.model_copy(update={"id": f"{reading.report.id}-again", "text": text}))


READINGS: Sequence[Reading] = [
    kept_as(reading, reading.report) for reading in map(reading_of, annotated("examples/kazarm"))
]
