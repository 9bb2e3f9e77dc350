"""`comity read` as people and programs meet it: real processes, real files."""

import json
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from tests.reports import RELEASE, ROOT


def run(*arguments: str | Path, given: str | None = None) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "comity", *map(str, arguments)]
    return subprocess.run(line, input=given, capture_output=True, text=True, check=False, cwd=ROOT)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "release.txt"
    path.write_text(RELEASE, encoding="utf-8")
    return path


def test_in_a_pipe_each_report_is_a_line_of_json(report: Path) -> None:
    done = run("read", report, "--published", "2023-03-19", "--outlet", "Coast Post")
    reading = json.loads(done.stdout)
    assert (done.returncode, reading["report"]["outlet"], reading["report"]["published"]) == (
        0,
        "Coast Post",
        "2023-03-19",
    )
    assert reading["report"]["text"] == RELEASE


def test_standard_input_is_read_from_a_dash() -> None:
    done = run("read", "-", given=RELEASE)
    assert json.loads(done.stdout)["topics"]


def test_one_report_as_json_is_an_object_and_several_are_an_array(report: Path) -> None:
    one, two = run("read", report, "--format", "json"), run("read", report, report, "--format", "json")
    assert isinstance(json.loads(one.stdout), dict)
    assert len(json.loads(two.stdout)) == 2


def test_the_table_is_for_people(report: Path) -> None:
    told = run("read", report, "--format", "table").stdout
    assert "AGREEMENTS" in told
    assert max(map(len, told.splitlines())) <= 80


def test_a_higher_confidence_gives_fewer_findings(report: Path) -> None:
    found = [json.loads(run("read", report, "--min-confidence", least).stdout) for least in ("0.2", "0.8")]
    told = [[one["confidence"] for one in reading["events"] + reading["figures"]] for reading in found]
    assert len(told[0]) > len(told[1])
    assert all(confidence >= 0.8 for confidence in told[1])


def test_clues_are_told_in_a_table_where_they_are_asked_for(report: Path) -> None:
    assert re.search(r"confidence \d\.\d\d: .*rules", run("read", report, "--format", "table", "--clues").stdout)


def test_some_refused_ends_with_status_1_and_the_others_are_read(report: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    done = run("read", empty, report)
    assert (done.returncode, len(done.stdout.splitlines())) == (1, 1)
    assert "empty.txt: empty_report" in done.stderr
    assert "1 read, 1 refused" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["read"],
        ["read", "no-such-file.txt"],
        ["read", "--format", "xml", "-"],
        ["read", "-", "--published", "soon"],
        ["read", "-", "--min-confidence", "1.5"],
    ],
)
def test_wrong_usage_ends_with_status_2_and_says_why(arguments: list[str]) -> None:
    done = run(*arguments, given=RELEASE)
    assert done.returncode == 2
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


def test_output_goes_whole_into_the_file(report: Path, tmp_path: Path) -> None:
    out = tmp_path / "readings.json"
    done = run("read", report, "-o", out)
    assert (done.returncode, done.stdout) == (0, "")
    assert json.loads(out.read_text(encoding="utf-8"))["statements"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["readings.json", "release.txt"]


def test_an_output_that_cannot_be_written_is_refused(report: Path, tmp_path: Path) -> None:
    done = run("read", report, "-o", tmp_path / "no" / "such" / "folder.json")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_the_schema_is_the_committed_one() -> None:
    committed = (ROOT / "docs" / "reference" / "reading.schema.json").read_text(encoding="utf-8")
    assert run("schema").stdout == committed


def test_readings_fit_the_schema(report: Path) -> None:
    jsonschema.validate(json.loads(run("read", report).stdout), json.loads(run("schema").stdout))


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["settings"], []])
def test_the_command_tells_about_itself(arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.returncode in (0, 2)
    assert "omity" in done.stdout + done.stderr or "COMITY" in done.stdout


def test_help_loads_nothing_heavy() -> None:
    heavy = "[name for name in ('spacy', 'onnxruntime', 'lxml', 'pydantic') if name in sys.modules]"
    code = f"import sys; from comity.cli import app; print({heavy})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"
