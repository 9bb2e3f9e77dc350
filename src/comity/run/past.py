"""The account of a relation as of a day in the past, joined anew in memory.

What counts: reports published by that day, in the version that stood on it, as the present reader reads
them, with the judgements made by then. Of all reports those are taken that name both states; what the day
would have shown follows from them alone.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial

from sqlalchemy import Connection

from comity import reconcile
from comity.dossier.account import Account
from comity.findings import Code, Day, Person, Reading
from comity.matters import FollowUp, Judgement, Matter, Naming, Passage, PersonAccount, Told
from comity.reconcile import follow
from comity.record import judging, mapping, past
from comity.record.amending import verdicts
from comity.record.asking import Source, sources_of
from comity.record.asking.pairs import offices
from comity.record.gathering import days
from comity.record.naming import naming_id
from comity.record.rows import KINDS
from comity.run.events import event_links
from comity.run.standing import told_of
from comity.terms import Terms


def past_account(db: Connection, pair: tuple[Code, Code], day: Day, terms: Terms) -> Account:
    """The account of two states or bodies as of a day (YYYY-MM-DD)."""
    reports = past.reports_naming(db, pair, day)
    sources = sources_of(db, reports)
    readings = [mapping.amended(db, one, day) for one in mapping.readings(db, reports)]
    held = [one for report in reports for one in mapping.held(db, report)]
    told = _told(db, [*readings, *held], sources, day, terms)
    known = {one.id: one for one in told}
    judgements = judging.judgements(db, subjects=known, day=day)
    matters = joined(told, judgements)
    passages = [passage for one in readings for passage in _passages(one, sources, told, terms)]
    concerned = sorted((one for one in matters if set(pair) <= set(one.parties)), key=_newest, reverse=True)
    shown = {id: known[id] for one in concerned for id in one.findings}
    return Account(
        day=day,
        pair=(min(pair), max(pair)),
        matters=tuple(one for one in concerned if len(one.parties) == 2),
        joint=tuple(one for one in concerned if len(one.parties) > 2),
        told=shown,
        due={id: opening.due for id, one in shown.items() if (opening := follow.opening(one))},
        follow_ups=tuple(one for one in followed(told, matters, passages, terms) if one.opening in shown),
        sources=sources,
        people=people(shown.values(), partial(judging.judgements, db, day=day)),
        judgements=tuple(judgements),
    )


def _newest(matter: Matter) -> tuple[str, str]:
    return (days(matter)[0], matter.id)


def _told(
    db: Connection, readings: Iterable[Reading], sources: dict[str, Source], day: Day, terms: Terms
) -> list[Told]:
    found: dict[str, Told] = {}
    for reading in readings:
        source = sources[reading.report.id]
        for one in told_of(reading, source.day, terms, source.copy_of):
            found.setdefault(one.id, one)
    judged = verdicts(db, found, day)
    standing = [replace(one, confirmed=id in judged and judged[id].confirmed) for id, one in found.items()]
    rejected = {id for id, held in judged.items() if held.verdict == "reject"}
    return sorted((one for one in standing if one.id not in rejected), key=lambda one: one.order)


def joined(told: Sequence[Told], judgements: Sequence[Judgement]) -> list[Matter]:
    """The matters of these findings, as adding their reports one by one would have made them."""
    links = reconcile.links(told, ())
    between_events = event_links(links, [one for one in told if one.kind == "event"])
    return reconcile.matters(told, [*links, *between_events], judgements)


def _passages(reading: Reading, sources: dict[str, Source], told: Sequence[Told], terms: Terms) -> list[Passage]:
    report = reading.report
    if sources[report.id].copy_of:
        return []
    parties = sorted({code for one in told if one.report == report.id for code in one.parties})
    return follow.passages(report, parties, sources[report.id].day, terms) if parties else []


def followed(
    told: Sequence[Told], matters: Iterable[Matter], passages: Sequence[Passage], terms: Terms
) -> list[FollowUp]:
    """What became of all that these findings announce, as these findings and passages tell, earliest first."""
    known = {one.id: one for one in told}
    openings = [one for one in told if follow.is_opening(one)]
    of_matters = [follow.of_matter(matter, [known[id] for id in matter.findings], terms) for matter in matters]
    found = [*follow.follow_ups(openings, [*told, *passages], terms), *(row for rows in of_matters for row in rows)]
    return sorted(found, key=lambda one: (one.opening, one.published, one.report, one.span))


def people(told: Iterable[Told], judged: Callable[..., list[Judgement]]) -> tuple[PersonAccount, ...]:
    """Everyone named in these findings, under all spellings, with the offices told.

    ``judged`` gives the judgements on ``subjects``.
    """
    named: dict[str, list[tuple[Told, Person]]] = {}
    for one in told:
        for person in KINDS[one.kind].named(one.finding):
            if person.name is not None:
                named.setdefault(naming_id(person.name, person.country), []).append((one, person))
    namings = [_naming(id, found) for id, found in sorted(named.items())]
    by_id = {one.id: one for one in namings}
    groups = reconcile.people(namings, reconcile.naming_links(namings, ()), judged(subjects=by_id))
    accounts = [_person([by_id[id] for id in group], [row for id in group for row in named[id]]) for group in groups]
    return tuple(sorted(accounts, key=lambda one: (one.country or "", one.name, one.id)))


def _naming(id: str, found: Sequence[tuple[Told, Person]]) -> Naming:
    _, person = found[0]
    assert person.name is not None
    told = sorted({other.office for _, other in found if other.office})
    return Naming(id, person.name, person.country, min(one.published for one, _ in found), tuple(told))


def _person(group: Sequence[Naming], named: Iterable[tuple[Told, Person]]) -> PersonAccount:
    name = reconcile.fullest_name(group)
    return PersonAccount(
        id=f"p{group[0].id}",
        name=name,
        names=tuple(sorted({one.name for one in group} - {name})),
        country=next((one.country for one in group if one.country), None),
        offices=offices((person.office, one.published, one.source) for one, person in named if person.office),
    )
