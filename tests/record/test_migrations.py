"""Tables made by the migrations are those of ``tables.py``, and records of every released version open."""

import gzip
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect

from comity.record import migrations
from comity.record.db import Record, connected, open_record, upgrade
from comity.record.soundness import check
from comity.record.tables import metadata
from docs import freeze
from tests.machine.postgres import Server
from tests.record import sample
from tests.record.schemas import SCHEMAS
from tests.record.schemas.make import restore
from tests.record.test_backups import texts


def of_tables(thing: object, name: str | None, kind: str, reflected: bool, _: object) -> bool:
    """Search's own tables are of one database only, and therefore not in ``tables.py``."""
    return not (kind == "table" and reflected and str(name).startswith("search_"))


def test_migrations_make_the_tables_of_tables_py(record: Record) -> None:
    options = {"version_table": migrations.TABLE, "compare_type": True, "include_object": of_tables}
    with record.asking() as db:
        assert compare_metadata(MigrationContext.configure(db, opts=options), metadata) == []


@pytest.mark.parametrize("dialect", freeze.DIALECTS)
def test_the_first_version_is_what_tables_search_and_views_make(dialect: str) -> None:
    assert freeze.file_of(dialect).read_text(encoding="utf-8") == freeze.sql(dialect)


def test_the_head_is_the_last_version_and_versions_count_up() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    versions = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()][::-1]
    assert versions == [f"{number:04}" for number in range(1, len(versions) + 1)]
    assert versions[-1] == migrations.HEAD


def test_every_released_version_has_its_schemas() -> None:
    versions = [f"{number:04}" for number in range(1, int(migrations.HEAD) + 1)]
    assert sorted(path.name for path in SCHEMAS.glob("*.gz")) == [
        name for version in versions for name in (f"{version}.postgresql.sql.gz", f"{version}.sqlite.gz")
    ]


def shape(engine: Engine) -> dict[str, object]:
    """Tables, columns and views, as the database tells them."""
    told = inspect(engine)
    tables = {name: [(c["name"], str(c["type"])) for c in told.get_columns(name)] for name in told.get_table_names()}
    return tables | {"views": sorted(told.get_view_names())}


def released(schema: Path, tmp_path: Path, postgres: Server) -> str:
    """The place of a record made from a schema of an older version."""
    if "sqlite" in schema.name:
        (path := tmp_path / "old.db").write_bytes(gzip.decompress(schema.read_bytes()))
        return str(path)
    return restore(gzip.decompress(schema.read_bytes()).decode(), postgres.database())


@pytest.mark.parametrize("schema", sorted(SCHEMAS.glob("*.gz")), ids=lambda path: path.name)
def test_a_record_of_a_released_version_is_upgraded_with_all_it_holds(
    schema: Path, tmp_path: Path, postgres: Server
) -> None:
    place = released(schema, tmp_path, postgres)
    assert upgrade(place) == (schema.name[:4], migrations.HEAD)
    with open_record(place, create=False) as record:
        assert texts(record) == [sample.TEXT]
        assert check(record) == []


@pytest.mark.parametrize("schema", sorted(SCHEMAS.glob("*.gz")), ids=lambda path: path.name)
def test_an_upgraded_record_has_the_shape_of_a_new_one(schema: Path, tmp_path: Path, postgres: Server) -> None:
    place = released(schema, tmp_path, postgres)
    upgrade(place)
    new = str(tmp_path / "new.db") if "sqlite" in schema.name else postgres.database()
    with connected(place) as upgraded, open_record(new) as made:
        assert shape(upgraded.engine) == shape(made.engine)
