"""The versions of the record's tables, and the way from one to the next, by Alembic.

A version's number is its place: 0001, 0002. ``versions/`` holds one module each. The first makes the tables
from SQL that ``python -m docs.freeze`` wrote from ``tables``, ``search`` and ``views``; once released it
never changes. To change the tables after that: change ``tables.py``, write ``versions/v0002_what.py`` with
Alembic's operations, raise ``HEAD``, and keep ``tests/record/schemas`` (its docstring says how).
"""

import importlib
from typing import Protocol

from sqlalchemy import Connection

HEAD = "0001"
TABLE = "comity_version"


class _Upgrades(Protocol):
    def upgrade(self, db: Connection) -> None: ...


def run(db: Connection) -> None:
    """Bring the tables to the newest version, from none or an older one, within ``db``'s transaction."""
    # Alembic takes a third of a second to load, and is only needed once in a record's life.
    alembic: _Upgrades = importlib.import_module("comity.record.migrations.running")
    alembic.upgrade(db)
