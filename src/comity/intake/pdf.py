"""PDF files: PDFium gives the lines, and their places on the page tell the paragraphs."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from comity.errors import BrokenFile, EmptyReport, EncryptedPdf, ScannedPdf, TooSlow
from comity.intake.given import Draft, Drafts, Given
from comity.intake.pdf_paragraphs import Line, paragraphs
from comity.settings import Settings

SECONDS = 8.0
_CHILD = Path(__file__).with_name("pdf_child.py")
# Page numbers and a scanner's mark are no text of a report.
_FEWEST_LETTERS_PER_PICTURE = 40


def drafts(given: Given, settings: Settings) -> Drafts:
    """The one report of a PDF.

    Raises ``EncryptedPdf``, ``ScannedPdf``, ``BrokenFile``, or ``TooSlow`` after eight seconds.
    """
    told = _told(given.content, settings.max_characters)
    lines = [Line(*line) for line in told["lines"]]
    letters = sum(len(line.text) for line in lines)
    if letters < max(1, _FEWEST_LETTERS_PER_PICTURE * told["pictures"]):
        raise ScannedPdf(_without_text(told["pages"], told["pictures"], letters))
    yield Draft("\n\n".join(paragraphs(lines)))


def _without_text(pages: int, pictures: int, letters: int) -> str:
    pages_hold = "Its 1 page holds" if pages == 1 else f"Its {pages} pages hold"
    return f"{pages_hold} {'pictures and ' if pictures else ''}{'hardly any' if letters else 'no'} text."


def _told(content: bytes, most_characters: int) -> dict[str, Any]:
    if not content:
        raise EmptyReport("The file is empty.")
    told = _answer(content, most_characters)
    if told.get("fault") == "encrypted":
        raise EncryptedPdf("The PDF is locked with a password.")
    if told.get("fault") or not told["pages"]:
        raise BrokenFile("The PDF is damaged.")
    return told


def _answer(content: bytes, most_characters: int) -> dict[str, Any]:
    # -P keeps this folder, whose modules have common names, off the child's import path.
    command = [sys.executable, "-P", str(_CHILD), str(most_characters)]
    try:
        ended = subprocess.run(command, input=content, capture_output=True, timeout=SECONDS, check=True)
        answer: dict[str, Any] = json.loads(ended.stdout)
    except subprocess.TimeoutExpired as problem:
        raise TooSlow(f"The PDF was not read in {SECONDS:g} seconds.") from problem
    except (subprocess.CalledProcessError, ValueError) as problem:
        raise BrokenFile("The PDF cannot be read.") from problem
    return answer
