"""`comity db` as people meet it: what it says, how it ends."""

import gzip
from pathlib import Path

import pytest
from sqlalchemy import text
from typer.testing import CliRunner, Result

from comity.cli.db import app
from comity.errors import NoRecord
from comity.record import migrations
from comity.record.db import open_record
from tests.record import sample
from tests.record.schemas import SCHEMAS


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments, catch_exceptions=False)


@pytest.fixture
def filled_place(record_place: str) -> str:
    with open_record(record_place) as record, record.writing() as db:
        sample.fill(db)
    return record_place


def test_a_sound_record_is_told_to_be_so(filled_place: str) -> None:
    done = run("check", "--db", filled_place)
    assert done.exit_code == 0
    assert done.stdout.endswith("is sound.\n")


def test_what_is_wrong_is_told_a_line_each(filled_place: str) -> None:
    with open_record(filled_place) as record, record.writing() as db:
        db.execute(text("UPDATE matters SET reports = 3"))
    done = run("check", "--db", filled_place)
    assert done.exit_code == 1
    assert done.stdout == "a matter miscounts its reports: mfedcba9876543210\n"


def test_a_damaged_file_is_told_as_what_is_wrong(template_copy: Path) -> None:
    whole = template_copy.read_bytes()
    template_copy.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    done = run("check", "--db", str(template_copy))
    assert done.exit_code == 1
    assert "malformed" in done.stdout


def test_a_record_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    for command in (["check"], ["upgrade"], ["backup", str(tmp_path / "copy")]):
        with pytest.raises(NoRecord):
            run(*command, "--db", str(tmp_path / "none.db"))
    assert list(tmp_path.iterdir()) == []


def test_the_record_is_the_one_of_the_settings_unless_told(
    template_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMITY_DB", str(template_copy))
    assert run("check").stdout == f"{template_copy} is sound.\n"


def test_a_copy_is_told_with_its_size(filled_place: str, tmp_path: Path) -> None:
    done = run("backup", str(tmp_path / "copy"), "--db", filled_place)
    assert done.exit_code == 0
    assert done.stdout.startswith(f"Copied to {tmp_path / 'copy'} (")


def test_a_record_of_this_version_is_up_to_date(filled_place: str) -> None:
    assert f"up to date (tables of version {migrations.HEAD})" in run("upgrade", "--db", filled_place).stdout


def test_an_older_file_is_copied_before_it_is_upgraded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (old := tmp_path / "old.db").write_bytes(gzip.decompress((SCHEMAS / "0001.sqlite.gz").read_bytes()))
    monkeypatch.setattr("comity.record.db.migrations.HEAD", "0002")
    done = run("upgrade", "--db", str(old))
    assert (tmp_path / "old.db.0001.backup").exists()
    assert done.stdout.splitlines()[0].endswith("old.db.0001.backup")
    assert "tables of version 0001 are now of version 0002" in done.stdout
