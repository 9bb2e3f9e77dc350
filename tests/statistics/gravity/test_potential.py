from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from comity.errors import NotInPanel
from comity.statistics.gravity import tables
from comity.statistics.gravity.panel import Panel
from comity.statistics.gravity.potential import LeftOut, estimate, left_out, percentile, potential, predicted

DATA = Path(__file__).parents[1] / "data" / "gravity"
EXPLAINING = ["lndist", "contiguity", "common_language", "pta"]
PANELS = {
    "agtpa_applications.csv.gz": (2006, ["dist", "cntg", "lang", "clny"]),
    "ppmlhdfe_trade_fta_2004.csv.gz": (2004, ["ln_distw", "contig", "colony", "comlang_off", "comleg", "fta"]),
}


@pytest.fixture(scope="module")
def sample() -> Panel:
    content = (DATA / "gegravity_sample_2006.csv").read_bytes()
    return tables.panel(content, [*EXPLAINING, "international"])


def between(panel: Panel, seller: str, buyer: str) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    found: np.ndarray[tuple[int], np.dtype[np.bool_]] = (panel.exporters == seller) & (panel.importers == buyer)
    return found


def test_a_flow_left_out_is_expected_as_by_other_programs(sample: Panel) -> None:
    """GBR to AUS left out of the sample with domestic flows: 3547.89 by pyfixest 0.60."""
    own = between(sample, "GBR", "AUS")
    assert predicted(estimate(sample.of(~own)), sample.of(own)) == pytest.approx([3547.89], abs=0.005)


def test_both_directions_of_a_pair_are_left_out(sample: Panel) -> None:
    panel = sample.of_year(2006).explained_by(EXPLAINING)
    own = between(panel, "GBR", "AUS") | between(panel, "AUS", "GBR")
    found = potential(panel, ("AUS", "GBR"), {"all": EXPLAINING})
    alone = predicted(estimate(panel.of(~own)), panel.of(own))
    assert [one.expected for one in found] == pytest.approx(alone.tolist())
    multiplied = replace(panel, flows=np.where(own, panel.flows * 1000, panel.flows))
    assert [one.expected for one in potential(multiplied, ("AUS", "GBR"), {"all": EXPLAINING})] == pytest.approx(
        alone.tolist()
    )


def test_the_bootstrap_is_narrower_than_where_flows_lie(sample: Panel) -> None:
    first, _ = potential(sample.of_year(2006), ("AUS", "GBR"), {"all": EXPLAINING})
    assert first.benchmark[1] - first.benchmark[0] < first.interval[1] - first.interval[0]
    assert first.benchmark[0] < first.expected < first.benchmark[1]


@pytest.mark.parametrize("name", PANELS)
def test_the_interval_holds_four_of_five_pairs_that_did_not_make_it(name: str) -> None:
    """One half of the pairs, drawn at random, makes the interval, the other is tried, and the other way round."""
    year, explaining = PANELS[name]
    panel = tables.panel((DATA / name).read_bytes(), explaining).of_year(year)
    told = left_out(panel)
    pairs, numbers = np.unique(panel.pairs, return_inverse=True)
    half = (np.random.default_rng(3).permutation(len(pairs)) % 2)[numbers.reshape(-1)]
    inside = []
    for side in (0, 1):
        makes = LeftOut(panel.of(half == side), told.expected[half == side])
        tried = half != side
        for expected, flow in zip(told.expected[tried], panel.flows[tried], strict=True):
            low, high = makes.interval(float(expected))
            inside.append(low <= flow <= high)
    assert 0.75 <= np.mean(inside) <= 0.88


def test_the_same_seed_gives_the_same(sample: Panel) -> None:
    panel = sample.of_year(2006).explained_by(EXPLAINING)
    assert left_out(panel, 3).expected.tolist() == left_out(panel, 3).expected.tolist()


def test_those_alike_count_half() -> None:
    assert percentile(np.array([1.0, 2.0, 2.0, 3.0]), 2.0) == 50.0


def test_who_does_not_trade_is_refused(sample: Panel) -> None:
    panel = sample.of_year(2006)
    with pytest.raises(NotInPanel, match="XXX"):
        potential(panel, ("AUS", "XXX"), {"all": EXPLAINING})
    only = panel.of(~between(panel, "AUS", "GBR") & ~between(panel, "GBR", "AUS"))
    with pytest.raises(NotInPanel, match="No row"):
        potential(only, ("AUS", "GBR"), {"all": EXPLAINING})
    silent = replace(panel, flows=np.where(panel.exporters == "AUS", 0.0, panel.flows))
    with pytest.raises(NotInPanel, match="no other trade"):
        potential(silent, ("AUS", "GBR"), {"all": EXPLAINING})
