"""The flat tables as csv, xlsx and parquet, row by row."""

import csv
import importlib
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from sqlalchemy import Connection

from comity.errors import NotInstalled, TooManyRows
from comity.exchange.columns import Cell, Column, Table, Tables, Type
from comity.record.dump import Scope

# A spreadsheet takes a cell that begins so for a formula, and would run it when the file is opened.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
_LIST = "; "
_MOST_ROWS = 1_048_576
_LONGEST_CELL = 32_767
_FIRST_DAY = date(1900, 3, 1)
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WIDTHS: dict[Type, int] = {"text": 24, "integer": 10, "number": 14, "flag": 8, "day": 12, "list": 20}
_ROW_GROUP = 10_000


def write_csv(table: Table[Any], db: Connection, scope: Scope, out: TextIO) -> None:
    """Write a table with its header; a text that a spreadsheet would run gets an apostrophe before it."""
    writer = csv.writer(out)
    writer.writerow([column.name for column in table.columns])
    for row in table.rows(db, scope):
        writer.writerow([csv_cell(cell) for cell in row])


def write_csv_folder(db: Connection, scope: Scope, folder: Path, tables: Tables) -> None:
    """Write the tables, a file each."""
    for name, table in tables.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as out:
            write_csv(table, db, scope, out)


def write_csv_zip(db: Connection, scope: Scope, out: BinaryIO, tables: Tables) -> None:
    """Write the tables, a file each, packed into one."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, table in tables.items():
            # Without the clock's time, so that the same record gives the same bytes.
            entry = zipfile.ZipInfo(f"{name}.csv")
            entry.compress_type = zipfile.ZIP_DEFLATED
            with (
                pack.open(entry, "w", force_zip64=True) as packed,
                io.TextIOWrapper(packed, "utf-8", newline="") as file,
            ):
                write_csv(table, db, scope, file)


def csv_cell(cell: Cell) -> str | int | float:
    """A cell as it is written: lists joined, a text that a spreadsheet would run with an apostrophe before it."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int | float):
        return cell
    text = _text(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _text(cell: Cell) -> str:
    if isinstance(cell, tuple):
        return _LIST.join(cell)
    return "" if cell is None else str(cell)


def write_xlsx(db: Connection, scope: Scope, out: BinaryIO, tables: Tables) -> None:
    """Write the tables, a sheet each, with real dates and numbers.

    Texts are marked as such, so that none is taken for a formula; what XML cannot hold becomes the
    replacement character. Raises ``TooManyRows`` where a sheet would overflow, ``NotInstalled``.
    """
    openpyxl = _package("openpyxl")
    book = openpyxl.Workbook(write_only=True)
    for name, table in tables.items():
        with closing(book.create_sheet(name)) as sheet:
            _write_sheet(sheet, table, table.rows(db, scope))
    book.save(out)


def _write_sheet(sheet: Any, table: Table[Any], rows: Iterable[tuple[Cell, ...]]) -> None:
    cells, letter = _package("openpyxl.cell"), _package("openpyxl.utils").get_column_letter
    bold = _package("openpyxl.styles").Font(bold=True)
    sheet.freeze_panes = "A2"
    for place, column in enumerate(table.columns, 1):
        sheet.column_dimensions[letter(place)].width = max(_WIDTHS[column.type], len(column.name) + 2)
    head = [cells.WriteOnlyCell(sheet, column.name) for column in table.columns]
    for cell in head:
        cell.font = bold
    sheet.append(head)
    for number, row in enumerate(rows, 2):
        if number > _MOST_ROWS:
            raise TooManyRows(f"Sheet {sheet.title} would have more than {_MOST_ROWS:,} rows.")
        sheet.append([_sheet_cell(sheet, cells, cell) for cell in row])


def _sheet_cell(sheet: Any, cells: Any, value: Cell) -> Any:
    if isinstance(value, date) and value >= _FIRST_DAY:
        return value
    if value is None or isinstance(value, int | float):
        return value
    cell = cells.WriteOnlyCell(sheet, _fitting(_text(value)))
    cell.data_type = "s"
    return cell


def _fitting(text: str) -> str:
    clean = _NOT_XML.sub("\ufffd", text)
    return clean if len(clean) <= _LONGEST_CELL else clean[: _LONGEST_CELL - 1] + "…"


def write_parquet_folder(db: Connection, scope: Scope, folder: Path, tables: Tables) -> None:
    """Write the tables, a file each; raises ``NotInstalled``."""
    for name, table in tables.items():
        with (folder / f"{name}.parquet").open("wb") as out:
            write_parquet(table, db, scope, out)


def write_parquet(table: Table[Any], db: Connection, scope: Scope, out: BinaryIO) -> None:
    """Write a table with typed columns, some thousand rows at a time; raises ``NotInstalled``."""
    arrow, parquet = _package("pyarrow"), _package("pyarrow.parquet")
    types = [_arrow_type(arrow, column.type) for column in table.columns]
    schema = arrow.schema([(column.name, types[place]) for place, column in enumerate(table.columns)])
    with closing(parquet.ParquetWriter(out, schema, compression="zstd")) as writer:
        for rows in _chunks(table.rows(db, scope), _ROW_GROUP):
            arrays = [
                arrow.array([_arrow_cell(column, row[place]) for row in rows], types[place])
                for place, column in enumerate(table.columns)
            ]
            writer.write_batch(arrow.record_batch(arrays, schema=schema))


def _arrow_type(arrow: Any, type: Type) -> Any:
    return {
        "text": arrow.string(),
        "integer": arrow.int64(),
        "number": arrow.float64(),
        "flag": arrow.bool_(),
        "day": arrow.date32(),
        "list": arrow.list_(arrow.string()),
    }[type]


def _arrow_cell(column: Column[Any], cell: Cell) -> Any:
    # A number as told may be an integer of more digits than a double keeps.
    return float(cell) if column.type == "number" and isinstance(cell, int) else cell


def _chunks(rows: Iterator[tuple[Cell, ...]], size: int) -> Iterator[list[tuple[Cell, ...]]]:
    while chunk := list(islice(rows, size)):
        yield chunk


def _package(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError as problem:
        raise NotInstalled(f"The package {name.split('.', maxsplit=1)[0]} is not there.") from problem
