"""Links between findings, and between namings: kept with their clues, walked to all that hang together.

Both kinds are kept in tables of the same form, so that the same statements serve them. What links name
in the tables (a finding's row, a naming's id) is called *node* here.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import CompoundSelect, Connection, Delete, Select, Table, bindparam, delete, or_, select

from comity.matters import Link
from comity.record.sets import KEYS, Rows, asked, done, each, ids_of
from comity.record.tables import link_clues, links, naming_clues, naming_links


@lru_cache
def _of_pair(table: Table) -> Delete:
    return delete(table).where(table.c.one == bindparam("one_"), table.c.other == bindparam("other_"))


@lru_cache
def _touching(table: Table) -> Delete:
    return delete(table).where(or_(table.c.one.in_(KEYS), table.c.other.in_(KEYS)))


@lru_cache
def _from(table: Table) -> Select[Any]:
    return select(table).where(table.c.one.in_(KEYS))


@dataclass(frozen=True, slots=True)
class Pairs:
    """The two tables that hold links of one sort and their clues."""

    links: Table
    clues: Table

    def put(self, db: Connection, told: Iterable[Link], nodes: Mapping[str, str]) -> None:
        """Keep links, in place of those of the same pairs; ``nodes`` gives the node of each id.

        Of several links of one pair the one with the highest score is kept.
        """
        pairs = {(nodes[link.one], nodes[link.other]): link for link in sorted(told, key=lambda link: link.score)}
        known = {(row.one, row.other) for row in asked(db, _from(self.links), (one for one, _ in pairs))}
        for table in (self.clues, self.links):
            each(db, _of_pair(table), [{"one_": one, "other_": other} for one, other in sorted(known & pairs.keys())])
        rows = Rows()
        for (one, other), link in pairs.items():
            rows.add(self.links, one=one, other=other, score=link.score)
            for clue in link.clues:
                rows.add(self.clues, one=one, other=other, clue=clue.name, weight=clue.weight, sentence=clue.sentence)
        rows.put(db)

    def drop(self, db: Connection, nodes: Collection[str]) -> None:
        """Take away all links of these nodes."""
        for table in (self.clues, self.links):
            done(db, _touching(table), nodes)

    def leave_out(self, db: Connection, pairs: Iterable[tuple[str, str]], nodes: Mapping[str, str]) -> None:
        """Take away the links of these pairs; ``nodes`` gives the node of each id."""
        rows = [{"one_": nodes[one], "other_": nodes[other]} for one, other in sorted(pairs)]
        for table in (self.clues, self.links):
            each(db, _of_pair(table), rows)

    def among(self, db: Connection, nodes: Mapping[str, str]) -> list[Link]:
        """The links between these, by ids, without their clues; ``nodes`` gives the id of each node."""
        found = (row for row in asked(db, _from(self.links), nodes) if row.other in nodes)
        return sorted(Link(nodes[row.one], nodes[row.other], row.score, ()) for row in found)


OF_FINDINGS = Pairs(links, link_clues)
OF_NAMINGS = Pairs(naming_links, naming_clues)


def closure(db: Connection, beside: CompoundSelect[Any], ids: Iterable[str], **more: Any) -> set[str]:
    """The ids and all that can be reached from them; ``beside`` selects those beside ``KEYS``."""
    reached = set(ids)
    edge = set(reached)
    while edge:
        edge = ids_of(db, beside, edge, **more) - reached
        reached |= edge
    return reached
