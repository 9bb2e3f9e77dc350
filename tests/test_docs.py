"""The docs cannot lie: generated pages are current, what they show runs, and says what they show."""

import re
import shlex
import subprocess
import sys
from pathlib import Path
from shutil import copyfile
from typing import NamedTuple

import pytest
from typer.testing import CliRunner

from comity.cli import app
from comity.errors import ComityError
from comity.reading.steps import STEPS
from comity.reconcile import KINDS
from docs.generate import REFERENCE, pages

ROOT = Path(__file__).parents[1]
MARKDOWN = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
# It begins in a folder without a record.
STORY = ROOT / "docs" / "tutorial" / "first-record.md"
LEFT_OUT = "…"


class Command(NamedTuple):
    """A command of a page and the lines of output that the page shows of it."""

    line: str
    shown: tuple[str, ...]


@pytest.mark.parametrize("name", sorted(pages()))
def test_a_generated_page_is_current(name: str) -> None:
    assert (REFERENCE / name).read_text(encoding="utf-8") == pages()[name], "run `make docs`"


@pytest.mark.parametrize("page", MARKDOWN, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_page_of_the_docs_is_in_their_list() -> None:
    listed = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    there = (page.relative_to(ROOT / "docs").as_posix() for page in MARKDOWN if page.parent.parent == ROOT / "docs")
    assert [page for page in there if f"({page})" not in listed] == []


def python_blocks() -> list[tuple[str, str]]:
    found = [(page, re.findall(r"```python\n(.*?)```", page.read_text(encoding="utf-8"), re.S)) for page in MARKDOWN]
    return [(f"{page.relative_to(ROOT)}", block) for page, blocks in found for block in blocks]


@pytest.mark.parametrize(("page", "block"), python_blocks())
def test_python_examples_run(page: str, block: str, tmp_path: Path) -> None:
    script = tmp_path / "example.py"
    script.write_text(block, encoding="utf-8")
    done = subprocess.run([sys.executable, script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{page}: {done.stderr}"


def commands(page: Path) -> list[Command]:
    """The commands in the console blocks of a page, each with what is shown of its output."""
    found: list[Command] = []
    whole = page.read_text(encoding="utf-8").replace("\\\n", "")
    for block in re.findall(r"```console\n(.*?)```", whole, re.S):
        for told in re.split(r"(?m)^\$ ", block)[1:]:
            line, *shown = told.splitlines()
            found.append(Command(line, tuple(shown)))
    return [command for command in found if re.match(r"(\w+=\S+ )?comity ", command.line)]


def run(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a command as a shell would, and look for what is shown of it, line by line, in what it says."""
    line, _, status = command.line.partition("# exit status ")
    told, code = spoken(line, monkeypatch)
    assert code == int(status or 0), f"{command.line}\n{told}"
    left = lines_of(told)
    for shown in lines_of("\n".join(command.shown)):
        if shown != LEFT_OUT:
            assert any(shown in line for line in left), f"{command.line} does not say, or not there: {shown}\n\n{told}"
            left = left[next(at for at, line in enumerate(left) if shown in line) + 1 :]


def lines_of(text: str) -> list[str]:
    """The lines without blanks at their ends, and with single ones within."""
    return [told for line in text.splitlines() if (told := " ".join(line.split()))]


def spoken(line: str, monkeypatch: pytest.MonkeyPatch) -> tuple[str, int]:
    """What a command line says, and its exit status."""
    words = shlex.split(line)
    with monkeypatch.context() as patch:
        while "=" in words[0]:
            patch.setenv(*words.pop(0).split("=", 1))
        try:
            done = CliRunner().invoke(app, words[1:], prog_name="comity", catch_exceptions=False)
        except ComityError as refusal:
            return str(refusal), 2
    return done.output, done.exit_code


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of the example reports, made once."""
    path = tmp_path_factory.mktemp("docs") / "built.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        run(Command(f"comity add examples/first-record examples/kazarm --db {path}", ("22 added",)), patch)
    return path


@pytest.fixture
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A folder with the examples in it, and a terminal of 80 columns."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("COMITY_DB", raising=False)
    return monkeypatch


@pytest.mark.parametrize("page", [page for page in MARKDOWN if commands(page)], ids=lambda page: page.stem)
def test_what_a_page_shows_runs_in_its_order(
    page: Path, built: Path, tmp_path: Path, at_home: pytest.MonkeyPatch
) -> None:
    if page != STORY:
        copyfile(built, tmp_path / "comity.db")
    for command in commands(page):
        if not re.search(r" (read|add) .*http", command.line):
            run(command, at_home)


def test_every_step_of_the_explanation_is_named() -> None:
    told = (ROOT / "docs" / "explanation" / "how-it-reads.md").read_text(encoding="utf-8")
    assert [step.name for step in STEPS if f"**{step.name}**" not in told] == []


def test_every_kind_that_is_joined_is_explained() -> None:
    told = (ROOT / "docs" / "explanation" / "how-it-joins.md").read_text(encoding="utf-8")
    assert [kind for kind in KINDS if f"**{kind.capitalize()}s.**" not in told] == []
