"""Judging from the browser: whoever is signed in confirms, rejects and amends findings, merges and splits matters.

Each form makes one judgement by the same function as ``comity judge``, and leads back to where it was sent from.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import RedirectResponse, Response
from sqlalchemy import Connection

from comity.errors import BadJudgement, NoSuchFinding
from comity.findings import Finding, Report
from comity.record import mapping
from comity.record.asking.reviewing import least_sure, unjudged
from comity.record.resolving import resolve_finding
from comity.run import judging
from comity.run.judging import Ruling
from comity.web import marking
from comity.web.asked import Asked, Held
from comity.web.judges import COOKIE, OneJudge, Session, SureJudge, judges
from comity.web.pages import findings_of, lines_of
from comity.web.templating import page

router = APIRouter(include_in_schema=False)
_HOURS = 12


@router.get("/judge")
def who(judge: OneJudge, word: Annotated[str, Query(max_length=100)] = "") -> Response:
    """Who judges here: the form to sign in, or out."""
    return page("judge.html", judge=judge, word=word)


@router.post("/judge/begin")
def begin(
    request: Request, word: Annotated[str, Form(max_length=100)], author: Annotated[str, Form(max_length=200)]
) -> Response:
    """Sign in under a name."""
    cookie = judges(request).begin(word, author)
    answer = RedirectResponse("/review", 303)
    answer.set_cookie(COOKIE, cookie, max_age=_HOURS * 3600, httponly=True, samesite="strict")
    return answer


@router.post("/judge/end")
def end(request: Request, judge: SureJudge) -> Response:
    """Sign out."""
    judges(request).end(request.cookies[COOKIE])
    answer = RedirectResponse("/judge", 303)
    answer.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return answer


@router.get("/review")
def review(held: Asked, judge: OneJudge, skip: Annotated[int, Query(ge=0, le=10**6)] = 0) -> Response:
    """The finding that is least likely to be right and that nobody judged, in the paragraph it stands in."""
    with held.record.asking() as db:
        left, found = unjudged(db), least_sure(db, skip)
        told = told_now(db, found) if found else None
    if told is None:
        return page("review.html", judge=judge, left=left, one=None, skip=skip)
    report, one = told
    around = [line for line in marking.paragraphs(report.text, [one]) if any(part.findings for part in line)]
    return page(
        "review.html",
        judge=judge,
        left=left,
        one=one,
        lines=lines_of(one),
        report=report,
        paragraphs=around,
        skip=skip,
    )


@dataclass(frozen=True, slots=True)
class Sent:
    """What every form tells beside its own: who judges, why, and the page it was sent from."""

    held: Held
    judge: Session
    reason: str
    back: str

    def judged(self, ruled: Callable[[Connection], Ruling]) -> RedirectResponse:
        """Make a ruling a judgement, and lead back."""
        judging.judge(self.held.record, ruled, self.held.settings, reason=self.reason, author=self.judge.author)
        return RedirectResponse(within(self.back), 303)


def sent(
    held: Asked,
    judge: SureJudge,
    reason: Annotated[str, Form(max_length=1000)] = "",
    back: Annotated[str, Form(max_length=500)] = "/review",
) -> Sent:
    """What a form tells; raises ``NotAllowed`` where who sends it may not judge."""
    return Sent(held, judge, " ".join(reason.split()), back)


ToldWhy = Annotated[Sent, Depends(sent)]


@router.post("/judge/findings/{finding}")
def on_finding(
    finding: str,
    told: ToldWhy,
    verdict: Annotated[Literal["confirm", "reject", "amend"], Form()],
    fields: Annotated[str, Form(max_length=20_000)] = "",
) -> Response:
    """Confirm, reject or amend a finding; fields are lines of ``name=value``, those that are as before say nothing."""
    if verdict != "confirm" and not told.reason:
        raise BadJudgement("A reason is needed.", "Go back and say why: it is kept with the judgement.")
    if verdict == "amend":
        return told.judged(partial(_amending, finding=finding, told=fields))
    return told.judged(partial(judging.on_finding, verdict=verdict, finding=finding))


def told_now(db: Connection, id: str) -> tuple[Report, Finding]:
    """A finding as people amended it, with the report that tells it; raises ``NoSuchFinding``, also for a topic."""
    reading = mapping.last_telling(db, id)
    found = [one for one in findings_of(mapping.amended(db, reading)) if one.id == id] if reading else []
    if reading is None or not found:
        raise NoSuchFinding(f"There is no finding {id}, or it is a topic, which no page shows.")
    return reading.report, found[0]


def _amending(db: Connection, finding: str, told: str) -> Ruling:
    """The amendment by lines of which most say what is told already."""
    id = resolve_finding(db, finding)
    before = set(lines_of(told_now(db, id)[1]))
    # Not at every end of a line that Unicode knows: words of a report may hold one.
    lines = (line.strip() for line in told.split("\n"))
    changed = [line for line in lines if line and line not in before]
    if not changed:
        raise BadJudgement("No field has a new value.", "Go back and change what is wrong.")
    return judging.amending(db, id, changed)


@router.post("/judge/matters/{matter}/merge")
def merge(matter: str, told: ToldWhy, other: Annotated[str, Form(max_length=200)]) -> Response:
    """Hold two matters for one; the other is named by its id, or by the address of its page."""
    return told.judged(partial(judging.merging, things=[matter, other.strip().rpartition("/")[2]]))


@router.post("/judge/matters/{matter}/split")
def split(matter: str, told: ToldWhy, parts: Annotated[list[str] | None, Form()] = None) -> Response:
    """Hold some findings of a matter apart from its others."""
    return told.judged(partial(judging.splitting, thing=matter, parts=parts or []))


@router.post("/judge/undo/{judgement}")
def undo(judgement: str, told: ToldWhy) -> Response:
    """Take a judgement back."""
    return told.judged(partial(judging.undoing, judgement=judgement))


def within(told: str) -> str:
    """An address of this server; the first page in place of any other."""
    return told if told.startswith("/") and not told.startswith(("//", "/\\")) and told.isprintable() else "/"
