"""A brief on paper: DOCX and HTML by pandoc, PDF by Typst; the same brief gives the same bytes.

pandoc runs in its sandbox, where it opens no file and no address: what it needs is handed to it. Typst is
given the brief as data, which its template sets as text and never as markup. Times in the files are the
brief's day, not the clock's.
"""

import base64
import json
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from importlib import resources
from typing import Any

from comity.brief import drawing
from comity.brief.markdown import READ, inert, markdown, source_line
from comity.brief.model import Brief, Chart, Clause, Paragraph, Section
from comity.brief.word import mended
from comity.dossier import wording
from comity.errors import BriefNotMade
from comity.packages import package

Form = Callable[[Brief], bytes]
_FORMS = resources.files("comity.brief") / "forms"


def docx(brief: Brief) -> bytes:
    """The brief as a Word document with real footnotes, headings and vector charts.

    Raises ``NotInstalled``, ``BriefNotMade``.
    """
    drawn = _drawn(brief)
    made = _pandoc(brief, drawn, "--to=docx", "--output=-")
    return mended(made, [drawing.png(one) for one in drawn.values()], _moment(brief))


def html(brief: Brief) -> bytes:
    """The brief as one HTML page that loads nothing; raises ``NotInstalled``, ``BriefNotMade``."""
    with resources.as_file(_FORMS / "brief.html") as template:
        return _pandoc(brief, _drawn(brief), "--to=html5", "--standalone", f"--template={template}")


def pdf(brief: Brief) -> bytes:
    """The brief as tagged PDF with embedded free fonts; raises ``NotInstalled``, ``BriefNotMade``."""
    typst = package("typst", "brief")
    with resources.as_file(_FORMS / "brief.typ") as template:
        try:
            made: bytes = typst.compile(
                str(template),
                root=str(template.parent),
                format="pdf",
                ignore_system_fonts=True,
                sys_inputs={"brief": json.dumps(_data(brief), ensure_ascii=False)},
                timestamp=int(_moment(brief).timestamp()),
                pdf_standards=["ua-1"],
            )
        except typst.TypstError as problem:
            raise BriefNotMade(f"Typst: {str(problem)[:300]}") from problem
    return made


def _moment(brief: Brief) -> datetime:
    return datetime.fromisoformat(brief.day).replace(tzinfo=UTC)


def _drawn(brief: Brief) -> dict[Chart, str]:
    return {chart: drawing.svg(chart) for section in brief.sections for chart in section.charts}


def _pandoc(brief: Brief, drawn: dict[Chart, str], *options: str) -> bytes:
    addresses = {
        chart: f"data:image/svg+xml;base64,{base64.b64encode(told.encode()).decode()}" for chart, told in drawn.items()
    }
    path: str = package("pypandoc", "brief").get_pandoc_path()
    done = subprocess.run(
        [path, f"--from={READ}", "--sandbox", *options],
        input=markdown(brief, addresses).encode(),
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise BriefNotMade(f"pandoc: {done.stderr.decode(errors='replace')[:300]}")
    return done.stdout


def _data(brief: Brief) -> dict[str, Any]:
    """The brief as its Typst template takes it: text only, no markup."""
    notes = _Notes(brief)
    sections = [_section(section, notes) for section in brief.sections]
    return {
        "title": inert(brief.title),
        "day": wording.when(brief.day),
        "notes": notes.told,
        "sections": sections,
        "sources": [inert(source_line(one)) for one in brief.sources],
        "made": [inert(one) for one in brief.made.lines],
    }


class _Notes:
    """Notes in the order of clauses; what says the same is noted once, and referred to again."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        self._places: dict[str, int] = {}

    @property
    def told(self) -> list[str]:
        return list(self._places)

    def noted(self, clause: Clause) -> dict[str, Any]:
        note = inert(self._brief.note(clause))
        first = note not in self._places
        return {"text": inert(clause.text), "note": self._places.setdefault(note, len(self._places)), "first": first}


def _section(section: Section, notes: _Notes) -> dict[str, Any]:
    return {
        "title": inert(section.title),
        "level": section.level,
        "paragraphs": [_paragraph(one, notes) for one in section.paragraphs],
        "charts": [{"svg": drawing.svg(one), "alt": inert(one.description)} for one in section.charts],
        "remark": inert(" ".join(section.remarks)),
    }


def _paragraph(paragraph: Paragraph, notes: _Notes) -> dict[str, Any]:
    clauses = [notes.noted(one) for one in paragraph.clauses]
    return {"lead": inert(paragraph.lead), "item": paragraph.item, "clauses": clauses}
