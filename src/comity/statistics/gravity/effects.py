"""Fixed effects of any number of dimensions, taken out of columns by weighted least squares.

The normal equations of the effects alone are solved by conjugate gradients with a diagonal preconditioner, as the
matrix is sparse and is never made (Correia 2017, "Linear models with high-dimensional fixed effects"; Guimaraes and
Portugal 2010). They are singular by one for each dimension after the first, which conjugate gradients do not mind.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
Codes = npt.NDArray[np.int64]

_MOST_STEPS = 2000


class Effects:
    """Which effect each of n rows has in each dimension; effects are numbered through all dimensions."""

    def __init__(self, dimensions: Sequence[npt.NDArray[np.generic]]) -> None:
        self.codes: list[Codes] = []
        self.levels: list[npt.NDArray[np.generic]] = []
        offset = 0
        for dimension in dimensions:
            levels, codes = np.unique(dimension, return_inverse=True)
            self.levels.append(levels)
            self.codes.append(codes.reshape(-1).astype(np.int64) + offset)
            offset += len(levels)
        self.size = offset

    def sums(self, values: Array) -> Array:
        """(effects,): the sum of (n,) values over the rows of each effect."""
        found = np.zeros(self.size)
        for codes in self.codes:
            found += np.bincount(codes, values, self.size)
        return found

    def spread(self, effects: Array) -> Array:
        """(n,): the sum of each row's effects."""
        found = np.zeros(len(self.codes[0]))
        for codes in self.codes:
            found += effects[codes]
        return found

    def fitted(self, column: Array, weights: Array, start: Array, tolerance: float) -> Array:
        """(effects,): those that fit a (n,) column best, by weights, from a start; to a relative tolerance."""
        scale = 1 / np.maximum(self.sums(weights), 1e-300)
        wanted = self.sums(weights * column)
        found = start.copy()
        rest = wanted - self.sums(weights * self.spread(found))
        limit = tolerance * max(float(np.sqrt(np.dot(wanted, scale * wanted))), 1e-300)
        eased = scale * rest
        way, size = eased.copy(), float(np.dot(rest, eased))
        for _ in range(_MOST_STEPS):
            if size**0.5 <= limit:
                break
            turned = self.sums(weights * self.spread(way))
            step = size / float(np.dot(way, turned))
            found += step * way
            rest -= step * turned
            eased = scale * rest
            size, before = float(np.dot(rest, eased)), size
            way = eased + size / before * way
        return found
