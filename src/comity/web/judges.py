"""Who judges from the browser: people who hold the word that was printed at the start, each under a name of their own.

A session is a cookie that no script reads and no other site sends along; every form carries a second word that another
site's page cannot know (the synchronizer token of OWASP's cheat sheet on cross-site request forgery). Sessions end with
the server: nothing of them is kept.
"""

import secrets
from dataclasses import dataclass, field
from hmac import compare_digest
from typing import Annotated

from fastapi import Depends, Form, Request

from comity.errors import NotAllowed

COOKIE = "comity-judge"
_NAME = 80


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody who judges: ``author`` stands in the judgements, ``form_word`` in every form."""

    author: str
    form_word: str = field(default_factory=lambda: secrets.token_urlsafe(24))


class Judges:
    """The sessions of one run of the server; ``start_word`` is what lets somebody begin one."""

    def __init__(self) -> None:
        self.start_word = secrets.token_urlsafe(24)
        self._sessions: dict[str, Session] = {}

    def begin(self, start_word: str, author: str) -> str:
        """The cookie of a new session; raises ``NotAllowed`` for a wrong word, or a name that is none."""
        if not compare_digest(start_word.encode(), self.start_word.encode()):
            raise NotAllowed("This is not the word that `comity serve` printed when it was started.")
        name = " ".join(author.split())
        if not name.isprintable() or not 0 < len(name) <= _NAME:
            raise NotAllowed(f"A name has 1 to {_NAME} characters.", "Give your name: it stands in every judgement.")
        cookie = secrets.token_urlsafe(24)
        self._sessions[cookie] = Session(name)
        return cookie

    def end(self, cookie: str) -> None:
        """Forget a session."""
        self._sessions.pop(cookie, None)

    def session(self, cookie: str) -> Session | None:
        """The session of a cookie; None where there is none."""
        return self._sessions.get(cookie)


def judges(request: Request) -> Judges:
    """The sessions of this application."""
    found: Judges = request.app.state.judges
    return found


def judge(request: Request) -> Session | None:
    """Who asks, where they may judge."""
    return judges(request).session(request.cookies.get(COOKIE, ""))


def sure_judge(request: Request, form_word: Annotated[str, Form()] = "") -> Session:
    """Who sends a form; raises ``NotAllowed`` where they may not judge, or the form is not of this server's pages."""
    found = judge(request)
    if found is None:
        raise NotAllowed("Nobody is signed in here to judge.")
    if not compare_digest(form_word.encode(), found.form_word.encode()):
        raise NotAllowed("The form does not come from a page of this session.", "Load the page again.")
    return found


OneJudge = Annotated[Session | None, Depends(judge)]
SureJudge = Annotated[Session, Depends(sure_judge)]
