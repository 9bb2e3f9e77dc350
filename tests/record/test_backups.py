import shutil
import subprocess
from pathlib import Path

import pytest
from sqlalchemy import select, text

from comity.errors import CannotWrite, NotInstalled
from comity.record.backups import backup
from comity.record.db import Record, open_record
from comity.record.engines import engine_of, url_of
from comity.record.soundness import check
from comity.record.tables import reports
from tests.machine.postgres import Server
from tests.record import sample


@pytest.fixture
def filled(record: Record) -> Record:
    with record.writing() as db:
        sample.fill(db)
    return record


def texts(record: Record) -> list[str]:
    with record.asking() as db:
        return list(db.execute(select(reports.c.text)).scalars())


def test_a_copy_holds_what_the_record_holds_and_is_a_record(filled: Record, tmp_path: Path, postgres: Server) -> None:
    target = tmp_path / "copy"
    backup(filled, target)
    if filled.dialect == "sqlite":
        place = str(target)
    else:
        place = postgres.database()
        subprocess.run(["psql", "-q", "-v", "ON_ERROR_STOP=1", "-f", target, place], check=True, capture_output=True)
    with open_record(place, create=False) as copy:
        assert texts(copy) == texts(filled) == [sample.TEXT]
        assert check(copy) == []


def test_a_copy_made_while_another_writes_has_what_was_finished(filled: Record, tmp_path: Path) -> None:
    with filled.writing() as db:
        db.execute(text("UPDATE reports SET text = 'unfinished'"))
        backup(filled, tmp_path / "copy")
    if filled.dialect == "sqlite":
        with open_record(str(tmp_path / "copy")) as copy:
            assert texts(copy) == [sample.TEXT]
    else:
        assert sample.TEXT in (tmp_path / "copy").read_text(encoding="utf-8")


def test_a_file_that_is_there_is_overwritten_only_when_told(filled: Record, tmp_path: Path) -> None:
    (target := tmp_path / "copy").write_text("precious")
    with pytest.raises(CannotWrite, match="there already"):
        backup(filled, target)
    assert target.read_text() == "precious"
    backup(filled, target, force=True)
    assert target.stat().st_size > 10_000
    assert list(tmp_path.glob(".copy*")) == []


def test_a_record_is_never_copied_over_itself_nor_to_where_nothing_can_be(filled: Record, tmp_path: Path) -> None:
    targets = [tmp_path / "no" / "copy", tmp_path, *([filled.path] if filled.path else [])]
    for target in targets:
        with pytest.raises(CannotWrite):
            backup(filled, target, force=True)
    assert texts(filled) == [sample.TEXT]


def test_without_pg_dump_it_is_named(filled: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    if filled.dialect == "postgresql":
        with pytest.raises(NotInstalled, match="pg_dump"):
            backup(filled, tmp_path / "copy")


def test_a_password_is_not_told_on_pg_dumps_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines: list[tuple[list[str], dict[str, str]]] = []

    def run(line: list[str], env: dict[str, str], **_: object) -> subprocess.CompletedProcess[str]:
        lines.append((line, env))
        return subprocess.CompletedProcess(line, 0, "", "")

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(shutil, "which", lambda _: "/bin/pg_dump")
    url = url_of("postgresql://127.0.0.1/x?user=a&password=secret")
    backup(Record(url.render_as_string(), engine_of(url, create=False)), tmp_path / "copy")
    ((line, environment),) = lines
    assert not any("secret" in part for part in line)
    assert environment["PGPASSWORD"] == "secret"
