import pytest

from comity.rounding import Value, told_value
from comity.statistics.checking.parts import base
from tests.statistics.checking.made import growth


def test_the_base_lies_between_what_both_roundings_allow() -> None:
    found = base(told_value(53.1e6), Value(1.231, "exact", 0.001))
    assert found.number - found.unit == pytest.approx(53.0e6 / 1.232)
    assert found.number + found.unit == pytest.approx(53.2e6 / 1.230)


def test_a_fall_by_half_has_a_base_twice_as_high() -> None:
    assert base(told_value(50e6), growth(-50)).number == pytest.approx(100e6, rel=0.05)
