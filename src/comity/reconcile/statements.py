"""Statements into matters: the same words of the same speaker, whole or in part, in several reports."""

import hashlib
from collections.abc import Hashable, Sequence
from datetime import date

from rapidfuzz import fuzz

from comity.findings import Statement
from comity.matters import Blocks, Clue, Matter, Told
from comity.reconcile.kinds import Kind
from comity.reconcile.names import DIFFERENT, likeness
from comity.reconcile.summing import counted, most, parties
from comity.reconcile.wording import normal

THRESHOLD = 3.0
# Four words in a row are the shortest that quoting keeps and chance seldom repeats.
_SHINGLE = 4
# Of every four neighbouring shingles one is a key, so that seven words in common are always met by.
_WINDOW = 4
_MOST_KEYS = 12
_ALIKE = 90.0
# So few words may be said again on another day.
_SHORT, _SHORT_DAYS = 8, 31
_TITLE = 80


def blocks(told: Told) -> Blocks:
    """Met by stretches of words in common, in what one state's speakers say, told within a month or two.

    The stretches are winnowed shingles, hashed.

    Winnowing (Schleimer, Wilkerson and Aiken 2003) keeps the least hash of each window of shingles, so
    that a quotation and a part of it keep the same ones.
    """
    statement = _statement(told)
    country = statement.speaker.country or "-"
    month = int(told.published[:4]) * 12 + int(told.published[5:7])
    prints = [f"{country}|{print_}" for print_ in _prints(normal(statement.text))]
    kept = frozenset(f"{print_}|{month}" for print_ in prints)
    return Blocks(kept, frozenset(f"{print_}|{near}" for print_ in prints for near in (month - 1, month, month + 1)))


def _prints(text: str) -> list[str]:
    words = text.split()
    shingles = [" ".join(words[at : at + _SHINGLE]) for at in range(max(len(words) - _SHINGLE + 1, 1))]
    hashes = [hashlib.blake2b(shingle.encode(), digest_size=6).hexdigest() for shingle in shingles]
    least = {min(hashes[at : at + _WINDOW]) for at in range(max(len(hashes) - _WINDOW + 1, 1))}
    return sorted(least)[:_MOST_KEYS]


def clues(one: Told, other: Told) -> list[Clue]:
    """How like the words are, and whether one speaker says them."""
    left, right = _statement(one), _statement(other)
    words = _words(normal(left.text), normal(right.text))
    if words is None:
        return []
    if left.speaker.name and right.speaker.name:
        return [words, Clue("same speaker", 1.0, "They are told of one speaker.")]
    return [words]


def _words(one: str, other: str) -> Clue | None:
    shorter, longer = sorted((one, other), key=lambda text: (len(text), text))
    if fuzz.ratio(shorter, longer) >= _ALIKE:
        return Clue("same words", 4.0, "Their words are the same, but for a few.")
    length = len(shorter.split())
    if length < _SHINGLE or f" {shorter} " not in f" {longer} ":
        return None
    return Clue("one holds the other", 3.5 if length >= _SHORT else 2.0, "All words of one stand in the other.")


def apart(one: Told, other: Told) -> str | None:
    """Why two statements cannot be one: other speakers, or a few words told long after each other."""
    left, right = _statement(one), _statement(other)
    if left.speaker.country and right.speaker.country and left.speaker.country != right.speaker.country:
        return "They are of speakers of other states."
    if left.speaker.name and right.speaker.name and likeness(left.speaker.name, right.speaker.name) == DIFFERENT:
        return "They are of other speakers."
    short = _is_short(one) or _is_short(other)
    days = abs((date.fromisoformat(one.published) - date.fromisoformat(other.published)).days)
    return "So few words may have been said again." if short and days > _SHORT_DAYS else None


def _is_short(told: Told) -> bool:
    return len(normal(_statement(told).text).split()) < _SHORT


def _essence(told: Told) -> Hashable:
    """All that ``apart`` looks at."""
    speaker = _statement(told).speaker
    return (speaker.country, speaker.name, _is_short(told), told.published)


def matter(members: Sequence[Told]) -> Matter:
    """The words that the members, the earliest first, quote; titled by speaker and the longest quotation."""
    told = [_statement(one) for one in members]
    speaker = most(one.speaker.name for one in told) or most(one.speaker.office for one in told) or "unnamed"
    text = max((" ".join(one.text.split()) for one in told), key=len)
    return Matter(
        kind="statement",
        type="statement",
        title=f"{speaker}: {text if len(text) <= _TITLE else text[: _TITLE - 1].rstrip() + '…'}",
        parties=parties(members),
        **counted(members),
    )


def _statement(told: Told) -> Statement:
    assert isinstance(told.finding, Statement)
    return told.finding


KIND = Kind(blocks=blocks, clues=clues, apart=apart, matter=matter, threshold=THRESHOLD, once=True, essence=_essence)
