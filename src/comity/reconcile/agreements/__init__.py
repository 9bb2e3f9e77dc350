"""Which reports tell of one instrument: parties, level, title, kind, period, year, and its history.

``papers`` is what of an agreement counts, ``vetoes`` why two cannot be one, ``reasons`` what speaks
for their being one.
"""

from collections.abc import Sequence
from itertools import combinations

from comity.findings import Agreement
from comity.matters import Blocks, Clue, Matter, Told
from comity.reconcile.agreements.papers import Paper, paper
from comity.reconcile.agreements.reasons import DAYS, REASONS
from comity.reconcile.agreements.vetoes import VETOES
from comity.reconcile.days import MONTH
from comity.reconcile.kinds import Kind, same_words, vetoed, weighed
from comity.reconcile.summing import by_day, counted, most, parties

# Parties beyond these (in alphabetical order) make no keys of their own.
MOST_STATES = 5


def blocks(told: Told) -> Blocks:
    """Keys of two parties with a word of the title, the period, the days of a signing, the year of a bare title."""
    seen = paper(told)
    named = sorted(seen.countries)[:MOST_STATES]
    pairs = list(combinations(named, 2)) or [(code, code) for code in named]
    shared, kept, sought = _shared(seen), *_of_year(seen)
    return Blocks(
        frozenset(f"{one}-{other}:{key}" for one, other in pairs for key in shared | kept),
        frozenset(f"{one}-{other}:{key}" for one, other in pairs for key in shared | sought),
    )


def _shared(seen: Paper) -> set[str]:
    """Keys that it is kept under and seeks."""
    keys = {f"w:{word}" for word in seen.subject | seen.names}
    if seen.period:
        keys.add(f"p:{seen.period[0]}-{seen.period[1]}")
    if seen.number:
        keys |= {f"n:{seen.number}:{year}" for year in (seen.signing or seen.told_year, seen.told_year)}
    if seen.fresh or seen.step == 0:
        keys |= {f"d:{(seen.told + shift) // MONTH}" for shift in (-DAYS, DAYS)}
    return keys


def _of_year(seen: Paper) -> tuple[set[str], set[str]]:
    """Titles without a subject are kept apart from those with one: the two seek each other, bare ones each other."""
    year = seen.signing or seen.told_year
    bare, named = f"bare:{seen.kind}:{year}", f"named:{seen.kind}:{year}"
    return ({named}, {bare}) if seen.subject else ({bare}, {bare, named})


def apart(one: Told, other: Told) -> str | None:
    """Why the two are not one instrument, else None."""
    return vetoed(VETOES, paper(one), paper(other))


def clues(one: Told, other: Told) -> list[Clue]:
    """What speaks for and against the two being one instrument."""
    return weighed(REASONS, paper(one), paper(other)) + same_words(one, other)


def matter(members: Sequence[Told]) -> Matter:
    """The instrument that the members, the earliest first, tell of."""
    found = [_agreement(one) for one in members]
    period, year = most(one.period for one in found), most(one.year for one in found)
    kind = most(one.kind for one in found) or found[0].kind
    return Matter(
        kind="agreement",
        type=kind,
        title=max((one.title for one in found), key=_telling),
        status=_status(members),
        parties=parties(members),
        date=None if year is None else f"{year:04}",
        period=None if period is None else f"{period[0]:04}/{period[1]:04}",
        **counted(members),
    )


def _agreement(told: Told) -> Agreement:
    assert isinstance(told.finding, Agreement)
    return told.finding


def _telling(title: str) -> tuple[int, int]:
    """Sorts titles by how many of their words are capitals that name it, then by length."""
    named = sum(word[:1].isupper() for word in title.split())
    return (named, len(title))


def _status(members: Sequence[Told]) -> str:
    """What was told last, but a plan or a signing only where nothing further had been told."""
    told = by_day(members, lambda one: _agreement(one).status)
    ranks = {"planned": 0, "rejected": 1, "signed": 1, "ratified": 2, "in_force": 2, "terminated": 3}
    furthest = max(ranks[status] for status in told)
    return next(status for status in told if ranks[status] == furthest)


KIND = Kind(blocks, clues, apart, matter, threshold=5.0, once=True, essence=paper)
