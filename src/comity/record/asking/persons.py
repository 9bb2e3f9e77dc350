"""People by name: whatever spelling, part of the name or want of accents they are asked by."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Select, String, func, select, type_coerce

from comity.matters import PersonAccount
from comity.record.asking.lists import Listed, listed
from comity.record.asking.pairs import account_of
from comity.record.naming import is_named
from comity.record.tables import finding_people, findings, matters, namings, people
from comity.terms.states import folded


@dataclass(frozen=True, slots=True)
class PersonFound:
    """A person with offices, and the newest matters that name them; ``named`` counts all of those."""

    person: PersonAccount
    matters: tuple[Listed, ...]
    named: int


# The names as the database has them, which to turn into words again for each would take longest.
_NAMES = select(namings.c.person, type_coerce(namings.c.name, String()).label("name")).where(
    namings.c.person.is_not(None)
)


def persons(db: Connection, name: str, most: int = 10, matters_each: int = 20) -> list[PersonFound]:
    """Those whose name has all the words asked for, the whole name first, then those named first in the alphabet."""
    found = _matching(folded(name), db.execute(_NAMES).all())
    named = (one for key in found if (one := person(db, key, matters_each)))
    return list(islice(named, most))


def person(db: Connection, id: str, most: int = 20) -> PersonFound | None:
    """The person of that id, None where no finding that stands names one."""
    told = account_of(db, id)
    if told is None:
        return None
    rows = select(matters).where(matters.c.id.in_(_named_in(id))).order_by(matters.c.first_day.desc(), matters.c.id)
    ids = db.scalar(select(func.count()).select_from(_named_in(id).subquery())) or 0
    return PersonFound(told, tuple(listed(db, db.execute(rows.limit(most)).all())), ids)


def like(db: Connection, name: str) -> list[str]:
    """Names in the record that look like this one, as a whole or in a word, for those who mistyped it."""
    known: dict[str, str] = {}
    for told in db.scalars(select(people.c.name).where(is_named(people.c.id)).order_by(people.c.name)):
        plain = folded(told)
        for form in (plain, *plain.split()):
            known.setdefault(form, told)
    return list(dict.fromkeys(known[close] for close in get_close_matches(folded(name), known, 5, 0.75)))


def _matching(asked: str, names: Iterable[Any]) -> list[str]:
    words = asked.split()
    longest = max(words, key=len, default="")
    best: dict[str, tuple[int, str]] = {}
    for key, told in names:
        # Folding takes longest, and most names are plain and have nothing of what is asked for.
        if told.isascii() and "." not in told and longest not in told.casefold():
            continue
        plain = folded(told)
        if words and all(word in plain for word in words):
            here = (_rank(asked, plain), plain)
            best[key] = min(best.get(key, here), here)
    return sorted(best, key=lambda key: (best[key], key))


def _rank(asked: str, plain: str) -> int:
    if plain == asked:
        return 0
    return 1 if set(asked.split()) <= set(plain.split()) else 2


def _named_in(person: str) -> Select[tuple[str]]:
    return (
        select(findings.c.matter)
        .join(finding_people, finding_people.c.finding == findings.c.row)
        .join(namings, namings.c.id == finding_people.c.naming)
        .where(namings.c.person == person, findings.c.standing, findings.c.matter.is_not(None))
        .distinct()
    )
