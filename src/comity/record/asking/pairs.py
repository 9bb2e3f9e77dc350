"""What the record holds on a pair of states: its matters, and who and what tells of them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from comity.findings import Code, Day
from comity.matters import Office, PersonAccount
from comity.record.asking.lists import KINDS, pair_of, with_others
from comity.record.sets import KEYS, asked
from comity.record.tables import finding_people, findings, matters, namings, people, reports, sources


@dataclass(frozen=True, slots=True)
class Held:
    """The matters of a pair: ids of the newest, newest first, and how many of each kind there are in all.

    ``joint`` are those with others besides.
    """

    alone: tuple[str, ...]
    joint: tuple[str, ...]
    totals: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A report without its text.

    ``copy_of`` is the earliest report with nearly the same text, ``replaced_by`` the next version at the
    same origin; ``shows`` says what others may see of it: full or evidence.
    """

    id: str
    title: str | None
    outlet: str | None
    url: str | None
    origin: str
    day: Day
    words: int
    copy_of: str | None
    replaced_by: str | None
    shows: str
    added: str


def between(db: Connection, one: Code, other: Code, most: int) -> Held:
    """The pair's matters, at most ``most`` of each kind, and ``most`` with others besides."""
    newest = matters.c.first_day.desc(), matters.c.id
    of_pair = select(matters.c.id).where(matters.c.pair == pair_of(one, other)).order_by(*newest).limit(most)
    alone = [matter for kind in KINDS for matter in db.scalars(of_pair.where(matters.c.kind == kind))]
    joint = with_others(select(matters.c.id), (one, other)).order_by(*newest).limit(most)
    count = select(matters.c.kind, func.count()).where(matters.c.pair == pair_of(one, other)).group_by(matters.c.kind)
    return Held(tuple(alone), tuple(db.scalars(joint)), tuple(sorted((kind, n) for kind, n in db.execute(count))))


def contradicted(db: Connection, limit: int, offset: int = 0) -> list[str]:
    """Ids of the figures, of whatever states, whose claims cannot all be right; the newest first."""
    query = select(matters.c.id).where(matters.c.conflict).order_by(matters.c.first_day.desc(), matters.c.id)
    return list(db.scalars(query.limit(limit).offset(offset)))


def figures_of(db: Connection, one: Code, other: Code, most: int) -> list[str]:
    """Ids of the findings that tell of the pair's newest ``most`` figures."""
    newest = (
        select(matters.c.id)
        .where(matters.c.pair == pair_of(one, other), matters.c.kind == "figure")
        .order_by(matters.c.first_day.desc(), matters.c.id)
        .limit(most)
    )
    ids = db.scalars(newest).all()
    return list(db.scalars(select(findings.c.id).where(findings.c.matter.in_(ids), findings.c.standing)))


def sources_of(db: Connection, ids: Iterable[str]) -> dict[str, Source]:
    """The reports by id, with those they are copies or earlier versions of."""
    wanted, known = set(ids), dict[str, Source]()
    while wanted:
        known |= {row.id: Source(**row._mapping) for row in asked(db, _SOURCES_BY_ID, wanted)}
        wanted = {other for one in known.values() for other in (one.copy_of, one.replaced_by) if other} - set(known)
    return known


def earlier_versions(db: Connection, ids: Iterable[str]) -> dict[str, Source]:
    """The reports that these have replaced, through all versions."""
    wanted, known = set(ids), dict[str, Source]()
    while wanted:
        found = {row.id: Source(**row._mapping) for row in asked(db, _SOURCES_REPLACED, wanted)}
        wanted = set(found) - set(known)
        known |= found
    return known


def copies_of(db: Connection, ids: Iterable[str]) -> dict[str, Source]:
    """The reports that are copies of these."""
    return {row.id: Source(**row._mapping) for row in asked(db, _SOURCES_COPIED, ids)}


_SOURCES = select(
    reports.c.id, reports.c.title, reports.c.outlet, reports.c.url, reports.c.origin, reports.c.day,
    reports.c.words, reports.c.copy_of, reports.c.replaced_by, sources.c.shows, reports.c.added,
).join(sources, sources.c.id == reports.c.source)  # fmt: skip
_SOURCES_BY_ID = _SOURCES.where(reports.c.id.in_(KEYS))
_SOURCES_REPLACED = _SOURCES.where(reports.c.replaced_by.in_(KEYS))
_SOURCES_COPIED = _SOURCES.where(reports.c.copy_of.in_(KEYS))


def people_in(db: Connection, matter_ids: Iterable[str]) -> list[PersonAccount]:
    """Everyone named in these matters: all spellings, and the offices these matters tell, latest first."""
    told = _accounts(db, asked(db, _NAMED_IN_MATTERS, matter_ids))
    return sorted(told, key=lambda one: (one.country or "", one.name, one.id))


def account_of(db: Connection, person: str) -> PersonAccount | None:
    """The person of that id, with every office the record tells."""
    told = _accounts(db, asked(db, _NAMED_PERSONS, [person]))
    return told[0] if told else None


def _accounts(db: Connection, rows: Iterable[Any]) -> list[PersonAccount]:
    named: dict[str, list[Any]] = {}
    for row in rows:
        named.setdefault(row.person, []).append(row)
    spelled: dict[str, set[str]] = {}
    for row in asked(db, _SPELLED_PERSONS, named):
        spelled.setdefault(row.person, set()).add(row.name)
    return [_account(group, spelled[one]) for one, group in named.items()]


def _account(rows: Sequence[Any], spellings: set[str]) -> PersonAccount:
    first = rows[0]
    return PersonAccount(
        id=first.person,
        name=first.fullest,
        names=tuple(sorted(spellings - {first.fullest})),
        country=first.of,
        offices=offices([(row.office, row.day, row.source) for row in rows if row.office]),
    )


def offices(told: Iterable[tuple[str, Day, str]]) -> tuple[Office, ...]:
    """Offices from (office, day, source) as told, spelled as most tell them, the latest told first."""
    groups: dict[str, list[tuple[str, Day, str]]] = {}
    for one in told:
        groups.setdefault(one[0].casefold(), []).append(one)
    held = [_office(group) for group in groups.values()]
    return tuple(sorted(held, key=lambda one: (one.last_told, one.first_told, one.office), reverse=True))


def _office(group: Sequence[tuple[str, Day, str]]) -> Office:
    spellings = Counter(office for office, _, _ in group)
    days = [day for _, day, _ in group]
    usual = max(sorted(spellings), key=spellings.__getitem__)
    return Office(usual, min(days), max(days), len({source for _, _, source in group}))


_NAMED = (
    select(
        namings.c.person, people.c.name.label("fullest"), people.c.country.label("of"), finding_people.c.office,
        findings.c.day, func.coalesce(reports.c.copy_of, reports.c.id).label("source"),
    )
    .join(finding_people, finding_people.c.finding == findings.c.row)
    .join(namings, namings.c.id == finding_people.c.naming)
    .join(people, people.c.id == namings.c.person)
    .join(reports, reports.c.id == findings.c.report)
    .where(findings.c.standing)
)  # fmt: skip
_NAMED_IN_MATTERS = _NAMED.where(findings.c.matter.in_(KEYS))
_NAMED_PERSONS = _NAMED.where(namings.c.person.in_(KEYS))
_SPELLED_PERSONS = select(namings.c.person, namings.c.name).where(namings.c.person.in_(KEYS))
