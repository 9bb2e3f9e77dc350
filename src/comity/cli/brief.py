"""``comity brief``: a relation on a few pages of paper, told for one side."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from comity.cli.asked import AsOf
from comity.cli.place import Db, record_of
from comity.cli.writing import whole_bytes, write_data

if TYPE_CHECKING:
    from comity.brief.model import Brief
    from comity.findings import Code


class Format(StrEnum):
    """What a brief is written as."""

    docx = "docx"
    pdf = "pdf"
    html = "html"
    md = "md"


def brief(
    countries: Annotated[
        list[str],
        typer.Argument(metavar="US THEM", help="Codes or names; one's own, where it is set, may be left out."),
    ],
    format: Annotated[Format, typer.Option(help="For Word, for print, for a browser, or as plain text.")] = Format.md,
    out: Annotated[
        Path | None, typer.Option("--out", "--output", "-o", metavar="FILE", help="Where to; md else standard output.")
    ] = None,
    as_of: AsOf = None,
    db: Db = None,
) -> None:
    """Make a brief on relations with a state: two to four pages, each clause with its source in a note.

    The country named first is "us": its promises, and its view of what to raise, come first.
    """
    from comity.errors import NeedsFile

    if out is None and format is not Format.md:
        raise NeedsFile(f"{format} is no text for a terminal.", "Name a file with --out.")
    made = _made(countries, as_of, db)
    if out is None:
        write_data(_bytes(made, format).decode().removesuffix("\n"))
        return
    content = _bytes(made, format)
    with whole_bytes(out) as file:
        file.write(content)


def _made(countries: list[str], as_of: str | None, db: str | None) -> "Brief":
    from comity import settings as all_settings
    from comity import terms
    from comity.brief.making import brief
    from comity.cli import asked
    from comity.run.briefing import material

    settings = all_settings.read()
    pair, day, us = asked.pair(countries), asked.day(as_of), _us(countries, settings.country)
    with record_of(db) as record:
        held = material(record, pair, settings, day)
    return brief(held.account, us, terms.load(settings.terms), held.passages, held.readers, held.trade)


def _us(countries: list[str], own: str | None) -> "Code":
    """The country named first; one's own where only the other is named."""
    from comity.cli import asked

    return asked.country(countries[0] if len(countries) > 1 or not own else own)


def _bytes(made: "Brief", format: Format) -> bytes:
    from comity.brief import paper
    from comity.brief.markdown import markdown

    if format is Format.md:
        return markdown(made).encode()
    forms = {Format.docx: paper.docx, Format.pdf: paper.pdf, Format.html: paper.html}
    return forms[format](made)
