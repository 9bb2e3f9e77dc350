"""Names of people as findings tell them, and the people they are joined into.

A *naming* is a name and the state or body its bearer acts for. Namings come from all findings that are
kept, whether these stand or not, and are joined by links just as findings are.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import ColumnElement, Connection, bindparam, delete, exists, select, union, update

from comity.findings import Person
from comity.matters import Link, Naming
from comity.record.amending import EVER, beside_by_judgement
from comity.record.pairs import OF_NAMINGS, closure
from comity.record.sets import KEYS, asked, done, each, ids_of, put_in, short_hash
from comity.record.tables import (
    finding_people,
    findings,
    naming_keys,
    naming_links,
    naming_offices,
    people,
)  # fmt: skip
from comity.record.tables import (
    namings as namings_table,
)


def naming_id(name: str, country: str | None) -> str:
    """A naming's lasting name: hashed from name and country."""
    return short_hash("naming", name, country)


_KNOWN = select(namings_table.c.id).where(namings_table.c.id.in_(KEYS))


def note_names(db: Connection, day: str, told: Iterable[Person]) -> None:
    """Keep the names that are new to the record, first told on ``day``."""
    names = {
        naming_id(person.name, person.country): (person.name, person.country)
        for person in told
        if person.name is not None
    }
    new = sorted(names.keys() - ids_of(db, _KNOWN, names))
    put_in(
        db,
        namings_table,
        [
            {"id": key, "name": names[key][0], "country": names[key][1], "first_told": day, "person": None}
            for key in new
        ],
    )


_TOLD = (
    select(
        finding_people.c.naming, finding_people.c.office, findings.c.day,
        namings_table.c.first_told, namings_table.c.person,
    )
    .join(findings, findings.c.row == finding_people.c.finding)
    .join(namings_table, namings_table.c.id == finding_people.c.naming)
    .where(findings.c.id.in_(KEYS))
)  # fmt: skip
_OFFICES = select(naming_offices).where(naming_offices.c.naming.in_(KEYS))
_NAMINGS = select(namings_table).where(namings_table.c.id.in_(KEYS))
_EARLIER = update(namings_table).where(namings_table.c.id == bindparam("naming_")).values(first_told=bindparam("day_"))
_KEYED = select(naming_keys.c.naming).where(naming_keys.c.naming.in_(KEYS)).distinct()
_LINKED = union(
    select(naming_links.c.one).where(naming_links.c.one.in_(KEYS)),
    select(naming_links.c.other).where(naming_links.c.other.in_(KEYS)),
)
_DROP_KEYS = delete(naming_keys).where(naming_keys.c.naming.in_(KEYS))


def put_namings(db: Connection, finding_ids: Iterable[str]) -> list[Naming]:
    """Take note of the names in these findings; gives those to be joined anew, earliest first.

    To be joined anew is a naming that belongs to nobody yet, is now told earlier, or with an office not
    told before. Its keys and links are dropped: put them anew. Call this with all findings of a new reading.
    """
    rows = list(asked(db, _TOLD, finding_ids))
    days: dict[str, str] = {}
    for row in rows:
        days[row.naming] = min(row.day, days.get(row.naming, row.day))
    earlier = {row.naming: days[row.naming] for row in rows if days[row.naming] < row.first_told}
    known = {(row.naming, row.office) for row in asked(db, _OFFICES, days)}
    offices = sorted({(row.naming, row.office) for row in rows if row.office is not None} - known)
    each(db, _EARLIER, [{"naming_": naming, "day_": day} for naming, day in sorted(earlier.items())])
    put_in(db, naming_offices, [{"naming": naming, "office": office} for naming, office in offices])
    anew = {row.naming for row in rows if row.person is None} | earlier.keys() | {naming for naming, _ in offices}
    drop_joins(db, anew)
    return namings(db, anew)


def drop_joins(db: Connection, ids: Iterable[str]) -> None:
    """Take away the keys and links of namings, which are to be joined anew."""
    wanted = set(ids)
    done(db, _DROP_KEYS, ids_of(db, _KEYED, wanted))
    OF_NAMINGS.drop(db, ids_of(db, _LINKED, wanted))


def namings(db: Connection, ids: Iterable[str]) -> list[Naming]:
    """The namings of these ids with all offices told, earliest first."""
    wanted = set(ids)
    offices: defaultdict[str, list[str]] = defaultdict(list)
    for row in asked(db, _OFFICES, wanted):
        offices[row.naming].append(row.office)
    found = (
        Naming(row.id, row.name, row.country, row.first_told, tuple(sorted(offices[row.id])))
        for row in asked(db, _NAMINGS, wanted)
    )
    return sorted(found, key=lambda naming: naming.order)


_UNDER = select(naming_keys.c.naming).where(naming_keys.c.key.in_(KEYS))


def put_naming_keys(db: Connection, kept: Mapping[str, Collection[str]]) -> None:
    """Keep namings, by id, under the keys where others look for them."""
    put_in(
        db,
        naming_keys,
        [{"key": key, "naming": naming} for naming, keys in kept.items() for key in sorted(set(keys))],
    )


def naming_candidates(db: Connection, sought: Collection[str]) -> list[Naming]:
    """The namings that are kept under any of these keys, earliest first."""
    return namings(db, (key for (key,) in asked(db, _UNDER, sought)))


def put_naming_links(db: Connection, links: Iterable[Link]) -> None:
    """Keep links between namings with their clues, in place of those of the same pairs."""
    told = list(links)
    OF_NAMINGS.put(db, told, {key: key for link in told for key in (link.one, link.other)})


_one_person = namings_table.alias("one_person")
_BESIDE = union(
    select(naming_links.c.other).where(naming_links.c.one.in_(KEYS)),
    select(naming_links.c.one).where(naming_links.c.other.in_(KEYS)),
    select(_one_person.c.id)
    .join(namings_table, namings_table.c.person == _one_person.c.person)
    .where(namings_table.c.id.in_(KEYS)),
    beside_by_judgement(),
)


def naming_component(db: Connection, ids: Iterable[str]) -> set[str]:
    """These and all that hang together with them: by links, by judgements, and as one person until now."""
    return closure(db, _BESIDE, ids, day=EVER)


def naming_links_among(db: Connection, ids: Iterable[str]) -> list[Link]:
    """The links between these namings."""
    return OF_NAMINGS.among(db, {key: key for key in ids})


def is_named(person: ColumnElement[str]) -> ColumnElement[bool]:
    """That a finding which stands names the person: what former readings told, or people rejected, is kept too."""
    told, named = finding_people.alias(), namings_table.alias()
    where = exists().where(named.c.person == person, told.c.naming == named.c.id)
    return where.where(findings.c.row == told.c.finding, findings.c.standing).correlate_except(told, named, findings)


_NAMES_OF = select(namings_table.c.id).where(namings_table.c.person.in_(KEYS))


def names_of(db: Connection, person: str) -> list[str]:
    """The ids of a person's namings, in order."""
    return sorted(key for (key,) in asked(db, _NAMES_OF, [person]))


_PERSONS = select(people).where(people.c.id.in_(KEYS))
_MEMBERS = select(namings_table.c.id, namings_table.c.person).where(namings_table.c.person.in_(KEYS))
_COUNTRY = select(namings_table.c.id, namings_table.c.country, namings_table.c.person).where(
    namings_table.c.id.in_(KEYS)
)
_LEAVE = update(namings_table).where(namings_table.c.person.in_(KEYS)).values(person=None)
_DROP_PEOPLE = delete(people).where(people.c.id.in_(KEYS))
_BELONGS = update(namings_table).where(namings_table.c.id == bindparam("naming_")).values(person=bindparam("person_"))


def put_people(db: Connection, ids: Collection[str], groups: Sequence[tuple[str, ...]], names: Sequence[str]) -> None:
    """Put these people in place of all that hold any of the namings ``ids``.

    Each group is the ids of one person's namings, the earliest first; ``names`` gives each group's
    fullest name. A person acts for the country of the first naming that tells one.
    """
    now = {row.id: row for row in asked(db, _COUNTRY, [*ids, *(key for group in groups for key in group)])}
    new = {
        f"p{group[0]}": (name, next((now[key].country for key in group if now[key].country), None))
        for group, name in zip(groups, names, strict=True)
    }
    belongs = {key: f"p{group[0]}" for group in groups for key in group}
    old = {
        row.id: (row.name, row.country)
        for row in asked(db, _PERSONS, {row.person for row in now.values() if row.person})
    }
    if old == new and all(now[key].person == person for key, person in belongs.items()):
        return
    done(db, _LEAVE, old)
    done(db, _DROP_PEOPLE, old)
    put_in(
        db,
        people,
        [{"id": key, "name": name, "country": country} for key, (name, country) in sorted(new.items())],
    )
    each(db, _BELONGS, [{"naming_": key, "person_": person} for key, person in sorted(belongs.items())])
