"""Bad input is normal input: each refusal is told by name, and the others are still read."""

import json
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.intake import made
from tests.reports import RELEASE, ROOT

FRENCH = (
    "Le ministre des affaires étrangères a reçu mardi son homologue norvégien pour des entretiens sur le commerce, "
    "les transports et la coopération culturelle entre les deux pays, avant de signer un accord sur la pêche."
)
GIB = 2**20  # in KiB, the unit of ru_maxrss
# What each file holds, and the refusal that is told for it.
BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty.txt": (bytes, "empty_report"),
    "blank.txt": (lambda: b" \n\t\n", "empty_report"),
    "binary.txt": (lambda: bytes(range(256)) * 40, "binary_file"),
    "large.txt": (lambda: b"word " * 10_500_000, "too_large"),
    "encoding.txt": (lambda: b"Ministers met in Yerevan \xff\xfe\xfa", "bad_encoding"),
    "menu.html": (lambda: b"<html><body><nav><a href='/a'>Home</a></nav></body></html>", "no_article"),
    "nested.html": (lambda: b"<div>" * 200_000 + b"x", "nested_too_deep"),
    "scan.pdf": (partial(made.pdf, [], picture=True), "scanned_pdf"),
    "locked.pdf": ((ROOT / "tests" / "intake" / "locked.pdf").read_bytes, "encrypted_pdf"),
    "french.txt": (FRENCH.encode, "not_english"),
    "sentence.txt": (lambda: b"The minister met " + b"and met " * 100_000 + b"his colleague.", "too_large"),
    "keys.jsonl": (lambda: b'{"title": "no text"}\n{"text": 5}\nno json\n', "bad_record"),
}


def read(*paths: str | Path) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "comity", "read", *map(str, paths)]
    return subprocess.run(line, capture_output=True, text=True, check=False, cwd=ROOT)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bad")
    for name, (content, _) in BAD.items():
        (folder / name).write_bytes(content())
    (folder / "good.txt").write_text(RELEASE, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def done(folder: Path) -> subprocess.CompletedProcess[str]:
    return read(folder)


@pytest.mark.parametrize(("name", "refusal"), [(name, refusal) for name, (_, refusal) in BAD.items()])
def test_each_bad_file_is_refused_by_name_with_a_remedy(
    done: subprocess.CompletedProcess[str], name: str, refusal: str
) -> None:
    lines = done.stderr.splitlines()
    told = [at for at, line in enumerate(lines) if name in line and f" {refusal}: " in line]
    assert told, done.stderr
    assert all(lines[at + 1].startswith("  ") and lines[at + 1].endswith(".") for at in told)


def test_the_good_report_among_them_is_read(done: subprocess.CompletedProcess[str]) -> None:
    assert [json.loads(line)["report"]["text"] for line in done.stdout.splitlines()] == [RELEASE]
    assert done.returncode == 1


def test_a_line_of_json_is_named_by_its_number(done: subprocess.CompletedProcess[str]) -> None:
    assert all(f"keys.jsonl, line {number}: bad_record" in done.stderr for number in (1, 2, 3))


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/x", "http://169.254.169.254/", "http://[::1]/", "ftp://h/x"])
def test_an_address_that_is_not_public_is_refused(address: str) -> None:
    done = read(address)
    assert (done.returncode, done.stdout) == (1, "")
    assert "forbidden_address" in done.stderr


def test_no_bad_file_takes_a_gigabyte(folder: Path) -> None:
    code = (
        "import resource, subprocess, sys\n"
        "subprocess.run([sys.executable, '-m', 'comity', 'read', sys.argv[1]], capture_output=True)\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    told = subprocess.run(
        [sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert int(told.stdout) < GIB
