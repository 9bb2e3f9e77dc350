"""``comity db``: the record's own upkeep: a copy, a check, newer tables."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from comity.cli.writing import write

app = typer.Typer(help="Keep the record itself: copy it, check it, upgrade it.", no_args_is_help=True)

Db = Annotated[str | None, typer.Option("--db", metavar="FILE|URL", help="The record; else COMITY_DB, else comity.db.")]


def place_of(db: str | None) -> str:
    """Where the record is: as told, else by the settings."""
    from comity import settings

    return settings.read().db if db is None else db


@app.command("backup")
def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The copy: a SQLite file, or SQL from PostgreSQL.")],
    db: Db = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite FILE.")] = False,
) -> None:
    """Copy the whole record to FILE, also while it is in use.

    Exit status: 0 copied, 2 not.
    """
    from comity.record.backups import backup
    from comity.record.db import open_record

    with open_record(place_of(db), create=False) as record:
        backup(record, file, force)
    write(f"Copied to {file} ({_size(file)}).", sys.stdout)


@app.command("check")
def check(db: Db = None) -> None:
    """Check that the record is whole and agrees with itself.

    Exit status: 0 it is sound, 1 something is wrong (a line each), 2 it cannot be opened.
    """
    from comity.errors import RecordDamaged
    from comity.record.db import open_record
    from comity.record.soundness import check

    try:
        with open_record(place_of(db), create=False) as record:
            problems, told = check(record), record.place
    except RecordDamaged as damage:
        problems = [damage.detail]
    for problem in problems or [f"{told} is sound."]:
        write(problem, sys.stdout)
    raise typer.Exit(1 if problems else 0)


@app.command("upgrade")
def upgrade(db: Db = None) -> None:
    """Bring the tables of an older record to those of this Comity.

    A SQLite file is copied beside itself before.
    """
    from comity.record import migrations
    from comity.record.backups import backup
    from comity.record.db import connected, upgrade, version

    place = place_of(db)
    with connected(place) as record:
        now = version(record)
        told = record.place
        if now < migrations.HEAD and record.path:
            copy = record.path.with_name(f"{record.path.name}.{now}.backup")
            backup(record, copy)
            write(f"The record as it was: {copy}", sys.stdout)
    if now == migrations.HEAD:
        write(f"{told} is up to date (tables of version {now}).", sys.stdout)
        return
    before, after = upgrade(place)
    write(f"{told} upgraded: tables of version {before} are now of version {after}.", sys.stdout)


def _size(file: Path) -> str:
    size = file.stat().st_size
    return f"{size / 1e6:.1f} MB" if size >= 1e5 else f"{size / 1e3:.0f} kB"
