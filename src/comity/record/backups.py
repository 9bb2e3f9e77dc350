"""A copy of the whole record while it is in use."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from comity.errors import CannotWrite, NoDatabase, NotInstalled
from comity.record.db import Record
from comity.record.failures import named

_CLIENT = "Install PostgreSQL's client programs (Debian: postgresql-client), or copy by the server's own means."


def backup(record: Record, target: Path, force: bool = False) -> None:
    """Copy the record, as it is at one moment, to ``target``: a SQLite file, or an SQL script of PostgreSQL's.

    Raises ``CannotWrite`` where ``target`` is there already and ``force`` is unset, or cannot be written;
    ``NotInstalled`` where PostgreSQL's pg_dump is not installed.
    """
    if target.exists() and not (force and target.is_file()):
        raise CannotWrite(f"{target} is there already.", "Give another name, or --force to overwrite it.")
    if record.path and target.exists() and target.samefile(record.path):
        raise CannotWrite(f"{target} is the record itself.", "Give another name.")
    copy = _copy_file if record.dialect == "sqlite" else _dump
    with _whole(target) as aside:
        copy(record, aside)


@contextmanager
def _whole(target: Path) -> Iterator[Path]:
    """A place beside ``target``, moved there when it is whole."""
    aside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        # Made by us first, so that what forbids it is named as an error of the file, not of the database.
        aside.touch(mode=0o600)
        yield aside
        aside.replace(target)
    except OSError as problem:
        raise CannotWrite(f"{target}: {problem.strerror}.") from problem
    finally:
        aside.unlink(missing_ok=True)


def _copy_file(record: Record, aside: Path) -> None:
    with named(record.place), record.engine.connect() as db:
        source = db.connection.driver_connection
        assert isinstance(source, sqlite3.Connection)
        with closing(sqlite3.connect(aside)) as copy:
            source.backup(copy)


def _dump(record: Record, aside: Path) -> None:
    program = shutil.which("pg_dump")
    if not program:
        raise NotInstalled("PostgreSQL's pg_dump is not on the path.", _CLIENT)
    url = record.engine.url
    told = {"PGPASSWORD": url.password} if url.password else {}
    address = url.set(drivername="postgresql")._replace(password=None).render_as_string()
    done = subprocess.run(
        [program, "--no-owner", "--no-privileges", "--file", str(aside), "--dbname", address],
        env=os.environ | told,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode:
        raise NoDatabase(f"{record.place}: {done.stderr.strip().partition(chr(10))[0]}.")
