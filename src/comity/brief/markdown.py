"""A brief as Markdown with footnotes, in the form that pandoc reads; a report's words never become markup.

Every mark that any Markdown gives a meaning is escaped, wherever it stands; what is not printed, or turns the
direction of writing, is replaced. pandoc is told (``READ``) to read nothing but what is written here: no raw
HTML, no TeX, no attributes but those of pictures.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from comity.brief.model import Brief, Chart, Paragraph, Section, Source
from comity.dossier import wording

# The form that pandoc is to read, so that nothing else in it can be a mark.
READ = (
    "markdown_strict+footnotes+all_symbols_escapable+link_attributes+pipe_tables+yaml_metadata_block+startnum-raw_html"
)
_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~^$@&]|:(?=//|[\w+-]+:)|(?<=www)\.)", re.I)
# What begins a list, a heading, a title or a definition where it stands first in a line.
_FIRST = re.compile(r"^(?:(\(?\w{1,9})([.)])|()([-+=:%!]))")
_UNPRINTED = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufffe\uffff]"
)


def inert(text: str) -> str:
    """The text in one line, with a replacement character for what is not printed or turns the direction of writing."""
    return _UNPRINTED.sub("\ufffd", " ".join(text.split()))


def escaped(text: str) -> str:
    """The text in one line, with every mark of Markdown escaped."""
    return _FIRST.sub(r"\1\3\\\2\4", _MARKS.sub(r"\\\1", inert(text)))


def markdown(brief: Brief, pictures: Mapping[Chart, str] | None = None) -> str:
    """The brief as Markdown; charts are tables, or ``pictures`` of them by address."""
    notes = _Notes(brief)
    body = [line for section in brief.sections for line in _section(section, notes, pictures)]
    lines = (*_head(brief), *body, *notes.told, "", *_sources(brief), *_made(brief))
    return "\n".join(lines) + "\n"


class _Notes:
    """Numbers footnotes as they are referred to, and keeps their texts."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        self.told: list[str] = []

    def clauses(self, paragraph: Paragraph) -> str:
        parts = []
        for clause in paragraph.clauses:
            number = len(self.told) + 1
            self.told.append(f"[^{number}]: {escaped(self._brief.note(clause))}\n")
            parts.append(f"{escaped(clause.text)}[^{number}]")
        return " ".join(parts)


def _head(brief: Brief) -> Iterator[str]:
    # A scalar in double quotes, as JSON has them, is one of YAML, too; within it Markdown is read.
    title = escaped(brief.title).replace("\\", "\\\\").replace('"', '\\"')
    yield from ("---", f'title: "{title}"', f'subtitle: "As of {wording.when(brief.day)}"')
    yield from ("lang: en-GB", "---", "")


def _section(section: Section, notes: _Notes, pictures: Mapping[Chart, str] | None) -> Iterator[str]:
    yield from (f"{'#' * section.level} {escaped(section.title)}", "")
    for chart in section.charts:
        yield from _picture(chart, pictures[chart]) if pictures else _table(chart)
    for item, paragraphs in groupby(section.paragraphs, lambda one: one.item):
        for paragraph in paragraphs:
            lead = f"**{escaped(paragraph.lead)}** " if paragraph.lead else ""
            yield f"{'- ' if item else ''}{lead}{notes.clauses(paragraph)}"
            # Items follow each other without a blank line, so that the list is set closely.
            yield from () if item else ("",)
        yield from ("",) if item else ()
    if section.remarks:
        yield from (f"*{escaped(' '.join(section.remarks))}*", "")


def _picture(chart: Chart, address: str) -> Iterator[str]:
    yield from (f"![{escaped(chart.description)}]({address}){{width=14cm}}", "")


def _table(chart: Chart) -> Iterator[str]:
    yield from (f"{escaped(chart.title)}:", "", "| year | figure | whose count |", "|---|---|---|")
    for point in chart.points:
        cells = (str(point.year), wording.number_of(point.value, chart.unit), point.by)
        yield f"| {' | '.join(escaped(cell) for cell in cells)} |"
    yield ""


def _sources(brief: Brief) -> Iterator[str]:
    yield from ("# Sources", "")
    yield from _numbered(map(source_line, brief.sources))


def source_line(source: Source) -> str:
    """A report as the page of sources lists it: outlet, title, day, address, what it is a copy of, its id."""
    told = [f"{source.outlet}, “{source.title}”, {wording.when(source.day)}"]
    told += [source.url] if source.url else []
    told += [f"copy of {source.copy_of}"] if source.copy_of else []
    return f"{'; '.join(told)}. {source.report}"


def _numbered(lines: Iterable[str]) -> Iterator[str]:
    for number, line in enumerate(lines, 1):
        yield from (f"{number}. {escaped(line)}", "")


def _made(brief: Brief) -> Iterator[str]:
    yield from ("# The record", "")
    for line in brief.made.lines:
        yield from (escaped(line), "")
