"""What intake works with before there is a report: places, bytes, drafts, and what was skipped."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from comity.errors import Refused
from comity.settings import Settings


@dataclass(frozen=True, slots=True)
class Place:
    """One thing to read: a file, an address or standard input; ``origin`` is its name for people."""

    origin: str
    kind: Literal["file", "address", "input"]
    path: Path | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """Bytes and where they came from; ``url`` and ``charset`` are what a web server told with them."""

    origin: str
    content: bytes
    url: str | None = None
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a web server answered: unpacked bytes, the address after redirects, media type, charset."""

    content: bytes
    url: str
    media: str
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What a format gives of one report: its text, and what it tells of itself.

    ``line`` is the line of the file where the report begins, from 1, where it shares the file with
    others; ``declared`` says that the fields were written by whoever made the file, not read off a page.
    """

    text: str
    line: int | None = None
    id: str | None = None
    url: str | None = None
    outlet: str | None = None
    author: str | None = None
    title: str | None = None
    published: str | None = None
    declared: bool = False


@dataclass(frozen=True, slots=True)
class Skipped:
    """A report that could not be read: where it stood (``line`` from 1, or None) and why."""

    origin: str
    line: int | None
    refusal: Refused


Drafts = Iterator[Draft | Skipped]
ReadBytes = Callable[[Given, Settings], Drafts]
