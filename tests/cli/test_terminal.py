"""`comity read` in a terminal: the bar makes way for the table, and what is redirected arrives whole."""

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

from tests.reports import ROOT

ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def in_terminal(*arguments: str, output: Path | None = None) -> str:
    """All that a terminal of 80 columns is sent: both streams, or only standard error where output is a file."""
    leader, follower = pty.openpty()
    environment = {**os.environ, "COLUMNS": "80", "TERM": "xterm"}
    out = output.open("wb") if output else follower
    line = [sys.executable, "-m", "comity", "read", *arguments]
    process = subprocess.Popen(line, stdout=out, stderr=follower, stdin=follower, cwd=ROOT, env=environment)
    os.close(follower)
    sent = b""
    while True:
        try:
            part = os.read(leader, 65536)
        except OSError:  # the terminal's other end is closed: the process has ended
            break
        if not part:
            break
        sent += part
    assert process.wait() == 0
    os.close(leader)
    return sent.decode()


def test_redirected_output_arrives_whole_beside_a_bar(tmp_path: Path) -> None:
    out = tmp_path / "readings.jsonl"
    sent = in_terminal("examples/first.txt", "examples/kazarm/K-08-trade-note.json", output=out)
    assert len([json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]) == 2
    assert "reading" in sent


def test_the_bar_stands_in_no_line_of_the_table() -> None:
    sent = in_terminal("examples/first.txt", "examples/kazarm/K-08-trade-note.json")
    lines = [ESCAPE.sub("", line) for line in re.split(r"[\r\n]+", sent)]
    assert "ENCOUNTERS" in lines
    assert [line for line in lines if "━" in line and not line.strip().startswith("reading")] == []
    assert [line for line in lines if "reading" in line and "Kazakh" in line] == []
