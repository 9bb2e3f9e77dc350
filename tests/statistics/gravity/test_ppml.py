"""Published estimates, to the digits told; the data may be kept in the project (see the README beside them)."""

import gzip
from pathlib import Path

import numpy as np
import pytest

from comity.errors import EmptyPanel, NegativeValue, NotEstimated
from comity.statistics.gravity import tables
from comity.statistics.gravity.ppml import ppml
from comity.statistics.sources.tables import parsed

DATA = Path(__file__).parents[1] / "data" / "gravity"
ONE, OTHER = np.array(["a", "a", "b", "b"]), np.array(["c", "d", "c", "d"])

# Stata's ppmlhdfe on the sample of gegravity, from that package's documentation: coefficient and robust error.
STATA = {
    "lndist": (-0.3898623, 0.0729915),
    "contiguity": (0.891577, 0.1327354),
    "common_language": (0.0326249, 0.0840702),
    "pta": (0.4711383, 0.1076578),
    "international": (-3.412584, 0.2151235),
}


def test_the_sample_of_gegravity_gives_what_stata_gives() -> None:
    panel = tables.panel((DATA / "gegravity_sample_2006.csv").read_bytes(), list(STATA))
    fit = ppml(panel.flows, dict(panel.covariates), [panel.exporters, panel.importers])
    assert fit.rows == 900
    for name, coefficient, error in zip(fit.names, fit.coefficients, fit.errors, strict=True):
        assert coefficient == pytest.approx(STATA[name][0], abs=6e-7), name
        assert error == pytest.approx(STATA[name][1], abs=6e-8), name


def test_what_is_fitted_adds_up_to_what_each_country_trades() -> None:
    panel = tables.panel((DATA / "gegravity_sample_2006.csv").read_bytes(), list(STATA))
    fit = ppml(panel.flows, dict(panel.covariates), [panel.exporters, panel.importers])
    assert fit.dimensions.sums(fit.fitted) == pytest.approx(fit.dimensions.sums(panel.flows), rel=1e-6)


@pytest.mark.parametrize("number", range(1, 19))
def test_rows_without_an_estimate_are_found(number: int) -> None:
    """The separation cases of ppmlhdfe; `separated` says which rows."""
    header, rows = parsed((DATA / "separation" / f"{number:02}.csv").read_bytes())
    flows = np.array([float(row["y"]) for row in rows])
    covariates = {name: np.array([float(row[name]) for row in rows]) for name in header if name.startswith("x")}
    effects = [np.array([row[name] for row in rows]) for name in header if name.startswith("id")]
    fit = ppml(flows, covariates, effects or [np.zeros(len(rows))])
    if "separated" in header:
        assert (~fit.kept).tolist() == [row["separated"] == "1" for row in rows]


def test_a_covariate_that_effects_explain_is_left_out_and_told() -> None:
    fit = ppml(np.array([1.0, 2.0, 3.0, 5.0]), {"same": np.array([1.0, 1.0, 2.0, 2.0])}, [ONE])
    assert (fit.names, fit.omitted) == ((), ("same",))


def test_what_cannot_be_estimated_is_refused() -> None:
    with pytest.raises(EmptyPanel):
        ppml(np.array([]), {}, [np.array([])])
    with pytest.raises(EmptyPanel):
        ppml(np.zeros(4), {}, [ONE, OTHER])
    with pytest.raises(NegativeValue):
        ppml(np.array([1.0, -2.0, 3.0, 4.0]), {}, [ONE, OTHER])
    with pytest.raises(NotEstimated):
        ppml(np.array([1.0, np.nan, 3.0, 4.0]), {}, [ONE, OTHER])


@pytest.fixture(scope="module")
def guide() -> dict[str, np.ndarray[tuple[int], np.dtype[np.float64]] | np.ndarray[tuple[int], np.dtype[np.str_]]]:
    """Columns of the panel of the Advanced Guide, every fourth year from 1986."""
    header, rows = parsed(gzip.decompress((DATA / "agtpa_applications.csv.gz").read_bytes()))
    kept = [row for row in rows if row["year"] in ("1986", "1990", "1994", "1998", "2002", "2006")]
    words = ("exporter", "importer", "year", "pair_id")
    return {
        name: np.array([row[name] for row in kept]) if name in words else np.array([float(row[name]) for row in kept])
        for name in header
    }


# Yotov, Piermartini, Monteiro and Larch 2016, chapter 1: traditional gravity by PPML with effects, and an RTA's effect.
def test_the_advanced_guide_is_reproduced(guide: dict[str, np.ndarray[tuple[int], np.dtype[np.float64]]]) -> None:
    abroad = guide["exporter"] != guide["importer"]
    sides = [np.char.add(guide[side].astype(str), guide["year"].astype(str)) for side in ("exporter", "importer")]
    names = {"log dist": np.log(guide["dist"]), **{name: guide[name] for name in ("cntg", "lang", "clny")}}
    fit = ppml(
        guide["trade"][abroad],
        {name: column[abroad] for name, column in names.items()},
        [side[abroad] for side in sides],
        guide["pair_id"][abroad],
    )
    assert fit.rows == 28_152
    assert fit.coefficients.round(3).tolist() == [-0.841, 0.437, 0.247, -0.222]
    three = ppml(guide["trade"], {"rta": guide["rta"]}, [*sides, guide["pair_id"]], guide["pair_id"])
    assert three.rows == 28_482
    assert three.coefficients.round(3).tolist() == [0.557]
