import numpy as np

from comity.run.potential import of_panel, specifications, surest_first
from comity.statistics.gravity.panel import Panel
from comity.statistics.gravity.potential import estimate


def made() -> Panel:
    """Ten countries on a line: trade falls with distance, half of it by chance; a second covariate says nothing."""
    chance = np.random.default_rng(2)
    names = np.array([f"{letter}AA" for letter in "ABCDEFGHIJ"])
    sellers, buyers = np.meshgrid(np.arange(10), np.arange(10), indexing="ij")
    apart = (sellers != buyers).reshape(-1)
    sellers, buyers = sellers.reshape(-1)[apart], buyers.reshape(-1)[apart]
    distance = np.log(1.0 + np.abs(sellers - buyers))
    return Panel(
        exporters=names[sellers],
        importers=names[buyers],
        years=np.full(90, 2020),
        flows=np.exp(5 - 1.5 * distance) * chance.gamma(4, 0.25, 90),
        covariates={"noise": chance.normal(size=90), "size": sellers.astype(float), "distance": distance},
    )


def test_the_surest_covariate_comes_first_and_what_effects_explain_is_left_out() -> None:
    assert surest_first(estimate(made())) == ("distance", "noise")


def test_every_covariate_but_the_surest_is_left_out_in_turn() -> None:
    assert specifications(("distance", "border", "language")) == {
        "all covariates": ("distance", "border", "language"),
        "without border": ("distance", "language"),
        "without language": ("distance", "border"),
        "distance alone": ("distance",),
    }


def test_both_directions_are_told_by_each_specification() -> None:
    found = of_panel(made(), ("AAA", "BAA"), None)
    assert found.year == 2020
    assert len(found.expected) == 6
    assert {(one.exporter, one.importer) for one in found.expected} == {("AAA", "BAA"), ("BAA", "AAA")}
