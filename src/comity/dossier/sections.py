"""The dossier's sections, each made from the account alone."""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from comity.dossier import wording
from comity.dossier.account import Account
from comity.dossier.page import (
    AgreementEntry,
    Claim,
    Entry,
    Evidence,
    FigureEntry,
    PromiseEntry,
    Quotation,
    SourceEntry,
    Step,
)  # fmt: skip
from comity.findings import Agreement, Code, Day, Encounter, Event, Figure, Finding, Person, Pledge, Statement
from comity.matters import Conflict, Matter, Told
from comity.record.asking import Promise, deciding

Names = Mapping[Code, str]
_URGENT = {"broken": 0, "overdue": 1, "open": 2, "progressed": 3, "superseded": 4, "kept": 5}


def timeline(account: Account, names: Names) -> Iterator[Entry]:
    """Encounters, agreements by their date, and events that come from neither, newest first."""
    for matter in account.matters:
        if matter.kind in ("encounter", "agreement") or (matter.kind == "event" and _of_its_own(account, matter)):
            yield Entry(**entry(account, matter, names))


def _of_its_own(account: Account, matter: Matter) -> bool:
    """Whether no encounter or agreement of the same report says already what the event says."""
    return not any(told.anchors for told in account.members(matter))


def joint(account: Account, names: Names) -> Iterator[Entry]:
    """Everything that has other parties besides."""
    for matter in account.joint:
        if matter.kind != "event" or _of_its_own(account, matter):
            yield Entry(**entry(account, matter, names))


def agreements(account: Account, names: Names) -> Iterator[AgreementEntry]:
    """Agreements, those that hold first, each with its history."""
    found = [matter for matter in account.matters if matter.kind == "agreement"]
    order = {"in_force": 0, "ratified": 1, "signed": 2, "planned": 3}
    for matter in sorted(found, key=lambda one: order.get(one.status or "", 4)):
        yield AgreementEntry(
            **entry(account, matter, names), period=matter.period, history=tuple(_history(account, matter))
        )


def _history(account: Account, matter: Matter) -> Iterator[Step]:
    """The first telling of each stage, earliest first; what copies tell again is left out."""
    met: set[tuple[str, int | None]] = set()
    for told in account.members(matter):
        finding = told.finding
        if isinstance(finding, Agreement) and (finding.status, finding.year) not in met:
            met.add((finding.status, finding.year))
            yield Step(status=finding.status, day=told.published, year=finding.year, finding=told.id)


def figures(account: Account, names: Names) -> list[FigureEntry]:
    """Figures by measure, the latest period first, with every claim."""
    conflicts = {conflict.matter: conflict for conflict in account.conflicts}
    found = [matter for matter in account.matters if matter.kind == "figure"]
    found.sort(key=lambda one: one.period or "", reverse=True)
    found.sort(key=lambda one: (one.type, one.period is None))
    return [
        FigureEntry(
            matter=matter.id,
            measure=first.measure,
            title=wording.opened(wording.named(matter.title, names)),
            status=first.status,
            source=first.source,
            target=first.target,
            period=matter.period,
            contradicted=matter.conflict,
            conflict=_worded(conflicts.get(matter.id), names),
            claims=tuple(_claims(account, matter)),
        )
        for matter in found
        if (first := _first(account, matter, Figure))
    ]


def _worded(conflict: Conflict | None, names: Names) -> Conflict | None:
    """The conflict with names for the codes in its sentences."""
    if conflict is None:
        return None
    sentences = {key: tuple(wording.named(one, names) for one in getattr(conflict, key)) for key in ("agrees", "parts")}
    return conflict.model_copy(update=sentences)


def _first(account: Account, matter: Matter, kind: type[Finding]) -> Any:
    return next((told.finding for told in account.members(matter) if told.kind == kind.KIND), None)


def _claims(account: Account, matter: Matter) -> Iterator[Claim]:
    for told in account.members(matter):
        finding = told.finding
        if isinstance(finding, Figure):
            yield Claim(
                amount=wording.amount(finding),
                value=finding.value,
                unit=finding.unit,
                bound=finding.bound,
                change=finding.change,
                period=finding.period,
                by=finding.claim.by,
                via=finding.claim.via,
                official=account.checks.get(told.id),
                evidence=evidence_of(account, told),
            )


def promises(account: Account, names: Names) -> list[PromiseEntry]:
    """What was announced: broken and overdue first, then what is open, what is due first first."""
    found = [matter for matter in account.matters if account.is_promise(matter)]
    told = [_promise(account, matter, names) for matter in found]
    return sorted(told, key=lambda one: (_URGENT[one.standing or "open"], one.due or "9999", one.matter))


def _promise(account: Account, matter: Matter, names: Names) -> PromiseEntry:
    outcomes = account.outcomes(matter)
    decides = deciding(outcomes)
    pledge = _first(account, matter, Pledge)
    due = account.due_day(matter)
    return PromiseEntry(
        **entry(account, matter, names),
        text=pledge.text if pledge else wording.titled(matter, names),
        by=pledge.by if pledge else matter.parties,
        deadline=(pledge and pledge.deadline) or _by(matter, due),
        due=due,
        reason=decides.reason if decides else None,
        outcomes=tuple(outcomes),
    )


def _by(matter: Matter, due: Day | None) -> str | None:
    """By when, as it is told: a meeting's date where that is what was announced, since it may be held earlier."""
    told = matter.date if matter.kind == "encounter" else None
    if not due or not told or not due.startswith(told):
        return due
    month_ends = f"{due[:7]}-{monthrange(int(due[:4]), int(due[5:7]))[1]}"
    return told if due == {4: f"{told}-12-31", 7: month_ends}.get(len(told), told) else due


def promised(account: Account) -> list[Promise]:
    """The account's promises as the record lists them, what is due first first."""
    found = [matter for matter in account.matters + account.joint if account.is_promise(matter)]
    told = [_promised(account, matter) for matter in found]
    return sorted(told, key=lambda one: (one.due is None, one.due or "", one.told, one.matter))


def _promised(account: Account, matter: Matter) -> Promise:
    decides = deciding(account.outcomes(matter))
    return Promise(
        matter=matter.id,
        kind=matter.kind,
        type=matter.type,
        title=matter.title,
        countries=matter.parties,
        due=account.due_day(matter),
        standing=account.standing(matter) or "open",
        told=min(told.published for told in account.members(matter) if told.id in account.due),
        reason=decides.reason if decides else None,
        report=decides.report if decides else None,
        day=decides.published if decides else None,
    )


def statements(account: Account) -> Iterator[Quotation]:
    """What was said, newest first."""
    for matter in account.matters:
        first = _first(account, matter, Statement)
        if first:
            yield Quotation(
                matter=matter.id,
                speaker=first.speaker,
                text=first.text,
                day=matter.first_told,
                sources=matter.sources,
                evidence=evidences(account, matter),
            )


def sources(account: Account) -> list[SourceEntry]:
    """The reports, newest first, with how many findings of this dossier each tells."""
    telling = [told.report for told in account.told.values()]
    counts = {report: telling.count(report) for report in set(telling)}
    withdrawn = account.withdrawn or {}
    found = sorted(account.sources.values(), key=lambda one: (one.day, one.id), reverse=True)
    return [
        SourceEntry(
            report=one.id, day=one.day, outlet=one.outlet, title=one.title, url=one.url, copy_of=one.copy_of,
            replaced_by=one.replaced_by, shows=one.shows, findings=counts.get(one.id, 0),
            withdrawn=withdrawn.get(one.id, ()),
        )
        for one in found
    ]  # fmt: skip


def entry(account: Account, matter: Matter, names: Names) -> dict[str, Any]:
    """The fields of an ``Entry``."""
    event = _first(account, matter, Event)
    return {
        "matter": matter.id,
        "kind": matter.kind,
        "type": matter.type,
        "title": wording.deed(event, names) if event else wording.opened(wording.titled(matter, names)),
        "status": matter.status,
        "standing": account.standing(matter),
        "countries": matter.parties,
        "date": matter.date,
        "when": wording.when(matter.date) or matter.period or "",
        "first_told": matter.first_told,
        "people": _people(account.members(matter)),
        "sources": matter.sources,
        "doubtful": account.is_doubtful(matter),
        "evidence": evidences(account, matter),
    }


def _people(members: Iterable[Told]) -> tuple[Person, ...]:
    """Those named, each once, with the first office told."""
    named: dict[tuple[str, str | None], Person] = {}
    for told in members:
        finding = told.finding
        people = finding.people if isinstance(finding, Encounter) else ()
        for person in people:
            if person.name:
                known = named.get((person.name, person.country))
                named[person.name, person.country] = known if known and known.office else person
    return tuple(named.values())


def evidences(account: Account, matter: Matter) -> tuple[Evidence, ...]:
    """The words of every finding of the matter, earliest first."""
    return tuple(evidence_of(account, told) for told in account.members(matter))


def evidence_of(account: Account, told: Told) -> Evidence:
    """A finding's words and where they stand."""
    source = account.sources.get(told.report)
    return Evidence(
        finding=told.id,
        report=told.report,
        day=told.published,
        outlet=source and source.outlet,
        title=source and source.title,
        url=source and source.url,
        copy_of=source and source.copy_of,
        spans=told.finding.spans,
        words=told.finding.evidence,
        confirmed=told.confirmed,
    )


def is_discord(told: Told) -> bool:
    """Whether the finding is an event of conflict, in words or deeds.

    PLOVER counts requests there, which are none, and forces set in motion, which may come at the other's asking.
    """
    event = told.finding
    return isinstance(event, Event) and event.quad.endswith("conflict") and event.type not in ("REQUEST", "MOBILIZE")
