import sqlite3
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event, Thread

import pytest
from sqlalchemy import Connection, event, insert, select, text
from sqlalchemy.exc import IntegrityError

from comity.errors import (
    BadSetting,
    ComityError,
    NewerRecord,
    NoDatabase,
    NoRecord,
    NotARecord,
    NotInstalled,
    OldRecord,
    RecordBusy,
    RecordDamaged,
    RecordFull,
    RecordReadOnly,
)
from comity.record import engines, migrations
from comity.record.db import Record, connected, open_record, upgrade, version
from comity.record.soundness import check
from comity.record.tables import reports, sources
from tests.machine.postgres import Server, free_port
from tests.record.powerless import powerless, unwritable


def put(db: Connection, name: str) -> None:
    db.execute(insert(sources).values(id=name, shows="full"))


def kept(db: Connection) -> list[str]:
    return list(db.execute(select(sources.c.id).order_by(sources.c.id)).scalars())


def test_what_is_written_is_kept(record: Record) -> None:
    with record.writing() as db:
        put(db, "x")
    with record.asking() as db:
        assert kept(db) == ["x"]


def fail_within(record: Record) -> None:
    with record.writing() as db:
        put(db, "x")
        raise ZeroDivisionError


def test_of_what_fails_nothing_is_kept(record: Record) -> None:
    with pytest.raises(ZeroDivisionError):
        fail_within(record)
    with record.asking() as db:
        assert kept(db) == []


def test_who_asks_sees_one_state_whoever_writes_meanwhile(record: Record) -> None:
    with record.asking() as asking:
        assert kept(asking) == []
        with record.writing() as writing:
            put(writing, "x")
        assert kept(asking) == []
    with record.asking() as asking:
        assert kept(asking) == ["x"]


def test_who_asks_cannot_write(record: Record) -> None:
    with pytest.raises(RecordReadOnly), record.asking() as db:
        put(db, "x")
    with record.writing() as db:
        put(db, "y")


def test_who_writes_is_alone_and_the_next_sees_what_was_written(record: Record) -> None:
    begun, seen = Event(), list[list[str]]()

    def second() -> None:
        begun.set()
        with record.writing() as db:
            seen.append(kept(db))

    thread = Thread(target=second)
    with record.writing() as db:
        thread.start()
        begun.wait()
        put(db, "x")
    thread.join()
    assert seen == [["x"]]


def test_who_waits_too_long_is_told_so(record_place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "PATIENCE", 1)
    with (
        open_record(record_place) as one,
        open_record(record_place) as other,
        one.writing(),
        pytest.raises(RecordBusy),
        other.writing(),
    ):
        pass


def test_what_is_referred_to_must_be_there(record: Record) -> None:
    row = dict.fromkeys((c.name for c in reports.columns if not c.nullable), "x")
    with pytest.raises(IntegrityError, match=r"(?i)foreign key"), record.writing() as db:
        db.execute(insert(reports).values(row | {"words": 1, "content": b"", "signature": b""}))


def test_tables_of_another_version_are_refused(record_place: str) -> None:
    for told, refusal in (("0000", OldRecord), ("9999", NewerRecord), ("abc", NotARecord)):
        with connected(record_place) as record, record.writing() as db:
            db.execute(text(f"UPDATE {migrations.TABLE} SET version_num = :told"), {"told": told})
        with pytest.raises(refusal):
            open_record(record_place)


def test_a_record_of_this_version_needs_no_upgrade(record_place: str) -> None:
    assert upgrade(record_place) == (migrations.HEAD, migrations.HEAD)
    with open_record(record_place) as record:
        assert version(record) == migrations.HEAD
        assert check(record) == []


@pytest.mark.parametrize(
    ("place", "rendered"),
    [
        ("my record.db", "sqlite:///my record.db"),
        ("sqlite:////data/x.db", "sqlite:////data/x.db"),
        ("postgres://a:secret@h/x", "postgresql+psycopg://a:***@h/x"),
        ("postgresql://h:5433/x", "postgresql+psycopg://h:5433/x"),
        ("postgresql+psycopg://h/x", "postgresql+psycopg://h/x"),
        ("postgresql://a@h/x?password=secret", "postgresql+psycopg://a:***@h/x"),
        (
            "postgresql://h/x?user=a&password=secret&sslmode=require",
            "postgresql+psycopg://h/x?sslmode=require&user=a",
        ),
    ],
)
def test_a_place_is_a_path_or_an_address(place: str, rendered: str) -> None:
    assert engines.url_of(place).render_as_string() == rendered


@pytest.mark.parametrize(
    "place",
    [
        "", " ", "mysql://a:secret@h/x", "mysql://h/x?password=secret", "sqlite://", "https://comity.example/x", "://",
        "postgresql://a:secret@h:port/x", "postgresql://h/x?sslpassword=secret",
    ],
)  # fmt: skip
def test_other_databases_are_refused(place: str) -> None:
    with pytest.raises(BadSetting) as refused:
        open_record(place)
    assert "secret" not in str(refused.value)


def other_database(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE notes (x)")


def test_a_file_that_is_no_record_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    (text_file := tmp_path / "text").write_text("Ministers met in Yerevan. " * 100)
    other_database(other := tmp_path / "other.db")
    (folder := tmp_path / "folder").mkdir()
    cases: dict[Path, type[ComityError]] = {
        text_file: NotARecord,
        other: NotARecord,
        folder: NoRecord,
        tmp_path / "no" / "folder.db": NoRecord,
    }
    for path, refusal in cases.items():
        before = path.read_bytes() if path.is_file() else b""
        with pytest.raises(refusal, match=path.name):
            open_record(str(path))
        assert (path.read_bytes() if path.is_file() else b"") == before


def test_where_no_record_is_none_is_made_unless_asked_for(tmp_path: Path, postgres: Server) -> None:
    for place in (str(tmp_path / "new.db"), postgres.database()):
        with pytest.raises(NoRecord):
            open_record(place, create=False)
        open_record(place).close()
        open_record(place, create=False).close()


def test_two_who_begin_a_record_at_once_have_one(tmp_path: Path, postgres: Server) -> None:
    for place in (str(tmp_path / "new.db"), postgres.database()):
        with ThreadPoolExecutor(4) as pool:
            opened = list(pool.map(open_record, [place] * 4))
        assert [version(record) for record in opened] == [migrations.HEAD] * 4
        for record in opened:
            record.close()


def test_a_server_that_does_not_answer_is_named_without_the_password(postgres: Server) -> None:
    for place in (f"postgresql://me:secret@127.0.0.1:{free_port()}/x", postgres.url("missing")):
        with pytest.raises(NoDatabase) as refused:
            open_record(place)
        assert "secret" not in str(refused.value)


def test_without_psycopg_the_package_to_install_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(NotInstalled, match=r"comity\[postgres\]"):
        open_record("postgresql://127.0.0.1/x")


def cut_off(place: str) -> None:
    with connected(place) as other, other.asking() as db:
        db.execute(text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
                        " AND datname = current_database()"))  # fmt: skip


def lose_the_server(record: Record, place: str) -> None:
    with record.writing() as db:
        put(db, "x")
        cut_off(place)
        put(db, "y")


def test_a_lost_connection_undoes_what_was_not_finished(record_place: str) -> None:
    if record_place.startswith("postgresql"):
        with open_record(record_place) as record:
            with pytest.raises(NoDatabase):
                lose_the_server(record, record_place)
            with record.asking() as db:
                assert kept(db) == []


@pytest.mark.parametrize(
    ("state", "refusal"),
    [
        ("53100", RecordFull),
        ("25006", RecordReadOnly),
        ("55P03", RecordBusy),
        ("XX001", RecordDamaged),
        ("57014", NoDatabase),
    ],
)
def test_what_a_server_refuses_has_a_name_of_ours(
    postgres: Server, template_database: str, state: str, refusal: type[ComityError]
) -> None:
    with open_record(postgres.database(template=template_database)) as record:
        with pytest.raises(refusal, match="no more"), record.writing() as db:
            db.execute(text(f"DO $$ BEGIN RAISE 'no more' USING ERRCODE = '{state}'; END $$"))
        assert check(record) == []


def fill(record: Record) -> None:
    with record.writing() as db:
        for number in range(100_000):
            put(db, f"{number}" * 100)


def test_a_full_disk_undoes_what_was_not_finished(tmp_path: Path) -> None:
    with open_record(str(tmp_path / "x.db")) as record:
        record.engine.dispose()
        event.listen(record.engine, "connect", lambda db, _: db.execute("PRAGMA max_page_count = 250"))
        with pytest.raises(RecordFull):
            fill(record)
        with record.asking() as db:
            assert kept(db) == []
        assert check(record) == []


def test_a_file_that_cannot_be_written_can_be_asked(template_file: Path) -> None:
    with unwritable(template_file) as path, powerless(), open_record(str(path)) as record:
        with record.asking() as db:
            assert kept(db) == []
        with pytest.raises(RecordReadOnly), record.writing() as db:
            put(db, "x")
        assert check(record) == []


def test_a_file_whose_log_cannot_be_taken_in_is_not_read_without_it(template_copy: Path) -> None:
    with unwritable(template_copy) as path:
        path.parent.chmod(0o755)
        path.with_name(f"{path.name}-wal").write_bytes(b"changes")
        path.parent.chmod(0o555)
        with powerless(), pytest.raises(RecordReadOnly, match="log of changes"):
            open_record(str(path))
