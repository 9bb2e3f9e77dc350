"""The relations of the record: pairs of states with how much is told of them."""

from typing import NamedTuple

from sqlalchemy import Connection, func, select

from comity.findings import Code, Day
from comity.record.tables import matters


class Relation(NamedTuple):
    """A pair, how many matters are its own, how many of them are contradicted, and when anything was last told."""

    one: Code
    other: Code
    matters: int
    contradicted: int
    last_told: Day


def relations(db: Connection, limit: int = 100, offset: int = 0) -> list[Relation]:
    """The pairs of which anything is told, what was told of last first."""
    last, count = func.max(matters.c.last_told), func.count()
    contradicted = func.count().filter(matters.c.conflict)
    asked = (
        select(matters.c.pair, count, contradicted, last)
        .where(matters.c.pair.is_not(None))
        .group_by(matters.c.pair)
        .order_by(last.desc(), count.desc(), matters.c.pair)
    )
    rows = db.execute(asked.limit(limit).offset(offset))
    return [Relation(*pair.split("-", 1), *told) for pair, *told in rows]
