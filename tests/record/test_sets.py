"""Sets of keys are taken in parts whose sizes recur."""

import pytest

from comity.record.sets import parts


@pytest.mark.parametrize(
    ("count", "sizes"), [(0, []), (1, [1]), (3, [4]), (5, [8]), (512, [512]), (513, [512, 1]), (1500, [512, 512, 512])]
)
def test_parts_are_powers_of_two_and_hold_every_key(count: int, sizes: list[int]) -> None:
    keys = [f"{number:04}" for number in range(count)]
    found = list(parts([*keys, *keys]))
    assert [len(part) for part in found] == sizes
    assert {key for part in found for key in part} == set(keys)
