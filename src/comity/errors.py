"""Every named refusal.

::

    ComityError
    ├── Refused              skip this report, go on with the others (exit status 1)
    │   ├── Unreadable       the bytes hold no text of a report
    │   │   ├── NoAccess
    │   │   ├── EmptyReport
    │   │   ├── BinaryFile
    │   │   ├── TooLarge
    │   │   ├── BadEncoding
    │   │   ├── UnknownFormat
    │   │   ├── NoArticle
    │   │   ├── NestedTooDeep
    │   │   ├── UnsafeMarkup
    │   │   ├── ScannedPdf
    │   │   ├── EncryptedPdf
    │   │   ├── BrokenFile
    │   │   └── TooSlow
    │   ├── BadRecord        a line of JSON that is no report
    │   ├── NotEnglish
    │   ├── BadDate
    │   └── NotFetched       the address gave no report
    │       ├── ForbiddenAddress
    │       ├── ForbiddenByRobots
    │       ├── Unreachable
    │       └── BadResponse
    └── Stop                 stop the run (exit status 2)
        ├── NotFound
        ├── BadTerms
        ├── BadModel
        ├── BadSetting
        ├── CannotWrite
        └── WorkerLost

Each carries ``detail`` (what was met), and ``remedy`` (what to do). ``name`` is the refusal's name
in snake case, as it stands in output: ``encrypted_pdf``.
"""

import re
from typing import ClassVar


class ComityError(Exception):
    """Root of everything Comity refuses; ``detail`` says what was met, ``remedy`` what to do."""

    REMEDY: ClassVar[str] = "Report this as a defect of Comity."

    def __init__(self, detail: str, remedy: str | None = None) -> None:
        super().__init__(detail)
        self.detail = detail
        self.remedy = remedy or self.REMEDY

    @property
    def name(self) -> str:
        """The refusal's name in snake case."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", type(self).__name__).lower()

    def __str__(self) -> str:
        return f"{self.name}: {self.detail} {self.remedy}"


class Refused(ComityError):
    """Skip this report and go on with the others."""


class Unreadable(Refused):
    """The bytes hold no text of a report."""


class NoAccess(Unreadable):
    """A file that cannot be opened or read."""

    REMEDY = "Check that you may read the file."


class EmptyReport(Unreadable):
    """Nothing with a letter or digit in it."""

    REMEDY = "Check that the file was saved whole."


class BinaryFile(Unreadable):
    """Bytes that are no text, PDF, DOCX or HTML."""

    REMEDY = "Give a .txt, .md, .html, .pdf, .docx, .json or .jsonl file."


class TooLarge(Unreadable):
    """More bytes, or more text, than the settings allow."""

    REMEDY = "Split the file into single reports, or raise the limit in the settings."


class BadEncoding(Unreadable):
    """Text that is not UTF-8 and names no other encoding."""

    REMEDY = "Save the file as UTF-8."


class UnknownFormat(Unreadable):
    """A file ending that Comity does not read."""

    REMEDY = "Give a .txt, .md, .html, .pdf, .docx, .json or .jsonl file."


class NoArticle(Unreadable):
    """A web page without a main text."""

    REMEDY = "Give the address of the article itself, or save its text as .txt."


class NestedTooDeep(Unreadable):
    """A page whose tags are nested deeper than any page for people is."""

    REMEDY = "Save the article's text as .txt."


class UnsafeMarkup(Unreadable):
    """Markup that declares entities, or a tag with more attributes than any page for people has."""

    REMEDY = "Remove the entity declarations from the file."


class ScannedPdf(Unreadable):
    """A PDF of pictures without text."""

    REMEDY = "Run text recognition on the PDF first, for example with ocrmypdf."


class EncryptedPdf(Unreadable):
    """A PDF that needs a password."""

    REMEDY = "Save a copy of the PDF without a password."


class BrokenFile(Unreadable):
    """A file whose format is damaged."""

    REMEDY = "Save the file again from its source."


class TooSlow(Unreadable):
    """A file that takes longer to read than any report should."""

    REMEDY = "Save the report's text as .txt."


class BadRecord(Refused):
    """A line of JSON that is no report; the detail gives the line number."""

    REMEDY = "Give each report an object with at least a text; optional: id, url, outlet, published, title."


class NotEnglish(Refused):
    """A report in another language."""

    REMEDY = "Comity reads English only; give an English version of the report."


class BadDate(Refused):
    """A date of publication that is no date."""

    REMEDY = "Give the date as YYYY-MM-DD."


class NotFetched(Refused):
    """The address gave no report."""


class ForbiddenAddress(NotFetched):
    """An address that is private, local or no web address."""

    REMEDY = "Give a public http or https address, or allow private addresses in the settings."


class ForbiddenByRobots(NotFetched):
    """The site's robots.txt asks programs not to read this address."""

    REMEDY = "Save the page yourself and give the file."


class Unreachable(NotFetched):
    """No answer from the address in time."""

    REMEDY = "Check the address and the network, and try again."


class BadResponse(NotFetched):
    """An answer that is no page: an error status, too many redirects, a broken body."""

    REMEDY = "Open the address in a browser; if it works there, save the page and give the file."


class Stop(ComityError):
    """Stop the run."""


class NotFound(Stop):
    """A path that does not exist, cannot be reached or holds no reports, or is named twice."""

    REMEDY = "Check the path."


class BadTerms(Stop):
    """A vocabulary file that cannot be used; the detail names file and entry."""

    REMEDY = "Correct the entry in the file named, or remove the file."


class BadModel(Stop):
    """A model file that is missing or is not the one its manifest describes."""

    REMEDY = "Install Comity again."


class BadSetting(Stop):
    """A setting with a value it cannot have."""

    REMEDY = "See `comity settings`."


class WorkerLost(Stop):
    """A process that read reports died, most likely for want of memory."""

    REMEDY = "Give the machine more memory, or set COMITY_WORKERS=1, and run again."


class CannotWrite(Stop):
    """A file that cannot be written."""

    REMEDY = "Check that the folder exists, may be written to and has room."
