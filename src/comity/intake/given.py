"""What intake works with before there is a report: places, bytes, drafts, and what was skipped."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from comity.errors import Refused
from comity.findings import Report
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

    ``line`` is the line of the file where the report begins, from 1, where it is one of JSON; ``declared``
    says that the fields were written by whoever made the file, not read off a page. ``shared`` says that
    the file may hold other reports; then ``content`` are the bytes that are this one's, else the file's.
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
    shared: bool = False
    content: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A report that could not be read: where it stood (``line`` from 1, or None) and why."""

    origin: str
    line: int | None
    refusal: Refused


@dataclass(frozen=True, slots=True)
class Arrival:
    """A report with its origin's lasting name and its bytes as they came.

    ``origin`` is the report's address where it has one, ``file:`` and the absolute path of a file that
    holds this report alone, ``id:`` and the id that a record gives, else ``input:`` and the report's id.
    New text of the same origin is a new version of the report. ``content`` are all bytes of a file or of
    an answer; of JSON Lines those of the line, without its end; of one object in a list those of the object,
    in UTF-8; of a program's value its text, or the canonical JSON of its record, in UTF-8.
    """

    report: Report
    origin: str
    content: bytes = field(repr=False)


Drafts = Iterator[Draft | Skipped]
ReadBytes = Callable[[Given, Settings], Drafts]
