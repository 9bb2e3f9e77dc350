"""A relation to take away: tables, event data, a calendar, the brief on paper."""

import io
from collections.abc import Callable
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from comity.brief import paper
from comity.brief.making import brief
from comity.brief.markdown import markdown
from comity.brief.model import Brief
from comity.exchange import sheets
from comity.exchange.calendar import calendar
from comity.exchange.events import cameo_lines, plover_lines
from comity.record.dump import Scope
from comity.run.briefing import material
from comity.run.tables import KINDS, tables
from comity.web import asked
from comity.web.asked import Asked, AsOf

router = APIRouter(include_in_schema=False)
Kind = StrEnum("Kind", {kind: kind for kind in KINDS})  # type: ignore[misc]
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# Each form of the brief: its media type and what writes it.
FORMS: dict[str, tuple[str, Callable[[Brief], bytes]]] = {
    "docx": (_WORD, paper.docx),
    "pdf": ("application/pdf", paper.pdf),
    "md": ("text/markdown; charset=utf-8", lambda made: markdown(made).encode()),
}
SCHEMES = {"plover": plover_lines, "cameo": cameo_lines}
Scheme = StrEnum("Scheme", {scheme: scheme for scheme in SCHEMES})  # type: ignore[misc]
Form = StrEnum("Form", {form: form for form in FORMS})  # type: ignore[misc]


def taken(content: bytes, media: str, name: str) -> Response:
    """A file to be kept, not shown."""
    return Response(content, media_type=media, headers={"Content-Disposition": f'attachment; filename="{name}"'})


@router.get("/{one}/{other}/calendar.ics")
def dates(one: str, other: str, held: Asked) -> Response:
    """Planned encounters and deadlines, as RFC 5545 has it."""
    pair, names = asked.pair(one, other, held.terms), held.names
    with held.record.asking() as db:
        content = b"".join(calendar(db, Scope(pair), lambda code: names.get(code, code)))
    return taken(content, "text/calendar; charset=utf-8", f"{'-'.join(pair)}.ics")


@router.get("/{one}/{other}/{kind}.csv")
def table(one: str, other: str, kind: Kind, held: Asked) -> Response:
    """A table of what joins the two."""
    pair, out = asked.pair(one, other, held.terms), io.StringIO()
    with held.record.asking() as db:
        sheets.write_csv(tables(held.terms)[kind.value], db, Scope(pair), out)
    return taken(out.getvalue().encode(), "text/csv; charset=utf-8", f"{'-'.join(pair)}-{kind.value}.csv")


@router.get("/{one}/{other}/events-{scheme}.tsv")
def event_data(one: str, other: str, scheme: Scheme, held: Asked) -> Response:
    """The events between the two, as event coders exchange them."""
    pair, names = asked.pair(one, other, held.terms), held.names
    with held.record.asking() as db:
        lines = list(SCHEMES[scheme.value](db, Scope(pair), lambda code: names.get(code, code)))
    content = "".join(f"{line}\n" for line in lines).encode()
    return taken(content, "text/tab-separated-values; charset=utf-8", f"{'-'.join(pair)}-{scheme.value}.tsv")


@router.get("/{one}/{other}/brief.{form}")
def on_paper(
    one: str,
    other: str,
    form: Form,
    held: Asked,
    day: AsOf,
    us: Annotated[str | None, Query(description="for which of the two; else the one named first")] = None,
) -> Response:
    """The brief, for one side."""
    pair = asked.pair(one, other, held.terms)
    side = asked.country(us or one, held.terms)
    side = side if side in pair else pair[0]
    has = material(held.record, pair, held.settings, day)
    made = brief(has.account, side, held.terms, has.passages, has.readers, has.trade)
    media, write = FORMS[form.value]
    return taken(write(made), media, f"brief-{side}-{'-'.join(pair)}.{form.value}")
