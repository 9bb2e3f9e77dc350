"""An agreement as the joining sees it: what its title says beyond the usual words, level, years, count."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from comity.findings import Agreement
from comity.matters import Told
from comity.reconcile.days import told_on
from comity.reconcile.names import plain
from comity.reconcile.wording import stem
from comity.terms import load
from comity.terms.joining import Joining
from comity.terms.numbers import Numbers
from comity.terms.states import States

_WORD = re.compile(r"[a-z]+(?:['’]s)?")
_OF_BOTH = re.compile(r"\b(?:between|both|two|our) (?:[\w'’-]+ ){0,4}[\w-]+")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_STEPS = ("planned", "signed", "ratified", "in_force", "terminated")


class Paper(NamedTuple):
    """What of an agreement decides whether it may be another.

    ``subject`` are the stems of its title that tell it from others of its kind, ``around`` those of its
    clause, ``names`` those of its words where they tell another name it has or had; ``number`` how many
    where the title tells of several unnamed ones; ``told`` the day of telling as an ordinal; ``step`` how
    far it had come by then; ``fresh`` says that the words tell a signing as just done.
    """

    kind: str
    status: str
    countries: frozenset[str]
    subject: frozenset[str]
    around: frozenset[str]
    names: frozenset[str]
    levels: frozenset[str]
    number: int | None
    year: int | None
    reckoned: bool
    period: tuple[int, int] | None
    told: int
    told_year: int
    fresh: bool

    @property
    def step(self) -> int | None:
        """How far it had come when it was told: 0 planned to 4 terminated; None for what was rejected."""
        return _STEPS.index(self.status) if self.status in _STEPS else None

    @property
    def signing(self) -> int | None:
        """The year it was signed in, where that is told or it is told as just signed."""
        return self.year or (self.told_year if self.fresh else None)


@lru_cache(maxsize=1 << 13)
def paper(told: Told) -> Paper:
    """What the joining sees of a told agreement."""
    found = told.finding
    assert isinstance(found, Agreement)
    words, title = plain(" ".join(found.evidence)), plain(found.title)
    day, table = told_on(told.published), load().table(Joining)
    count = _count(title)
    return Paper(
        kind=found.kind,
        status=found.status,
        countries=frozenset(found.countries),
        subject=_subject(title, found.countries),
        around=_subject(_clause(title, words), found.countries),
        names=_subject(words, found.countries) if _any_in(table.titles.renamed, words) else frozenset(),
        levels=table.levels_in(title) or _levels_around(found, words),
        number=count,
        year=found.year,
        reckoned="year" in found.inferred,
        period=found.period,
        told=day.toordinal(),
        told_year=day.year,
        fresh=found.status == "signed" and (found.year in (None, day.year)) and _any_in(table.titles.fresh, words),
    )


def _any_in(phrases: Iterable[str], words: str) -> bool:
    return any(phrase in words for phrase in phrases)


def _clause(title: str, words: str) -> str:
    """The clause, or the sentence, in which the title stands."""
    return next((clause for clause in re.split(r"[.;](?!\d)", words) if title in clause), words)


def _levels_around(found: Agreement, words: str) -> frozenset[str]:
    """Levels told in the clause that begins with the title, of both parties alike: "our two ministries".

    One body alone may only have ratified or announced it.
    """
    _, _, rest = words.partition(plain(found.title) or words)
    clause = re.split(r"[.;]|, and ", rest, maxsplit=1)[0]
    return load().table(Joining).levels_in(" ; ".join(_OF_BOTH.findall(clause)))


@lru_cache(maxsize=1 << 12)
def _count(title: str) -> int | None:
    """The number of unnamed instruments a title tells: 15 for "fifteen documents"."""
    match = _counting().match(title)
    if not match:
        return None
    words = load().table(Numbers).words
    number = int(match[1]) if match[1].isdigit() else words.get(match[1])
    return number if number and number > 1 else None


@lru_cache(maxsize=1)
def _counting() -> re.Pattern[str]:
    many = "|".join(load().table(Joining).titles.many)
    return re.compile(rf"^(?:[a-z]+ ){{0,4}}?(\d{{1,3}}|[a-z]+) (?:\w+ ){{0,2}}(?:{many})\b")


@lru_cache(maxsize=1 << 12)
def _subject(title: str, countries: tuple[str, ...]) -> frozenset[str]:
    """The stems of a title without states, years and the usual words of titles."""
    text = _YEAR.sub(" ", title)
    names = _names(countries)
    text = names.sub(" ", text) if names else text
    same, first_of = _same()
    text = same.sub(lambda match: f" {first_of[match[0]]} ", text)
    empty = _empty()
    told = (word.removesuffix("'s").removesuffix("’s") for word in _WORD.findall(text))
    return frozenset(stem(word) for word in told if word not in empty and len(word) > 1)


@lru_cache(maxsize=1)
def _empty() -> frozenset[str]:
    return load().table(Joining).titles.generic | load().table(Numbers).words.keys()


@lru_cache(maxsize=1)
def _same() -> tuple[re.Pattern[str], dict[str, str]]:
    """Finds ways of saying the same, and tells what each stands for."""
    first_of = {other: first for first, others in load().table(Joining).titles.same.items() for other in others}
    return _any_of(first_of), first_of


@lru_cache(maxsize=1 << 10)
def _names(countries: tuple[str, ...]) -> re.Pattern[str] | None:
    """Finds the names and adjectives of the states; None where there are none."""
    actors = load().table(States).by_code
    forms = {
        plain(form)
        for code in countries
        if code in actors
        for form, kind in actors[code].forms()
        if kind in ("name", "adjective", "demonym")
    }
    return _any_of(forms) if forms else None


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<![a-z])(?:{'|'.join(map(re.escape, ordered))})(?![a-z])")
