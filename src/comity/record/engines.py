"""Connecting to a database: a SQLite file or a PostgreSQL server, each with the settings the record needs.

What differs between the two stands here, so that all other code need not know which it talks to.
"""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep

import sqlalchemy
from sqlalchemy import URL, Connection, Engine, event, make_url
from sqlalchemy.exc import ArgumentError

from comity.errors import BadSetting, NoRecord, NotInstalled, RecordReadOnly

# How long one who writes waits for another, in seconds: longer than any one report takes to be added.
PATIENCE = 30
# How long a server may take to answer, in seconds.
_ANSWER = 10
# The record's own statements, each for a few numbers of keys, are more than are kept compiled by default.
_STATEMENTS = 1500
# Any number will do, so long as all who write take the same; this one spells "comity".
_LOCK = int.from_bytes(b"comity")


def url_of(place: str) -> URL:
    """The database's address: a path becomes that of a SQLite file; raises ``BadSetting`` for other databases."""
    if not place.strip():
        raise BadSetting("db is empty: it is a file or postgresql://...")
    if "://" not in place:
        return URL.create("sqlite", database=place)
    try:
        url = make_url(place)
    # A port that is no number is a ``ValueError``.
    except (ArgumentError, ValueError) as problem:
        raise BadSetting("db is no address of a database.") from problem
    if url.drivername in ("postgres", "postgresql", "postgresql+psycopg"):
        return _without_secrets(url.set(drivername="postgresql+psycopg"))
    if url.drivername != "sqlite" or not url.database:
        raise BadSetting(f"db cannot be of {url.drivername}: it is a file or postgresql://...")
    return url


# What libpq takes in the query of an address, too, and nobody else is to see.
_PASSWORD, _KEY_PASSWORD = "password", "sslpassword"


def _without_secrets(url: URL) -> URL:
    """The address with the password where it is hidden when told, also where the query gave it."""
    if _KEY_PASSWORD in url.query:
        raise BadSetting(f"db may not hold {_KEY_PASSWORD}.", "Use a key without a password, or a password file.")
    told = url.query.get(_PASSWORD)
    if told is None:
        return url
    password = told if isinstance(told, str) else told[-1]
    return url.set(password=password).difference_update_query([_PASSWORD])


def engine_of(url: URL, create: bool) -> Engine:
    """An engine for the database; a SQLite file that is not there is only made where ``create`` is set."""
    return _sqlite(url, create) if url.drivername == "sqlite" else _postgresql(url)


def begin_writing(db: Connection) -> None:
    """Begin a transaction that is alone in writing; waits for others as long as ``PATIENCE``."""
    db.execution_options(comity_begin=_WRITING).begin()
    if db.dialect.name == "postgresql":
        db.exec_driver_sql(f"SET LOCAL lock_timeout = '{PATIENCE}s'")
        db.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")


def begin_asking(db: Connection) -> None:
    """Begin a transaction that only reads and sees one state of the record to its end."""
    if db.dialect.name == "postgresql":
        db.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    db.execution_options(comity_begin=_ASKING).begin()


def begin_rebuilding(db: Connection) -> None:
    """As ``begin_writing``, for the one use of changing tables, where SQLite makes some anew and drops the old.

    References are not held meanwhile, since dropping a table would take along what refers to it: ask
    ``loose`` before the end, and close the engine after it.
    """
    if db.dialect.name == "postgresql":
        begin_writing(db)
    else:
        db.execution_options(comity_begin=("PRAGMA foreign_keys = 0", *_WRITING)).begin()


def loose(db: Connection) -> list[str]:
    """Rows that refer to what is not there, a line each; PostgreSQL never has any."""
    if db.dialect.name == "postgresql":
        return []
    rows = db.exec_driver_sql("PRAGMA foreign_key_check")
    return [f"row {row} of {table} names what is not in {parent}" for table, row, parent, _ in rows]


_WRITING = ("PRAGMA query_only = 0", "BEGIN IMMEDIATE")
_ASKING = ("PRAGMA query_only = 1", "BEGIN")


def _postgresql(url: URL) -> Engine:
    try:
        return sqlalchemy.create_engine(
            url,
            connect_args={"connect_timeout": _ANSWER, "application_name": "comity"},
            pool_pre_ping=True,
            query_cache_size=_STATEMENTS,
        )
    except ImportError as problem:
        raise NotInstalled("PostgreSQL needs psycopg.", 'Run `pip install "comity[postgres]"`.') from problem


def _sqlite(url: URL, create: bool) -> Engine:
    path = Path(url.database or "")
    engine = sqlalchemy.create_engine(url, creator=_connecting(path, create), query_cache_size=_STATEMENTS)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _begin_sqlite(db: Connection) -> None:
    # The driver's own transactions begin at the first change only, so it is told to leave them to us.
    options = db.get_execution_options()
    if options.get("isolation_level") == "AUTOCOMMIT":
        return
    for statement in options.get("comity_begin", _WRITING):
        db.exec_driver_sql(statement)


def _connecting(path: Path, create: bool) -> Callable[[], sqlite3.Connection]:
    def connect() -> sqlite3.Connection:
        if not path.exists():
            if not create:
                raise NoRecord(f"There is no file {path}.")
            _found(path)
        try:
            return _opened(path, "mode=rw")
        except sqlite3.OperationalError as problem:
            if not path.is_file() or problem.sqlite_errorcode & 0xFF not in _UNWRITABLE:
                raise
            return _opened_unwritable(path)

    return connect


_UNWRITABLE = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)


def _opened_unwritable(path: Path) -> sqlite3.Connection:
    """On a disk or in a folder that cannot be written, the log's files cannot be made, but the file can be read."""
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and log.stat().st_size:
        raise RecordReadOnly(f"{path} has a log of changes beside it, which only one who may write can take in.")
    return _opened(path, "mode=ro&immutable=1")


def _opened(path: Path, how: str) -> sqlite3.Connection:
    db = sqlite3.connect(
        f"{path.absolute().as_uri()}?{how}",
        uri=True,
        timeout=PATIENCE,
        isolation_level=None,
        check_same_thread=False,
        # The record's own statements, each in a few sizes, are more than the driver keeps prepared by itself.
        cached_statements=1024,
    )
    try:
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("PRAGMA synchronous = NORMAL")
        # 256 MB, as it is needed: what joining looks up again and again is then read from the disk once, and what
        # fifty reports change in a large record fits until it is kept.
        db.execute("PRAGMA cache_size = -262144")
        # What is erased for cause is to be gone from the file, not only from its tables.
        db.execute("PRAGMA secure_delete = ON")
        # The first that reads the file, so that what cannot be opened fails here.
        db.execute("PRAGMA schema_version").fetchone()
    except sqlite3.Error:
        db.close()
        raise
    return db


def _found(path: Path) -> None:
    """Make an empty file in WAL mode, which stays with the file."""
    db = sqlite3.connect(path.absolute(), timeout=PATIENCE, isolation_level=None)
    until = monotonic() + PATIENCE
    try:
        while db.execute("PRAGMA journal_mode = WAL").fetchone() != ("wal",) and monotonic() < until:
            sleep(0.01)
    finally:
        db.close()
