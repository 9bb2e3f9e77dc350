"""The mirror: what both sides count of the same trade, and why the two may honestly differ.

For each direction and year the seller's exports stand beside the buyer's imports, each in its latest release. The gap
is the share by which the importer counts more. Nothing is averaged. Causes are named where the series themselves
show that they may apply (``causes.toml`` has the words and their sources).
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from comity.findings import Code
from comity.series import TOTAL, Observation


@dataclass(frozen=True, slots=True)
class Row:
    """One direction in one year: the seller's count of its exports and the buyer's of its imports by one attribution;
    None where it is not held. ``causes`` names why they may differ."""

    seller: Code
    buyer: Code
    year: str
    exports: Observation | None
    imports: Observation | None
    causes: tuple[str, ...] = ()

    @property
    def gap(self) -> float | None:
        """How much more the buyer counts, as a share of what the seller counts; None where either has none."""
        if self.exports is None or self.imports is None or not self.exports.value:
            return None
        return self.imports.value / self.exports.value - 1


@dataclass(frozen=True, slots=True)
class Cause:
    """A reason for two honest counts to differ: its name, what it means, and where that is laid down."""

    name: str
    meaning: str
    source: str


@cache
def causes() -> Mapping[str, Cause]:
    """The causes that are known, by name."""
    return {name: Cause(name, one["meaning"], one["source"]) for name, one in _told()["causes"].items()}


@cache
def _told() -> dict[str, Any]:
    return tomllib.loads(files("comity.statistics").joinpath("causes.toml").read_text(encoding="utf-8"))


def table(observations: Iterable[Observation], pair: tuple[Code, Code]) -> list[Row]:
    """Every direction and year of which either side has a count, the latest first."""
    years = _years([one for one in observations if {one.reporter, one.partner} == set(pair) and one.product == TOTAL])
    inside = any(set(pair) <= set(members) for members in _told()["unions"].values())
    return [
        row
        for year in sorted({year for year, *_ in years}, reverse=True)
        for seller, buyer in (pair, pair[::-1])
        for row in _rows(years, seller, buyer, year, inside)
    ]


# A year, who counts, in which flow and by which attribution, to the cell of the latest release.
Years = Mapping[tuple[str, Code, str, str], Observation]


def _years(found: Sequence[Observation]) -> dict[tuple[str, Code, str, str], Observation]:
    """The latest release of each year; a year that is held by months alone is their sum in one release."""
    kept: dict[tuple[str, Code, str, str], Observation] = {}
    for one in (*found, *_summed(found)):
        if len(one.period) != 4:
            continue
        key = one.period, one.reporter, one.flow, one.attribution if one.flow == "imports" else ""
        if key not in kept or kept[key].known_from < one.known_from:
            kept[key] = one
    return kept


def _summed(found: Sequence[Observation]) -> Iterator[Observation]:
    releases: dict[tuple[str, ...], dict[str, Observation]] = {}
    for one in found:
        if len(one.period) == 7 and "Q" not in one.period:
            key = (*(getattr(one, name) for name in _OF_A_YEAR), one.period[:4])
            releases.setdefault(key, {})[one.period] = one
    for key, months in releases.items():
        if len(months) == 12:
            first = next(iter(months.values()))
            told = {name: getattr(first, name) for name in Observation.__slots__}
            total = sum(one.value for one in months.values())
            yield Observation(**(told | {"period": key[-1], "value": total}))


_OF_A_YEAR = ("reporter", "partner", "flow", "valuation", "attribution", "source", "vintage", "unit")


def _rows(years: Years, seller: Code, buyer: Code, year: str, inside: bool) -> Iterator[Row]:
    exports = years.get((year, seller, "exports", ""))
    imports = [one for key, one in sorted(years.items()) if key[:3] == (year, buyer, "imports")]
    found: list[Observation | None] = [*imports] or ([None] if exports else [])
    for one in found:
        yield Row(seller, buyer, year, exports, one, tuple(_causes(exports, one, imports, inside)))


def _causes(
    exports: Observation | None, imports: Observation | None, all_imports: Sequence[Observation], inside: bool
) -> Iterator[str]:
    """Which causes may apply, by what the series themselves tell."""
    if exports is None or imports is None:
        return
    if (exports.valuation or "fob") != (imports.valuation or "cif"):
        yield "valuation"
    if len({one.attribution for one in all_imports}) > 1:
        yield "attribution"
    if imports.attribution == "origin" or not imports.attribution:
        yield "re-exports"
    if inside:
        yield "surveys"
    if exports.known_from[:7] != imports.known_from[:7]:
        yield "timing"
