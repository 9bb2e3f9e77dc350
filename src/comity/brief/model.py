"""The brief as a document: what every form of it on paper shows.

A ``Clause`` cannot be made without a note, so nothing is said of the relation that no report says. What the
record itself lacks, or leaves out for length, no report can tell: such sentences are ``remarks``.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated

from pydantic import Field

from comity.dossier import wording
from comity.findings import Code, Day, Frozen, Reader

# As much of a report's words as a note at the foot of a page holds well.
_WORDS = 220
_ENDS = (".”", "…”", "?”", "!”")


class Note(Frozen):
    """A report, its day (of a series: the day it was retrieved) and the words in it that say so.

    ``report`` is the report's id, or whatever names a table of official statistics among the sources.
    """

    report: str
    outlet: str
    day: Day
    words: Annotated[tuple[str, ...], Field(min_length=1)]

    @property
    def line(self) -> str:
        """The words, in quotation marks, cut where they are long."""
        return f"“{wording.clipped(' … '.join(self.words), _WORDS)}”"


class Clause(Frozen):
    """A part of a sentence, or a whole one, with its punctuation; ``more`` counts findings that are not noted."""

    text: Annotated[str, Field(min_length=1)]
    notes: Annotated[tuple[Note, ...], Field(min_length=1)]
    more: int = 0


class Paragraph(Frozen):
    """Clauses in a row; ``lead`` is set off before them (a name, a day), ``item`` makes it one of a list."""

    clauses: Annotated[tuple[Clause, ...], Field(min_length=1)]
    lead: str = ""
    item: bool = False


class Point(Frozen):
    """A number for a year; ``by`` says whose count it is, ``official`` that it comes from a series, not a report."""

    year: int
    value: float
    by: str
    official: bool = False


class Chart(Frozen):
    """Figures of one measure by year, every claim a point: never averaged, never joined; ``unit`` is the values'."""

    title: str
    unit: str
    points: tuple[Point, ...]

    @property
    def description(self) -> str:
        """What is to be seen, for those who do not see it."""
        told = (f"{one.year}: {wording.number_of(one.value, self.unit)} ({one.by})" for one in self.points)
        return f"{self.title}. {'; '.join(told)}."


class Section(Frozen):
    """A heading, what is told below it, and remarks on what the record lacks or what is left out."""

    title: str
    level: int = 1
    paragraphs: tuple[Paragraph, ...] = ()
    charts: tuple[Chart, ...] = ()
    remarks: tuple[str, ...] = ()

    def clauses(self) -> Iterator[Clause]:
        """Every clause, in order."""
        for paragraph in self.paragraphs:
            yield from paragraph.clauses


class Source(Frozen):
    """What a note refers to, as the page of sources lists it."""

    report: str
    day: Day
    outlet: str
    title: str
    url: str | None = None
    copy_of: str | None = None


class Official(Frozen):
    """What official statistics add to the trade of the two: the seam where they are joined.

    ``paragraphs`` (series, potential) stand after what reports tell, ``points`` go into the chart of the
    measure they are keyed by (``trade``, ``exports ARM KAZ``) where its unit is theirs, ``sources`` into
    the page of sources; every note of ``paragraphs`` names one of them as its ``report``.
    """

    paragraphs: tuple[Paragraph, ...] = ()
    points: tuple[tuple[str, str, Point], ...] = ()
    sources: tuple[Source, ...] = ()


class Made(Frozen):
    """The state of the record that a brief was made from."""

    version: str
    readers: tuple[Reader, ...]
    reports: int
    day: Day

    @property
    def lines(self) -> tuple[str, ...]:
        """The same in sentences."""
        day = wording.when(self.day)
        read = (
            f"Reports were read by Comity {one.version}, model {one.model}, terms {one.terms}." for one in self.readers
        )
        return (
            f"Made by Comity {self.version} of the record as of {day}, "
            f"which holds {wording.counted(self.reports, 'report')} on the two.",
            *read,
        )


class Brief(Frozen):
    """A brief for ``us`` on relations with ``them``, as of ``day``; ``sources`` are those the notes refer to."""

    title: str
    us: Code
    them: Code
    day: Day
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    made: Made

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The place of each report in the page of sources, from 1."""
        return {one.report: number for number, one in enumerate(self.sources, 1)}

    def clauses(self) -> Iterator[Clause]:
        """Every clause, in order."""
        for section in self.sections:
            yield from section.clauses()

    def note(self, clause: Clause) -> str:
        """A clause's footnote in words: outlet, day, number of the source, and what it says."""
        told = [
            f"{one.outlet}, {wording.when(one.day)} [{self.numbers[one.report]}]: {one.line}" for one in clause.notes
        ]
        more = [f"and {wording.counted(clause.more, 'more telling')}"] if clause.more else []
        note = "; ".join([*told, *more])
        return note if note.endswith(_ENDS) else f"{note}."
