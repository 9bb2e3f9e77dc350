"""For programs: what the pages show, as JSON, with a tag by which an unchanged answer is not sent again."""

import hashlib
from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, TypeAdapter

from comity.dossier import Dossier, dossier
from comity.record import mapping
from comity.record.asking import relations
from comity.record.resolving import resolve_report
from comity.record.search import search
from comity.run import asking
from comity.web import asked
from comity.web.asked import Asked, AsOf

_PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"const": "about:blank"},
        "title": {"type": "string", "description": "the refusal's name"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "what was met, and what to do"},
    },
}
# RFC 9457. What is understood by its form can still name nothing (404) or mean nothing (422).
PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {"description": told, "content": {"application/problem+json": {"schema": _PROBLEM}}}
    for status, told in ((404, "Not in the record"), (422, "Not to be understood"), (503, "Not to be asked now"))
}
UNCHANGED: dict[int | str, dict[str, Any]] = {304: {"description": "As it was when its tag was given"}}
router = APIRouter(prefix="/api/v1", tags=["to read"], responses=PROBLEMS | UNCHANGED)
Limit = Annotated[int, Query(ge=1, le=1000, description="how many at most")]
Offset = Annotated[int, Query(ge=0, le=10**6, description="how many to pass over first")]
Words = Annotated[str, Query(max_length=300, description="words, or phrases in double quotes")]
_JSON: TypeAdapter[Any] = TypeAdapter(Any)


class Listed(BaseModel):
    """A part of a list, and where the next part begins; null where there is none."""

    items: list[dict[str, Any]]
    next_offset: int | None


def tagged(request: Request, content: bytes) -> Response:
    """An answer with its tag; 304 without content where the asker has it already (RFC 9110)."""
    tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if tag in request.headers.get("If-None-Match", ""):
        return Response(status_code=304, headers=headers)
    return Response(content, headers=headers, media_type="application/json")


def part(request: Request, items: list[dict[str, Any]], limit: int, offset: int) -> Response:
    """A part of a list."""
    after = offset + limit if len(items) == limit else None
    return tagged(request, _JSON.dump_json({"items": items, "next_offset": after}))


@router.get("/relations", response_model=Listed)
def of_relations(request: Request, held: Asked, limit: Limit = 100, offset: Offset = 0) -> Response:
    """The relations of the record, what was told of last first."""
    with held.record.asking() as db:
        return part(request, [one._asdict() for one in relations(db, limit, offset)], limit, offset)


@router.get("/relations/{one}/{other}", response_model=Dossier)
def of_relation(request: Request, one: str, other: str, held: Asked, day: AsOf) -> Response:
    """Everything the record holds on two states: the dossier."""
    account = asking.account(held.record, asked.pair(one, other, held.terms), held.settings, day)
    return tagged(request, dossier(account, held.terms).model_dump_json(by_alias=True).encode())


@router.get("/reports/{report}")
def of_report(request: Request, report: str, held: Asked) -> Response:
    """A report as it is read now, amended by people, with its text and findings."""
    with held.record.asking() as db:
        reading = mapping.amended(db, mapping.reading(db, resolve_report(db, report)))
    return tagged(request, reading.model_dump_json(by_alias=True).encode())


@router.get("/search", response_model=Listed)
def of_search(
    request: Request,
    held: Asked,
    q: Annotated[str, Query(max_length=300)],
    limit: Limit = 20,
    offset: Offset = 0,
) -> Response:
    """Reports that hold all the words, best first."""
    with held.record.asking() as db:
        return part(request, [asdict(hit) for hit in search(db, q, limit, offset)], limit, offset)


@router.get("/{rest:path}", include_in_schema=False)
def nothing(rest: str) -> Response:
    """Any other address."""
    content = {"type": "about:blank", "title": "no_page", "status": 404, "detail": f"There is no /api/v1/{rest[:80]}."}
    return JSONResponse(content, 404, media_type="application/problem+json")
