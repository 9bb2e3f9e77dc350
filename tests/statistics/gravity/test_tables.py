import numpy as np
import pytest

from comity.errors import BadNumber, EmptyTable, NegativeValue, UnknownTable
from comity.statistics.gravity import tables

TABLE = "iso_o,iso_d,year,trade,dist,contig,pair_id\nROM,kaz,2019,5,3000,0,1\nKAZ,ROM,2019,7,3000,1,1\n"


def test_columns_are_known_by_their_usual_names() -> None:
    panel = tables.panel(TABLE.encode())
    assert panel.exporters.tolist() == ["ROU", "KAZ"]
    assert panel.flows.tolist() == [5.0, 7.0]
    assert list(panel.covariates) == ["contig"]


def test_a_distance_is_taken_as_its_logarithm() -> None:
    panel = tables.panel(TABLE.encode(), ["dist"])
    assert panel.covariates["log dist"].tolist() == np.log([3000.0, 3000.0]).tolist()


@pytest.mark.parametrize(
    ("old", "new", "refusal"),
    [
        ("trade", "turnover", UnknownTable),
        (",5,", ",-5,", NegativeValue),
        (",5,", ",five,", BadNumber),
        ("3000,0", "0,0", BadNumber),
        ("contig", "border", UnknownTable),
    ],
)
def test_bad_columns_are_refused(old: str, new: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        tables.panel(TABLE.replace(old, new).encode(), ["dist", "contig"])


def test_a_table_without_rows_is_refused() -> None:
    with pytest.raises(EmptyTable):
        tables.panel(b"iso_o,iso_d,year,trade\n")
