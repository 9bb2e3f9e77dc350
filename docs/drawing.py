"""The pictures of the README: what commands print of the example reports, as SVG."""

import os
import re
import tempfile
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from unittest.mock import patch

from rich.console import Console
from rich.text import Text

import comity
from comity import intake, settings, terms
from comity.cli.dossier import text_of
from comity.cli.table import print_table
from comity.dossier import dossier
from comity.record.db import open_record
from comity.run import adding, asking
from comity.terms.states import States

EXAMPLES = Path(__file__).parents[1] / "examples"
WIDTH = 88

# The day of the last of the example reports, so that the picture does not change with the calendar.
DAY = "2025-11-22"

# Of each section the rows that are drawn, each by what it holds, and the most lines of a row.
_DRAWN = {
    "Timeline": (("Meeting of", "Visit of", "overdue"), 2),
    "Agreements": (("Treaty of", "for 2024/2025"), 3),
    "Figures": (("contradict",), 12),
    "Promises": (("broken", "overdue", "kept"), 6),
}


def read() -> str:
    """What `comity read` prints of the example release."""
    text = (EXAMPLES / "first.txt").read_text(encoding="utf-8")
    names = terms.load().table(States).by_code
    console = _console()
    print_table(comity.read(text, published="2023-03-21"), console, lambda code: names[code].name)
    return _drawn(console, "comity read examples/first.txt --published 2023-03-21")


def show() -> str:
    """What `comity show` prints of the record of the example relation, cut to a few rows."""
    console = _console()
    for line in _cut(_dossier().splitlines()):
        console.print(Text.from_ansi(line), soft_wrap=True)
    return _drawn(console, f"comity show KAZ ARM --as-of {DAY}")


def _dossier() -> str:
    plain = settings.Settings()
    with (
        patch.dict(os.environ, COLUMNS=str(WIDTH)),
        tempfile.TemporaryDirectory() as folder,
        open_record(str(Path(folder) / "comity.db")) as record,
    ):
        for _ in adding.add(record, intake.arrivals([str(EXAMPLES / "kazarm")], plain), plain):
            pass
        return text_of(dossier(asking.account(record, ("ARM", "KAZ"), plain, DAY), terms.load()), styled=True)


def _cut(lines: list[str]) -> Iterator[str]:
    """The lines of the dossier without the sections and rows that are not drawn; how many are left out is told."""
    for heading, body in _sections(lines):
        name, count = _plain(heading).partition("  ")[0], _plain(heading).rpartition("  ")[2]
        if not count.isdigit():
            yield from (heading, *(body[:-1] if body and not _plain(body[-1]) else body))
        elif name in _DRAWN:
            wanted, most = _DRAWN[name]
            rows = _chosen(list(_rows(body)), wanted)
            yield from ("", heading, *(line for row in rows for line in row[:most]))
            if int(count) > len(rows):
                yield f"\x1b[2m{' ' * 15}… and {int(count) - len(rows)} more\x1b[0m"


def _sections(lines: list[str]) -> Iterator[tuple[str, list[str]]]:
    starts = [at for at, line in enumerate(lines) if re.match(r"\S.*  \d+$", _plain(line))]
    for start, end in zip([0, *starts], [*starts, len(lines)], strict=True):
        yield lines[start], [line for line in lines[start + 1 : end] if start == 0 or _plain(line)]


def _rows(body: list[str]) -> Iterator[list[str]]:
    row: list[str] = []
    for line in body:
        if row and re.match(r"  \S", _plain(line)):
            yield row
            row = []
        row.append(line)
    yield row


def _chosen(rows: list[list[str]], wanted: tuple[str, ...]) -> list[list[str]]:
    found: list[int] = []
    for word in wanted:
        at = next((at for at, row in enumerate(rows) if at not in found and word in _plain("\n".join(row))), None)
        found += [] if at is None else [at]
    return [rows[at] for at in sorted(found)]


def _plain(line: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", line)


def _console() -> Console:
    return Console(file=StringIO(), record=True, width=WIDTH, highlight=False)


def _drawn(console: Console, title: str) -> str:
    svg = console.export_svg(title=title)
    # Rich names fonts at a web address; the picture is to need nothing but itself.
    return re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)
