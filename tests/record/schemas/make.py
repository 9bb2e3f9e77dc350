"""Write the schemas of the present version of the tables: ``python -m tests.record.schemas.make``."""

import gzip
import sqlite3
import subprocess
import tempfile
from contextlib import closing
from pathlib import Path

from comity.record import migrations
from comity.record.db import connected, open_record
from tests.machine.postgres import Server
from tests.record import sample
from tests.record.schemas import SCHEMAS


def restore(script: str, place: str) -> str:
    """Run a script of pg_dump's in an empty database; lines that only psql understands are left out."""
    told = "\n".join(line for line in script.splitlines() if not line.startswith("\\"))
    with connected(place) as record, record.engine.connect() as db:
        db.connection.cursor().execute(told)
        db.connection.commit()
    return place


def main() -> None:
    """Write one file for SQLite, one for PostgreSQL."""
    with tempfile.TemporaryDirectory() as folder, Server() as server:
        small, script = Path(folder, "small.db"), Path(folder, "script.sql")
        _filled(str(small))
        # The smallest pages keep the file small.
        with closing(sqlite3.connect(small)) as db:
            db.executescript("PRAGMA journal_mode = DELETE; PRAGMA page_size = 512; VACUUM;")
        _filled(place := server.database())
        # As rows, not as a stream of columns, which the driver would not take.
        options = ["--inserts", "--no-owner", "--no-privileges", f"--file={script}"]
        subprocess.run(["pg_dump", *options, place], check=True)
        for file, name in ((small, "sqlite"), (script, "postgresql.sql")):
            packed = gzip.compress(file.read_bytes(), mtime=0)
            (SCHEMAS / f"{migrations.HEAD}.{name}.gz").write_bytes(packed)


def _filled(place: str) -> None:
    with open_record(place) as record, record.writing() as db:
        sample.fill(db)


if __name__ == "__main__":
    main()
