"""The pages: relations, one relation, a matter, a person, a report, search, conflicts and promises."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import RedirectResponse, Response

from comity.dossier import Dossier, dossier, query
from comity.dossier.page import Entry, Evidence
from comity.errors import NoSuchPerson, NothingToSearch
from comity.findings import Finding, Reading
from comity.matters import Standing
from comity.record import asking as questions
from comity.record import keeping, mapping
from comity.record.amending import FIXED, verdicts
from comity.record.asking import promises as promised
from comity.record.asking import relations
from comity.record.resolving import resolve_matter, resolve_person, resolve_report
from comity.record.search import search
from comity.run import asking
from comity.run.clock import today
from comity.terms.plover import Plover
from comity.web import asked, charts, marking
from comity.web.asked import Asked, AsOf
from comity.web.judges import OneJudge
from comity.web.templating import page

router = APIRouter(include_in_schema=False)
# How promises stand, what is urgent first.
STANDINGS: tuple[Standing, ...] = ("broken", "overdue", "open", "progressed", "kept", "superseded")
URGENT: tuple[Standing, ...] = ("broken", "overdue")
KINDS = ("encounter", "agreement", "figure", "pledge", "event", "statement")
_MANY, _FEW = 100, 8


@router.get("/")
def home(held: Asked) -> Response:
    """The relations that the record tells of, and what needs to be looked at."""
    with held.record.asking() as db:
        return page(
            "home.html",
            names=held.names,
            relations=relations(db, _MANY),
            counts=questions.counts(db),
            urgent=promised(db, today(), None, URGENT, (_FEW, 0)),
            contradicted=len(questions.contradicted(db, _MANY)),
        )


@router.get("/search")
def found(held: Asked, q: Annotated[str, Query(max_length=300)] = "") -> Response:
    """Reports that hold words; a state's name leads to what is told of it."""
    with held.record.asking() as db:
        try:
            hits = search(db, q, 30) if q.strip() else []
        except NothingToSearch:
            hits = []
    return page("search.html", words=q, hits=hits, names=held.names)


@router.get("/conflicts")
def conflicts(held: Asked) -> Response:
    """Figures whose claims cannot all be right, the newest first."""
    with held.record.asking() as db:
        account = query.contradictions(db, today(), 50, 0)
    told = dossier(replace(account, conflicts=asking.conflicts(account)), held.terms)
    return page("conflicts.html", names=held.names, figures=told.figures)


@router.get("/promises")
def promises(held: Asked, standing: Standing | None = None) -> Response:
    """What was announced and how it stands, what is due first first."""
    with held.record.asking() as db:
        told = promised(db, today(), None, [standing] if standing else [], (_MANY, 0))
    return page("promises.html", names=held.names, promises=told, standing=standing, standings=STANDINGS)


@router.get("/matters/{matter}")
def matter(matter: str, held: Asked, judge: OneJudge) -> Response:
    """A matter and why the record says so: the findings in it, what ties them, what people judged of them."""
    with held.record.asking() as db:
        told = questions.why(db, resolve_matter(db, matter))
    members = {one.id for one in told.grounds}
    return page(
        "matter.html",
        told=told,
        matter=told.matter,
        # What is alike may yet be held apart by people.
        ties=[tie for tie in told.ties if {tie.one, tie.other} <= members],
        sources={one.id: one for one in told.sources},
        names=held.names,
        judge=judge,
    )


@router.get("/people/{id}")
def somebody(id: str, held: Asked) -> Response:
    """A person: the offices that reports tell of, and the matters that name them."""
    with held.record.asking() as db:
        found = questions.person(db, resolve_person(db, id), _MANY)
    if found is None:
        raise NoSuchPerson(f"Nothing that stands names {id[:40]}.")
    return page("person.html", person=found.person, matters=found.matters, named=found.named, names=held.names)


@router.get("/reports/{report}")
def report(report: str, held: Asked, judge: OneJudge) -> Response:
    """A report's text with its findings marked, and the findings beside it."""
    with held.record.asking() as db:
        reading = mapping.amended(db, mapping.reading(db, resolve_report(db, report)))
        findings = findings_of(reading)
        judged = verdicts(db, (one.id for one in findings))
        standing = keeping.standing(db, reading.report.id)
    return page(
        "report.html",
        report=reading.report,
        findings=findings,
        paragraphs=marking.paragraphs(reading.report.text, findings),
        lines={one.id: lines_of(one) for one in findings} if judge else {},
        judged=judged,
        standing=standing,
        judge=judge,
        names=held.names,
        reader=reading.reader,
    )


@router.get("/{one}/{other}")
def relation(
    one: str,
    other: str,
    held: Asked,
    day: AsOf,
    kind: Annotated[list[str] | None, Query()] = None,
) -> Response:
    """A relation: where things stand, promises, agreements, figures, timeline, people, sources.

    The address has the codes in the order of the record; any other way to name the two leads there, with the one named
    first as `us`.
    """
    pair = asked.pair(one, other, held.terms)
    if (one, other) != pair:
        us = asked.country(one, held.terms)
        return RedirectResponse(f"/{pair[0]}/{pair[1]}{f'?us={us}' if us != pair[0] else ''}", 307)
    told = dossier(asking.account(held.record, pair, held.settings, day), held.terms)
    kinds = [name for name in kind or () if name in KINDS]
    return page(
        "relation.html",
        page=told,
        as_of=day,
        kinds=kinds,
        all_kinds=[name for name in KINDS if any(entry.kind == name for entry in told.timeline)],
        timeline=[entry for entry in told.timeline if not kinds or entry.kind in kinds],
        standings=[name for name in STANDINGS if any(entry.standing == name for entry in told.promises)],
        evidence=evidence_of(told),
        by_year=charts.events_by_year(told.timeline, held.terms.table(Plover)),
        quads=charts.QUADS,
        chart_height=charts.HEIGHT,
        chart_width=charts.WIDTH,
    )


def findings_of(reading: Reading) -> list[Finding]:
    """All findings of a reading but topics, as they stand in the text."""
    told = (
        reading.encounters,
        reading.agreements,
        reading.figures,
        reading.pledges,
        reading.events,
        reading.statements,
    )
    return sorted((one for kind in told for one in kind), key=lambda one: (one.spans[0], one.id))


def lines_of(finding: Finding) -> list[str]:
    """The fields of a finding that people may amend, as ``name=value`` with the value as JSON."""
    told = finding.model_dump(mode="json", by_alias=True, exclude=set(FIXED))
    return [f"{name}={json.dumps(value, ensure_ascii=False)}" for name, value in told.items()]


def evidence_of(told: Dossier) -> Mapping[str, Evidence]:
    """The words of every finding on the page, by its id."""
    entries: Iterable[Entry] = (*told.timeline, *told.agreements, *told.promises, *told.joint)
    found = {one.finding: one for entry in entries for one in entry.evidence}
    found |= {one.finding: one for quotation in told.statements for one in quotation.evidence}
    return found | {claim.evidence.finding: claim.evidence for entry in told.figures for claim in entry.claims}
