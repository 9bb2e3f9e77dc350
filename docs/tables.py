"""The record's tables and views as a page of the reference, from their definitions."""

import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Column

from comity.record.db import open_record
from comity.record.tables import metadata
from comity.record.views import VIEWS

_VIEWS = {
    "encounters": "an encounter that one or more reports tell of",
    "agreements": "an instrument, with its last status",
    "figures": "a claim of a figure, with whose count it is and its words",
    "conflicts": "a figure whose claims cannot all be right, from least to most",
    "pledges": "a promise, however often it was told",
    "promises": "anything announced (pledge, target, plan, programme) and how it stands today",
    "statements": "a quotation and its speaker",
    "events": "who did what to whom, in PLOVER and CAMEO",
    "evidence": "a stretch of a report that tells a finding; `matter` leads to all other views",
    "reports": "a report, whether it is a copy or was replaced, and how many findings of it stand",
    "people": "a person under all spellings",
    "offices": "an office of a person, as reports tell it, from when to when",
}


def page() -> Iterator[str]:
    """The lines of the page: views first, since they are what people ask."""
    yield from (
        "The record is one SQLite file, or a PostgreSQL database, with these views and tables; nothing in it is",
        "JSON but the new value of an amended field. Days are `YYYY-MM-DD`, times ISO 8601 in UTC, both as text.",
        "[What the record keeps, and why so](../explanation/the-record.md).",
        "",
        "## Views: for people and other programs",
        "",
        "A row is a matter that stands now, unless said otherwise; `countries` are codes, `ARM, KAZ`.",
        "",
        "| view | a row is | columns |",
        "|---|---|---|",
    )
    for name, columns in _views():
        yield f"| `dossier_{name}` | {_VIEWS[name]} | {', '.join(f'`{column}`' for column in columns)} |"
    yield from ("", "## Tables", "", "They may change with a new version, which then brings older records along.")
    for table in metadata.tables.values():
        yield from ("", f"### {table.name}", "", "| column | holds |", "|---|---|")
        yield from (f"| `{column.name}` | {_holds(column)} |" for column in table.columns)


def _views() -> Iterator[tuple[str, list[str]]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "comity.db"
        open_record(str(path)).close()
        db = sqlite3.connect(path)
        for name in VIEWS:
            yield name, [row[1] for row in db.execute(f"PRAGMA table_info(dossier_{name})")]
        db.close()


def _holds(column: Column[Any]) -> str:
    type_ = str(column.type).replace("VARCHAR", "text").replace("TEXT", "text").lower()
    parts = [
        type_,
        "may be empty" if column.nullable else "",
        "key" if column.primary_key else "",
        *(f"→ [{key.column.table.name}](#{key.column.table.name})" for key in sorted(column.foreign_keys, key=str)),
    ]
    told = ", ".join(part for part in parts if part)
    return f"{told}: {column.comment}" if column.comment else told
