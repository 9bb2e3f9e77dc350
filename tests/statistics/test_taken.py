from collections import Counter

from comity.series import Observation
from comity.statistics.taken import once


def seen(value: float, vintage: str = "2024") -> Observation:
    return Observation(
        "KAZ", "ARM", "exports", "fob", "", "TOTAL", "", "2023", value, "USD", vintage, "release", "bns", "made"
    )


def test_two_releases_of_a_cell_stand_beside_each_other() -> None:
    assert len(once([seen(1), seen(2, "2025")], Counter()).observations) == 2


def test_of_two_values_in_one_release_neither_is_taken() -> None:
    found = once([seen(1), seen(2)], Counter())
    assert found.observations == ()
    assert found.refused[0].detail == "KAZ, exports with ARM, TOTAL, 2023: 1, 2."


def test_the_same_value_twice_counts_once_and_is_told() -> None:
    found = once([seen(1), seen(1)], Counter())
    assert (len(found.observations), found.skipped["given twice"]) == (1, 1)
