"""An encounter as the joining sees it: when it may have been, who took part, what kind of sitting it was."""

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from comity.findings import Encounter, Person
from comity.matters import Told
from comity.reconcile.days import MONTH, Stretch, after, before, stretch, told_on
from comity.reconcile.names import plain
from comity.terms import load
from comity.terms.encounters import Encounters
from comity.terms.joining import Joining
from comity.terms.numbers import Numbers

# Kinds that reporters use of the same thing.
FACES = frozenset({"meeting", "talks"})
GATHERINGS = frozenset({"summit", "forum"})


class Sight(NamedTuple):
    """What of an encounter decides whether it may be another; names and roles are by country.

    ``when`` is the stretch of days told, narrowed by what is plain (what was held was before it was
    told); ``dated`` says whether any date is told, ``exact`` a day. ``told`` is the day of telling, as an
    ordinal: what is told without a date is measured from it.
    """

    kind: str
    status: str
    countries: frozenset[str]
    host: str | None
    when: Stretch
    dated: bool
    exact: bool
    told: int
    names: tuple[tuple[str, tuple[str, ...]], ...]
    roles: tuple[tuple[str, frozenset[str]], ...]
    sittings: frozenset[str]
    rank: int | None

    @property
    def group(self) -> str:
        """The kind as far as kinds are never mixed up."""
        return "face" if self.kind in FACES else "gathering" if self.kind in GATHERINGS else self.kind

    def names_of(self, country: str) -> tuple[str, ...]:
        """The names told of those who act for a country."""
        return dict(self.names).get(country, ())

    def roles_of(self, country: str) -> frozenset[str]:
        """The classes of office told of those who act for a country."""
        return dict(self.roles).get(country, frozenset())


@lru_cache(maxsize=1 << 13)
def sight(told: Told) -> Sight:
    """What the joining sees of a told encounter."""
    found = told.finding
    assert isinstance(found, Encounter)
    words = plain(" ".join(found.evidence))
    when, status = stretch(found.date) if found.date else None, _status(found, words, told)
    day = told_on(told.published)
    return Sight(
        kind=found.kind,
        status=status,
        countries=frozenset(found.countries),
        host=_host(found),
        when=_plain_stretch(when, status, day, "date" in found.inferred),
        dated=when is not None,
        exact=when is not None and when.length == 1,
        told=day.toordinal(),
        names=_names(found.people),
        roles=_roles(found, words),
        sittings=load().table(Joining).sittings_in(words) if found.kind in FACES | GATHERINGS else frozenset(),
        rank=_rank(words) if found.kind in FACES | GATHERINGS else None,
    )


def _status(found: Encounter, words: str, told: Told) -> str:
    """As told, but what is dated after its telling and "expected" is planned, even if it is told as held."""
    when = stretch(found.date) if found.date else None
    if found.status != "held" or when is None or when.first <= told_on(told.published):
        return found.status
    return "planned" if load().table(Encounters).status_patterns["planned"].search(words) else "held"


def _host(found: Encounter) -> str | None:
    """As told, but nobody visits a state that all the travellers act for."""
    homes = {person.country for person in found.people}
    return None if found.kind == "visit" and homes == {found.host} else found.host


def _plain_stretch(when: Stretch | None, status: str, day: date, reckoned: bool) -> Stretch:
    if when is None:
        return before(day) if status == "held" else after(day)
    if status == "held":
        # A month reckoned from the day of telling says no more than "lately".
        lately = MONTH if reckoned and when.length > 1 and when.first <= day <= when.last else 0
        return _past(when, day).within(date.min, day).wider(lately, 0)
    return when.within(day, when.last) if status == "planned" and when.length > 1 else when


def _past(when: Stretch, day: date) -> Stretch:
    """The same days of the year before, where these are to come and those are past: what was held is not to come."""
    earlier = when.year_before()
    return earlier if when.first > day >= earlier.first else when


def _names(people: Iterable[Person]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    by_country: dict[str, list[str]] = {}
    for person in people:
        if person.name:
            by_country.setdefault(person.country or "", []).append(person.name)
    return tuple(sorted((country, tuple(sorted(names))) for country, names in by_country.items()))


def _roles(found: Encounter, words: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Classes of office by country; of a visit without named travellers those its words tell of the guests."""
    table = load().table(Joining)
    by_country: dict[str, frozenset[str]] = {}
    for person in found.people:
        told = table.roles_in(plain(person.office or ""))
        by_country[person.country or ""] = by_country.get(person.country or "", frozenset()) | told
    guests = [country for country in found.countries if country != found.host]
    if found.kind == "visit" and len(guests) == 1 and not by_country.get(guests[0]):
        by_country[guests[0]] = table.roles_in(words)
    return tuple(sorted((country, roles) for country, roles in by_country.items() if roles))


@lru_cache(maxsize=1 << 12)
def _rank(words: str) -> int | None:
    """The number of a session: 10 for "the tenth session", "10th meeting", "the tenth will follow"."""
    match = _ranked().search(words)
    if not match:
        return None
    told = next(word for word in match.groups() if word)
    return int(told) if told.isdigit() else load().table(Numbers).ordinals[told]


@lru_cache(maxsize=1)
def _ranked() -> re.Pattern[str]:
    ordinals = "|".join(sorted(load().table(Numbers).ordinals, key=len, reverse=True))
    words = load().table(Joining).ranked
    sitting, verb = "|".join(words.sittings), "|".join(words.verbs)
    number = rf"(?:(\d{{1,3}})(?:st|nd|rd|th)|({ordinals}))"
    return re.compile(
        rf"\b{number}\s+(?:\w+\s+){{0,2}}?(?:{sitting})\b|(?:{sitting})s\b.*\bthe {number}\s+(?:{verb})\b"
    )
