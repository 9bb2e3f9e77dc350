"""Readings and findings to rows and back, exactly: what comes out is what was put in.

``findings.row`` names a finding as one reading tells it: hashed from the reading and the finding's id.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable
from typing import Any

from sqlalchemy import Connection, Row, func, select

from comity.findings import Finding, Reader, Reading, Refusal, Report
from comity.matters import Told
from comity.record.amending import Held, verdicts
from comity.record.amending import amended as with_amendments
from comity.record.loading import CLUES_PARTED, COUNTRY, Found, found, heads
from comity.record.naming import naming_id, note_names
from comity.record.rows import KINDS
from comity.record.sets import KEYS, Rows, asked, short_hash
from comity.record.tables import (
    finding_countries,
    finding_inferred,
    finding_people,
    finding_spans,
    findings,
    readers,
    reading_topics,
    refusal_spans,
    refusals,
    reports,
    skipped_lines,
)  # fmt: skip
from comity.record.tables import (
    readings as readings_table,
)


def insert_findings(db: Connection, reading_id: str, report_id: str, day: str, told: Iterable[Finding]) -> list[str]:
    """Keep the findings of a reading, none of them standing yet, and the names in them; gives their ids.

    ``day`` is the report's, YYYY-MM-DD.
    """
    found = list(told)
    rows = Rows()
    places: Counter[str] = Counter()
    met: Counter[str] = Counter()
    for finding in found:
        row = row_of(reading_id, finding.id, met[finding.id])
        rows.add(
            findings, row=row, id=finding.id, reading=reading_id, report=report_id, kind=finding.KIND,
            place=places[finding.KIND], confidence=finding.confidence, step=finding.step,
            clues=CLUES_PARTED.join(finding.clues), day=day, standing=False, held=False, verdict=None, matter=None,
        )  # fmt: skip
        places[finding.KIND] += 1
        met[finding.id] += 1
        _add_details(rows, row, finding)
    note_names(db, day, [person for finding in found for person in KINDS[finding.KIND].named(finding)])
    rows.put(db)
    return [finding.id for finding in found]


def row_of(reading_id: str, finding_id: str, before: int = 0) -> str:
    """The name of a finding as one reading tells it; ``before`` is how often the reading has told that id already."""
    return short_hash(reading_id, finding_id, *([before] if before else []))


def _add_details(rows: Rows, row: str, finding: Finding) -> None:
    kind = KINDS[finding.KIND]
    for place, ((start, end), evidence) in enumerate(zip(finding.spans, finding.evidence, strict=True)):
        rows.add(finding_spans, finding=row, place=place, start=start, end=end, evidence=evidence)
    for place, field in enumerate(finding.inferred):
        rows.add(finding_inferred, finding=row, place=place, field=field)
    for place, country in enumerate(kind.listed(finding)):
        rows.add(finding_countries, finding=row, role=COUNTRY, place=place, country=country)
    for place, person in enumerate(kind.named(finding)):
        naming = None if person.name is None else naming_id(person.name, person.country)
        rows.add(finding_people, finding=row, place=place, naming=naming, **dict(person))
    rows.add(kind.table, finding=row, **kind.columns(finding))


_TOLD = (
    heads(
        findings.c.verdict, findings.c.report, findings.c.day,
        func.coalesce(reports.c.copy_of, reports.c.id).label("source"),
    )
    .join(reports, reports.c.id == findings.c.report)
    .where(findings.c.id.in_(KEYS), findings.c.standing)
)  # fmt: skip


def told(db: Connection, ids: Iterable[str]) -> list[Told]:
    """The standing findings of these ids, as people amended them, earliest first."""
    rows = list(asked(db, _TOLD, ids))
    known = found(db, rows)
    # Judgements that hold leave a verdict.
    judged = verdicts(db, (row.id for row in rows if row.verdict))
    return sorted((_told(row, known[row.row], judged.get(row.id)) for row in rows), key=lambda one: one.order)


def _told(row: Row[Any], known: Found, judged: Held | None) -> Told:
    return Told(
        id=row.id,
        finding=_as_judged(known.finding, judged),
        report=row.report,
        published=row.day,
        parties=known.parties,
        source=row.source,
        anchors=known.anchors,
        place=row.place,
        confirmed=judged is not None and judged.confirmed,
    )


def _as_judged(finding: Finding, held: Held | None) -> Finding:
    return with_amendments(finding, held.amendments) if held and held.amendments else finding


_REPORT_FIELDS = tuple(name for name in Report.model_fields if name != "skipped")
_REPORTS = select(*(reports.c[name] for name in _REPORT_FIELDS)).where(reports.c.id.in_(KEYS))
_SKIPPED = select(skipped_lines).where(skipped_lines.c.report.in_(KEYS)).order_by(skipped_lines.c.start)


def kept_reports(db: Connection, ids: Iterable[str]) -> dict[str, Report]:
    """The reports of these ids exactly as they were kept, by id."""
    wanted = set(ids)
    skipped: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for row in asked(db, _SKIPPED, wanted):
        skipped[row.report].append((row.start, row.end))
    return {row.id: Report(**row._mapping, skipped=tuple(skipped[row.id])) for row in asked(db, _REPORTS, wanted)}


_READINGS = (
    select(readings_table, readers.c.version, readers.c.model, readers.c.terms)
    .join(readers, readers.c.id == readings_table.c.reader)
)  # fmt: skip
_OF_REPORTS = _READINGS.where(readings_table.c.report.in_(KEYS))
_CURRENT_OF_REPORTS = _OF_REPORTS.where(readings_table.c.until.is_(None))
_BY_ID = _READINGS.where(readings_table.c.id.in_(KEYS))
_TOPICS = select(reading_topics).where(reading_topics.c.reading.in_(KEYS))
_REFUSALS = select(refusals).where(refusals.c.reading.in_(KEYS)).order_by(refusals.c.place)
_REFUSAL_SPANS = select(refusal_spans).where(refusal_spans.c.reading.in_(KEYS)).order_by(refusal_spans.c.place)
_FINDINGS = heads(findings.c.reading).where(findings.c.reading.in_(KEYS)).order_by(findings.c.place)


def readings(db: Connection, report_ids: Iterable[str], current: bool = True) -> list[Reading]:
    """The readings of these reports, as they were made: by report in the order given, the oldest first.

    ``current`` leaves out those that another has taken the place of.
    """
    order = {key: place for place, key in enumerate(dict.fromkeys(report_ids))}
    made = list(asked(db, _CURRENT_OF_REPORTS if current else _OF_REPORTS, order))
    return _assembled(db, sorted(made, key=lambda head: (order[head.report], _age(head))))


def by_id(db: Connection, ids: Iterable[str]) -> dict[str, Reading]:
    """The readings of these ids (``readings.id``), as they were made."""
    made = sorted(asked(db, _BY_ID, ids), key=_age)
    return dict(zip((head.id for head in made), _assembled(db, made), strict=True))


_TELLING = select(findings.c.reading).where(findings.c.id.in_(KEYS))


def last_telling(db: Connection, finding: str) -> Reading | None:
    """The latest reading, as it was made, that tells a finding; None where the record has none."""
    told = by_id(db, (row.reading for row in asked(db, _TELLING, [finding])))
    return list(told.values())[-1] if told else None


def reading(db: Connection, report: str) -> Reading:
    """The current reading of a report, as it was made."""
    return readings(db, [report])[0]


def amended(db: Connection, told: Reading, day: str | None = None) -> Reading:
    """A reading with its findings as people amended them; with a ``day``, only what was judged by then counts."""
    lists = {kind.field: getattr(told, kind.field) for kind in KINDS.values()}
    judged = verdicts(db, (finding.id for found in lists.values() for finding in found), day)
    if not any(held.amendments for held in judged.values()):
        return told
    return told.model_copy(
        update={
            field: tuple(_as_judged(finding, judged.get(finding.id)) for finding in found)
            for field, found in lists.items()
        }
    )


_HELD = select(findings.c.id, findings.c.reading).where(findings.c.report.in_(KEYS), findings.c.held)


def held(db: Connection, report: str) -> list[Reading]:
    """Former readings of a report as people amended them, with nothing but the findings that judgements hold."""
    ids: defaultdict[str, set[str]] = defaultdict(set)
    for row in asked(db, _HELD, [report]):
        ids[row.reading].add(row.id)
    return [_only(amended(db, told), ids[key]) for key, told in by_id(db, ids).items()]


def _only(told: Reading, ids: Collection[str]) -> Reading:
    lists = {kind.field: getattr(told, kind.field) for kind in KINDS.values()}
    return told.model_copy(
        update={field: tuple(one for one in found if one.id in ids) for field, found in lists.items()}
    )


def _age(head: Row[Any]) -> tuple[bool, str, str, str]:
    """Sorts the readings of a report from the oldest: the current one comes last."""
    return (head.until is None, head.until or "", head.made, head.id)


def _assembled(db: Connection, made: list[Row[Any]]) -> list[Reading]:
    ids = [head.id for head in made]
    report = kept_reports(db, (head.report for head in made))
    rows = list(asked(db, _FINDINGS, ids))
    known = found(db, rows)
    topics = _by_reading(asked(db, _TOPICS, ids))
    refused = _refusals(db, ids)
    lists: defaultdict[str, defaultdict[str, list[Finding]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        lists[row.reading][KINDS[row.kind].field].append(known[row.row].finding)
    return [
        Reading(
            report=report[head.report],
            topics=tuple(sorted(row.topic for row in topics.get(head.id, ()))),
            refusals=tuple(refused.get(head.id, ())),
            reader=Reader(version=head.version, model=head.model, terms=head.terms),
            **{field: tuple(items) for field, items in lists[head.id].items()},
        )
        for head in made
    ]


def _by_reading(
    rows: Iterable[Row[Any]], key: Callable[[Row[Any]], Any] = lambda row: row.reading
) -> dict[Any, list[Row[Any]]]:
    grouped: defaultdict[Any, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        grouped[key(row)].append(row)
    return grouped


def _refusals(db: Connection, ids: Collection[str]) -> dict[str, list[Refusal]]:
    spans = _by_reading(asked(db, _REFUSAL_SPANS, ids), lambda row: (row.reading, row.refusal))
    told: defaultdict[str, list[Refusal]] = defaultdict(list)
    for row in asked(db, _REFUSALS, ids):
        told[row.reading].append(
            Refusal(
                reason=row.reason,
                detail=row.detail,
                remedy=row.remedy,
                spans=tuple((span.start, span.end) for span in spans.get((row.reading, row.place), ())),
            )
        )
    return told
