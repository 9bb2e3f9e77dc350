"""The formats that Comity reads: their endings, media types, and the module that reads each.

A module is imported when the first file of its format comes: the libraries for pages and PDF take
longer to import than a text takes to read, and a run over text files never needs them.
"""

import importlib
import re
from dataclasses import dataclass
from pathlib import PurePath

from comity.intake.given import ReadBytes


@dataclass(frozen=True, slots=True)
class Format:
    """A format by name; ``module`` has a function ``drafts`` that reads its bytes.

    Lines of JSON and archives, which are read as a stream, have one of their own.
    """

    name: str
    endings: tuple[str, ...]
    media: tuple[str, ...]
    module: str

    def reader(self) -> ReadBytes:
        """The function that reads this format, imported now."""
        read: ReadBytes = importlib.import_module(self.module).drafts
        return read


TEXT = Format("text", (".txt", ".md"), ("text/plain", "text/markdown"), "comity.intake.text")
PAGE = Format("page", (".html", ".htm"), ("text/html", "application/xhtml+xml"), "comity.intake.page")
PDF = Format("pdf", (".pdf",), ("application/pdf",), "comity.intake.pdf")
DOCX = Format(
    "docx",
    (".docx",),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
    "comity.intake.docx",
)
JSON = Format("json", (".json",), ("application/json",), "comity.intake.records")
LINES = Format("jsonl", (".jsonl",), ("application/jsonl", "application/x-ndjson"), "comity.intake.records")
ARCHIVE = Format("archive", (".warc", ".warc.gz", ".warc.zst"), (), "comity.intake.archives")
FORMATS = (TEXT, PAGE, PDF, DOCX, JSON, LINES, ARCHIVE)
MEDIA = tuple(media for known in FORMATS for media in known.media)

_SIGNS = (
    (ARCHIVE, re.compile(rb"WARC/\d")),
    (PDF, re.compile(rb"(?s).{0,1023}%PDF-")),
    (DOCX, re.compile(rb"PK\x03\x04")),
    (PAGE, re.compile(rb"(?i)(\xef\xbb\xbf)?\s*(<\?xml[^>]*>\s*)?(<!--[^>]*-->\s*)*<(!doctype|html|head|body|meta)\b")),
    (JSON, re.compile(rb'(\xef\xbb\xbf)?\s*(\{\s*["}]|\[\s*[\{\]])')),
)


def by_ending(path: PurePath) -> Format | None:
    """The format of a file's ending, in any case; None for an ending that is not read."""
    # Behind the dot that hides a file an ending begins no name of its own.
    name = path.name.lstrip(".").lower()
    return next((known for known in FORMATS if name.endswith(known.endings)), None)


def by_media(media: str) -> Format | None:
    """The format of a media type without its parameters; None for one that is not read."""
    return next((known for known in FORMATS if media.strip().lower() in known.media), None)


def by_content(beginning: bytes) -> Format:
    """The format that the first bytes look like; plain text where they look like nothing else."""
    return next((known for known, sign in _SIGNS if sign.match(beginning)), TEXT)
