"""Word files: the text of each paragraph as it stands, paragraphs parted by blank lines.

A .docx file is a zip archive whose ``word/document.xml`` holds the text. It is read as a stream with
the standard library's expat, which builds no tree and follows no entity.
"""

import io
import lzma
import struct
import zipfile
import zlib
from xml.parsers import expat

from comity.errors import BrokenFile, EmptyReport, TooLarge, UnsafeMarkup
from comity.intake.given import Draft, Drafts, Given
from comity.settings import Settings

_DOCUMENT = "word/document.xml"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
_STRICT_WORD = "http://purl.oclc.org/ooxml/wordprocessingml/main "
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006 "
# A character that a run holds as an element instead of as text.
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UNLOCK = "Save a copy as .docx without a password."
# What stands here was moved elsewhere, or repeats for older programs what was already told.
_REPEATED = frozenset((_WORD + "moveFrom", _STRICT_WORD + "moveFrom", _COMPATIBILITY + "Fallback"))
# What zipfile raises for bytes that are no whole archive: also where places told in it lie outside (ValueError,
# OverflowError), a structure is cut (struct.error), or its unpackers meet what they cannot unpack.
_NO_ZIP = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, RuntimeError, ValueError,
    OverflowError,
)  # fmt: skip
# A report of 100 pages has 50,000; a million take four seconds.
_MOST_ELEMENTS = 1_000_000


def drafts(given: Given, settings: Settings) -> Drafts:
    """The one report of a Word file.

    Raises ``BrokenFile``, ``TooLarge`` where it unpacks to more than the settings allow, and
    ``UnsafeMarkup`` where it declares a document type.
    """
    paragraphs = Paragraphs()
    paragraphs.read(_document(given, settings))
    yield Draft("\n\n".join(paragraph for paragraph in paragraphs.texts if paragraph.strip()))


def _document(given: Given, settings: Settings) -> bytes:
    if given.content.startswith(_OLE):
        raise BrokenFile("The file is locked with a password, or is of Word's old kind.", _UNLOCK)
    if not given.content:
        raise EmptyReport("The file is empty.")
    try:
        with zipfile.ZipFile(io.BytesIO(given.content)) as archive:
            entry = archive.getinfo(_DOCUMENT)
            _require_bounded(entry, settings)
            return archive.read(entry)
    except KeyError as problem:
        raise BrokenFile(f"The file holds no {_DOCUMENT}.") from problem
    except _NO_ZIP as problem:
        raise BrokenFile(f"The file is no whole zip archive: {problem}.") from problem


def _require_bounded(entry: zipfile.ZipInfo, settings: Settings) -> None:
    # zipfile reads no more than the size that the archive tells, so a false size cannot let more through.
    if entry.file_size > settings.max_unpacked:
        raise TooLarge(f"The text unpacks to {entry.file_size:,} bytes; the limit is {settings.max_unpacked:,}.")
    if entry.file_size > settings.max_ratio * max(entry.compress_size, 1):
        raise TooLarge(f"The text unpacks to more than {settings.max_ratio} times its size.")


class Paragraphs:
    """Collects the text of each paragraph of ``word/document.xml``; ``texts`` in the file's order.

    Deleted text (a tracked change) is no text element and stays out; a paragraph inside another, as in
    a text box, stands after the one that holds it.
    """

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._open: list[tuple[int, list[str]]] = []
        self._runs = 0
        self._repeated = 0
        self._in_text = False

    def read(self, document: bytes) -> None:
        """Read the document; raises ``UnsafeMarkup``, ``TooLarge`` or ``BrokenFile``."""
        if document.count(b"<") > 2 * _MOST_ELEMENTS:
            raise TooLarge(f"The file has more than {_MOST_ELEMENTS:,} elements.")
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _refuse_doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        try:
            parser.Parse(document, True)
        except (expat.ExpatError, ValueError, LookupError) as problem:
            raise BrokenFile(f"The file's XML is broken: {problem}.") from problem

    def _start(self, element: str, attributes: dict[str, str]) -> None:
        self._repeated += element in _REPEATED
        name = _local(element)
        if name == "p":
            self._open.append((len(self.texts), []))
            self.texts.append("")
        elif name == "r":
            self._runs += 1
        elif name == "t":
            self._in_text = True
        elif name in _CHARACTERS and not _is_page_break(attributes):
            self._add(_CHARACTERS[name])

    def _end(self, element: str) -> None:
        self._repeated -= element in _REPEATED
        name = _local(element)
        if name == "p":
            place, pieces = self._open.pop()
            self.texts[place] = "".join(pieces)
        elif name == "r":
            self._runs -= 1
        elif name == "t":
            self._in_text = False

    def _characters(self, characters: str) -> None:
        if self._in_text:
            self._add(characters)

    def _add(self, characters: str) -> None:
        # Outside a run a tab is a tab stop of the paragraph's form.
        if self._open and self._runs and not self._repeated:
            self._open[-1][1].append(characters)


def _is_page_break(attributes: dict[str, str]) -> bool:
    return any(_local(name) == "type" and value in ("page", "column") for name, value in attributes.items())


def _local(element: str) -> str:
    for space in (_WORD, _STRICT_WORD):
        if element.startswith(space):
            return element.removeprefix(space)
    return ""


def _refuse_doctype(*_: object) -> None:
    raise UnsafeMarkup("The file declares a document type, where entities could stand.")
