"""Panels out of tables: CSV, packed or not, whose columns are named by the user or known by their usual names."""

from collections.abc import Mapping, Sequence

import numpy as np

from comity.errors import BadNumber, EmptyPanel, NegativeValue, UnknownTable
from comity.statistics.gravity.effects import Array
from comity.statistics.gravity.panel import Panel
from comity.statistics.sources.tables import parsed

# What columns are called in the panels that are passed around: CEPII, USITC, WTO, Stata's and R's examples.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "exporter": ("exporter", "iso_o", "isoexp", "exp", "origin", "iso3_o"),
    "importer": ("importer", "iso_d", "isoimp", "imp", "destination", "iso3_d"),
    "year": ("year", "t", "period"),
    "flow": ("trade", "flow", "value", "tradeflow", "exports"),
}
DISTANCE = ("dist", "distw", "distance")
# The letters of Romania before 2002, which old panels keep.
RENAMED = {"ROM": "ROU", "ZAR": "COD", "TMP": "TLS"}
Row = Mapping[str, str]


def panel(content: bytes, covariates: Sequence[str] = ()) -> Panel:
    """A panel of a table; `covariates` names the columns that explain, else all columns of numbers do that are no
    more than that. Distances are taken as logarithms.

    Raises ``UnknownTable`` where a column is missing, ``BadNumber``, ``NegativeValue``, ``EmptyPanel`` and the refusals
    of files.
    """
    header, rows = parsed(content)
    names = {part: named(header, part, known) for part, known in COLUMNS.items()}
    explaining = list(covariates) or [name for name in header if name not in names.values() and _numbers(rows, name)]
    missing = [name for name in explaining if name not in header]
    if missing:
        raise UnknownTable(f"No column {', '.join(missing)}; the columns are {', '.join(header)[:200]}.")
    if not rows:
        raise EmptyPanel("No row of flows.")
    flows = _column(rows, names["flow"])
    if (flows < 0).any():
        raise NegativeValue(f"{int((flows < 0).sum())} flows are below nought.")
    return Panel(
        exporters=np.array([letters(row[names["exporter"]]) for row in rows], dtype=np.str_),
        importers=np.array([letters(row[names["importer"]]) for row in rows], dtype=np.str_),
        years=_column(rows, names["year"]).astype(np.int64),
        flows=flows,
        covariates={_told(name): _explaining(rows, name) for name in explaining},
    )


def named(header: Sequence[str], part: str, known: Sequence[str]) -> str:
    """The column that is called by one of the known names, in any case; raises ``UnknownTable``."""
    found = next((name for wanted in known for name in header if name.casefold() == wanted), None)
    if found is None:
        raise UnknownTable(f"No column of the {part} ({', '.join(known)}); the columns are {', '.join(header)[:200]}.")
    return found


def letters(cell: str) -> str:
    """A country's letters as they are now."""
    found = cell.strip().upper()
    return RENAMED.get(found, found)


def _numbers(rows: Sequence[Row], name: str) -> bool:
    try:
        return len({float(row[name]) for row in rows}) > 1 and not name.casefold().endswith("id")
    except (KeyError, ValueError):
        return False


def _column(rows: Sequence[Row], name: str) -> Array:
    try:
        return np.array([float(row[name]) for row in rows])
    except (KeyError, ValueError) as problem:
        raise BadNumber(f"Column {name}: {str(problem)[:100]}.") from problem


def _explaining(rows: Sequence[Row], name: str) -> Array:
    found = _column(rows, name)
    if name.casefold() not in DISTANCE:
        return found
    if (found <= 0).any():
        raise BadNumber(f"Column {name}: a distance of nought or less has no logarithm.")
    logs: Array = np.log(found)
    return logs


def _told(name: str) -> str:
    return f"log {name}" if name.casefold() in DISTANCE else name
