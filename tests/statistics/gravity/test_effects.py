import numpy as np
import pytest

from comity.statistics.gravity.effects import Effects


def test_effects_are_those_of_a_regression_on_dummies() -> None:
    chance = np.random.default_rng(1)
    sides = [chance.integers(0, 5, 60), chance.integers(0, 4, 60), chance.integers(0, 7, 60)]
    column, weights = chance.normal(size=60), chance.uniform(0.5, 2, 60)
    effects = Effects(sides)
    found = effects.spread(effects.fitted(column, weights, np.zeros(effects.size), 1e-12))
    dummies = np.column_stack([side == level for side in sides for level in np.unique(side)]).astype(float)
    root = np.sqrt(weights)
    known = dummies @ np.linalg.lstsq(dummies * root[:, None], column * root, rcond=None)[0]
    assert found == pytest.approx(known)


def test_sums_are_by_effect() -> None:
    effects = Effects([np.array(["a", "b", "a"])])
    assert effects.sums(np.array([1.0, 2.0, 3.0])).tolist() == [4.0, 2.0]
