"""How much two countries trade against what their other trade lets one expect: structural gravity, the pair left out.

Flows of one year are explained by covariates and an effect of each exporter and each importer (Anderson and van Wincoop
2003; Yotov, Piermartini, Monteiro and Larch 2016, "An Advanced Guide to Trade Policy Analysis"). There is no effect of
the pair, which would take up the gap that is asked for, and both directions of the pair are left out of the estimate.

What is expected adds up to what each country trades in all (Fally 2015): a flow can only be low or high *relative to
both countries' other trade*. It is no forecast, and its difference to the actual flow no promise. How far off such an
expectation usually is, is told by other pairs of like size that were left out in their turn (`interval`); the
bootstrap tells only how sure the expectation itself is, and is far too narrow for the flow.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from comity.errors import NotEstimated, NotInPanel
from comity.statistics.gravity.effects import Array
from comity.statistics.gravity.panel import Panel
from comity.statistics.gravity.ppml import Fit, ppml

FOLDS, CLASSES = 10, 5
LOW, HIGH = 0.1, 0.9
DRAWS = 60
SEED = 7


@dataclass(frozen=True)
class Expected:
    """Of one direction by one specification.

    actual, expected: the flow and its benchmark, the pair left out
    interval:  in which four of five flows of like expected size lie
    percentile: the share of pairs of like size, 0 to 100, whose ratio of actual to expected is lower
    benchmark: what the benchmark itself may be, four times in five, by drawing pairs anew
    """

    exporter: str
    importer: str
    specification: str
    actual: float
    expected: float
    interval: tuple[float, float]
    percentile: float
    benchmark: tuple[float, float]

    @property
    def ratio(self) -> float:
        """Actual to expected."""
        return self.actual / self.expected

    @property
    def standing(self) -> Literal["low", "usual", "high"]:
        """Where the flow lies among those of like expected size."""
        low, high = self.interval
        return "low" if self.actual < low else "high" if self.actual > high else "usual"


@dataclass(frozen=True)
class LeftOut:
    """Every flow of a panel with what was expected of it while its pair was left out, (n,); nan where its country had
    no other trade."""

    panel: Panel
    expected: Array

    @property
    def ratios(self) -> Array:
        """Actual to expected."""
        with np.errstate(divide="ignore", invalid="ignore"):
            found: Array = self.panel.flows / self.expected
        return found

    def like(self, expected: float) -> Array:
        """The ratios of the flows in the same fifth by what was expected of them."""
        known = np.isfinite(self.expected) & (self.expected > 0)
        edges = np.quantile(self.expected[known], np.linspace(0, 1, CLASSES + 1)[1:-1])
        own = int(np.searchsorted(edges, expected, side="right"))
        found: Array = self.ratios[known][np.searchsorted(edges, self.expected[known], side="right") == own]
        return found

    def interval(self, expected: float) -> tuple[float, float]:
        """In which four of five flows of such an expected size lie."""
        low, high = np.quantile(self.like(expected), [LOW, HIGH])
        return float(low * expected), float(high * expected)


def estimate(panel: Panel) -> Fit:
    """By exporter and importer, errors clustered by pair."""
    return ppml(panel.flows, dict(panel.covariates), [panel.exporters, panel.importers], panel.pairs)


def predicted(fit: Fit, panel: Panel) -> Array:
    """What is expected of rows that need not have been in the estimate, (n,); nan where a country was not."""
    covariates = [panel.covariates[name] * value for name, value in zip(fit.names, fit.coefficients, strict=True)]
    linear = np.sum(covariates, axis=0) if covariates else np.zeros(len(panel))
    begun = 0
    for levels, own in zip(fit.dimensions.levels, (panel.exporters, panel.importers), strict=True):
        places = np.clip(np.searchsorted(levels, own), 0, len(levels) - 1)
        effects = np.where(levels[places] == own, fit.effects[begun + places], np.nan)
        linear, begun = linear + effects, begun + len(levels)
    return np.exp(linear)


def left_out(panel: Panel, seed: int = SEED) -> LeftOut:
    """Each pair expected from the others, a tenth of the pairs at a time, drawn at random."""
    pairs, numbers = np.unique(panel.pairs, return_inverse=True)
    folds = (np.random.default_rng(seed).permutation(len(pairs)) % FOLDS)[numbers.reshape(-1)]
    expected = np.full(len(panel), np.nan)
    for fold in range(FOLDS):
        own = folds == fold
        if own.any() and not own.all():
            expected[own] = predicted(estimate(panel.of(~own)), panel.of(own))
    return LeftOut(panel, expected)


def potential(
    panel: Panel, pair: tuple[str, str], specifications: Mapping[str, Sequence[str]], seed: int = SEED
) -> list[Expected]:
    """Both directions by each specification, a name with its covariates; `panel` is of one year.

    Raises ``NotInPanel`` and ``NotEstimated``.
    """
    missing = set(pair) - panel.countries
    if missing:
        raise NotInPanel(f"{', '.join(sorted(missing))}: no flow of that year is held.")
    found: list[Expected] = []
    for name, covariates in specifications.items():
        explained = panel.explained_by(covariates)
        found += _of_pair(explained, pair, name, left_out(explained, seed), seed)
    return found


def _of_pair(panel: Panel, pair: tuple[str, str], name: str, others: LeftOut, seed: int) -> list[Expected]:
    own = np.isin(panel.exporters, pair) & np.isin(panel.importers, pair)
    if not own.any():
        raise NotInPanel(f"No row for {pair[0]} and {pair[1]}: what may explain their trade is not told.")
    rest, rows = panel.of(~own), panel.of(own)
    expected, draws = predicted(estimate(rest), rows), _drawn(rest, rows, seed)
    if not np.isfinite(expected).all():
        raise NotInPanel(f"{pair[0]} or {pair[1]} has no other trade above nought to reckon from.")
    return [
        Expected(
            exporter=str(rows.exporters[at]),
            importer=str(rows.importers[at]),
            specification=name,
            actual=float(rows.flows[at]),
            expected=float(expected[at]),
            interval=others.interval(float(expected[at])),
            percentile=percentile(others.like(float(expected[at])), float(rows.flows[at] / expected[at])),
            benchmark=(float(np.nanquantile(draws[:, at], LOW)), float(np.nanquantile(draws[:, at], HIGH))),
        )
        for at in range(len(rows))
    ]


def percentile(ratios: Array, own: float) -> float:
    """The share of ratios below one's own, 0 to 100; of those alike half."""
    return float(100 * ((ratios < own).mean() + (ratios == own).mean() / 2))


def _drawn(rest: Panel, rows: Panel, seed: int) -> Array:
    """What would be expected of rows had other pairs been drawn, (draws, rows)."""
    pairs, numbers = np.unique(rest.pairs, return_inverse=True)
    numbers = numbers.reshape(-1)
    chance = np.random.default_rng(seed)
    found = np.full((DRAWS, len(rows)), np.nan)
    for draw in range(DRAWS):
        times = np.bincount(chance.integers(0, len(pairs), len(pairs)), minlength=len(pairs))[numbers]
        again = np.repeat(np.arange(len(rest)), times)
        try:
            found[draw] = predicted(estimate(_rows(rest, again)), rows)
        except NotEstimated:
            continue
    return found


def _rows(panel: Panel, places: "np.ndarray[tuple[int], np.dtype[np.int64]]") -> Panel:
    """Rows by their places, as often as they are named."""
    return Panel(
        panel.exporters[places],
        panel.importers[places],
        panel.years[places],
        panel.flows[places],
        {name: column[places] for name, column in panel.covariates.items()},
    )
