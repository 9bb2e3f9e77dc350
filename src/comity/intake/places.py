"""Where reports are: files, folders, addresses and standard input, found and opened."""

import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO

from comity.errors import NoAccess, NotFound, TooLarge
from comity.intake.formats import ARCHIVE, LINES, by_ending
from comity.intake.given import Place

INPUT = "-"
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def found(paths: Sequence[str | Path]) -> tuple[Place, ...]:
    """All places that the paths name, folders opened up in alphabetical order.

    Raises ``NotFound`` for a path that does not exist or cannot be reached, for a folder that holds no
    file, and for standard input that is named twice.
    """
    places = tuple(place for path in paths for place in _reached(str(path)))
    if sum(place.kind == "input" for place in places) > 1:
        raise NotFound("Standard input is named twice, and can be read only once.", f"Name {INPUT} once.")
    return places


def _reached(path: str) -> tuple[Place, ...]:
    try:
        return tuple(_places(path))
    except OSError as problem:
        raise NotFound(f"{shown(path)} cannot be reached: {problem.strerror}.") from problem


def _places(path: str) -> Iterator[Place]:
    if path == INPUT:
        yield Place("standard input", "input")
    elif _ADDRESS.match(path):
        yield Place(shown(path), "address")
    elif Path(path).is_dir():
        yield from _in_folder(Path(path))
    elif Path(path).exists():
        yield Place(shown(path), "file", Path(path))
    else:
        raise NotFound(f"{shown(path)} does not exist.")


def _in_folder(folder: Path) -> Iterator[Place]:
    files = [Path(where, name) for where, folders, names in _walk(folder) for name in sorted(names)]
    files = [file for file in files if not file.name.startswith(".") and file.is_file()]
    if not files:
        raise NotFound(f"The folder {shown(str(folder))} holds no files.")
    yield from (Place(shown(str(file)), "file", file) for file in files)


def shown(path: str) -> str:
    """The path as it may be printed and stored.

    A name that is not UTF-8 can be neither, and one with control characters steers the terminal.
    """
    return _UNPRINTABLE.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), path)


def _walk(folder: Path) -> Iterator[tuple[str, list[str], list[str]]]:
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield where, folders, names


def require_regular(place: Place) -> None:
    """Raises ``NoAccess`` for a pipe, a device or a socket by name: opening one may wait for ever."""
    if place.path is not None and place.path.exists() and not place.path.is_file():
        raise NoAccess(f"{place.origin} is no regular file.", f"Give a file, or pipe the text in and name it {INPUT}.")


def opened(place: Place) -> AbstractContextManager[BinaryIO]:
    """The place's bytes as a stream; raises ``NoAccess`` where it cannot be opened."""
    if place.path is None:
        return nullcontext(sys.stdin.buffer)
    try:
        return place.path.open("rb")
    except OSError as problem:
        raise NoAccess(f"{place.origin} cannot be opened: {problem.strerror}.") from problem


def whole(stream: BinaryIO, longest: int, begun: bytes = b"") -> bytes:
    """What ``begun`` begins and the stream goes on with; raises ``TooLarge`` beyond ``longest`` bytes."""
    content = begun + stream.read(longest + 1 - len(begun))
    if len(content) > longest:
        raise TooLarge(f"There are more than {longest:,} bytes.")
    return content


def require_size(path: Path, longest: int) -> None:
    """Raises ``TooLarge`` for a file of more than ``longest`` bytes, without reading it."""
    size = path.stat().st_size
    if size > longest:
        raise TooLarge(f"The file has {size:,} bytes; the limit is {longest:,}.")


def count(paths: Sequence[str | Path]) -> int | None:
    """How many reports the paths name, for a progress bar: a JSON Lines file has one a line.

    A .json file counts as one, whatever its list holds; None where standard input or an archive is among
    the paths, which cannot be counted without reading it. Raises ``NotFound`` as ``gather`` does.
    """
    places = found(paths)
    if any(place.kind == "input" or (place.path and by_ending(place.path) is ARCHIVE) for place in places):
        return None
    return sum(_lines(place.path) if place.path and by_ending(place.path) is LINES else 1 for place in places)


def _lines(path: Path) -> int:
    if not path.is_file():
        return 1
    try:
        with path.open("rb") as stream:
            return sum(1 for line in stream if line.strip())
    except OSError:
        return 1
