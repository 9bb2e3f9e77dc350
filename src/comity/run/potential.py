"""How much two states trade against what their other trade lets one expect, by a panel that is given."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from comity.errors import NoAccess, NotInPanel
from comity.findings import Code
from comity.statistics.gravity import tables
from comity.statistics.gravity.panel import Panel
from comity.statistics.gravity.potential import Expected, LeftOut, estimate, left_out, potential
from comity.statistics.gravity.ppml import Fit
from comity.statistics.products import measures
from comity.statistics.products.opportunities import Cube, Opportunity, cube, opportunities


@dataclass(frozen=True)
class Potential:
    """Both directions by every specification, the year, how many countries and flows, and the pairs left out in
    turn by the fullest specification, for a chart."""

    year: int
    countries: int
    flows: int
    expected: tuple[Expected, ...]
    peers: LeftOut


def of_file(path: Path, pair: tuple[Code, Code], year: int | None, covariates: Sequence[str]) -> Potential:
    """By a panel in a file; the last year in which both are told, unless a year is.

    Raises ``NoAccess``, and the refusals of tables and panels.
    """
    return of_panel(tables.panel(_content(path), covariates), pair, year)


@dataclass(frozen=True)
class ByProduct:
    """One direction by product: how intense the trade is, how well what is sold fits what is bought (0 to 100, of so
    many products), and what could be sold more of."""

    intensity: float
    complementarity: float
    products: int
    opportunities: tuple[Opportunity, ...]


def by_product(path: Path, pair: tuple[Code, Code]) -> dict[tuple[Code, Code], ByProduct]:
    """What each could sell the other more of, by a table of flows by product; both directions.

    Raises ``NoAccess``, ``TooCoarse``, ``NotInPanel`` and the refusals of tables.
    """
    held = cube(_content(path))
    return {way: _of_way(held, *way) for way in (pair, pair[::-1])}


def _of_way(held: Cube, exporter: Code, importer: Code) -> ByProduct:
    found = opportunities(held, exporter, importer)
    at = held.place(exporter), held.place(importer)
    fits = measures.complementarity(held.flows.sum(1), held.flows.sum(0))
    intense = measures.intensity(held.flows.sum(2))
    return ByProduct(float(intense[at]), float(fits[at]), len(held.products), tuple(found))


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        raise NoAccess(f"{path}: {problem.strerror}.") from problem


def of_panel(panel: Panel, pair: tuple[Code, Code], year: int | None) -> Potential:
    """The same of a panel."""
    asked = year or _last(panel, pair)
    found = panel.of_year(asked)
    explaining = surest_first(estimate(found))
    expected = potential(found, pair, specifications(explaining))
    return Potential(asked, len(found.countries), len(found), tuple(expected), left_out(found.explained_by(explaining)))


def _last(panel: Panel, pair: tuple[Code, Code]) -> int:
    own = np.isin(panel.exporters, pair) & np.isin(panel.importers, pair) & (panel.exporters != panel.importers)
    if not own.any():
        raise NotInPanel(f"No flow between {pair[0]} and {pair[1]} is held in any year.")
    return int(panel.years[own].max())


def surest_first(fit: Fit) -> tuple[str, ...]:
    """The covariates that the effects of exporter and importer leave something of, the surest coefficient first."""
    sureness = np.abs(fit.coefficients) / np.maximum(fit.errors, 1e-300)
    return tuple(fit.names[at] for at in np.argsort(-sureness))


def specifications(covariates: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """What is tried: all covariates, each but the first left out in turn, and the first alone: one covariate can
    decide the answer, so that the range is shown."""
    told = {"all covariates": covariates}
    if len(covariates) > 1:
        told |= {f"without {name}": tuple(one for one in covariates if one != name) for name in covariates[1:]}
        told[f"{covariates[0]} alone"] = covariates[:1]
    return told
