"""What is new of a relation, or of words, as Atom (RFC 4287): for a reader of feeds, or another program."""

import re
from collections.abc import Iterable
from typing import Annotated, NamedTuple

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from comity.dossier import dossier
from comity.dossier.page import Entry
from comity.dossier.wording import opened
from comity.findings import Day
from comity.record.search import search
from comity.run import asking
from comity.web import asked
from comity.web.asked import Asked
from comity.web.templating import filled

router = APIRouter(include_in_schema=False)
_MANY = 50
# What XML 1.0 cannot hold in any form.
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Item(NamedTuple):
    """An entry of a feed: its lasting name, title, the day it was last told of, its page, and the words."""

    id: str
    title: str
    day: Day
    path: str
    words: str


@router.get("/{one}/{other}/feed.atom")
def of_relation(request: Request, one: str, other: str, held: Asked) -> Response:
    """The matters of a relation, what was told of last first."""
    pair = asked.pair(one, other, held.terms)
    told = dossier(asking.account(held.record, pair, held.settings), held.terms)
    named = " and ".join(held.names.get(code, code) for code in pair)
    return atom(request, f"{named}: what is new", "/".join(("", *pair)), map(_matter, told.timeline))


def _matter(entry: Entry) -> Item:
    last = max(entry.evidence, key=lambda one: one.day)
    return Item(entry.matter, opened(entry.title), last.day, f"/matters/{entry.matter}", " … ".join(last.words))


@router.get("/search.atom")
def of_words(request: Request, held: Asked, q: Annotated[str, Query(max_length=300)]) -> Response:
    """The reports that hold all the words, the newest first."""
    with held.record.asking() as db:
        hits = search(db, q, 200)
    items = (Item(hit.report, hit.title or hit.report, hit.day, f"/reports/{hit.report}", hit.snippet) for hit in hits)
    return atom(request, f"Reports that hold {q}", "/search", items)


def atom(request: Request, title: str, path: str, items: Iterable[Item]) -> Response:
    """A feed of the latest items; the address asked for is its name."""
    latest = sorted(items, key=lambda one: (one.day, one.id), reverse=True)[:_MANY]
    text = filled(
        "feed.xml", title=title, here=str(request.url), site=str(request.base_url)[:-1], path=path, items=latest
    )
    return Response(_NO_XML.sub("\ufffd", text), media_type="application/atom+xml; charset=utf-8")
