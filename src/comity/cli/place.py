"""Where the record is, for every command that has to do with it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from comity.record.db import Record

Db = Annotated[str | None, typer.Option("--db", metavar="FILE|URL", help="The record; else COMITY_DB, else comity.db.")]


@contextmanager
def record_of(db: str | None, *, create: bool = False) -> Iterator["Record"]:
    """The record as told, else by the settings, opened; made where there is none only if ``create`` is set."""
    from comity import settings
    from comity.record.db import open_record

    with open_record(settings.read().db if db is None else db, create=create) as record:
        yield record
