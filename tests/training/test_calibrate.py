import numpy as np
import pytest

from training.calibrate import best, calibration_error, logistic


def test_weights_follow_what_is_right() -> None:
    chance = np.random.default_rng(3)
    told = np.stack([chance.normal(size=4000), chance.normal(size=4000), np.ones(4000)], 1)
    right = chance.random(4000) < 1 / (1 + np.exp(-(2 * told[:, 0] - 1)))
    weights = logistic(told, right)
    assert weights == pytest.approx([2, 0, -1], abs=0.2)


def test_of_what_is_worth_as_much_the_one_that_leaves_most_to_the_rules_is_taken() -> None:
    assert best(lambda vouched, doubted: 1.0) == {"vouched": 0.0, "doubted": 1.01}
    assert best(lambda vouched, doubted: float(vouched >= 0.3 and doubted <= 0.64)) == {"vouched": 0.3, "doubted": 0.64}


def test_what_comes_as_often_as_told_has_no_calibration_error() -> None:
    chance = np.array([0.25] * 4 + [0.75] * 4)
    right = np.array([1, 0, 0, 0, 1, 1, 1, 0], dtype=float)
    assert calibration_error(chance, right) == pytest.approx(0)
    assert calibration_error(chance, 1 - right) == pytest.approx(0.5)
