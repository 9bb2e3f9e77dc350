"""Why names are thought to be one person: the names, the clues that joined them, and what people judged."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, select

from comity.errors import NoSuchPerson, UnknownId
from comity.matters import Clue, Naming, PersonAccount
from comity.record.asking.pairs import account_of
from comity.record.asking.why import Judged, Tie, judged, tie
from comity.record.naming import names_of, namings
from comity.record.resolving import resolve_person
from comity.record.sets import KEYS, asked
from comity.record.tables import naming_clues, naming_links


@dataclass(frozen=True, slots=True)
class Who:
    """A person, None where no finding that stands names one; the names, earliest told first; ties and judgements."""

    id: str
    person: PersonAccount | None
    namings: tuple[Naming, ...]
    ties: tuple[Tie, ...]
    judgements: tuple[Judged, ...]


def who(db: Connection, id: str) -> Who:
    """The person of that id, or of its beginning, or of the id of a name; raises ``UnknownId`` and ``Ambiguous``."""
    try:
        found = resolve_person(db, id)
    except NoSuchPerson as problem:
        raise UnknownId(f"The record holds nothing under {id[:60]!r}.") from problem
    names = names_of(db, found)
    return Who(found, account_of(db, found), tuple(namings(db, names)), _ties(db, names), judged(db, names))


_LINKS = select(naming_links).where(naming_links.c.one.in_(KEYS))
_CLUES = select(naming_clues).where(naming_clues.c.one.in_(KEYS))


def _ties(db: Connection, names: Collection[str]) -> tuple[Tie, ...]:
    """The links among the names, the surest first."""
    clues: dict[tuple[str, str], list[Clue]] = {}
    for row in asked(db, _CLUES, names):
        clues.setdefault((row.one, row.other), []).append(Clue(row.clue, row.weight, row.sentence))
    found = [row for row in asked(db, _LINKS, names) if row.other in names]
    ties = [tie(row.one, row.other, row.score, clues.get((row.one, row.other), [])) for row in found]
    return tuple(sorted(ties, key=lambda one: (-one.score, one.one, one.other)))
