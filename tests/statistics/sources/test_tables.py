import contextlib
import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.errors import ComityError, MixedUnits, UnknownTable
from comity.statistics import maps
from comity.statistics.sources import comtrade, imts, tables, worldbank
from comity.statistics.taken import Release, Taken
from comity.terms.states import States
from comity.terms.table import Terms

DATA = Path(__file__).parent.parent / "data"
HEADER = "country,year,month,export,import_origin,import_consignment\n"
STATES = Terms().table(States)


def taken(text: str) -> Taken:
    return tables.read((HEADER + text).encode(), STATES, Release("2026-11-26"))


def test_kazakhstan_counts_its_trade_with_armenia(today: Release) -> None:
    found = tables.read((DATA / "kz_bns_armenia.csv").read_bytes(), STATES, today)
    latest = {
        (one.flow, one.period): one for one in found.observations if one.partner == "ARM" and one.dated == "release"
    }
    assert latest["turnover", "2023"].value == pytest.approx(103_673_489.1)
    assert latest["turnover", "2023"].vintage == "2024-07-25"
    assert latest["exports", "2022"].value == pytest.approx(28_048_904.52)
    assert found.refused == ()


def test_of_workbooks_without_a_day_the_later_holds_and_that_is_told(today: Release) -> None:
    found = tables.read((DATA / "kz_bns_armenia.csv").read_bytes(), STATES, today)
    turnover = [o.value for o in found.observations if (o.partner, o.flow, o.period) == ("ARM", "turnover", "2020")]
    assert turnover == [pytest.approx(14_235_047.99)]
    assert found.skipped["revised by a later release of this table"] > 0


def test_armenia_revised_its_exports_of_2023(today: Release) -> None:
    found = tables.read((DATA / "armstat_kazakhstan_vintages.csv").read_bytes(), STATES, today)

    def exports(vintage: str) -> float:
        rows = [o for o in found.observations if o.vintage == vintage and o.flow == "exports"]
        return sum(o.value for o in rows if o.period.startswith("2023")) / 1e6

    assert exports("2024-02") == pytest.approx(71.321, abs=0.001)
    assert exports("2025-02") == pytest.approx(79.846, abs=0.001)


def test_a_packed_table_is_unpacked(today: Release) -> None:
    packed = gzip.compress((HEADER + "Kazakhstan,2023,1,1.5,2,3\n").encode())
    assert [o.value for o in tables.read(packed, STATES, today).observations] == [1500, 2000, 3000]


def test_a_cell_given_twice_counts_once_and_is_told() -> None:
    found = taken("Iran,2023,1,1,,\nIslamic Republic of Iran,2023,1,1,,\n")
    assert (len(found.observations), found.skipped["given twice"]) == (1, 1)


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ("Kazakhstan,2023,1,1,,\nKazakhstan,2023,1,2,,", "cell_twice"),
        ("Ruritania,2023,1,1,,", "unknown_economy"),
        ("Kazakhstan,2023,13,1,,", "bad_period"),
        ("Kazakhstan,2023,1,-1,,", "negative_value"),
        ("Kazakhstan,2023,1,many,,", "bad_number"),
    ],
)
def test_a_bad_row_is_refused_by_name_and_is_no_figure(row: str, name: str) -> None:
    found = taken(row)
    assert [problem.name for problem in found.refused] == [name]
    assert found.observations == ()


def test_columns_no_map_describes_are_listed(today: Release) -> None:
    with pytest.raises(UnknownTable, match="who, knows"):
        tables.read(b"who,knows\n1,2\n", STATES, today)


def test_two_units_in_one_table_are_refused(today: Release) -> None:
    used = maps.named("baci").model_copy(update={"unit_column": "q"})
    with pytest.raises(MixedUnits):
        tables.read(b"t,i,j,k,v,q\n2023,398,51,0101,1,USD\n2023,398,51,0102,1,EUR\n", STATES, today, used)


READERS: tuple[Callable[[bytes, States, Release], Taken], ...] = (
    tables.read,
    comtrade.read,
    comtrade.read_rows,
    imts.read,
    imts.read_rows,
    imts.read_markup,
    worldbank.read,
)
STARTS = (b"", HEADER.encode(), b"t,i,j,k,v,q\n", b'{"data": [', b"[{},[", b"\x1f\x8b\x08", b"<D><Series>")


@given(
    st.sampled_from(READERS),
    st.sampled_from(STARTS),
    st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")),
)
def test_any_bytes_give_a_named_refusal_or_observations(
    reader: Callable[[bytes, States, Release], Taken], start: bytes, content: bytes
) -> None:
    with contextlib.suppress(ComityError):
        assert isinstance(reader(start + content, STATES, Release("2026-11-26")), Taken)


def test_the_two_congos_are_told_apart() -> None:
    found = taken('Congo,2023,1,1,,\n"Congo, Democratic Republic of the",2023,1,2,,\n')
    assert [one.partner for one in found.observations] == ["COG", "COD"]
