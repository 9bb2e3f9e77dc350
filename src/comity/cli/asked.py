"""What people give when they ask: countries by code or name, days, and pages of long answers."""

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from comity.findings import Code, Day
    from comity.terms.states import States

AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="YYYY-MM-DD", help="As the record was on that day; today unless told.")
]
Limit = Annotated[int, typer.Option(min=1, max=10_000, metavar="N", help="How many at most.")]
# More than any record has, and no more than a database counts to.
Offset = Annotated[int, typer.Option(min=0, max=10**9, metavar="N", help="How many to pass over first.")]


def states() -> "States":
    """The states and bodies of the vocabulary, with the user's own laid over."""
    from comity import settings, terms
    from comity.terms.states import States

    return terms.load(settings.read().terms).table(States)


def names() -> "dict[Code, str]":
    """The English name of every state and body."""
    return {code: actor.name for code, actor in states().by_code.items()}


def country(told: str) -> "Code":
    """The code of a state or body given by code or name, in any case; raises ``UnknownCountry``."""
    from comity.errors import UnknownCountry

    known = states()
    found = known.find(told)
    if found:
        return found.code
    near = ", ".join(f"{actor.name} ({actor.code})" for actor in known.near(told))
    raise UnknownCountry(f"{told[:60]!r} is no state or body known.{f' Like it: {near}.' if near else ''}")


def pair(told: list[str]) -> "tuple[Code, Code]":
    """Two states or bodies, in alphabetical order of their codes; of one, the other is one's own country.

    Raises ``UnknownCountry`` and ``SameCountry``.
    """
    from comity import settings
    from comity.errors import SameCountry

    own = settings.read().country
    given = [*told, own] if len(told) == 1 and own else told
    if len(given) != 2:
        raise typer.BadParameter("Give two states or bodies, or one and set COMITY_COUNTRY to your own.")
    one, other = sorted(country(text) for text in given)
    if one == other:
        raise SameCountry(f"{given[0]} and {given[1]} are the same ({one}).")
    return one, other


def day(told: str | None) -> "Day | None":
    """A day, YYYY-MM-DD; raises ``BadRange`` where it is none."""
    from comity.errors import BadRange

    if told is None:
        return None
    try:
        return date.fromisoformat(told).isoformat() if len(told) == 10 else _refuse(told)
    except ValueError as problem:
        raise BadRange(f"{told[:30]!r} is no day.", "Give a day as YYYY-MM-DD.") from problem


def _refuse(told: str) -> str:
    raise ValueError(told)


def between(since: str | None, until: str | None) -> "tuple[Day | None, Day | None]":
    """First and last day of what is given as YYYY, YYYY-MM or YYYY-MM-DD; raises ``BadRange``."""
    from comity.errors import BadRange

    first, last = since and _edge(since, last=False), until and _edge(until, last=True)
    if first and last and first > last:
        raise BadRange(f"{since} lies after {until}.")
    return first, last


def _edge(told: str, *, last: bool) -> "Day":
    from comity.errors import BadRange

    try:
        year, *rest = (int(part) for part in told.split("-"))
        month = rest[0] if rest else 12 if last else 1
        edge = date(year, month, rest[1] if len(rest) > 1 else monthrange(year, month)[1] if last else 1)
    except (ValueError, IndexError) as problem:
        raise BadRange(f"{told[:30]!r} is no day, month or year.") from problem
    if len(rest) > 2 or edge.isoformat()[: len(told)] != told:
        raise BadRange(f"{told[:30]!r} is no day, month or year.")
    return edge.isoformat()
