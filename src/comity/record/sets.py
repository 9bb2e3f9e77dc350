"""Statements on sets of keys of any size, and rows put in by the table.

A database takes only so many values in one statement, so that long sets are taken in parts; parts are
filled up to a power of two with keys they hold already, so that few forms of a statement recur and the
databases need not plan each anew.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from operator import itemgetter
from typing import Any, cast

from sqlalchemy import BindParameter, Connection, CursorResult, Dialect, Row, String, Table, bindparam, insert
from sqlalchemy.sql import Executable
from sqlalchemy.sql.dml import Insert
from sqlalchemy.sql.elements import ClauseList
from sqlalchemy.sql.visitors import replacement_traverse
from sqlalchemy.types import TypeEngine

from comity.record.tables import metadata

_PART = 512
_FEW = 32
_NAMES = [f"key_{number}" for number in range(_FEW)]

KEYS: BindParameter[Any] = bindparam("keys", expanding=True, type_=String())

_INSERT: Mapping[Table, Insert] = {table: insert(table) for table in metadata.tables.values()}


class Rows:
    """Rows to put in, gathered by table; ``put`` puts them in with one statement a table, in the order of tables."""

    def __init__(self) -> None:
        self._rows: defaultdict[Table, list[dict[str, Any]]] = defaultdict(list)

    def add(self, table: Table, **columns: Any) -> None:
        """Gather one row; all rows of a table name the same columns."""
        self._rows[table].append(columns)

    def put(self, db: Connection) -> None:
        """Put all in. Tables are taken as they were first met, so those that others point at come first."""
        for table, rows in self._rows.items():
            put_in(db, table, rows)


def put_in(db: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Put rows in, in one go; all name the same columns."""
    if not rows:
        return
    if plain := _plain_insert(table, tuple(rows[0]), db.dialect):
        statement, values = plain
        db.exec_driver_sql(statement, list(map(values, rows)))
    else:
        db.execute(_INSERT[table], rows)


@lru_cache(maxsize=256)
def _plain_insert(
    table: Table, columns: tuple[str, ...], dialect: Dialect
) -> tuple[str, Callable[[dict[str, Any]], Any]] | None:
    """The statement that puts rows in as the driver takes them, and what it takes of a row.

    Only of tables whose columns need no turning into what the database holds: these are narrow and have by
    far the most rows, and the driver's own way is several times as quick.
    """
    if len(columns) < 2 or any(_turned(table.c[name].type, dialect) for name in columns):
        return None
    made = _INSERT[table].compile(dialect=dialect, column_keys=columns)
    return made.string, itemgetter(*made.positiontup) if made.positiontup else dict


def _turned(type_: TypeEngine[Any], dialect: Dialect) -> bool:
    return type_.dialect_impl(dialect).bind_processor(dialect) is not None


def short_hash(*told: Any) -> str:
    """A lasting name, 16 hex digits hashed from texts and numbers."""
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()[:16]


def asked(db: Connection, statement: Executable, keys: Iterable[str], **more: Any) -> Iterator[Row[Any]]:
    """The rows a statement gives for the keys, which it takes as ``KEYS``; each key counts once."""
    for part in parts(keys):
        yield from _carried_out(db, statement, part, more).fetchall()


def ids_of(db: Connection, statement: Executable, keys: Iterable[str], **more: Any) -> set[str]:
    """What a statement of one column gives for the keys, each once."""
    return {value for (value,) in asked(db, statement, keys, **more)}


def done(db: Connection, statement: Executable, keys: Iterable[str], **more: Any) -> None:
    """Carry out a statement on the keys, which it takes as ``KEYS``."""
    for part in parts(keys):
        _carried_out(db, statement, part, more)


def _carried_out(db: Connection, statement: Executable, part: list[str], more: Mapping[str, Any]) -> CursorResult[Any]:
    if len(part) > _FEW:
        return db.execute(statement, {"keys": part, **more})
    return db.execute(_for_so_many(statement, len(part)), {**dict(zip(_NAMES, part, strict=False)), **more})


@lru_cache(maxsize=1024)
def _for_so_many(statement: Executable, count: int) -> Executable:
    """The statement for so many keys, each a value of its own.

    ``KEYS`` is written out anew whenever it is carried out, which costs more than the databases take for a few.
    """
    named = ClauseList(*(bindparam(name, type_=String()) for name in _NAMES[:count]), group=True).self_group()

    def values(element: Any, **_: Any) -> Any:
        return named if isinstance(element, BindParameter) and element.key == KEYS.key else None

    made: Executable = replacement_traverse(cast(Any, statement), {}, values)
    return made


def each(db: Connection, statement: Executable, rows: Sequence[Mapping[str, Any]]) -> None:
    """Carry out a statement once for each row of values, in one go."""
    if rows:
        db.execute(statement, rows)


def parts(keys: Iterable[str]) -> Iterator[list[str]]:
    """The keys, each once, in parts of at most 512 that are filled up to a power of two."""
    rest = iter(sorted(set(keys)))
    while part := list(islice(rest, _PART)):
        full = 1 << (len(part) - 1).bit_length()
        yield part + part[-1:] * (full - len(part))
