"""``comity brief`` on the record of the example relation."""

import re
from pathlib import Path

import pypdfium2
import pytest
from typer.testing import CliRunner

from comity import errors
from comity.cli import app
from tests.reports import ROOT

DAY = "2025-11-22"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> str:
    place = str(tmp_path_factory.mktemp("brief") / "comity.db")
    done = CliRunner().invoke(app, ["add", str(ROOT / "examples" / "kazarm"), "--db", place], catch_exceptions=False)
    assert done.exit_code == 0
    return place


@pytest.fixture(autouse=True)
def _asked(record: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMITY_DB", record)


def ask(*arguments: str) -> str:
    done = CliRunner().invoke(app, ["brief", *arguments], catch_exceptions=False)
    assert done.exit_code == 0
    return done.output


def test_the_country_named_first_is_us() -> None:
    assert 'title: "Kazakhstan: relations with Armenia"' in ask("KAZ", "ARM", "--as-of", DAY)
    assert 'title: "Armenia: relations with Kazakhstan"' in ask("armenia", "KAZ", "--as-of", DAY)


def test_ones_own_country_may_be_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMITY_COUNTRY", "ARM")
    assert ask("KAZ", "--as-of", DAY) == ask("ARM", "KAZ", "--as-of", DAY)


def test_every_sentence_is_noted_and_every_note_names_a_source() -> None:
    told = ask("KAZ", "ARM", "--as-of", DAY)
    body, _, rest = told.partition("\n# Sources\n")
    notes = re.findall(r"(?m)^\[\^(\d+)\]: (.*)$", body)
    assert len(notes) > 50
    assert [number for number, _ in notes] == [str(number) for number in range(1, len(notes) + 1)]
    sources = re.findall(r"(?m)^(\d+)\\?\. ", rest)
    cited = {number for _, note in notes for number in re.findall(r"\\\[(\d+)\\\]: “", note)}
    assert cited == set(sources)


def test_as_of_a_day_later_reports_are_unknown() -> None:
    told = ask("KAZ", "ARM", "--as-of", "2022-12-31")
    assert "2025" not in told
    assert "As of 31 December 2022" in told


@pytest.mark.parametrize("format", ["docx", "pdf", "html", "md"])
def test_the_same_record_and_day_give_the_same_bytes(format: str, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for out in (one, other):
        ask("KAZ", "ARM", "--as-of", DAY, "--format", format, "--out", str(out))
    assert one.read_bytes() == other.read_bytes()
    assert one.stat().st_size > 10_000


def test_a_body_of_the_example_relation_has_two_to_four_pages(tmp_path: Path) -> None:
    out = tmp_path / "brief.pdf"
    ask("KAZ", "ARM", "--as-of", DAY, "--format", "pdf", "--out", str(out))
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(out)]
    body = next(number for number, text in enumerate(pages) if text.startswith("Sources"))
    assert 2 <= body <= 4


def test_what_is_no_text_needs_a_file() -> None:
    with pytest.raises(errors.NeedsFile):
        CliRunner().invoke(app, ["brief", "KAZ", "ARM", "--format", "pdf"], catch_exceptions=False)
