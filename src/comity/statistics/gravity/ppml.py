"""Poisson pseudo-maximum likelihood with fixed effects (Santos Silva and Tenreyro 2006; Correia, Guimaraes and Zylkin
2020, "Fast Poisson estimation with high-dimensional fixed effects", Stata Journal 20).

Iteratively reweighted least squares, in which the effects are taken out of the columns at each step. Rows for which no
estimate exists are left out beforehand: those of an effect whose flows are all nought, and those that the covariates
separate (the iterative rectifier of Correia, Guimaraes and Zylkin 2019, arXiv:1903.01633).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from comity.errors import EmptyPanel, NegativeValue, NotEstimated
from comity.statistics.gravity.effects import Array, Effects

_MOST_STEPS = 200
_CLOSE = 1e-12
_INNER = 1e-10
# A covariate of whose variation the effects leave less than this is none.
_LEFT = 1e-8
_SEPARATED = 1e-5
Kept = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Fit:
    """An estimate.

    names, coefficients, errors: of the covariates that were estimated, (k,); `covariance` (k, k)
    omitted: covariates that the effects explain
    kept:    (n,) which rows were used; the others are separated: their flows are nought whatever the coefficients
    fitted:  (n,) expected flows, nought where a row was not used
    effects: (levels,) in the numbering of `dimensions`
    """

    names: tuple[str, ...]
    coefficients: Array
    covariance: Array
    omitted: tuple[str, ...]
    kept: Kept
    fitted: Array
    effects: Array
    dimensions: Effects

    @property
    def errors(self) -> Array:
        """Standard errors, (k,)."""
        found: Array = np.sqrt(np.diag(self.covariance))
        return found

    @property
    def rows(self) -> int:
        """How many rows were used."""
        return int(self.kept.sum())


def ppml(
    flows: Array,
    covariates: dict[str, Array],
    dimensions: Sequence[npt.NDArray[np.generic]],
    clusters: npt.NDArray[np.generic] | None = None,
) -> Fit:
    """Estimate flows (n,), nought or more, by covariates (n,) and effects of each of the (n,) dimensions.

    Errors are clustered by `clusters`, with the correction G / (G - 1); without them robust, with n / (n - 1).
    Raises ``EmptyPanel``, ``NegativeValue`` and ``NotEstimated``.
    """
    _checked(flows)
    matrix = np.column_stack([*covariates.values()]) if covariates else np.zeros((len(flows), 0))
    kept = _not_separated(flows, matrix, dimensions)
    if not kept.any() or not flows[kept].sum() > 0:
        raise EmptyPanel("No flow above nought is left to estimate by.")
    effects = Effects([dimension[kept] for dimension in dimensions])
    return _Estimate(flows[kept], matrix[kept], tuple(covariates), effects).fit(
        kept, None if clusters is None else clusters[kept]
    )


def _checked(flows: Array) -> None:
    if not len(flows):
        raise EmptyPanel("No row of flows.")
    if not np.isfinite(flows).all():
        raise NotEstimated("A flow is no number.")
    if (flows < 0).any():
        raise NegativeValue(f"{int((flows < 0).sum())} flows are below nought.")


class _Estimate:
    """The steps of one estimate, on the rows that are used."""

    def __init__(self, flows: Array, matrix: Array, names: tuple[str, ...], effects: Effects) -> None:
        self.flows, self.effects = flows, effects
        self.names, self.omitted, self.matrix = self._independent(matrix, names)
        # What the last step left of each column is where the next begins: weights change little.
        self._starts = [np.zeros(effects.size) for _ in range(self.matrix.shape[1] + 1)]

    def _independent(self, matrix: Array, names: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...], Array]:
        """The covariates that effects and earlier covariates leave something of."""
        ones, good = np.ones(len(self.flows)), []
        left: list[Array] = []
        for at in range(matrix.shape[1]):
            column = matrix[:, at]
            rest = column - self.effects.spread(self.effects.fitted(column, ones, np.zeros(self.effects.size), _INNER))
            if left:
                earlier = np.column_stack(left)
                rest = rest - earlier @ np.linalg.lstsq(earlier, rest, rcond=None)[0]
            if np.dot(rest, rest) > _LEFT * max(float(np.dot(column, column)), 1e-300):
                good.append(at)
                left.append(rest)
        told = tuple(names[at] for at in good)
        return told, tuple(name for name in names if name not in told), matrix[:, good]

    def fit(self, kept: Kept, clusters: npt.NDArray[np.generic] | None) -> Fit:
        """To convergence of the deviance."""
        expected = (self.flows + self.flows.mean()) / 2
        linear, deviance = np.log(expected), np.inf
        for _ in range(_MOST_STEPS):
            working = linear - 1 + self.flows / expected
            rest, columns, coefficients = self._regressed(working, expected)
            linear = working - rest
            expected = np.exp(np.clip(linear, -500, 500))
            before, deviance = deviance, _deviance(self.flows, expected)
            if abs(before - deviance) <= _CLOSE * max(0.1, deviance):
                break
        else:
            raise NotEstimated(f"No end after {_MOST_STEPS} steps.")
        fitted = np.zeros(len(kept))
        fitted[kept] = expected
        levels = self.effects.fitted(linear - self.matrix @ coefficients, expected, self._starts[-1], _INNER)
        return Fit(
            names=self.names,
            coefficients=coefficients,
            covariance=self._covariance(columns, expected, clusters),
            omitted=self.omitted,
            kept=kept,
            fitted=fitted,
            effects=levels,
            dimensions=self.effects,
        )

    def _regressed(self, working: Array, weights: Array) -> tuple[Array, Array, Array]:
        """What the regression leaves, the covariates without effects, and the coefficients."""
        columns = np.empty_like(self.matrix)
        for at in range(columns.shape[1]):
            columns[:, at] = self._without(self.matrix[:, at], weights, at)
        rest = self._without(working, weights, len(self._starts) - 1)
        weighted = columns * weights[:, None]
        coefficients = np.linalg.lstsq(weighted.T @ columns, weighted.T @ rest, rcond=None)[0].astype(np.float64)
        return rest - columns @ coefficients, columns, coefficients

    def _without(self, column: Array, weights: Array, at: int) -> Array:
        """A column without its effects."""
        self._starts[at] = self.effects.fitted(column, weights, self._starts[at], _INNER)
        found: Array = column - self.effects.spread(self._starts[at])
        return found

    def _covariance(self, columns: Array, expected: Array, clusters: npt.NDArray[np.generic] | None) -> Array:
        """The sandwich, by cluster or by row."""
        if not columns.shape[1]:
            return np.zeros((0, 0))
        bread = np.linalg.inv((columns * expected[:, None]).T @ columns)
        scores = columns * (self.flows - expected)[:, None]
        if clusters is not None:
            _, numbers = np.unique(clusters, return_inverse=True)
            numbers = numbers.reshape(-1)
            scores = np.column_stack([np.bincount(numbers, scores[:, at]) for at in range(scores.shape[1])])
        groups = len(scores)
        meat = scores.T @ scores * (groups / max(groups - 1, 1))
        found: Array = bread @ meat @ bread
        return found


def _deviance(flows: Array, expected: Array) -> float:
    positive = flows > 0
    logs = flows[positive] * np.log(flows[positive] / expected[positive])
    return float(2 * (logs.sum() - (flows - expected).sum()))


def _not_separated(flows: Array, matrix: Array, dimensions: Sequence[npt.NDArray[np.generic]]) -> Kept:
    """Which rows an estimate exists for."""
    kept = np.ones(len(flows), dtype=bool)
    while True:
        before = int(kept.sum())
        for dimension in dimensions:
            _, codes = np.unique(dimension, return_inverse=True)
            codes = codes.reshape(-1)
            traded = np.bincount(codes[kept], flows[kept], codes.max() + 1) > 0
            kept &= traded[codes]
        if int(kept.sum()) == before:
            break
    if kept.any() and (flows[kept] == 0).any():
        effects = Effects([dimension[kept] for dimension in dimensions])
        kept[np.flatnonzero(kept)[_rectified(flows[kept], matrix[kept], effects)]] = False
    return kept


def _rectified(flows: Array, matrix: Array, effects: Effects) -> Kept:
    """Which rows are separated: where some combination of covariates and effects is nought at every flow above nought,
    never below it, and above it in these rows."""
    nought = flows == 0
    weights = np.where(nought, 1.0, 1e6)
    wanted = nought.astype(float)
    for _ in range(_MOST_STEPS):
        found = _projected(wanted, weights, matrix, effects)
        found[~nought] = 0.0
        if np.abs(found - wanted).max() < _SEPARATED / 10:
            break
        raised = np.maximum(found, 0.0)
        raised[raised < _SEPARATED / 10] = 0.0
        if np.array_equal(raised, wanted):
            break
        wanted = raised
    separated: Kept = nought & (wanted > _SEPARATED)
    return separated


def _projected(wanted: Array, weights: Array, matrix: Array, effects: Effects) -> Array:
    """The fit of a weighted regression on covariates and effects."""
    none = np.zeros(effects.size)

    def without(column: Array) -> Array:
        found: Array = column - effects.spread(effects.fitted(column, weights, none, _INNER))
        return found

    rest = without(wanted)
    if matrix.shape[1]:
        columns = np.column_stack([without(matrix[:, at]) for at in range(matrix.shape[1])])
        root = np.sqrt(weights)
        rest = rest - columns @ np.linalg.lstsq(columns * root[:, None], rest * root, rcond=None)[0]
    found: Array = wanted - rest
    return found
