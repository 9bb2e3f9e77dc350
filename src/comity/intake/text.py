"""Plain text, kept character for character: bytes are decoded, nothing else is done to them."""

import codecs
import re

from comity.errors import BadEncoding, BinaryFile, EmptyReport
from comity.intake.given import Draft, Drafts, Given
from comity.settings import Settings

# UTF-32's mark begins with UTF-16's, so it is looked for first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x06\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROL = 0.02
# Python's names for what is no encoding of texts: of host names, of its own source, and one that only fails.
_NO_ENCODINGS = frozenset(("undefined", "idna", "punycode", "unicode-escape", "raw-unicode-escape"))


def drafts(given: Given, settings: Settings) -> Drafts:
    """The one report of a text file; raises ``BinaryFile`` or ``BadEncoding``."""
    yield Draft(decoded(given))


def decoded(given: Given) -> str:
    """The text of the bytes, without their byte order mark.

    A byte order mark stands above the encoding that a server declared, and that above UTF-8. Raises
    ``BinaryFile`` where the bytes are no text, ``BadEncoding`` with the offset of the first bad byte.
    """
    mark, encoding = encoding_of(given.content, given.charset or "utf-8")
    content = given.content[len(mark) :]
    if not content:
        raise EmptyReport("The file is empty.")
    try:
        text = content.decode(known_encoding(encoding))
    except UnicodeDecodeError as problem:
        _refuse_binary(content.decode("latin-1"))
        offset = problem.start + len(mark)
        raise BadEncoding(f"The byte at offset {offset} is not {_shown(encoding)}.") from problem
    except (LookupError, ValueError) as problem:
        raise BadEncoding(f"The server names an unknown encoding, {given.charset!r}.") from problem
    _refuse_binary(text)
    return text


def encoding_of(content: bytes, otherwise: str) -> tuple[bytes, str]:
    """The byte order mark that the bytes begin with (or none) and the encoding it stands for."""
    return next(((mark, name) for mark, name in _MARKS if content.startswith(mark)), (b"", otherwise))


def known_encoding(name: str) -> str:
    """The name, where it is one of an encoding that texts are written in; raises ``LookupError`` where it is none."""
    try:
        known = codecs.lookup(name).name
    except ValueError as problem:
        raise LookupError(name) from problem
    if known in _NO_ENCODINGS:
        raise LookupError(name)
    return name


def _refuse_binary(text: str) -> None:
    control = len(_CONTROL.findall(text, 0, 100_000))
    if "\x00" in text or control > _MOST_CONTROL * min(len(text), 100_000):
        raise BinaryFile("The bytes are no text.")


def _shown(encoding: str) -> str:
    return encoding.upper()
