"""``comity stats``, ``check`` and ``mirror`` on the example relation with both offices' figures."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from typer.testing import CliRunner

from comity.cli import app
from tests.reports import ROOT

DATA = ROOT / "tests" / "statistics" / "data"
TABLES = [str(DATA / name) for name in ("kz_bns_armenia.csv", "armstat_kazakhstan_vintages.csv")]


def run(*arguments: str, code: int = 0) -> str:
    done = CliRunner().invoke(app, list(arguments), catch_exceptions=False)
    assert done.exit_code == code, done.output
    return done.output


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> str:
    place = str(tmp_path_factory.mktemp("stats") / "comity.db")
    run("add", str(ROOT / "examples" / "kazarm"), "--db", place)
    run("stats", "add", *TABLES, "--db", place)
    return place


@pytest.fixture(autouse=True)
def _asked(record: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMITY_DB", record)


def test_adding_again_adds_nothing_and_says_so() -> None:
    assert "2,319 already there" in run("stats", "add", TABLES[1])


def test_releases_are_listed() -> None:
    told = run("stats", "list")
    assert "bns, released 2024-07-25" in told
    assert "armstat, released 2024-02" in told


def test_a_table_nobody_knows_is_refused_and_the_others_go_in(tmp_path: Path) -> None:
    strange = tmp_path / "strange.csv"
    strange.write_text("a,b\n1,2\n")
    told = run("stats", "add", str(strange), "/nothing.csv", TABLES[0], code=1)
    assert "unknown_series_source: /nothing.csv is no file" in told
    assert "unknown_table: The columns are a, b." in told
    assert "already there" in told


def test_claims_are_checked_with_their_arithmetic() -> None:
    told = " ".join(run("check", "Kazakhstan", "ARM").split())
    assert "Kazakhstan counts 103.7 million USD (exports 34.99 million, imports 68.68 million)" in told
    assert "first told on 2024-03-18, before that" in told
    assert "later releases give 110.1 million USD" in told


def test_lines_fit_a_terminal_of_80_columns() -> None:
    for arguments in (("check", "KAZ", "ARM"), ("mirror", "KAZ", "ARM"), ("stats", "list")):
        assert max(map(len, run(*arguments).splitlines())) <= 80


def test_programs_get_lines_and_tables() -> None:
    lines = [json.loads(line) for line in run("check", "KAZ", "ARM", "--format", "jsonl").splitlines()]
    rows = list(csv.DictReader(StringIO(run("check", "KAZ", "ARM", "--format", "csv"))))
    assert [one["verdict"] for one in lines] == [one["verdict"] for one in rows]
    assert {"outdated", "superseded", "contradicted"} <= {one["verdict"] for one in lines}


def test_tables_of_an_export_tell_it_of_every_figure() -> None:
    rows = list(csv.DictReader(StringIO(run("export", "--format", "csv", "--kind", "checks"))))
    assert {"outdated", "superseded"} <= {row["verdict"] for row in rows}
    assert any("103.7 million USD" in row["arithmetic"] for row in rows)
    cells = list(csv.DictReader(StringIO(run("export", "--format", "csv", "--kind", "series"))))
    assert {row["source"] for row in cells} == {"armstat", "bns"}


def test_a_report_is_checked_by_file_and_by_id(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("In 2022 trade between Kazakhstan and Armenia reached 43.1 million US dollars.")
    assert "matches" in run("check", str(report))
    kept = next(line for line in run("export", "--format", "jsonl").splitlines() if '"type":"report"' in line)
    assert "Claims on trade" in run("check", json.loads(kept)["id"])


def test_the_dossier_tells_what_statistics_say() -> None:
    assert "= official statistics: outdated" in run("show", "KAZ", "ARM")
    page = json.loads(run("show", "KAZ", "ARM", "--format", "json"))
    verdicts = {claim["official"]["verdict"] for one in page["figures"] for claim in one["claims"] if claim["official"]}
    assert "outdated" in verdicts


def test_why_tells_it_of_a_figure() -> None:
    page = json.loads(run("show", "KAZ", "ARM", "--format", "json"))
    matter = next(one["matter"] for one in page["figures"] for claim in one["claims"] if claim["official"])
    assert "Official statistics" in run("why", matter)


def test_both_sides_and_the_causes_stand_in_a_table(tmp_path: Path) -> None:
    told = run("mirror", "KAZ", "ARM", "--chart", str(tmp_path / "mirror.svg"))
    assert "2023              79.8            68.7  14 % less" in told
    assert "surveys" in told
    assert (tmp_path / "mirror.svg").read_text().startswith("<svg")
    run("mirror", "KAZ", "ARM", "--chart", "mirror.gif", code=2)


def test_without_series_the_way_to_add_them_is_told() -> None:
    assert "comity stats add" in run("mirror", "FRA", "ESP")


def test_an_export_gives_the_series_back(tmp_path: Path) -> None:
    lines = tmp_path / "lines.jsonl"
    lines.write_text(run("export", "--format", "jsonl"))
    place = str(tmp_path / "other.db")
    run("import", str(lines), "--db", place)
    assert run("mirror", "KAZ", "ARM", "--db", place) == run("mirror", "KAZ", "ARM")
    assert run("check", "KAZ", "ARM", "--db", place) == run("check", "KAZ", "ARM")
