"""Score the joining on a relation of annotated reports: ``python -m tests.quality.relations FOLDER...``.

A folder holds annotated reports and their ``dossier.json``. Joined are the annotated findings, then
those of Comity's own readings of the same reports. What is printed is what ``score_record.py`` prints;
it is a copy, to the letter, of the measure that comes with the annotated reports.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from shutil import copyfile
from typing import Any, TypeVar

from comity import reconcile
from comity.findings import Agreement, Encounter, Event, Figure, Finding, Pledge, Reader, Reading, Report, Statement
from comity.matters import Conflict, FollowUp, Link, Matter, Passage, Told
from comity.reconcile import figures, follow
from comity.reconcile.parties import anchors, parties
from comity.terms import load
from comity.terms.plover import Plover
from tests.quality import score
from tests.quality.measure import CASES, EXAMPLES, read_as_dict

KEPT = ("id", "url", "outlet", "published", "title", "text")
RELATIONS = CASES / "relations"
MEASURE = Path(__file__).with_name("score_record.py")
ADDED = "1970-01-01"
F = TypeVar("F", bound=Finding)


@dataclass(frozen=True)
class Joined:
    """A relation's readings joined: every told finding with its reference, links and matters."""

    readings: Sequence[Reading]
    told: Sequence[Told]
    names: Mapping[str, str]
    links: Sequence[Link]
    matters: Sequence[Matter]


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
def joined(readings: Sequence[Reading], dossier: Mapping[str, Any] | None = None) -> Joined:
    """Every standing finding of the readings, joined all at once.

    Versions that another took the place of do not stand, copies count as their source: in a record
    both are known from bytes and addresses, here ``dossier`` tells them.
    """
    old = {report for versions in (dossier or {}).get("versions", ()) for report in versions[:-1]}
    source = {report: copies[0] for copies in (dossier or {}).get("copies", ()) for report in copies}
    told: list[Told] = []
    names: dict[str, str] = {}
    readings = [reading for reading in readings if reading.report.id not in old]
    for name, one in (pair for reading in readings for pair in _told(reading, source)):
        # An annotation may tell two meetings by one sentence; readings give each its own id.
        told.append(replace(one, id=f"{one.id}~{name}") if one.id in names else one)
        names[told[-1].id] = name
    links = reconcile.links(told, ())
    return Joined(readings, told, names, links, reconcile.matters(told, links, ()))


def _told(reading: Reading, source: Mapping[str, str]) -> Iterator[tuple[str, Told]]:
    joins, bound, report = parties(reading, load()), anchors(reading), reading.report
    for kind in score.KINDS:
        for place, finding in enumerate(getattr(reading, kind)):
            yield (
                f"{report.id}#{kind}/{place}",
                Told(
                    id=finding.id,
                    finding=finding,
                    report=report.id,
                    published=report.published or ADDED,
                    parties=joins[finding.id],
                    source=source.get(report.id, report.id),
                    anchors=bound.get(finding.id, ()),
                    place=place,
                ),
            )


# the form of the measure
def told_of(result: Joined) -> dict[str, Any]:
    """What ``score_record.py`` reads: matters, conflicts and follow-ups by references."""
    by_id = {one.id: one for one in result.told}
    return {
        "matters": [
            {"kind": f"{matter.kind}s", "findings": [result.names[one] for one in matter.findings]}
            for matter in result.matters
            if matter.kind in ("encounter", "agreement")
        ],
        "conflicts": [
            _conflict(found, result)
            for matter in result.matters
            if matter.conflict and (found := figures.conflict([by_id[one] for one in matter.findings]))
        ],
        "follow_ups": [*_followed(result, by_id)],
    }


def _conflict(found: Conflict, result: Joined) -> dict[str, Any]:
    return {
        "measure": found.measure,
        "period": found.period,
        "claims": [{"findings": [result.names[one]]} for camp in found.camps for one in camp.findings],
    }


def _followed(result: Joined, by_id: Mapping[str, Told]) -> Iterator[dict[str, Any]]:
    """What became of openings, and those that wait: nothing is told of any of their matter."""
    found = follow.chosen([*_follow_ups(result, by_id)])
    by_opening: dict[str, list[FollowUp]] = {}
    for one in found:
        by_opening.setdefault(one.opening, []).append(one)
        to = result.names[one.finding] if one.finding else one.report
        yield {"from": result.names[one.opening], "to": to, "outcome": one.outcome}
    as_of = max(one.published for one in result.told)
    for matter in result.matters:
        told = [one for member in matter.findings for one in by_opening.get(member, [])]
        for member in matter.findings:
            opens = follow.opening(by_id[member]) if _listed(by_id[member]) else None
            state = follow.standing(opens, told, as_of) if opens else None
            if state in ("open", "overdue"):
                yield {"from": result.names[member], "to": None, "outcome": state}


def _listed(told: Told) -> bool:
    """Whether the gold lists such openings where nothing is told of them: promises and plans, not targets."""
    return isinstance(told.finding, Pledge) or getattr(told.finding, "status", None) == "planned"


def _follow_ups(result: Joined, by_id: Mapping[str, Told]) -> Iterator[FollowUp]:
    """Within matters, and by later findings and passages that meet an opening in a key."""
    for matter in result.matters:
        yield from follow.of_matter(matter, [by_id[one] for one in matter.findings])
    later: list[Told | Passage] = [*result.told, *_passages(result)]
    keys = {one.id: follow.keys(one) for one in later}
    for opening in filter(follow.is_opening, result.told):
        near = [one for one in later if reconcile.meet(keys[opening.id], keys[one.id])]
        yield from follow.follow_ups([opening], near)


def _passages(result: Joined) -> Iterator[Passage]:
    copies = {one.report for one in result.told if one.source != one.report}
    for report in (reading.report for reading in result.readings if reading.report.id not in copies):
        joins = sorted({code for one in result.told if one.report == report.id for code in one.parties})
        yield from follow.passages(report, joins, report.published or ADDED)


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
    dossier = json.loads((folder / "dossier.json").read_text(encoding="utf-8"))
    gold = [json.loads(path.read_text(encoding="utf-8")) for path in reports_of(folder)]
    own = [Reading.model_validate(reading) for reading in readings] if readings else [annotated(one) for one in gold]
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        for path in (*reports_of(folder), folder / "dossier.json"):
            copyfile(path, place / path.name)
        given = [name, _written(place / "matters", [told_of(joined(own, dossier))])]
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
