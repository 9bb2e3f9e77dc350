"""Pledges into matters: one promise, made once and repeated."""

import re
from collections.abc import Hashable, Sequence
from datetime import date
from functools import lru_cache
from itertools import combinations

from comity.findings import Moment, Pledge
from comity.matters import Blocks, Clue, Matter, Told
from comity.reconcile.kinds import Kind
from comity.reconcile.summing import counted, exactest, parties
from comity.reconcile.wording import likeness, stem, stems
from comity.terms import load
from comity.terms.joining import Joining

THRESHOLD = 3.0
# A promise that is repeated later than this has been made anew.
_DAYS = 730
_NEWS_DAYS = 60
# Pairs of so many words make the keys; the longest are the rarest, near enough, and need no count of a corpus.
_KEY_WORDS = 6
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def blocks(told: Told) -> Blocks:
    """Met by two words of the promise in common, of one committing state, within about two years."""
    words = sorted(_content(_pledge(told)), key=lambda word: (-len(word), word))[:_KEY_WORDS]
    stem_keys = [f"{code}|{one} {other}" for code in _pledge(told).by for one, other in combinations(sorted(words), 2)]
    year = int(told.published[:4])
    kept = frozenset(f"{key}|{year}" for key in stem_keys)
    return Blocks(kept, frozenset(f"{key}|{near}" for key in stem_keys for near in range(year - 2, year + 3)))


@lru_cache(maxsize=4096)
def _content(pledge: Pledge) -> frozenset[str]:
    """The stems of what is promised, without those of any promise."""
    return stems(pledge.text) - _general()


@lru_cache(maxsize=1)
def _general() -> frozenset[str]:
    return frozenset(stem(word) for word in load().table(Joining).promises.generic)


def clues(one: Told, other: Told) -> list[Clue]:
    """How much of what is promised is the same, by when, to whom, and how soon it was told again."""
    left, right = _pledge(one), _pledge(other)
    shared = _content(left) & _content(right)
    found = [_wording(likeness(_content(left), _content(right)), len(shared)), _amounts(left.text, right.text)]
    if left.deadline and left.deadline == right.deadline:
        found.append(Clue("same deadline", 1.0, f"Both are to be kept by {left.deadline}."))
    if left.by == right.by:
        found.append(Clue("same states", 0.5, f"Both commit {' and '.join(left.by)}."))
    if one.parties == other.parties and len(one.parties) > 1:
        found.append(Clue("same parties", 0.5, f"Both are between {' and '.join(one.parties)}."))
    if _days_between(one, other) <= _NEWS_DAYS:
        found.append(Clue("told soon after", 0.5, "They were told within two months."))
    return [clue for clue in found if clue]


def _wording(like: float, shared: int) -> Clue | None:
    if shared < 2:
        return Clue("other words", -1.0, "They share at most one word of content.")
    if like >= 0.75 and shared >= 3:
        return Clue("the same promise in like words", 2.5, f"They share {shared} words of content, most there are.")
    if like >= 0.5:
        return Clue("like words", 2.0, f"They share {shared} words of content, half or more.")
    return Clue("some words alike", 0.5, f"They share {shared} words of content, less than half.")


def _amounts(one: str, other: str) -> Clue | None:
    """Other numbers are other promises: 15,000 tonnes is not 20,000."""
    left, right = set(_NUMBER.findall(one)), set(_NUMBER.findall(other))
    if not left or not right:
        return None
    if left & right:
        return Clue("same number", 0.5, "They tell the same number.")
    return Clue("other numbers", -1.5, "They tell other numbers.")


def apart(one: Told, other: Told) -> str | None:
    """Why two pledges cannot be one: other states, to others, other deadlines, or too long between them."""
    left, right = _pledge(one), _pledge(other)
    if not set(left.by) & set(right.by):
        return "Other states commit."
    if not _may_be_to_the_same(one, other):
        return "They are promised to others."
    if left.deadline and right.deadline and not _compatible(left.deadline, right.deadline):
        return "They have other deadlines."
    return "They were told too long after each other." if _days_between(one, other) > _DAYS else None


def _essence(told: Told) -> Hashable:
    """All that ``apart`` looks at."""
    return (_pledge(told).by, told.parties, _pledge(told).deadline, told.published)


def _may_be_to_the_same(one: Told, other: Told) -> bool:
    beside_one, beside_other = set(one.parties) - set(_pledge(one).by), set(other.parties) - set(_pledge(other).by)
    joined = set(one.parties) & set(other.parties)
    return not beside_one or not beside_other or len(joined) > 1


def _compatible(one: Moment, other: Moment) -> bool:
    """Whether one is part of the other: 2025-03 and 2025."""
    return one.startswith(other) or other.startswith(one)


def _days_between(one: Told, other: Told) -> int:
    return abs((date.fromisoformat(one.published) - date.fromisoformat(other.published)).days)


def matter(members: Sequence[Told]) -> Matter:
    """The promise that the members, the earliest first, tell; ``date`` is the deadline, as exact as it is told."""
    told = [_pledge(one) for one in members]
    return Matter(
        kind="pledge",
        type="pledge",
        title=f"{' and '.join(told[0].by)}: {' '.join(told[0].text.split())}",
        parties=parties(members),
        date=exactest(one.deadline for one in told),
        **counted(members),
    )


def _pledge(told: Told) -> Pledge:
    assert isinstance(told.finding, Pledge)
    return told.finding


KIND = Kind(blocks=blocks, clues=clues, apart=apart, matter=matter, threshold=THRESHOLD, once=True, essence=_essence)
