"""Writing out: to a terminal harmlessly, to a file whole, and with a name for what goes wrong."""

import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

# Controls but tab and line feed, and marks that turn the direction of writing: a report's words may hold
# them, and a terminal would obey.
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def harmless(text: str) -> str:
    """The text with each control character as a replacement character, surrogates as escapes."""
    return _CONTROLS.sub("\ufffd", text).encode("utf-8", "backslashreplace").decode()


def write(text: str, out: TextIO) -> None:
    """Write a line and flush; raises ``CannotWrite`` where it cannot be, ``BrokenPipeError`` where nobody reads."""
    from comity.errors import CannotWrite

    try:
        print(text, file=out, flush=True)
    except BrokenPipeError:
        raise
    except OSError as problem:
        raise CannotWrite(f"{getattr(out, 'name', 'the output')}: {problem.strerror}.") from problem


def write_data(text: str) -> None:
    """Write lines for programs to standard output; where that is a terminal, harmlessly. Raises as ``write``."""
    write(harmless(text) if sys.stdout.isatty() else text, sys.stdout)


def tell(line: str) -> None:
    """Tell people something on standard error."""
    print(harmless(line), file=sys.stderr, flush=True)


@contextmanager
def whole(output: Path) -> Iterator[TextIO]:
    """A file to write, moved into place when it is whole: a broken run leaves no half one.

    A link's target is written; a device or pipe is written directly. Raises ``CannotWrite``.
    """
    with _aside(output) as path, path.open("w", encoding="utf-8") as out:
        yield out


@contextmanager
def whole_bytes(output: Path) -> Iterator[BinaryIO]:
    """As ``whole``, for bytes."""
    with _aside(output) as path, path.open("wb") as out:
        yield out


@contextmanager
def whole_folder(output: Path) -> Iterator[Path]:
    """A folder to write files in, moved into place when all are whole; other files already there stay.

    Raises ``CannotWrite``.
    """
    from comity.errors import CannotWrite

    target = output.resolve()
    if target.exists() and not target.is_dir():
        raise CannotWrite(f"{output} is no folder.")
    aside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        aside.mkdir()
        yield aside
        target.mkdir(exist_ok=True)
        for path in aside.iterdir():
            path.replace(target / path.name)
    except OSError as problem:
        raise CannotWrite(f"{output}: {problem.strerror}.") from problem
    finally:
        shutil.rmtree(aside, ignore_errors=True)


@contextmanager
def _aside(output: Path) -> Iterator[Path]:
    """Where to write what is moved to ``output`` once it is whole."""
    from comity.errors import CannotWrite

    target = output.resolve()
    if target.is_dir():
        raise CannotWrite(f"{output} is a folder.")
    direct = target.exists() and not target.is_file()
    aside = target if direct else target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        yield aside
        if not direct:
            aside.replace(target)
    except OSError as problem:
        raise CannotWrite(f"{output}: {problem.strerror}.") from problem
    finally:
        if not direct:
            aside.unlink(missing_ok=True)
