"""What an address asks for: the record, states, a day."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import Depends, Query, Request

from comity.errors import BadRange, SameCountry, UnknownCountry
from comity.findings import Code, Day
from comity.record.db import Record
from comity.settings import Settings
from comity.terms import Terms
from comity.terms.states import States


@dataclass(frozen=True, slots=True)
class Held:
    """What answers are made from: the open record, the settings, the vocabulary."""

    record: Record
    settings: Settings
    terms: Terms

    @property
    def names(self) -> dict[Code, str]:
        """The English name of every state and body."""
        return {code: actor.name for code, actor in self.terms.table(States).by_code.items()}


def held(request: Request) -> Held:
    """What the application holds."""
    found: Held = request.app.state.held
    return found


AsTold = Annotated[str | None, Query(description="as the record was on that day, YYYY-MM-DD")]


def day(as_of: AsTold = None) -> Day | None:
    """The day asked for; raises ``BadRange``."""
    if not as_of:
        return None
    try:
        return date.fromisoformat(as_of).isoformat() if len(as_of) == 10 else _no_day(as_of)
    except ValueError as problem:
        raise BadRange(f"{as_of[:30]!r} is no day.", "Give a day as YYYY-MM-DD.") from problem


def _no_day(told: str) -> str:
    raise ValueError(told)


Asked = Annotated[Held, Depends(held)]
AsOf = Annotated[Day | None, Depends(day)]


def country(told: str, terms: Terms) -> Code:
    """The code of a state or body given by code or name; raises ``UnknownCountry``."""
    states = terms.table(States)
    found = states.find(told)
    if found:
        return found.code
    near = ", ".join(f"{actor.name} ({actor.code})" for actor in states.near(told))
    raise UnknownCountry(f"{told[:60]!r} is no state or body known.{f' Like it: {near}.' if near else ''}")


def pair(one: str, other: str, terms: Terms) -> tuple[Code, Code]:
    """Two states in the order of the record; raises ``UnknownCountry`` and ``SameCountry``."""
    first, last = sorted((country(one, terms), country(other, terms)))
    if first == last:
        raise SameCountry(f"{one[:60]} and {other[:60]} are the same ({first}).")
    return first, last
