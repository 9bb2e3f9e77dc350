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
    │   ├── BadLine          a line of an export that cannot be used
    │   │   ├── FalseEvidence
    │   │   ├── TextLeftOut
    │   │   └── NotThere
    │   ├── NotEnglish
    │   ├── BadDate
    │   ├── Forgotten        erased for cause, not taken in again
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
        ├── NewerExport
        ├── NotInstalled
        ├── TooManyRows
        ├── NeedsFile
        ├── NoRecord
        ├── NotARecord
        ├── OldRecord
        ├── NewerRecord
        ├── NoDatabase
        ├── RecordBusy
        ├── RecordReadOnly
        ├── RecordFull
        ├── RecordDamaged
        ├── NothingToSearch
        ├── UnknownCountry
        ├── SameCountry
        ├── BadRange         days that cannot be asked for
        ├── UnknownId
        ├── BadJudgement
        ├── NoSuchReport
        ├── NoSuchFinding
        ├── NoSuchMatter
        ├── NoSuchJudgement
        ├── NoSuchPerson
        ├── Ambiguous
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


class BadLine(Refused):
    """A line of an export that cannot be used; the detail says what does not fit."""

    REMEDY = "Export again from the record it came from; docs/reference/record.schema.json tells the form."


class FalseEvidence(BadLine):
    """A finding whose evidence, or whose name, does not follow from the text of its report."""

    REMEDY = "Give the findings as they were exported, with the report they were read from."


class TextLeftOut(BadLine):
    """A report whose text was left out, as others may see its evidence only: nothing can be checked against it."""

    REMEDY = "Import an export that was made without --for-others."


class NotThere(BadLine):
    """A line on a report or finding that is neither in the record nor in the lines before."""

    REMEDY = "Put the lines of each report, then those of its readings, before what rests on them."


class NotEnglish(Refused):
    """A report in another language."""

    REMEDY = "Comity reads English only; give an English version of the report."


class BadDate(Refused):
    """A date of publication that is no date."""

    REMEDY = "Give the date as YYYY-MM-DD."


class Forgotten(Refused):
    """A report that was erased for cause."""

    REMEDY = "It is not taken in again; a new text at its address would be."


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


class NoRecord(Stop):
    """A place where no record is, or a file that cannot be opened."""

    REMEDY = "Check --db or COMITY_DB; `comity add` begins a record."


class NotARecord(Stop):
    """A database or file that holds something else."""

    REMEDY = "Check --db or COMITY_DB; give another file or an empty database."


class OldRecord(Stop):
    """A record whose tables are those of an older Comity."""

    REMEDY = "Run `comity db upgrade`."


class NewerRecord(Stop):
    """A record whose tables are those of a newer Comity."""

    REMEDY = "Use the Comity that wrote it, or a newer one."


class NoDatabase(Stop):
    """A database server that gives no answer, refuses the login or breaks off; what was not finished is undone."""

    REMEDY = "Check that the server runs and that address, name and password are right, and run again."


class RecordBusy(Stop):
    """Another process has been writing for longer than one waits."""

    REMEDY = "Wait until it is done, and run again."


class RecordReadOnly(Stop):
    """A record that may be read but not written."""

    REMEDY = "Check that you may write to the file and its folder, or ask for the rights to the database."


class RecordFull(Stop):
    """No room on the disk; what was not finished is undone, the record is whole."""

    REMEDY = "Make room on the disk, and run again."


class RecordDamaged(Stop):
    """A record that cannot be read for damage of the file or the disk."""

    REMEDY = "Check the disk, run `comity db check`, and go back to a backup where it finds damage."


class BadJudgement(Stop):
    """A judgement that cannot be made: on what is not there, or with a value that does not fit."""

    REMEDY = "See `comity judge --help`; `comity why ID` shows a finding's fields."


class NoSuchReport(Stop):
    """No report of the record is named so."""

    REMEDY = "Give its id, at least six characters of it, its address or its file's name."


class NoSuchFinding(Stop):
    """No finding of the record is named so."""

    REMEDY = "Give its id, or at least six characters of it; `comity list` shows ids."


class NoSuchMatter(Stop):
    """No matter of the record is named so."""

    REMEDY = "Give its id, or m and at least six characters of it; `comity list` shows ids."


class NoSuchJudgement(Stop):
    """No judgement of the record is named so."""

    REMEDY = "Give its id, or at least six characters of it; `comity why ID` shows the judgements on a finding."


class NoSuchPerson(Stop):
    """No person, and no name of one, in the record is named so."""

    REMEDY = "Give the id, or at least six characters of it; `comity person NAME` shows ids."


class Ambiguous(Stop):
    """A name that several answer to; the detail lists them."""

    REMEDY = "Give more of the id."


class WorkerLost(Stop):
    """A process that read reports died, most likely for want of memory."""

    REMEDY = "Give the machine more memory, or set COMITY_WORKERS=1, and run again."


class CannotWrite(Stop):
    """A file that cannot be written."""

    REMEDY = "Check that the folder exists, may be written to and has room."


class NothingToSearch(Stop):
    """Words to search for that hold no letter and no digit."""

    REMEDY = "Give at least one word; words in double quotes must follow each other."


class UnknownCountry(Stop):
    """A name or code of no state or body that the vocabulary knows; the detail gives those like it."""

    REMEDY = "Give an ISO 3166-1 code such as KAZ, or a name such as Kazakhstan."


class SameCountry(Stop):
    """A relation of a state with itself."""

    REMEDY = "Give two different states or bodies."


class BadRange(Stop):
    """A day that is none, or a first day after the last."""

    REMEDY = "Give days as YYYY-MM-DD, YYYY-MM or YYYY, the first before the last."


class UnknownId(Stop):
    """An id under which the record holds nothing."""

    REMEDY = "Give the id of a report, finding, matter or person, as `comity list` and `comity show` print them."


class NewerExport(Stop):
    """Lines in the form of a newer Comity."""

    REMEDY = "Use the Comity that wrote them, or a newer one."


class NotInstalled(Stop):
    """A format or database that needs a package, or a program, which is not installed."""

    REMEDY = 'Run `pip install "comity[tables]"`.'


class TooManyRows(Stop):
    """More rows than a sheet can hold."""

    REMEDY = "Export csv or parquet, or less: see --kind, --between, --since and --until."


class NeedsFile(Stop):
    """A format that is no text, or of several files, and no place named to write it to."""

    REMEDY = "Name a file or folder with --output."
