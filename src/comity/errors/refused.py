"""What is skipped: one report, one line, and the run goes on."""

from comity.errors.root import Refused


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

    REMEDY = "Give a .txt, .md, .html, .pdf, .docx, .json, .jsonl or .warc(.gz, .zst) file."


class TooLarge(Unreadable):
    """More bytes, or more text, than the settings allow."""

    REMEDY = "Split the file into single reports, or raise the limit in the settings."


class BadEncoding(Unreadable):
    """Text that is not UTF-8 and names no other encoding."""

    REMEDY = "Save the file as UTF-8."


class UnknownFormat(Unreadable):
    """A file ending that Comity does not read."""

    REMEDY = "Give a .txt, .md, .html, .pdf, .docx, .json, .jsonl or .warc(.gz, .zst) file."


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


class BrokenArchive(Unreadable):
    """An archive of web pages that is cut off or damaged; what stands before the damage is read."""

    REMEDY = "Get the archive again; to add it again adds only what is missing."


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


class BadSpan(Refused):
    """Source or target of ``comity.relate`` that marks no words of its own."""


class SpanOutside(BadSpan):
    """A span that begins before the sentence or ends behind it."""

    REMEDY = "Give start and end in code points of the sentence, the end exclusive."


class EmptySpan(BadSpan):
    """A span that touches no word: its end not after its start, or nothing in it but white space."""

    REMEDY = "Give the span of the words that name the actor."


class SameSpan(BadSpan):
    """Source and target that mark the same words."""

    REMEDY = "Give two different actors."


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


class BadTable(Refused):
    """A table of statistics, or a row of it, that cannot be used; the detail names file or row."""


class EmptyTable(BadTable):
    """A table without a row of figures."""

    REMEDY = "Check that the file was saved whole."


class UnknownTable(BadTable):
    """Columns that no map describes; the detail lists them."""

    REMEDY = "Describe the columns in a map of your own and give it with --map."


class WrongScale(BadTable):
    """A column whose name tells another scale than the map."""

    REMEDY = "Correct scale or column in the map."


class MixedUnits(BadTable):
    """Figures of more than one unit in one table."""

    REMEDY = "Split the table by unit."


class AmbiguousNumber(BadTable):
    """A figure such as 1,234, which is one thing with decimal commas and another with separators."""

    REMEDY = 'Say in the map which it is: decimal = "," or decimal = ".".'


class BadNumber(BadTable):
    """A cell that holds no number where one belongs."""

    REMEDY = "Correct the cell, or leave it empty where nothing was counted."


class NegativeValue(BadTable):
    """Trade below nought."""

    REMEDY = "Take the figure from the office's own table; corrections belong into the figure they correct."


class UnknownEconomy(BadTable):
    """A name or code of no economy that vocabulary or map knows."""

    REMEDY = "Add the name or code to the names of a map of your own."


class BadPeriod(BadTable):
    """A cell that holds no year, quarter or month where one belongs."""

    REMEDY = "Give periods as YYYY, YYYY-Qn or YYYY-MM."


class CellTwice(BadTable):
    """One cell of one release given twice with different values; neither is taken."""

    REMEDY = "Find out which holds, or give each release its own vintage."


class BrokenAnswer(BadTable):
    """Bytes that are not of the form the source promises."""

    REMEDY = "Ask again, and save the answer whole."


class NoFigures(NotFetched):
    """A source that answered, but without figures."""


class EmptyAnswer(NoFigures):
    """A well-formed answer of no rows, which a wrong parameter gives as well as a lack of data."""

    REMEDY = "Check the codes of reporter and partner, the period, and the product; the source does not tell which."


class NoSeries(NoFigures):
    """An answer with series that hold no value, or with no series."""

    REMEDY = "Check the key: economy, indicator, counterpart and frequency, in the order the source has."


class MissingKey(NoFigures):
    """A source that asks for a key, or does not know the one given."""

    REMEDY = "Get a key from the source and set it, or ask the preview, which needs none."


class TooManyRequests(NoFigures):
    """A source that has been asked too often."""

    REMEDY = "Wait a minute, or till the next day where the day's share is used up, and ask again."


class StoppedReporting(NoFigures):
    """A reporter whose latest figures are more than two years older than those asked for."""

    REMEDY = "Ask for the partner's figures of the same trade, or for an earlier period."
