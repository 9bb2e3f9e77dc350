import csv
import io
import sys
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from operator import itemgetter
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet
import pytest
from sqlalchemy import Connection

from comity.errors import NotInstalled, TooManyRows
from comity.exchange import sheets
from comity.exchange.columns import TABLES, Cell, Column, Table
from comity.record.dump import Scope

# What these tables tell does not come from a record.
NONE: Any = None


def table(*cells: Cell, type: Any = "text", times: int = 1) -> Table[Any]:
    columns = tuple(Column(f"c{place}", type, itemgetter(place)) for place in range(len(cells)))

    def things(db: Connection, scope: Scope) -> Iterator[tuple[Cell, ...]]:
        return (cells for _ in range(times))

    return Table(columns, things)


@pytest.mark.parametrize("first", "=+-@\t\r\n＝＋－＠")
def test_a_text_that_a_spreadsheet_would_run_gets_an_apostrophe(first: str) -> None:
    out = io.StringIO()
    sheets.write_csv(table(f"{first}cmd", f"a{first}", -5, -0.5, True, None, ("=a", "b")), NONE, Scope(), out)
    assert list(csv.reader(io.StringIO(out.getvalue(), newline="")))[1] == [
        f"'{first}cmd", f"a{first}", "-5", "-0.5", "true", "", "'=a; b",
    ]  # fmt: skip


def test_a_folder_and_a_zip_hold_the_same_tables(told: Connection, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    folder.mkdir()
    sheets.write_csv_folder(told, Scope(), folder, TABLES)
    packed = io.BytesIO()
    sheets.write_csv_zip(told, Scope(), packed, TABLES)
    with zipfile.ZipFile(packed) as pack:
        assert {name: pack.read(name) for name in pack.namelist()} == {
            path.name: path.read_bytes() for path in folder.iterdir()
        }
    assert sorted(path.stem for path in folder.iterdir()) == sorted(TABLES)


def read_back(told: Connection, *names: str) -> Any:
    out = io.BytesIO()
    sheets.write_xlsx(told, Scope(), out, {name: TABLES[name] for name in names})
    return openpyxl.load_workbook(out)


def test_a_workbook_has_a_sheet_a_table_with_a_frozen_header(told: Connection) -> None:
    book = read_back(told, "matters", "encounters")
    assert (book.sheetnames, book["matters"].freeze_panes) == (["matters", "encounters"], "A2")
    head, first = list(book["encounters"].iter_rows(values_only=True))[:2]
    row = dict(zip(head, first, strict=True))
    assert (row["date_first_day"], row["confidence"]) == (datetime(2024, 5, 3), 0.9)


def test_a_text_of_a_workbook_is_no_formula(told: Connection) -> None:
    cells = [cell for row in read_back(told, "pledges")["pledges"].iter_rows() for cell in row]
    assert [(cell.value, cell.data_type) for cell in cells if cell.value == "=SUM(A1)"] == [("=SUM(A1)", "s")] * 2


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("a\x07b\ufffe", "a\ufffdb\ufffd"),
        ("x" * 40_000, "x" * 32_766 + "…"),
        ("#N/A", "#N/A"),
        (date(1848, 1, 1), "1848-01-01"),
        (("a", "b"), "a; b"),
        (2**53, 2**53),
        (True, True),
        (None, None),
    ],
)
def test_a_workbook_holds_what_its_format_allows(given: Cell, found: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(TABLES, "made", table(given, "end"))
    assert read_back(NONE, "made")["made"]["A2"].value == found


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "_MOST_ROWS", 10)
    monkeypatch.setitem(TABLES, "made", table("a", times=10))
    with pytest.raises(TooManyRows, match="made"):
        read_back(NONE, "made")


def test_a_parquet_file_has_types_and_lists(told: Connection, tmp_path: Path) -> None:
    sheets.write_parquet_folder(told, Scope(), tmp_path, TABLES)
    found = pyarrow.parquet.read_table(tmp_path / "matters.parquet")
    event = next(row for row in found.to_pylist() if row["kind"] == "event")
    assert (event["parties"], event["first_day"], event["conflict"]) == (["ARM", "KAZ"], date(2024, 5, 1), False)
    assert str(found.schema.field("date_first_day").type) == "date32[day]"


def test_parquet_is_written_group_by_group(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "_ROW_GROUP", 10)
    out = io.BytesIO()
    sheets.write_parquet(table(2**60, type="number", times=25), NONE, Scope(), out)
    assert pyarrow.parquet.ParquetFile(out).metadata.num_row_groups == 3


def test_a_package_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(NotInstalled, match="openpyxl"):
        read_back(NONE, "matters")
