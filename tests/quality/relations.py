"""Score the joining on a relation of annotated reports: ``python -m tests.quality.relations FOLDER...``.

A folder holds annotated reports and their ``dossier.json``. The annotated findings, then those of Comity's own
readings of the same reports, are kept in a record, and what the record holds of them is measured: copies and
versions are found as in any record. What is printed is what ``score_record.py`` prints; it is a copy, to the
letter, of the measure that comes with the annotated reports.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile
from typing import Any, TypeVar

from sqlalchemy import select

from comity.findings import (
    Agreement,
    Encounter,
    Event,
    Figure,
    Finding,
    Pledge,
    Reader,
    Reading,
    Report,
    Statement,
    finding_id,
)
from comity.intake import Arrival, lasting
from comity.matters import Conflict, FollowUp, Matter, Opening, Told
from comity.reconcile import figures, follow
from comity.record import following, joining, mapping
from comity.record.asking import standing_of
from comity.record.db import Record, open_record
from comity.record.tables import findings
from comity.run.adding import keep_all, kept_report
from comity.terms import load
from comity.terms.plover import Plover
from tests.quality.measure import CASES, EXAMPLES, read_as_dict

KEPT = ("id", "url", "outlet", "published", "title", "text")
RELATIONS = CASES / "relations"
MEASURE = Path(__file__).with_name("score_record.py")
ADDED = "2026-01-01T00:00:00.000000+00:00"
F = TypeVar("F", bound=Finding)


@dataclass(frozen=True)
class Joined:
    """What a record holds of a relation: its standing findings with their references, matters, outcomes."""

    told: Mapping[str, Told]
    names: Mapping[str, str]
    reports: Mapping[str, str]
    matters: Sequence[Matter]
    openings: Mapping[str, Opening]
    follow_ups: Sequence[FollowUp]


# annotations as readings
def annotated(gold: Mapping[str, Any]) -> Reading:
    """The reading that an annotated report's annotation amounts to."""
    report = Report(**{key: gold[key] for key in KEPT})
    return Reading(
        report=report,
        encounters=tuple(_found(Encounter, report, one) for one in gold["encounters"]),
        statements=tuple(_found(Statement, report, one) for one in gold["statements"]),
        agreements=tuple(_found(Agreement, report, one) for one in gold["agreements"]),
        figures=tuple(_found(Figure, report, _figure(one)) for one in gold["figures"]),
        pledges=tuple(_found(Pledge, report, one) for one in gold["pledges"]),
        events=tuple(_found(Event, report, _event(one)) for one in gold["events"]),
        reader=Reader(version="gold", model="", terms=""),
    )


def _found(kind: type[F], report: Report, annotation: Mapping[str, Any]) -> F:
    fields = {key: value for key, value in annotation.items() if key != "evidence"}
    told = annotation["evidence"]
    words = [told] if isinstance(told, str) else told
    spans = [(report.text.index(one), report.text.index(one) + len(one)) for one in words]
    return kind.found(report, spans, "gold", 1.0, **fields)


def _figure(annotation: Mapping[str, Any]) -> dict[str, Any]:
    """With ``from`` and ``to`` under the names that do not clash with Python's words."""
    named = {"from": "source", "to": "target"}
    return {named.get(key, key): value for key, value in annotation.items()}


def _event(annotation: Mapping[str, Any]) -> dict[str, Any]:
    plover, kind = load().table(Plover), annotation["type"]
    return {
        **annotation,
        "quad": plover.quad(kind),
        "cameo": plover.cameo_root(kind),
        "goldstein": plover.goldstein(kind),
    }


# readings joined
def joined(readings: Sequence[Reading]) -> Joined:
    """What a record that is filled with these readings holds."""
    with tempfile.TemporaryDirectory() as folder, open_record(f"{folder}/record.db") as record:
        kept = [kept_as(reading, reading.report) for reading in readings]
        with record.writing() as db:
            keep_all(db, [(kept_report(_arrival(one.report), ADDED), one) for one in kept], load())
        given = {one.report.id: reading.report.id for one, reading in zip(kept, readings, strict=True)}
        return _held(record, given)


def _arrival(report: Report) -> Arrival:
    return Arrival(report, report.url or report.id, report.text.encode())


def kept_as(reading: Reading, given: Report) -> Reading:
    """The reading as one of another report, as the record keeps it: the names of report and findings follow."""
    report = lasting(given)
    kinds = ("encounters", "statements", "agreements", "figures", "pledges", "events")
    found = {kind: tuple(_once([_moved(one, report) for one in getattr(reading, kind)])) for kind in kinds}
    return reading.model_copy(update={"report": report, **found})


def _moved(finding: F, report: Report) -> F:
    naming = [getattr(finding, field) for field in finding.NAMING]
    return finding.model_copy(update={"id": finding_id(report.id, finding.KIND, finding.spans, naming)})


def _once(found: Iterable[F]) -> Iterator[F]:
    """An annotation may tell two meetings by one sentence; readings give each its own id."""
    known: set[str] = set()
    for one in found:
        known.add(name := f"{one.id}~{len(known)}" if one.id in known else one.id)
        yield one.model_copy(update={"id": name})


def _held(record: Record, given: Mapping[str, str]) -> Joined:
    """All that stands in the record; ``given`` are the ids that reports had before the record gave them theirs."""
    with record.asking() as db:
        ids = db.execute(select(findings.c.id).where(findings.c.standing)).scalars().all()
        matters = db.execute(select(findings.c.matter).where(findings.c.standing).distinct()).scalars().all()
        told = {one.id: one for one in mapping.told(db, ids)}
        openings = following.openings(db, ids)
        return Joined(
            told=told,
            names={id: f"{given[one.report]}#{one.kind}s/{one.place}" for id, one in told.items()},
            reports=given,
            matters=joining.matters(db, [id for id in matters if id]),
            openings=openings,
            follow_ups=list(following.follow_ups(db, openings)),
        )


# the form of the measure
def told_of(result: Joined) -> dict[str, Any]:
    """What ``score_record.py`` reads: matters, conflicts and follow-ups by references."""
    return {
        "matters": [
            {"kind": f"{matter.kind}s", "findings": [result.names[one] for one in matter.findings]}
            for matter in result.matters
            if matter.kind in ("encounter", "agreement")
        ],
        "conflicts": [
            _conflict(found, result)
            for matter in result.matters
            if matter.conflict and (found := figures.conflict([result.told[one] for one in matter.findings]))
        ],
        "follow_ups": [*_followed(result)],
    }


def _conflict(found: Conflict, result: Joined) -> dict[str, Any]:
    return {
        "measure": found.measure,
        "period": found.period,
        "claims": [{"findings": [result.names[one]]} for camp in found.camps for one in camp.findings],
    }


def _followed(result: Joined) -> Iterator[dict[str, Any]]:
    """What became of openings, and those that wait: nothing is told of any of their matter."""
    by_opening: dict[str, list[FollowUp]] = {}
    for one in follow.chosen(result.follow_ups):
        by_opening.setdefault(one.opening, []).append(one)
        to = result.names[one.finding] if one.finding else result.reports[one.report]
        yield {"from": result.names[one.opening], "to": to, "outcome": one.outcome}
    as_of = max(one.published for one in result.told.values())
    for matter in result.matters:
        told = [one for member in matter.findings for one in by_opening.get(member, [])]
        for member in matter.findings:
            opens = result.openings.get(member) if _listed(result.told[member]) else None
            state = standing_of(opens.due, told, as_of) if opens else None
            if state in ("open", "overdue"):
                yield {"from": result.names[member], "to": None, "outcome": state}


def _listed(told: Told) -> bool:
    """Whether the gold lists such openings where nothing is told of them: promises and plans, not targets."""
    return isinstance(told.finding, Pledge) or getattr(told.finding, "status", None) == "planned"


@dataclass(frozen=True)
class Scored:
    """Pairwise F1 of encounters and agreements, F1 of follow-ups, the share of conflicts found whole, the table."""

    encounters: float
    agreements: float
    follow_ups: float
    conflicts: float
    table: str


def reports_of(folder: Path) -> list[Path]:
    """The annotated reports of a relation; those of the examples where the folder holds a dossier alone."""
    own = [path for path in sorted(folder.glob("*.json")) if path.name != "dossier.json"]
    return own or sorted((EXAMPLES / folder.name).glob("*.json"))


def read(folder: Path) -> list[dict[str, Any]]:
    """Comity's own readings of a relation's reports."""
    return list(read_as_dict([json.loads(path.read_text(encoding="utf-8")) for path in reports_of(folder)]))


def scored(folder: Path, readings: Sequence[dict[str, Any]] | None = None) -> Scored:
    """The joining of a relation's annotated findings, or of the given readings of its reports."""
    gold = [json.loads(path.read_text(encoding="utf-8")) for path in reports_of(folder)]
    own = [Reading.model_validate(reading) for reading in readings] if readings else [annotated(one) for one in gold]
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        for path in (*reports_of(folder), folder / "dossier.json"):
            copyfile(path, place / path.name)
        given = [name, _written(place / "matters", [told_of(joined(own))])]
        if readings:
            given += ["--map", _written(place / "readings", readings)]
        # A process of its own: the copied measure finds score.py beside it.
        run = subprocess.run([sys.executable, MEASURE, *given], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    table = run.stdout
    return Scored(
        encounters=_f1(table, "encounters"),
        agreements=_f1(table, "agreements"),
        follow_ups=_f1(table, "follow-ups"),
        conflicts=_whole(table),
        table=table,
    )


def _whole(table: str) -> float:
    found = re.search(r"^conflicts\s+gold (\d+), whole in one predicted (\d+)", table, re.MULTILINE)
    assert found, table
    return int(found[2]) / int(found[1])


def _written(path: Path, rows: Sequence[Any]) -> str:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def _f1(table: str, line: str) -> float:
    found = re.search(rf"^{line}\s+P .*?F1 ([\d.]+)", table, re.MULTILINE)
    assert found, table
    return float(found[1])


def main(arguments: Sequence[str]) -> None:
    """Print the figures of each folder, else of all in tests/cases: annotated findings joined, then own readings."""
    for folder in map(Path, arguments or sorted(map(str, RELATIONS.glob("*")))):
        sys.stdout.write(f"\n{folder.name}, annotated findings joined\n{scored(folder).table}")
        sys.stdout.write(f"\n{folder.name}, from the reports themselves\n{scored(folder, read(folder)).table}")


if __name__ == "__main__":
    main(sys.argv[1:])
