"""Write the SQL of the first version of the record's tables: ``python -m docs.freeze``.

To be run (by ``make freeze``, which writes the sample record of ``tests/record/schemas``, too) after each
change of ``tables.py``, ``search.py`` or ``views.py`` up to the first release of the record; from then on a
change is a new version with steps of its own.
"""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from sqlalchemy import Dialect, Table, make_url
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable, ExecutableDDLElement, SetColumnComment

from comity.record import migrations, search, views
from comity.record.migrations.versions.v0001_record import SEPARATOR
from comity.record.tables import metadata

DIALECTS: dict[str, Dialect] = {
    "sqlite": sqlite.dialect(),
    "postgresql": make_url("postgresql+psycopg://").get_dialect()(),
}
VERSIONS = Path(migrations.__file__).parent / "versions"


def statements(dialect: Dialect) -> list[str]:
    """What makes a new record, in order."""
    made: list[str] = []
    for table in metadata.sorted_tables:
        made += [_text(part, dialect) for part in _parts(table, dialect)]
    connection: Any = SimpleNamespace(dialect=dialect, exec_driver_sql=made.append)
    search.create(connection)
    views.create(connection)
    return ["\n".join(line.rstrip() for line in statement.strip().splitlines()) for statement in made]


def _parts(table: Table, dialect: Dialect) -> Iterator[ExecutableDDLElement]:
    yield CreateTable(table)
    if dialect.supports_comments:
        yield from (SetColumnComment(column) for column in table.columns if column.comment)
    # A table's indexes are a set: without an order the file would differ each time.
    yield from (CreateIndex(index) for index in sorted(table.indexes, key=lambda index: str(index.name)))


def _text(part: ExecutableDDLElement, dialect: Dialect) -> str:
    return str(part.compile(dialect=dialect))


def file_of(dialect: str) -> Path:
    """Where it stands."""
    return VERSIONS / f"v0001_{dialect}.sql"


def sql(dialect: str) -> str:
    """The file's content."""
    return SEPARATOR.join(statements(DIALECTS[dialect])) + SEPARATOR


def main() -> None:
    """Write both files."""
    for dialect in DIALECTS:
        aside = VERSIONS / f".{dialect}.part"
        aside.write_text(sql(dialect), encoding="utf-8")
        aside.replace(file_of(dialect))


if __name__ == "__main__":
    main()
