"""Names of people across transliterations, initials, order and parts left out.

A name is folded: accents fall, spellings that stand for one letter become one, doubled letters
single. Two names are as like as their parts are; a part that both tell and that differs makes two
people of them.
"""

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from comity.terms import load
from comity.terms.joining import Joining

# How like two names are: every part fits; a first name only by its initial; a surname stands alone.
WHOLE, INITIAL, SURNAME, DIFFERENT = 1.0, 0.7, 0.5, 0.0
# Below it two spellings are two names: Jaro-Winkler tells 0.93 for Nurtleu and Nurtileu, 0.87 for Alen and Armen.
NEAR = 0.9
_VOWELS = frozenset(map(frozenset, ("ou", "ei", "ea")))
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "ß": "ss", "ı": "i", "ə": "a", "đ": "d", "þ": "th", "ð": "d", "æ": "ae", "œ": "oe"}
)


def plain(text: str) -> str:
    """In small letters, without accents."""
    parts = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


@lru_cache(maxsize=1 << 16)
def parts(name: str) -> tuple[str, ...]:
    """The folded parts of a name in order, without titles; a single letter is an initial."""
    words = load().table(Joining).names
    told = re.split(r"[\s.,]+", re.sub(r"['’ʼ`\"\-‐‑]", "", plain(name)))
    return tuple(_folded(part) for part in told if part.isalpha() and part not in words.titles | words.particles)


def _folded(part: str) -> str:
    for spelling, letter in load().table(Joining).letters.order:
        part = part.replace(spelling, letter)
    return re.sub(r"(.)\1+", r"\1", part)


@lru_cache(maxsize=1 << 16)
def likeness(one: str, other: str) -> float:
    """How like two names are: ``WHOLE``, ``INITIAL``, ``SURNAME`` or ``DIFFERENT``."""
    fewer, more = sorted((parts(one), parts(other)), key=lambda p: (len(p), p))
    if not fewer:
        return DIFFERENT
    if (
        len(fewer) != len(more)
        and len("".join(fewer)) > 5
        and JaroWinkler.similarity("".join(fewer), "".join(more)) >= 0.96
    ):
        return WHOLE
    if len(fewer) == 1:
        return (
            SURNAME if len(fewer[0]) > 1 and any(_alike(fewer[0], part) for part in (more[-1], more[0])) else DIFFERENT
        )
    return _of_parts(fewer, more)


def _of_parts(fewer: tuple[str, ...], more: tuple[str, ...]) -> float:
    """Whether every part of the shorter name stands in the longer, in whatever order."""
    left, initials = list(more), 0
    for part in sorted(fewer, key=len, reverse=True):
        fit = next((other for other in left if _alike(part, other)), None)
        fit = fit or next((other for other in left if _initial(part, other)), None)
        if fit is None:
            return DIFFERENT
        initials += len(part) == 1 or len(fit) == 1
        left.remove(fit)
    if initials == len(fewer):
        return DIFFERENT
    return INITIAL if initials else WHOLE


def _alike(one: str, other: str) -> bool:
    if one == other:
        return len(one) > 1
    if min(len(one), len(other)) < 4 or one[0] != other[0]:
        return False
    return JaroWinkler.similarity(one, other) >= NEAR or _same_but_vowels(one, other)


def _same_but_vowels(one: str, other: str) -> bool:
    """Mohamed and Muhamad, but not Marat and Murat: vowels that stand for each other alone differ."""
    if len(one) != len(other):
        return False
    return all(x == y or frozenset((x, y)) in _VOWELS for x, y in zip(one, other, strict=True))


def _initial(one: str, other: str) -> bool:
    return min(len(one), len(other)) == 1 and one[0] == other[0]


def skeleton(part: str) -> str:
    """The consonants of a folded part, by which spellings of one name meet: tkv for Tokayev."""
    bare = re.sub(r"[aeiouh]", "", part)
    return re.sub(r"(.)\1+", r"\1", bare) or part


@lru_cache(maxsize=1 << 16)
def skeletons(name: str) -> frozenset[str]:
    """Those of the last and the first part that is told in full: either may be the surname."""
    full = [part for part in parts(name) if len(part) > 1]
    return frozenset(skeleton(part) for part in (*full[-1:], *full[:1]))


def fullness(name: str) -> tuple[int, int]:
    """Sorts names from the barest to the fullest: parts told in full, then letters."""
    return (sum(len(part) > 1 for part in parts(name)), len(name))
