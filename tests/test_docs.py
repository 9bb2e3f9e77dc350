"""The docs cannot lie: generated pages are current, and what the README shows runs."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from comity.reading.steps import STEPS
from docs.generate import REFERENCE, pages

ROOT = Path(__file__).parents[1]
MARKDOWN = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])


@pytest.mark.parametrize("name", sorted(pages()))
def test_a_generated_page_is_current(name: str) -> None:
    assert (REFERENCE / name).read_text(encoding="utf-8") == pages()[name], "run `make docs`"


@pytest.mark.parametrize("page", MARKDOWN, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def python_blocks() -> list[tuple[str, str]]:
    found = [(page, re.findall(r"```python\n(.*?)```", page.read_text(encoding="utf-8"), re.S)) for page in MARKDOWN]
    return [(f"{page.relative_to(ROOT)}", block) for page, blocks in found for block in blocks]


@pytest.mark.parametrize(("page", "block"), python_blocks())
def test_python_examples_run(page: str, block: str, tmp_path: Path) -> None:
    script = tmp_path / "example.py"
    script.write_text(block, encoding="utf-8")
    done = subprocess.run([sys.executable, script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{page}: {done.stderr}"


def console_lines() -> list[str]:
    told = "\n".join(page.read_text(encoding="utf-8") for page in MARKDOWN)
    blocks = re.findall(r"```console\n(.*?)```", told, re.S)
    return sorted(
        {line[2:] for block in blocks for line in block.splitlines() if re.match(r"\$ (\w+=\S+ )?comity ", line)}
    )


@pytest.mark.parametrize("line", [line for line in console_lines() if "http" not in line])
def test_commands_shown_in_the_docs_run(line: str, tmp_path: Path) -> None:
    command = line.replace("comity ", f"{sys.executable} -m comity ", 1).replace("-o ", f"-o {tmp_path}/")
    done = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == int(line.endswith("# exit status 1")), done.stderr


def test_every_step_of_the_explanation_is_named() -> None:
    told = (ROOT / "docs" / "explanation" / "how-it-reads.md").read_text(encoding="utf-8")
    assert [step.name for step in STEPS if f"**{step.name}**" not in told] == []
