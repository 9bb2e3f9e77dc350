"""Reports as JSON: one object, a list of objects, or one object a line.

An object has the keys of ``KEYS``; only ``text`` is required, and all are strings or null. Other keys
are left alone, so that an annotated file reads as the report it annotates.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import islice
from typing import Any, BinaryIO

from comity.errors import BadEncoding, BadRecord, Refused, TooLarge
from comity.intake.given import Draft, Drafts, Given, Skipped
from comity.intake.text import decoded, encoding_of
from comity.settings import Settings

KEYS = ("id", "url", "outlet", "author", "published", "title", "text")
_OTHER_NAMES = ("body", "content", "article", "fulltext", "full_text", "story")
_SPACE = " \t\r\n"
# Neither can be stored: half a surrogate pair is no character, and PostgreSQL refuses NUL.
_UNWRITABLE = re.compile("[\ud800-\udfff\x00]")
_DECODER = json.JSONDecoder()
_TYPES = {dict: "an object", list: "a list", bool: "true or false", type(None): "null", str: "a string"}


def drafts(given: Given, settings: Settings) -> Drafts:
    """The reports of a JSON file, which holds one object or a list of them."""
    text = decoded(given)
    for line, value, span in _values(text):
        draft = _draft_or_skipped(given.origin, line, value)
        if span and isinstance(draft, Draft):
            draft = replace(draft, shared=True, content=text[slice(*span)].encode())
        yield draft


def drafts_of_lines(origin: str, stream: BinaryIO, settings: Settings, begun: bytes = b"") -> Drafts:
    """The reports of a JSON Lines stream, read line by line; a bad line does not stop the others.

    ``begun`` is the first line, where it was already taken from the stream.
    """
    for number, line in numbered_lines(stream, settings.max_bytes, begun):
        if number == 1 and line and (wide := encoding_of(line, "utf-8")[1]) != "utf-8":
            # A line's end is one byte of UTF-8 only, so that every line of another encoding would be refused.
            told = f"Lines of JSON are read in UTF-8; these are {wide.upper()}."
            yield Skipped(origin, None, BadEncoding(told))
            return
        try:
            draft = draft_of(_parsed(origin, number, line), f"Line {number}", number)
            yield replace(draft, shared=True, content=(line or b"").rstrip(b"\r\n"))
        except Refused as refusal:
            yield Skipped(origin, number, refusal)


def is_line_of_json(line: bytes) -> bool:
    """Whether a first line is a whole JSON object, so that JSON Lines may follow."""
    try:
        return line.lstrip(b"\xef\xbb\xbf \t").startswith(b"{") and isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def numbered_lines(stream: BinaryIO, longest: int, begun: bytes = b"") -> Iterator[tuple[int, bytes | None]]:
    """The lines that are not blank, from 1; a line of more than ``longest`` bytes is None."""
    number = 0
    while line := begun or stream.readline(longest + 1):
        begun = b""
        number += 1
        if len(line) > longest:
            _pass_over(stream, line)
            yield number, None
        elif line.strip():
            yield number, line


def _pass_over(stream: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(1_000_000)


def _parsed(origin: str, number: int, line: bytes | None) -> Any:
    if line is None:
        raise TooLarge(f"Line {number} is longer than the limit.")
    text = decoded(Given(origin, line))
    try:
        return _DECODER.decode(text)
    except json.JSONDecodeError as problem:
        raise BadRecord(f"Line {number} is no JSON: {problem.msg} at column {problem.colno}.") from problem
    except (RecursionError, ValueError) as problem:
        raise BadRecord(f"Line {number} holds a value that is too deep or too long.") from problem


def _values(text: str) -> Iterator[tuple[int, Any, tuple[int, int] | None]]:
    """Each object of a list and where it stands, or the one object; with the line where it begins."""
    at = _past_space(text, 0)
    if not text.startswith("[", at):
        yield _line(text, at), _only(text, at), None
        return
    at = _past_space(text, at + 1)
    line, counted = 1, 0
    while not text.startswith("]", at):
        line, counted = line + text.count("\n", counted, at), at
        value, at = _value(text, at)
        yield line, value, (counted, at)
        at = _past_comma(text, at)
    _require_end(text, at + 1, "list", "End the file with the list.")


def _only(text: str, at: int) -> Any:
    value, end = _value(text, at)
    _require_end(text, end, "object", "Name a file of JSON Lines .jsonl.")
    return value


def _require_end(text: str, at: int, ended: str, remedy: str) -> None:
    at = _past_space(text, at)
    if at != len(text):
        raise BadRecord(f"Line {_line(text, at)}: more follows the {ended}.", remedy)


def _value(text: str, at: int) -> tuple[Any, int]:
    try:
        return _DECODER.raw_decode(text, at)
    except json.JSONDecodeError as problem:
        raise BadRecord(f"Line {problem.lineno} is no JSON: {problem.msg} at column {problem.colno}.") from problem
    except (RecursionError, ValueError) as problem:
        raise BadRecord(f"Line {_line(text, at)} holds a value that is too deep or too long.") from problem


def _past_space(text: str, at: int) -> int:
    while at < len(text) and text[at] in _SPACE:
        at += 1
    return at


def _past_comma(text: str, at: int) -> int:
    at = _past_space(text, at)
    if text.startswith("]", at):
        return at
    if not text.startswith(",", at):
        raise BadRecord(f"Line {_line(text, at)} is no JSON: a comma or the end of the list is missing.")
    following = _past_space(text, at + 1)
    if text.startswith("]", following):
        raise BadRecord(f"Line {_line(text, at)} is no JSON: a comma stands before the end of the list.")
    return following


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _draft_or_skipped(origin: str, line: int, value: Any) -> Draft | Skipped:
    try:
        return draft_of(value, f"Line {line}", line)
    except Refused as refusal:
        return Skipped(origin, line, refusal)


def draft_of(value: Any, where: str, line: int | None = None) -> Draft:
    """The draft of one JSON value; raises ``BadRecord`` that begins with ``where`` and names the key."""
    if not isinstance(value, Mapping):
        raise BadRecord(f"{where} holds {_told(value)}, not an object.")
    fields = {key: _field(where, key, value.get(key)) for key in KEYS}
    if fields["text"] is None and "text" in value:
        raise BadRecord(f"{where}: the key 'text' holds null, not a string.")
    if fields["text"] is None:
        raise BadRecord(f"{where}: the key 'text' is missing{_near_miss(value)}.")
    return Draft(**fields, line=line, declared=True)


def _field(where: str, key: str, value: Any) -> Any:
    if value is not None and not isinstance(value, str):
        raise BadRecord(f"{where}: the key {key!r} holds {_told(value)}, not a string.")
    if value and _UNWRITABLE.search(value):
        raise BadRecord(f"{where}: the key {key!r} holds half a character or a NUL.")
    return value if value or key == "text" else None


def _near_miss(value: Mapping[str, Any]) -> str:
    near = [key for key in islice(value, 100) if _is_near(str(key).strip().lower())]
    return f"; is it {near[0]!r}?" if near else ""


def _is_near(key: str) -> bool:
    return key in _OTHER_NAMES or (len(key) < 10 and SequenceMatcher(None, key, "text").ratio() > 0.8)


def _told(value: Any) -> str:
    return _TYPES.get(type(value), "a number")
