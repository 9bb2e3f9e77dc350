import numpy as np
import pytest

from comity.errors import NotInPanel, TooCoarse
from comity.statistics.products.opportunities import Cube, cube_of, opportunities


@pytest.fixture
def cube() -> Cube:
    chance = np.random.default_rng(5)
    flows = chance.gamma(0.4, 10.0, (8, 8, 12))
    flows[range(8), range(8)] = 0.0
    return Cube(tuple("ABCDEFGH"), tuple(f"{code:04}" for code in range(12)), flows)


def test_the_largest_unrealised_potential_comes_first_each_with_its_reason(cube: Cube) -> None:
    found = opportunities(cube, "A", "B", most=5, fewest=10)
    assert found
    assert [one.unrealised for one in found] == sorted((one.unrealised for one in found), reverse=True)
    assert all(one.unrealised > 0 and one.demand > 0 for one in found)
    assert all(one.reason.startswith(("sold with advantage", "near to what")) for one in found)


def test_sections_are_too_coarse_to_advise_on(cube: Cube) -> None:
    with pytest.raises(TooCoarse, match="12 groups"):
        opportunities(cube, "A", "B")


def test_a_country_that_is_not_there_is_refused(cube: Cube) -> None:
    with pytest.raises(NotInPanel, match="Z is not among the 8"):
        opportunities(cube, "A", "Z", fewest=10)


def test_rows_told_twice_are_summed() -> None:
    cube = cube_of([("A", "B", "0101", 1.0), ("A", "B", "0101", 2.0), ("B", "A", "0202", 4.0)])
    assert cube.flows[0, 1].tolist() == [3.0, 0.0]
    assert cube.flows[1, 0].tolist() == [0.0, 4.0]
