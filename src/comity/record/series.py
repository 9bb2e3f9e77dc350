"""Official statistics as they are kept: one long table. Releases of a cell stand beside each other, none is
overwritten; what is there already is left as it is."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from comity.findings import Code
from comity.record.sets import put_in
from comity.record.tables import series
from comity.series import Observation

_FIELDS = tuple(field.name for field in fields(Observation))
_COLUMNS = tuple(series.c[name] for name in _FIELDS)
# What of a cell of a release parts it from the others that are looked up with it.
_REST = tuple(column for column in series.primary_key.columns if column.name not in ("reporter", "source", "vintage"))


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of cells: how many were new and how many there already; those that are there with another value."""

    new: int
    known: int
    differing: tuple[Observation, ...]


class Held(NamedTuple):
    """One release of a source by one reporter: how many cells, partners, and its first and last period."""

    reporter: Code
    source: str
    vintage: str
    dated: str
    cells: int
    partners: int
    first: str
    last: str
    licence: str


def put(db: Connection, observations: Iterable[Observation], added: str) -> Kept:
    """Keep cells; ``added`` is the time, UTC, ISO 8601."""
    releases: dict[tuple[str, str, str], list[Observation]] = defaultdict(list)
    for one in observations:
        releases[one.reporter, one.source, one.vintage].append(one)
    new = known = 0
    differing: list[Observation] = []
    for release, cells in releases.items():
        there = _there(db, *release)
        fresh = [one for one in cells if _rest(one) not in there]
        put_in(db, series, [asdict(one) | {"added": added} for one in fresh])
        differing += [one for one in cells if there.get(_rest(one), one.value) != one.value]
        new += len(fresh)
        known += len(cells) - len(fresh)
    return Kept(new, known - len(differing), tuple(differing))


def _there(db: Connection, reporter: str, source: str, vintage: str) -> dict[tuple[str, ...], float]:
    asked = select(*_REST, series.c.value).where(
        series.c.reporter == reporter, series.c.source == source, series.c.vintage == vintage
    )
    return {tuple(row[:-1]): row[-1] for row in db.execute(asked)}


def _rest(one: Observation) -> tuple[str, ...]:
    return tuple(getattr(one, column.name) for column in _REST)


def between(db: Connection, states: Collection[Code]) -> list[Observation]:
    """All cells of trade among these states, whoever reports."""
    asked = select(*_COLUMNS).where(series.c.reporter.in_(states), series.c.partner.in_(states))
    return [Observation(*row) for row in db.execute(asked)]


def held(db: Connection) -> Sequence[Held]:
    """Every release that is kept, by reporter, source and vintage."""
    by = (series.c.reporter, series.c.source, series.c.vintage, series.c.dated)
    asked = (
        select(
            *by,
            func.count(),
            func.count(series.c.partner.distinct()),
            func.min(series.c.period),
            func.max(series.c.period),
            func.min(series.c.licence),
        )
        .group_by(*by)
        .order_by(*by)
    )
    return [Held(*row) for row in db.execute(asked)]
