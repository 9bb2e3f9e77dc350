"""Adding, judging and forgetting from the command line, on both databases."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from comity import errors
from comity.cli import app
from comity.record.db import open_record
from tests.reports import ROOT

FIRST = str(ROOT / "examples" / "first.txt")


@pytest.fixture
def place(record_place: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COMITY_DB", record_place)
    monkeypatch.setenv("COMITY_AUTHOR", "tester")
    return record_place


def comity(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def ids(place: str) -> list[str]:
    told = comity("export", "--format", "jsonl").stdout.splitlines()
    lines = [json.loads(line) for line in told]
    return [one["id"] for line in lines if line["type"] == "reading" for one in line["encounters"]]


def test_a_report_is_added_once_and_its_copy_and_its_new_version_are_told(place: str, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(Path(FIRST).read_text(encoding="utf-8"), encoding="utf-8")
    assert comity("add", FIRST, "--published", "2023-03-21").stderr == "1 added\n"
    assert comity("add", FIRST, "--published", "2023-03-21").stderr == "0 added, 1 already there\n"
    assert comity("add", str(page), "--published", "2023-03-22").stderr == "0 added, 1 copy\n"
    page.write_text("The presidents of Kenya and Peru met in Lima on Monday, officials said there.\n", encoding="utf-8")
    told = comity("add", str(page), "--published", "2023-03-23").stderr
    assert "withdraws" in told
    assert told.endswith("0 added, 1 new version\n")


def test_what_cannot_be_read_is_counted_and_the_rest_is_kept(place: str, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    done = comity("add", FIRST, str(tmp_path / "empty.txt"))
    assert done.exit_code == 1
    assert done.stderr.endswith("1 added, 1 refused\n")


def test_a_finding_is_rejected_and_taken_back(place: str) -> None:
    comity("add", FIRST, "--published", "2023-03-21")
    finding = ids(place)[0]
    told = comity("judge", "reject", finding, "--reason", "not so").stderr
    assert f"reject {finding}, by tester" in told
    assert comity("judge", "undo", told.split(":")[0]).exit_code == 0


def test_what_was_forgotten_is_not_added_again(place: str) -> None:
    comity("add", FIRST, "--published", "2023-03-21")
    done = comity("forget", "first.txt", "--reason", "a court order", "--yes")
    assert (done.exit_code, done.stderr.split()[1:3]) == (0, ["is", "erased;"])
    again = comity("add", FIRST, "--published", "2023-03-21")
    assert again.exit_code == 1
    assert "forgotten" in again.stderr


def test_two_texts_under_one_id_that_looks_like_ours_are_both_kept(place: str, tmp_path: Path) -> None:
    lines = [{"id": "a" * 16, "text": text} for text in ("The presidents met in Lima.", "The ministers met in Oslo.")]
    path = tmp_path / "two.jsonl"
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    assert comity("add", str(path)).stderr.endswith("1 added, 1 new version\n")


def test_what_this_reader_read_is_not_read_again(place: str) -> None:
    comity("add", FIRST, "--published", "2023-03-21")
    assert comity("reread").stderr == "0 read again: 0 findings new, 0 gone, 0 held by judgements\n"


@pytest.mark.parametrize(
    ("arguments", "refusal"),
    [
        (("judge", "confirm", "0000000000000000"), errors.NoSuchFinding),
        (("judge", "undo", "0000000000000000"), errors.NoSuchJudgement),
        (("judge", "merge", "m0000000000000000", "m1111111111111111", "--reason", "x"), errors.NoSuchMatter),
        (("forget", "nothing.txt", "--reason", "x", "--yes"), errors.NoSuchReport),
        (("list", "event", "--db", ""), errors.BadSetting),
    ],
)
def test_what_is_not_there_is_refused_by_name(place: str, arguments: tuple[str, ...], refusal: type[Exception]) -> None:
    assert isinstance(comity(*arguments).exception, refusal)


@pytest.mark.parametrize(
    "arguments", [("forget", "first.txt", "--reason", " ", "--yes"), ("list", "event", "--offset", "9" * 19)]
)
def test_what_cannot_be_meant_is_wrong_use(place: str, arguments: tuple[str, ...]) -> None:
    assert comity(*arguments).exit_code == 2


def test_a_source_is_shown_to_others_by_its_evidence_only(place: str) -> None:
    comity("add", FIRST, "--published", "2023-03-21", "--outlet", "The Post")
    assert comity("source", "The Post", "--show", "evidence").exit_code == 0
    told = comity("export", "--format", "jsonl", "--for-others").stdout
    report = next(json.loads(line) for line in told.splitlines() if '"type":"report"' in line)
    assert report["text"] is None


def test_a_source_that_is_not_there_is_told_its_like(place: str) -> None:
    comity("add", FIRST, "--published", "2023-03-21", "--outlet", "The Post")
    refusal = comity("source", "the pots", "--show", "evidence").exception
    assert isinstance(refusal, errors.UnknownSource)
    assert refusal.detail.endswith("Like it: The Post.")


def test_the_record_of_the_test_is_sound(place: str) -> None:
    comity("add", FIRST)
    with open_record(place) as record:
        assert record.dialect in ("sqlite", "postgresql")
    assert comity("db", "check").exit_code == 0
