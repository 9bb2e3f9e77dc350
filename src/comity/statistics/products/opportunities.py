"""Which goods one country could sell another more of: ranked, each with the reason.

An opportunity is a product in which the exporter has an advantage, or that lies near to what it sells with one, that
the importer buys from the world, and of which the two trade less than its supply, its demand and the ease of their
other trade make likely. It is a list to look into, not a forecast: what is gained in one cell is lost in others.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from comity.errors import BadNumber, NotInPanel, TooCoarse
from comity.statistics.gravity import tables
from comity.statistics.gravity.effects import Array
from comity.statistics.products import measures
from comity.statistics.sources.tables import parsed

# Fewer groups than these, such as the 21 sections of the HS, hold goods too different to advise on.
FEWEST_PRODUCTS = 100
ADVANTAGE = 1.0
NEAR = 0.5


@dataclass(frozen=True)
class Cube:
    """Flows by exporter, importer and product, (exporters, importers, products); one list of countries for both."""

    countries: tuple[str, ...]
    products: tuple[str, ...]
    flows: Array

    def place(self, country: str) -> int:
        """A country's number; raises ``NotInPanel``."""
        if country not in self.countries:
            raise NotInPanel(f"{country} is not among the {len(self.countries)} countries of the table.")
        return self.countries.index(country)


@dataclass(frozen=True)
class Opportunity:
    """A product: what is traded, what potential the measure gives, and why it is one."""

    product: str
    actual: float
    potential: float
    advantage: float
    density: float
    demand: float
    reason: str

    @property
    def unrealised(self) -> float:
        """What is not traded of the potential."""
        return max(self.potential - self.actual, 0.0)


def opportunities(
    cube: Cube, exporter: str, importer: str, most: int = 15, fewest: int = FEWEST_PRODUCTS
) -> list[Opportunity]:
    """The largest unrealised potentials first.

    Raises ``TooCoarse`` where there are fewer products than `fewest`, and ``NotInPanel``.
    """
    if len(cube.products) < fewest:
        raise TooCoarse(f"{len(cube.products)} groups of products; single goods need some {fewest} or more.")
    i, j = cube.place(exporter), cube.place(importer)
    exports = cube.flows.sum(1)
    advantage = np.nan_to_num(measures.advantage(exports))[i]
    density = measures.density(exports)[i]
    potential, demand = measures.export_potential(cube.flows)[i, j], cube.flows[:, j].sum(0)
    found = [
        Opportunity(
            product=product,
            actual=float(cube.flows[i, j, at]),
            potential=float(potential[at]),
            advantage=float(advantage[at]),
            density=float(density[at]),
            demand=float(demand[at]),
            reason=_reason(float(advantage[at]), float(density[at])),
        )
        for at, product in enumerate(cube.products)
        if advantage[at] >= ADVANTAGE or density[at] >= NEAR
    ]
    kept = [one for one in found if one.unrealised > 0 and one.demand > 0]
    return sorted(kept, key=lambda one: (-one.unrealised, one.product))[:most]


def _reason(advantage: float, density: float) -> str:
    if advantage >= ADVANTAGE:
        return f"sold with advantage already (RCA {advantage:.1f})"
    return f"near to what is sold with advantage (density {density:.2f})"


# What the columns of trade by product are called.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "exporter": ("exporter", "i", "origin", "iso_o", "reporter"),
    "importer": ("importer", "j", "destination", "iso_d", "partner"),
    "product": ("product", "k", "hs4", "hs6", "cmdcode"),
    "value": ("value", "v", "trade", "euros", "primaryvalue"),
}


def cube(content: bytes) -> Cube:
    """A cube of a table of flows by product, CSV, packed or not; several years are summed.

    Raises ``UnknownTable`` where a column is missing, ``BadNumber``, and the refusals of files.
    """
    header, rows = parsed(content)
    names = {part: tables.named(header, part, known) for part, known in COLUMNS.items()}
    try:
        return cube_of(
            [
                (
                    tables.letters(row[names["exporter"]]),
                    tables.letters(row[names["importer"]]),
                    row[names["product"]].strip(),
                    float(row[names["value"]]),
                )
                for row in rows
            ]
        )
    except (KeyError, ValueError) as problem:
        raise BadNumber(f"Column {names['value']}: {str(problem)[:100]}.") from problem


def cube_of(rows: Sequence[tuple[str, str, str, float]]) -> Cube:
    """A cube of (exporter, importer, product, value) rows; what is told twice is summed."""
    countries = tuple(sorted({name for row in rows for name in row[:2]}))
    products = tuple(sorted({row[2] for row in rows}))
    place, kind = ({name: at for at, name in enumerate(names)} for names in (countries, products))
    flows = np.zeros((len(countries), len(countries), len(products)))
    for exporter, importer, product, value in rows:
        flows[place[exporter], place[importer], kind[product]] += value
    return Cube(countries, products, flows)
