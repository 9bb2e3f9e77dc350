"""Reports with their bytes, copies and versions, and the readings of them.

A report is its origin and its text; nothing kept here depends on the order in which reports came. Readings
are never overwritten: the former one is told until when it was the current one.
"""

import hashlib
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import chain, pairwise
from typing import Any

from sqlalchemy import (
    BindParameter,
    Connection,
    Row,
    Select,
    bindparam,
    exists,
    func,
    insert,
    or_,
    select,
    update,
)

from comity.errors import NoSuchReport
from comity.findings import Day, Reader, Reading, Report
from comity.record.mapping import insert_findings, kept_reports
from comity.record.rows import KINDS
from comity.record.sets import KEYS, Rows, asked, done, each, ids_of, short_hash
from comity.record.tables import (
    findings,
    forgotten,
    likeness_bands,
    readers,
    reading_topics,
    readings,
    refusal_spans,
    refusals,
    reports,
    skipped_lines,
    sources,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class KeptReport:
    """A report as it is kept. ``source`` is who published it, ``content`` its bytes as they came.

    ``signature`` and ``bands`` are what near copies are known by; ``day`` is the day of publication, else
    that on which it was added; ``added`` a time in UTC, ISO 8601.
    """

    report: Report
    origin: str
    source: str
    content: bytes
    signature: bytes
    bands: tuple[str, ...]
    day: Day
    added: str

    @property
    def sha256(self) -> str:
        """The hash of the bytes, in hex."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Nearby:
    """What decides whether a report is a copy, and of which."""

    id: str
    day: Day
    origin: str
    signature: bytes
    copy_of: str | None


_ID: BindParameter[str] = bindparam("id_")
_HAS = select(reports.c.id).where(reports.c.id == _ID)
_FORGOTTEN = select(forgotten.c.report).where(
    or_(forgotten.c.report == _ID, forgotten.c.sha256 == bindparam("sha256_"))
)
_CONTENT = select(reports.c.content).where(reports.c.id == _ID)
_SOURCE = select(sources.c.id).where(sources.c.id == _ID)


def last_day(db: Connection) -> Day | None:
    """The day of the latest report; None in an empty record."""
    found: Day | None = db.execute(select(func.max(reports.c.day))).scalar()
    return found


def has_report(db: Connection, id: str) -> bool:
    """Whether a report of this id is kept."""
    return db.execute(_HAS, {"id_": id}).first() is not None


def is_forgotten(db: Connection, sha256: str, id: str) -> bool:
    """Whether a report of this id, or one of these bytes, was erased for cause."""
    return db.execute(_FORGOTTEN, {"id_": id, "sha256_": sha256}).first() is not None


def add_report(db: Connection, kept: KeptReport) -> None:
    """Keep a report that is not there yet; its source shows all to others unless it was told otherwise."""
    if db.execute(_SOURCE, {"id_": kept.source}).first() is None:
        db.execute(insert(sources), {"id": kept.source, "shows": "full"})
    told = kept.report
    rows = Rows()
    rows.add(
        reports,
        **{name: getattr(told, name) for name in Report.model_fields if name != "skipped"},
        origin=kept.origin, source=kept.source, day=kept.day, words=len(told.text.split()), sha256=kept.sha256,
        content=zlib.compress(kept.content), signature=kept.signature, copy_of=None, replaced_by=None,
        added=kept.added,
    )  # fmt: skip
    for start, end in told.skipped:
        rows.add(skipped_lines, report=told.id, start=start, end=end)
    for band in sorted(set(kept.bands)):
        rows.add(likeness_bands, band=band, report=told.id)
    rows.put(db)


def report(db: Connection, id: str) -> Report:
    """The report exactly as it was kept; raises ``NoSuchReport``."""
    found = kept_reports(db, [id])
    if id not in found:
        raise NoSuchReport(f"There is no report {id}.")
    return found[id]


def content(db: Connection, id: str) -> bytes:
    """The bytes of a report as they came; raises ``NoSuchReport``."""
    packed = db.execute(_CONTENT, {"id_": id}).scalar()
    if packed is None:
        raise NoSuchReport(f"There is no report {id}.")
    return zlib.decompress(packed)


_DAY = select(reports.c.day).where(reports.c.id == _ID)
_NEARBY = tuple(getattr(reports.c, field.name) for field in fields(Nearby))
_NEAR = select(*_NEARBY).join(likeness_bands, likeness_bands.c.report == reports.c.id).where(
    likeness_bands.c.band.in_(KEYS)
)  # fmt: skip
_GROUP = select(*_NEARBY).where(or_(reports.c.id.in_(KEYS), reports.c.copy_of.in_(KEYS)))
_MAINS = select(func.coalesce(reports.c.copy_of, reports.c.id)).where(reports.c.id.in_(KEYS))
_COPY_OF = select(reports.c.copy_of).where(reports.c.id == _ID)
_COPY = update(reports).where(reports.c.id == _ID).values(copy_of=bindparam("main_"))


def near_reports(db: Connection, bands: Iterable[str]) -> list[Nearby]:
    """The reports that share a band, by day and id: a report that is kept is near itself."""
    return _sorted(asked(db, _NEAR, bands))


def copy_group(db: Connection, mains: Iterable[str]) -> list[Nearby]:
    """The reports of these ids and all that are copies of them, by day and id."""
    return _sorted(asked(db, _GROUP, mains))


def copies(db: Connection, ids: Iterable[str]) -> list[Nearby]:
    """All reports that are one source with any of these, by day and id."""
    return copy_group(db, [main for (main,) in asked(db, _MAINS, ids)])


def copy_of(db: Connection, id: str) -> str | None:
    """The report that this one is a copy of."""
    main: str | None = db.execute(_COPY_OF, {"id_": id}).scalar()
    return main


def set_copies(db: Connection, main: str, members: Sequence[str]) -> None:
    """Let the members be copies of ``main``, which is a copy of none."""
    each(db, _COPY, [{"id_": key, "main_": None if key == main else main} for key in sorted({main, *members})])


def _sorted(rows: Iterable[Row[Any]]) -> list[Nearby]:
    return sorted(
        {Nearby(row.id, row.day, row.origin, row.signature, row.copy_of) for row in rows},
        key=lambda near: (near.day, near.id),
    )


_VERSIONS = select(reports.c.id, reports.c.day, reports.c.added).where(reports.c.origin == bindparam("origin_"))
_IS_CURRENT = select(reports.c.id).where(reports.c.id == _ID, reports.c.replaced_by.is_(None))
_REPLACED = update(reports).where(reports.c.id == _ID).values(replaced_by=bindparam("next_"))


def origin(db: Connection, id: str) -> str:
    """Where a report came from: address, file or id given; raises ``NoSuchReport``."""
    found: str | None = db.execute(select(reports.c.origin).where(reports.c.id == _ID), {"id_": id}).scalar()
    if found is None:
        raise NoSuchReport(f"There is no report {id}.")
    return found


def day(db: Connection, id: str) -> Day:
    """The day a report counts for: of publication, else that on which it was added."""
    told: Day = db.execute(_DAY, {"id_": id}).scalar_one()
    return told


def versions(db: Connection, origin: str) -> list[str]:
    """The versions of the report of an origin, from the first to the present one: by day, time added, id."""
    rows = db.execute(_VERSIONS, {"origin_": origin}).fetchall()
    return [row.id for row in sorted(rows, key=lambda row: (row.day, row.added, row.id))]


def set_versions(db: Connection, ids: Sequence[str]) -> None:
    """Let each of these versions be replaced by the next."""
    chain_of = [*pairwise(ids), (ids[-1], None)] if ids else []
    each(db, _REPLACED, [{"id_": key, "next_": following} for key, following in chain_of])


def last_read(db: Connection, report: str) -> str | None:
    """When the current reading of the report was made, a time; None where there is none."""
    query = select(readings.c.made).where(readings.c.report == _ID, readings.c.until.is_(None))
    made: str | None = db.execute(query, {"id_": report}).scalar()
    return made


def is_current(db: Connection, report: str) -> bool:
    """Whether no later version of the report is kept."""
    return db.execute(_IS_CURRENT, {"id_": report}).first() is not None


def source_names(db: Connection) -> list[str]:
    """The sources of which the record keeps reports, or is told what they show, in order."""
    return list(db.scalars(select(sources.c.id).order_by(sources.c.id)))


def set_source(db: Connection, source: str, shows: str) -> None:
    """Set what others may see of a source's reports: ``full``, or ``evidence`` only."""
    if db.execute(update(sources).where(sources.c.id == _ID).values(shows=shows), {"id_": source}).rowcount == 0:
        db.execute(insert(sources), {"id": source, "shows": shows})


_READINGS_OF = select(readings.c.id, readings.c.reader, readings.c.until).where(readings.c.report == _ID)
_SUPERSEDE = update(readings).where(readings.c.id.in_(KEYS)).values(until=bindparam("until_"))
# What was judged is told by the rows that judgements hold of now, and by no others.
_READER = select(readers.c.id).where(readers.c.id == _ID)
_LET_GO = (
    update(findings)
    .where(findings.c.report.in_(KEYS), or_(findings.c.held, findings.c.verdict.is_not(None)))
    .values(held=False, verdict=None)
)


def reader_id(reader: Reader) -> str:
    """A reader's lasting name: hashed from version, model and terms."""
    return short_hash(reader.version, reader.model, reader.terms)


_READERS_OF = (
    select(readers.c.version, readers.c.model, readers.c.terms)
    .join(readings, readings.c.reader == readers.c.id)
    .where(readings.c.report.in_(KEYS), readings.c.until.is_(None))
)


def readers_of(db: Connection, ids: Iterable[str]) -> list[Reader]:
    """The readers whose readings of these reports are current, each once, in order."""
    found = {(row.version, row.model, row.terms) for row in asked(db, _READERS_OF, ids)}
    return [Reader(version=version, model=model, terms=terms) for version, model, terms in sorted(found)]


def add_reading(db: Connection, reading: Reading, made: str) -> tuple[list[str], list[str]]:
    """Keep a reading, which takes the place of the current one; ``made`` is a time in UTC, ISO 8601.

    Gives the ids of what was of the account before, the findings of the former reading and those held, and
    the ids of the new findings. None of the new stand yet, and none are held any more: let the former fall
    first, then move judgements, then let the new stand.
    """
    report = reading.report.id
    earlier = db.execute(_READINGS_OF, {"id_": report}).fetchall()
    former = finding_ids(db, report) if earlier else []
    reader = reader_id(reading.reader)
    key = short_hash(report, reader, sum(row.reader == reader for row in earlier))
    done(db, _SUPERSEDE, [row.id for row in earlier if row.until is None], until_=made)
    done(db, _LET_GO, [report] if earlier else [])
    _put_reading(db, key, reading, made)
    found = chain.from_iterable(getattr(reading, kind.field) for kind in KINDS.values())
    return former, insert_findings(db, key, report, day(db, report), found)


def _put_reading(db: Connection, id: str, reading: Reading, made: str) -> None:
    reader = reader_id(reading.reader)
    if db.execute(_READER, {"id_": reader}).first() is None:
        db.execute(insert(readers), {"id": reader, **dict(reading.reader)})
    rows = Rows()
    rows.add(readings, id=id, report=reading.report.id, reader=reader, made=made, until=None)
    for topic in sorted(set(reading.topics)):
        rows.add(reading_topics, reading=id, topic=topic)
    for place, refusal in enumerate(reading.refusals):
        rows.add(refusals, reading=id, place=place, reason=refusal.reason, detail=refusal.detail, remedy=refusal.remedy)
        for order, (start, end) in enumerate(refusal.spans):
            rows.add(refusal_spans, reading=id, refusal=place, place=order, start=start, end=end)
    rows.put(db)


def unread(db: Connection, reader: Reader) -> Iterator[str]:
    """The ids of the reports, of all versions, that have no current reading by this reader; in order."""
    own = exists().where(
        readings.c.report == reports.c.id, readings.c.until.is_(None), readings.c.reader == bindparam("reader_")
    )
    query = select(reports.c.id).where(~own)
    yield from sorted(key for (key,) in db.execute(query, {"reader_": reader_id(reader)}))


def _findings_of(condition: Any) -> Select[Any]:
    return (
        select(findings.c.id, findings.c.kind, findings.c.place)
        .join(readings, readings.c.id == findings.c.reading)
        .where(findings.c.report.in_(KEYS), condition)
    )


_PRESENT = _findings_of(or_(readings.c.until.is_(None), findings.c.held))
_STANDING = _findings_of(findings.c.standing)
_HELD = _findings_of(findings.c.held)
_REPORTS_OF = (
    select(findings.c.report)
    .join(readings, readings.c.id == findings.c.reading)
    .where(findings.c.id.in_(KEYS), or_(readings.c.until.is_(None), findings.c.held))
)


def finding_ids(db: Connection, *ids: str) -> list[str]:
    """The ids of the findings of these reports: those of their current readings and those held, in order."""
    return sorted({row.id for row in asked(db, _PRESENT, ids)})


def standing(db: Connection, *ids: str) -> set[str]:
    """The ids of the findings of these reports that stand."""
    return {row.id for row in asked(db, _STANDING, ids)}


def held(db: Connection, *ids: str) -> list[str]:
    """The ids of the findings of these reports that only a judgement keeps, in order."""
    return sorted({row.id for row in asked(db, _HELD, ids)})


def reports_of(db: Connection, finding_ids: Iterable[str]) -> list[str]:
    """The reports that tell these findings, in the order of ids."""
    return sorted(ids_of(db, _REPORTS_OF, finding_ids))
