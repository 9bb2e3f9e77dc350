"""What a database refuses, under names of ours: the only place that knows drivers' errors."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from comity.errors import (
    NoDatabase,
    NoRecord,
    NotARecord,
    RecordBusy,
    RecordDamaged,
    RecordFull,
    RecordReadOnly,
    Stop,
)

# Extended codes first, then the plain ones (https://sqlite.org/rescode.html).
_SQLITE: dict[int, type[Stop]] = {
    sqlite3.SQLITE_IOERR_WRITE: RecordFull,
    sqlite3.SQLITE_IOERR_TRUNCATE: RecordFull,
    sqlite3.SQLITE_IOERR_SHMSIZE: RecordFull,
    sqlite3.SQLITE_FULL: RecordFull,
    sqlite3.SQLITE_READONLY: RecordReadOnly,
    sqlite3.SQLITE_PERM: RecordReadOnly,
    sqlite3.SQLITE_BUSY: RecordBusy,
    sqlite3.SQLITE_LOCKED: RecordBusy,
    sqlite3.SQLITE_CANTOPEN: NoRecord,
    sqlite3.SQLITE_NOTADB: NotARecord,
    sqlite3.SQLITE_CORRUPT: RecordDamaged,
    sqlite3.SQLITE_IOERR: RecordDamaged,
}
# By SQLSTATE, whole or by its class (https://www.postgresql.org/docs/current/errcodes-appendix.html).
_POSTGRESQL: dict[str, type[Stop]] = {
    "53100": RecordFull,
    "25006": RecordReadOnly,
    "42501": RecordReadOnly,
    "55P03": RecordBusy,
    "40P01": RecordBusy,
    "XX001": RecordDamaged,
    "XX002": RecordDamaged,
    "53": NoDatabase,
    "57": NoDatabase,
    "58": RecordDamaged,
    "08": NoDatabase,
    "28": NoDatabase,
    "3D": NoDatabase,
}


@contextmanager
def named(url: str) -> Iterator[None]:
    """Within this, what the database at ``url`` refuses is raised under a name of ours."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as problem:
        kind = _kind(problem)
        if kind is None:
            raise
        raise kind(f"{url}: {_said(problem)}.") from problem


def _driver(problem: BaseException) -> BaseException:
    return (problem.orig or problem) if isinstance(problem, DBAPIError) else problem


def _kind(problem: BaseException) -> type[Stop] | None:
    said = _driver(problem)
    if isinstance(said, sqlite3.Error):
        code = getattr(said, "sqlite_errorcode", 0)
        return _SQLITE.get(code) or _SQLITE.get(code & 0xFF)
    state: str | None = getattr(said, "sqlstate", None)
    if state:
        return _POSTGRESQL.get(state) or _POSTGRESQL.get(state[:2])
    return NoDatabase if _lost(problem) else None


def _lost(problem: BaseException) -> bool:
    """No answer, or none any more: the driver then gives no state, and only these two tell it apart."""
    return isinstance(problem, DBAPIError) and (
        problem.connection_invalidated or type(_driver(problem)).__name__ in ("OperationalError", "ConnectionTimeout")
    )


def _said(problem: BaseException) -> str:
    line = str(_driver(problem)).strip().partition("\n")[0]
    return line.rstrip(".")
