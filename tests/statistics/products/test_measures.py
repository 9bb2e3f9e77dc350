from pathlib import Path

import numpy as np
import pytest

from comity.statistics.products import measures
from comity.statistics.sources.tables import parsed

DATA = Path(__file__).parents[1] / "data"


def fixture() -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    _, rows = parsed((DATA / "rca_fixture_exports.csv").read_bytes())
    countries, sections = (sorted({row[name] for row in rows}) for name in ("Exporter Country ID", "Section ID"))
    found = np.zeros((len(countries), len(sections)))
    for row in rows:
        at = countries.index(row["Exporter Country ID"]), sections.index(row["Section ID"])
        found[at] += float(row["Trade Value"])
    order = sorted(range(len(sections)), key=lambda place: int(sections[place]))
    return found[:, order]


def test_advantage_is_that_of_py_economic_complexity() -> None:
    """The repository's own test: section 1 and section 9 over 226 countries."""
    found = measures.advantage(fixture())
    first, ninth = found[:, 0], found[:, 8]
    assert len(first) == 226
    assert first.mean() == pytest.approx(3.484895, abs=5e-7)
    assert first.std(ddof=1) == pytest.approx(8.261088, abs=5e-7)
    assert first.max() == pytest.approx(47.724923, abs=5e-7)
    assert ninth.mean() == pytest.approx(1.959028, abs=5e-7)
    assert ninth.max() == pytest.approx(75.963223, abs=5e-7)


def flows() -> np.ndarray[tuple[int, int, int], np.dtype[np.float64]]:
    found = np.random.default_rng(4).gamma(0.5, 10.0, (6, 6, 9))
    found[range(6), range(6)] = 0.0
    return found


def test_export_potential_adds_up_to_the_trade_of_each_pair() -> None:
    told = flows()
    assert measures.export_potential(told).sum(2) == pytest.approx(told.sum(2), rel=1e-12)


def test_ease_may_be_given() -> None:
    told = flows()
    assert measures.export_potential(told, np.zeros((6, 6))).sum() == 0


def test_intensity_is_even_where_all_trade_alike() -> None:
    """Nobody sells to itself, so that of four alike each buys a third of what another sells and a fourth of all."""
    assert measures.intensity(np.ones((4, 4)))[0, 1:] == pytest.approx([4 / 3, 4 / 3, 4 / 3])


def test_complementarity_runs_from_nothing_to_all() -> None:
    exports, imports = np.array([[1.0, 0.0], [0.0, 2.0]]), np.array([[5.0, 0.0], [0.0, 1.0]])
    assert measures.complementarity(exports, imports).tolist() == [[100.0, 0.0], [0.0, 100.0]]


def test_products_sold_by_the_same_are_near() -> None:
    exports = np.array([[9.0, 9.0, 0.1], [8.0, 7.0, 0.2], [0.1, 0.1, 9.0]])
    near = measures.proximity(exports)
    assert near[0, 1] == 1.0
    assert near[0, 2] == 0.0


def test_a_product_is_not_near_to_itself_unless_asked() -> None:
    exports = np.array([[9.0, 9.0, 0.1], [8.0, 7.0, 0.2], [0.1, 0.1, 9.0]])
    assert measures.density(exports)[2, 2] == 0.0
    assert measures.density(exports, itself=True)[2, 2] == 1.0


def test_who_sells_nothing_has_no_advantage() -> None:
    assert np.isnan(measures.advantage(np.array([[0.0, 0.0], [1.0, 2.0]]))[0]).all()
