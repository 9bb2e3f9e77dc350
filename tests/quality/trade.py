"""Published measures on data that may not enter the project: ``python -m tests.quality.trade FOLDER``.

FOLDER is ``data/trade`` of the shared folder: exports by 21 sections (BACI), and the trade of 15 members of the
European Union by 20 products. Prints what is found beside what is known, and gives 1 where one is off.
"""

import sys
from pathlib import Path

import numpy as np

from comity.errors import TooCoarse
from comity.statistics.gravity.ppml import ppml
from comity.statistics.products import measures
from comity.statistics.products.opportunities import Cube, cube_of, opportunities
from comity.statistics.sources.tables import parsed

SECTIONS = "products/baci_exports_226c_21sections_2019_2021.csv"
UNION = "products/eu15_bilateral_20products_2007_2016.csv.gz"
YEARS = ("2012", "2013", "2014", "2015", "2016")


def densities(folder: Path) -> list[tuple[str, float, float]]:
    """Armenia's sections 1 to 5, as py-ecomplexity gives them."""
    _, rows = parsed((folder / SECTIONS).read_bytes())
    countries = sorted({row["Country ID"] for row in rows})
    exports = np.zeros((len(countries), 21))
    for row in rows:
        exports[countries.index(row["Country ID"]), int(row["Section ID"]) - 1] += float(row["Trade Value"])
    found = measures.density(exports, itself=True)[countries.index("asarm")]
    known = (0.563, 0.570, 0.420, 0.515, 0.627)
    return [(f"density of Armenia, section {at + 1}", float(found[at]), value) for at, value in enumerate(known)]


def union(folder: Path) -> Cube:
    """Flows of the five years."""
    _, rows = parsed((folder / UNION).read_bytes())
    return cube_of(
        [
            (row["Origin"], row["Destination"], row["Product"], float(row["Euros"]))
            for row in rows
            if row["Year"] in YEARS
        ]
    )


def example_of_fixest(folder: Path) -> list[tuple[str, float, float]]:
    """The first estimate of the documentation of R's fixest: effects of origin, destination, product and year."""
    _, rows = parsed((folder / UNION).read_bytes())
    kept = [row for row in rows if row["Origin"] != row["Destination"]]
    flows, distances = (np.array([float(row[name]) for row in kept]) for name in ("Euros", "dist_km"))
    effects = [np.array([row[name] for row in kept]) for name in ("Origin", "Destination", "Product", "Year")]
    fit = ppml(flows, {"log dist": np.log(distances)}, effects, effects[2])
    return [("log distance, fixest's example", float(fit.coefficients[0]), -1.52787)]


def of_union(cube: Cube) -> list[tuple[str, float, float]]:
    """Complementarity, intensity, and that potential adds up."""
    total, apart = cube.flows.sum(2), ~np.eye(len(cube.countries), dtype=bool)
    fits = measures.complementarity(cube.flows.sum(1), cube.flows.sum(0))[apart]
    likely = measures.export_potential(cube.flows)
    return [
        ("least complementarity", float(fits.min()), 47.5),
        ("greatest complementarity", float(fits.max()), 87.9),
        ("intensity, Portugal to Spain", float(measures.intensity(total)[cube.place("PT"), cube.place("ES")]), 9.09),
        ("unrealised share", float(np.maximum(likely - cube.flows, 0).sum() / total.sum()), 0.151),
        ("off in adding up", float(np.abs(likely.sum(2) - total).max() / total.max()), 0.0),
    ]


def main(folder: Path) -> int:
    """Print all, and the first opportunities of Portugal in Germany."""
    cube = union(folder)
    rows = [*densities(folder), *of_union(cube), *example_of_fixest(folder)]
    for name, found, known in rows:
        sys.stdout.write(f"{name}: {found:.6g}, known {known:.6g}\n")
    for one in opportunities(cube, "PT", "DE", most=3, fewest=20):
        sys.stdout.write(f"Portugal to Germany, product {one.product}: {one.unrealised / 1e6:.0f} m, {one.reason}\n")
    try:
        opportunities(cube, "PT", "DE")
    except TooCoarse as refusal:
        sys.stdout.write(f"as it should, {refusal.name}: {refusal.detail}\n")
    wrong = [name for name, found, known in rows if abs(found - known) > max(0.002 * abs(known), 1e-9) + 0.0005]
    sys.stdout.write(f"off: {wrong}\n")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
