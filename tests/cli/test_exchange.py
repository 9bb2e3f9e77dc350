"""`comity export` and `comity import` as people meet them, on both databases."""

import csv
import io
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from comity.cli import app
from comity.cli import exchange as command
from comity.errors import BadRange, CannotWrite, NeedsFile, NewerExport, NotFound, SameCountry, UnknownCountry
from comity.exchange.columns import TABLES
from comity.record import refill
from comity.record.db import open_record
from tests.exchange import account


@pytest.fixture
def place(record_place: str) -> str:
    with open_record(record_place) as record, record.writing() as db:
        account.fill(db)
    return record_place


def comity(place: str, *arguments: object, given: str | None = None) -> Result:
    return CliRunner().invoke(app, [*map(str, arguments), "--db", place], input=given)


def export(place: str, format: str, *arguments: object) -> Result:
    return comity(place, "export", "--format", format, *arguments)


@pytest.mark.parametrize(
    ("format", "first"),
    [
        ("jsonl", '{"type":"record"'), ("plover", "Event ID\t"), ("cameo", "GLOBALEVENTID\t"),
        ("ics", "BEGIN:VCALENDAR"), ("csv", "matter,kind"),
    ],
)  # fmt: skip
def test_a_format_of_one_text_goes_to_standard_output_or_a_file(
    place: str, format: str, first: str, tmp_path: Path
) -> None:
    kind = ["--kind", "matters"] if format == "csv" else []
    printed = export(place, format, *kind)
    assert printed.exit_code == 0
    assert printed.stdout.startswith(first)
    export(place, format, *kind, "-o", tmp_path / "out")
    assert (tmp_path / "out").read_bytes() == printed.stdout_bytes


def test_csv_is_a_file_a_table_in_a_folder_or_a_zip(place: str, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("stays")
    assert export(place, "csv", "-o", tmp_path / "out").exit_code == 0
    assert export(place, "csv", "-o", tmp_path / "out.zip").exit_code == 0
    assert {path.stem for path in (tmp_path / "out").iterdir()} == {*TABLES, "checks", "mine"}
    assert len(zipfile.ZipFile(tmp_path / "out.zip").namelist()) == len(TABLES) + 1
    rows = list(csv.DictReader((tmp_path / "out" / "pledges.csv").open(encoding="utf-8", newline="")))
    assert [row["text"] for row in rows] == ["'=SUM(A1)"]


@pytest.mark.parametrize(("format", "magic"), [("xlsx", b"PK"), ("parquet", b"PAR1")])
def test_a_format_of_bytes_goes_to_a_pipe_or_a_file(place: str, format: str, magic: bytes, tmp_path: Path) -> None:
    assert export(place, format, "--kind", "matters").stdout_bytes.startswith(magic)
    assert export(place, format, "--kind", "matters", "-o", tmp_path / "out").exit_code == 0
    assert (tmp_path / "out").read_bytes().startswith(magic)


@pytest.mark.parametrize(
    ("arguments", "refusal"),
    [
        (["csv"], NeedsFile),
        (["parquet"], NeedsFile),
        (["csv", "--between", "KAZ", "Ruritania"], UnknownCountry),
        (["csv", "--between", "KAZ", "Kazakhstan"], SameCountry),
        (["csv", "--since", "2024-13"], BadRange),
        (["csv", "--since", "2024-02", "--until", "2024-01"], BadRange),
        (["jsonl", "-o", "/nowhere/out"], CannotWrite),
        (["csv", "-o", "/dev/null"], CannotWrite),
    ],
)
def test_what_cannot_be_exported_has_a_name(place: str, arguments: list[str], refusal: type[Exception]) -> None:
    assert isinstance(export(place, *arguments).exception, refusal)


@pytest.mark.parametrize(
    "arguments", [["jsonl", "--kind", "matters"], ["csv", "--kind", "nothing"], ["nothing"]], ids=lambda told: told[-1]
)
def test_a_wrong_use_is_told(arguments: list[str], tmp_path: Path) -> None:
    assert export(str(tmp_path / "none.db"), *arguments).exit_code == 2


def test_bytes_are_not_written_to_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    with pytest.raises(NeedsFile), command._bytes_to(None):
        pass


def test_only_what_joins_the_two_within_the_days_is_exported(place: str) -> None:
    def kinds(*arguments: str) -> list[str]:
        told = export(place, "csv", "--kind", "matters", *arguments).stdout
        return [row["kind"] for row in csv.DictReader(io.StringIO(told, newline=""))]

    assert len(kinds("--between", "Armenia", "kaz")) == 4
    assert kinds("--between", "Armenia", "Georgia") == []
    assert kinds("--since", "2024-05") == ["encounter", "event"]


def test_a_broken_export_leaves_no_file(place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> None:
        raise KeyError

    monkeypatch.setattr("comity.exchange.sheets.write_csv", broken)
    assert isinstance(export(place, "csv", "-o", tmp_path / "out").exception, KeyError)
    assert isinstance(export(place, "csv", "-o", tmp_path / "out.zip").exception, KeyError)
    assert [path.name for path in tmp_path.iterdir() if "out" in path.name] == []


def test_an_export_is_taken_into_an_empty_record_and_gives_the_same_lines(place: str, tmp_path: Path) -> None:
    told = export(place, "jsonl").stdout
    other = str(tmp_path / "other.db")
    done = comity(other, "import", "-", given=told)
    assert (done.exit_code, done.stderr) == (0, "6 new, 0 already there, 0 refused\n")
    assert export(other, "jsonl").stdout == told
    assert comity(other, "import", "-", given=told).stderr == "0 new, 6 already there, 0 refused\n"


def test_a_refused_line_is_told_by_its_number_and_the_others_go_in(place: str, tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_text("{\n" + export(place, "jsonl").stdout, encoding="utf-8")
    done = comity(str(tmp_path / "other.db"), "import", path)
    assert done.exit_code == 1
    assert f"refused {path}, line 1: bad_line: It is no JSON" in done.stderr
    assert done.stderr.endswith("6 new, 0 already there, 1 refused\n")


@pytest.mark.parametrize(
    ("given", "refusal"), [('{"type": "record", "version": 99, "comity": "9"}', NewerExport), (None, NotFound)]
)
def test_what_cannot_be_imported_has_a_name(tmp_path: Path, given: str | None, refusal: type[Exception]) -> None:
    file = "-" if given else tmp_path / "none.jsonl"
    assert isinstance(comity(str(tmp_path / "other.db"), "import", file, given=given).exception, refusal)


def test_lines_in_a_pipe_that_nobody_reads_end_quietly(place: str) -> None:
    line = [sys.executable, "-m", "comity", "export", "--format", "csv", "--kind", "matters", "--db", place]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(line, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert done.stderr == ""


@pytest.mark.parametrize("format", ["csv", "xlsx", "parquet", "plover", "cameo", "ics"])
def test_what_never_holds_texts_takes_no_order_to_leave_them_out(place: str, format: str) -> None:
    assert export(place, format, "--for-others").exit_code == 2


def test_others_are_not_told_why_and_by_whom_a_report_was_forgotten(place: str) -> None:
    tombstone = {"report": "f" * 16, "sha256": "0", "reason": "private", "author": "ann", "made": "2024-01-01T00:00"}
    with open_record(place) as record, record.writing() as db:
        refill.put_tombstone(db, tombstone)
    told = export(place, "jsonl", "--for-others").stdout
    assert "f" * 16 in told
    assert not {"private", "ann"} & set(re.findall(r"[a-z]+", told))
    assert "private" in export(place, "jsonl").stdout


def test_a_mistyped_country_is_told_its_like(place: str) -> None:
    refusal = export(place, "jsonl", "--between", "Kasakhstan", "ARM").exception
    assert isinstance(refusal, UnknownCountry)
    assert "Kazakhstan (KAZ)" in refusal.detail


def test_the_first_line_says_what_is_left_out(place: str) -> None:
    first = json.loads(export(place, "jsonl", "--for-others", "--since", "2024").stdout.splitlines()[0])
    assert (first["for_others"], first["since"]) == (True, "2024-01-01")
