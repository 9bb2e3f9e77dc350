from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from comity.record.db import Record
from comity.record.scrubbing import scrub
from comity.record.tables import metadata
from tests.machine.postgres import Server
from tests.record import sample

WORD = b"Yerevan"


def files(record: Record, request: pytest.FixtureRequest) -> list[Path]:
    """The files in which the database keeps the record."""
    if record.path:
        return sorted(record.path.parent.glob("comity.db*"))
    server: Server = request.getfixturevalue("postgres")
    with record.writing() as db:
        number = db.execute(text("SELECT oid FROM pg_database WHERE datname = current_database()")).scalar()
    with record.engine.execution_options(isolation_level="AUTOCOMMIT").connect() as outside:
        outside.execute(text("CHECKPOINT"))
    return sorted((server.data / "base" / str(number)).iterdir())


def test_what_was_erased_is_gone_from_the_files(record: Record, request: pytest.FixtureRequest) -> None:
    with record.writing() as db:
        sample.fill(db)
    assert any(WORD in file.read_bytes() for file in files(record, request))
    with record.writing() as db:
        for table in ("reports", "matters"):
            db.execute(text(f"DELETE FROM {table}"))
        if record.dialect == "sqlite":
            db.execute(text("INSERT INTO search_reports (search_reports) VALUES ('optimize')"))
    scrub(record)
    assert [file for file in files(record, request) if WORD in file.read_bytes()] == []


def test_every_table_is_written_anew(record: Record) -> None:
    """Names stand in people and their clues, words in judgements and keys: wherever, they are to be gone."""
    if record.dialect == "sqlite":
        return
    with record.writing() as db:
        before = _kept_in(db)
    scrub(record)
    with record.asking() as db:
        after = _kept_in(db)
    assert before.keys() == {*metadata.tables, "search_index"}
    assert [table for table, file in after.items() if before[table] == file] == []


def test_the_planners_statistics_quote_nothing_that_was_erased(record: Record) -> None:
    if record.dialect == "sqlite":
        return
    with record.writing() as db:
        sample.fill(db)
        db.execute(text("INSERT INTO sources (id, shows) VALUES ('erased', 'full'), ('kept', 'full')"))
        for report in "ab":
            db.execute(text(f"INSERT INTO forgotten VALUES ('{report}', '0', 'erased', 'erased', '2024')"))
        db.execute(text("ANALYZE sources, forgotten"))
        assert "erased" in str(db.execute(_QUOTED).all())
        db.execute(text("DELETE FROM sources WHERE id = 'erased'"))
        db.execute(text("DELETE FROM forgotten"))
    scrub(record)
    with record.asking() as db:
        assert "erased" not in str(db.execute(_QUOTED).all())


_QUOTED = text(
    "SELECT most_common_vals::text, histogram_bounds::text FROM pg_stats WHERE tablename IN ('sources', 'forgotten')"
)


def _kept_in(db: Connection) -> dict[str, int]:
    rows = db.execute(text("SELECT oid::regclass::text AS name, pg_relation_filenode(oid) AS file FROM pg_class"
                           " WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"))  # fmt: skip
    return {row.name: row.file for row in rows if row.name in {*metadata.tables, "search_index"}}


def test_one_who_asks_meanwhile_is_not_disturbed(record: Record) -> None:
    with record.writing() as db:
        sample.fill(db)
    with record.asking() as db:
        before = db.execute(text("SELECT count(*) FROM sources")).scalar()
        if record.dialect == "sqlite":
            scrub(record)
        assert db.execute(text("SELECT count(*) FROM sources")).scalar() == before
