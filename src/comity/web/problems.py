"""What is said when something cannot be shown: a page for people, problem+json (RFC 9457) for programs."""

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from comity import errors
from comity.errors import ComityError
from comity.web.templating import page

NOT_THERE = (
    errors.UnknownCountry, errors.NoSuchReport, errors.NoSuchMatter, errors.NoSuchFinding,
    errors.NoSuchPerson, errors.NoSuchJudgement, errors.UnknownId,
)  # fmt: skip
BUSY = (errors.RecordBusy, errors.NoDatabase)
STATUSES = ((NOT_THERE, 404), (BUSY, 503), (errors.NotAllowed, 403))
TITLES = {403: "Not allowed", 404: "Not in the record", 422: "Not to be understood", 503: "Not to be asked now"}


def handle(app: FastAPI) -> None:
    """Answer every refusal with its own status and its remedy."""

    @app.exception_handler(ComityError)
    def refused(request: Request, refusal: ComityError) -> Response:
        return told(request, status_of(refusal), refusal.name, refusal.detail, refusal.remedy)

    @app.exception_handler(RequestValidationError)
    def not_understood(request: Request, problem: RequestValidationError) -> Response:
        first = problem.errors()[0]
        words = f"{'.'.join(map(str, first['loc'][1:]))}: {first['msg']}."
        return told(request, 422, "bad_request", words, "Correct the address.")

    @app.exception_handler(HTTPException)
    def not_found(request: Request, problem: HTTPException) -> Response:
        words = f"There is no page {request.url.path[:80]}, or nothing can be sent to it."
        return told(request, problem.status_code, "no_page", words, "Begin at the list of relations.")


def status_of(refusal: ComityError) -> int:
    """The status by which a refusal is told."""
    return next((status for kinds, status in STATUSES if isinstance(refusal, kinds)), 422)


def told(request: Request, status: int, name: str, detail: str, remedy: str) -> Response:
    """The answer, as the address asked for it."""
    if request.url.path.startswith("/api/"):
        content = {"type": "about:blank", "title": name, "status": status, "detail": f"{detail} {remedy}"}
        return JSONResponse(content, status, media_type="application/problem+json")
    title = TITLES.get(status, "Not shown")
    return page("problem.html", status, title=title, detail=detail, remedy=remedy, name=name)
