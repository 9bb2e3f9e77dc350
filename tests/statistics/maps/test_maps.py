import pytest

from comity.errors import BadMap, UnknownMap, WrongScale
from comity.statistics import maps

OWN = """
name = "own"
source = "own"
licence = "made"
recognised_by = ["who", "year", "sold_musd"]
reporter = "KAZ"
partner_column = "who"
year_column = "year"
unit = "USD"
scale = 1e6
[columns.sold_musd]
flow = "exports"
"""


def test_a_table_is_recognised_by_its_header() -> None:
    found = maps.recognise(["t", "i", "j", "k", "v", "q"])
    assert found is not None
    assert found.name == "baci"
    assert maps.recognise(["who", "knows"]) is None


def test_a_map_of_ones_own_is_taken() -> None:
    assert maps.given(OWN.encode()).scale == 1e6


def test_a_scale_that_the_header_contradicts_is_refused() -> None:
    with pytest.raises(WrongScale):
        maps.given(OWN.replace("1e6", "1000").encode())


@pytest.mark.parametrize("content", [b"name = ", b"\xff", OWN.replace("year_column", "yere").encode(), b"a = 1"])
def test_a_bad_map_is_refused(content: bytes) -> None:
    with pytest.raises(BadMap):
        maps.given(content)


def test_an_unknown_map_is_refused_with_those_known() -> None:
    with pytest.raises(UnknownMap, match="baci"):
        maps.named("nowhere")
