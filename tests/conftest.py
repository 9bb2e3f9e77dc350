"""Records to test on: each test that asks for ``record`` or ``record_place`` runs on both databases."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile

import pytest

from comity.record.db import Record, connected, open_record
from comity.record.tables import metadata
from tests.machine.postgres import Server


@pytest.fixture(scope="session")
def template_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty record, made once: copying it is quicker than making another."""
    path = tmp_path_factory.mktemp("template") / "comity.db"
    open_record(str(path)).close()
    return path


@pytest.fixture
def template_copy(template_file: Path, tmp_path: Path) -> Path:
    """The file of an empty record, for what is SQLite's alone."""
    return Path(copyfile(template_file, tmp_path / "comity.db"))


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A PostgreSQL server of the tests' own."""
    with Server() as server:
        yield server


@pytest.fixture(scope="session")
def template_database(postgres: Server) -> str:
    url = postgres.database("template_record")
    open_record(url).close()
    return "template_record"


@pytest.fixture(params=["sqlite", "postgresql"])
def record_place(request: pytest.FixtureRequest) -> str:
    """The path or address of an empty record."""
    if request.param == "sqlite":
        return str(request.getfixturevalue("template_copy"))
    server: Server = request.getfixturevalue("postgres")
    return server.database(template=request.getfixturevalue("template_database"))


@pytest.fixture(scope="session")
def shared_database(postgres: Server, template_database: str) -> str:
    return postgres.database("shared_record", template_database)


@pytest.fixture
def emptied_database(shared_database: str) -> str:
    """A database of many tests: taking its rows away is thirty times as quick as making another."""
    with connected(shared_database) as shared, shared.writing() as db:
        for table in reversed(metadata.sorted_tables):
            db.execute(table.delete())
    return shared_database


@pytest.fixture(params=["sqlite", "postgresql"])
def record(request: pytest.FixtureRequest) -> Iterator[Record]:
    """An empty record; a test that changes more than rows takes ``record_place``."""
    place = {"sqlite": "template_copy", "postgresql": "emptied_database"}[request.param]
    with open_record(str(request.getfixturevalue(place))) as opened:
        yield opened
