"""What reading a table gives: observations, rows refused by name, and what was told of the rest."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from comity.errors import CellTwice, ComityError
from comity.series import Observation


@dataclass(frozen=True, slots=True)
class Release:
    """Of which release a table is where it does not tell: its day, and whether that of release or of retrieval."""

    vintage: str
    told: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """What a table or answer gave; ``skipped`` counts by reason the rows that are no cell of bilateral totals."""

    observations: tuple[Observation, ...] = ()
    refused: tuple[ComityError, ...] = ()
    skipped: Counter[str] = field(default_factory=Counter)


def once(found: Iterable[Observation | ComityError], skipped: Counter[str]) -> Taken:
    """The observations, each cell of a release once; cells given twice with different values are refused."""
    cells: dict[tuple[str, ...], list[Observation]] = {}
    refused: list[ComityError] = []
    for one in found:
        if isinstance(one, ComityError):
            refused.append(one)
        else:
            cells.setdefault((*one.cell, one.vintage), []).append(one)
    kept: list[Observation] = []
    for same in cells.values():
        if len({one.value for one in same}) > 1:
            refused.append(CellTwice(_as_told(same)))
            continue
        kept.append(same[0])
        skipped["given twice"] += len(same) - 1
    return Taken(tuple(kept), tuple(refused), +skipped)


def _as_told(same: list[Observation]) -> str:
    first = same[0]
    values = ", ".join(f"{one.value:.15g}" for one in same)
    return f"{first.reporter}, {first.flow} with {first.partner}, {first.product}, {first.period}: {values}."
