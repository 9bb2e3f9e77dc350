"""Opening a record, and transactions to write or ask in.

One who writes is alone; those who ask see one state of the record from first question to last, whoever
writes meanwhile. Whatever the database refuses leaves here under a name of ours, with the record as it
was before the transaction.
"""

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, inspect

from comity.errors import NewerRecord, NoRecord, NotARecord, OldRecord, RecordDamaged
from comity.record import migrations
from comity.record.engines import begin_asking, begin_rebuilding, begin_writing, engine_of, loose, url_of
from comity.record.failures import named


@dataclass(frozen=True, slots=True)
class Record:
    """An open record; ``url`` is its address without a password."""

    url: str
    engine: Engine

    @property
    def dialect(self) -> str:
        """The database's language: sqlite or postgresql."""
        return self.engine.dialect.name

    @property
    def path(self) -> Path | None:
        """The SQLite file; None for PostgreSQL."""
        return Path(self.engine.url.database or "") if self.dialect == "sqlite" else None

    @property
    def place(self) -> str:
        """The file or the address, for people."""
        return str(self.path) if self.path else self.url

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction that is alone in writing: all of it is kept, or none.

        Raises ``RecordBusy``, ``RecordReadOnly``, ``RecordFull``, ``RecordDamaged``, ``NoDatabase``.
        """
        with named(self.place), self.engine.connect() as db:
            begin_writing(db)
            yield db
            db.commit()

    @contextmanager
    def asking(self) -> Iterator[Connection]:
        """A transaction that only reads and sees one state of the record to its end."""
        with named(self.place), self.engine.connect() as db:
            begin_asking(db)
            yield db

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.close()


def open_record(place: str, *, create: bool = True) -> Record:
    """The record at a path, ``sqlite:///...`` or ``postgresql://...``; made at once where there is none.

    Raises ``NoRecord`` where there is none and ``create`` is unset, ``OldRecord``, ``NewerRecord``,
    ``NotARecord``, ``NoDatabase``, ``NotInstalled``, ``BadSetting`` and what ``Record.writing`` raises.
    """
    with ExitStack() as failing:
        record = failing.enter_context(connected(place, create=create))
        _make_sure(record, create)
        failing.pop_all()
    return record


def connected(place: str, *, create: bool = False) -> Record:
    """The database at a place, whatever version its tables are of; raises as ``open_record`` does."""
    url = url_of(place)
    return Record(url.set(drivername=url.get_backend_name()).render_as_string(), engine_of(url, create))


def version(record: Record) -> str:
    """The version of a record's tables; raises ``NoRecord``, ``NotARecord`` and ``NewerRecord``."""
    with record.asking() as db:
        there = _version(db, record.place)
    if there is None:
        raise NoRecord(f"There is no record in {record.place}.")
    return there


def upgrade(place: str) -> tuple[str, str]:
    """Bring an older record's tables to those of this version; returns the versions before and after."""
    with connected(place) as record:
        before = version(record)
        with named(record.place), record.engine.connect() as db:
            begin_rebuilding(db)
            migrations.run(db)
            if loose(db):
                raise RecordDamaged(f"{record.place}: the upgrade would leave rows that name others which are gone.")
            db.commit()
        return before, migrations.HEAD


def _make_sure(record: Record, create: bool) -> None:
    with record.asking() as db:
        now = _version(db, record.place)
    if now is None:
        if not create:
            raise NoRecord(f"There is no record in {record.place}.")
        with record.writing() as db:
            # Another may have made it since.
            if _version(db, record.place) is None:
                migrations.run(db)
    elif now < migrations.HEAD:
        raise OldRecord(f"{record.place} has tables of version {now}; this Comity has {migrations.HEAD}.")


def _version(db: Connection, place: str) -> str | None:
    """The version of the tables; None in an empty database. Raises ``NotARecord`` and ``NewerRecord``."""
    there = inspect(db).get_table_names()
    if not there:
        return None
    if migrations.TABLE not in there:
        raise NotARecord(f"{place} holds other tables.")
    told = db.exec_driver_sql(f"SELECT version_num FROM {migrations.TABLE}").scalar()
    if not isinstance(told, str) or not re.fullmatch(r"\d{4}", told):
        raise NotARecord(f"{place} does not say which version its tables are of.")
    if told > migrations.HEAD:
        raise NewerRecord(f"{place} has tables of version {told}; this Comity knows {migrations.HEAD}.")
    return told
