"""Stretches of texts in which searched words stand, with marks where they do."""

import unicodedata
from typing import NamedTuple

from comity.findings import Span

# Characters Unicode will never give a meaning to: no report holds them.
OPEN, CLOSE = "\ufdd0", "\ufdd1"
_ROOM = 240
_LEAD = 60


class Snippet(NamedTuple):
    """A stretch of a text in one line, ellipses where it is cut, and where in it the words stand."""

    text: str
    marks: tuple[Span, ...]


def snippet(marked: str) -> Snippet:
    """The stretch of a marked text, of about 240 characters, in which most different words are marked."""
    plain, marks = _unmarked(" ".join(marked.split()))
    start = _best(plain, marks)
    end = len(plain) if len(plain) - start <= _ROOM else plain.rfind(" ", start + 1, start + _ROOM)
    end = end if end > start else start + _ROOM
    before, after = "… " if start else "", " …" if end < len(plain) else ""
    shift = len(before) - start
    inside = tuple((one + shift, other + shift) for one, other in marks if start <= one and other <= end)
    return Snippet(before + plain[start:end] + after, inside)


def marks_on(original: str, marked: str) -> str:
    """The original text with the marks that stand in its form without accents, whose length may differ."""
    places = [place for place, letter in enumerate(original) for _ in _without_accents(letter)]
    told: list[str] = []
    done = at = 0
    for number, piece in enumerate(marked.replace(CLOSE, OPEN).split(OPEN)[:-1]):
        at += len(piece)
        place = places[at] if at < len(places) else len(original)
        told += [original[done:place], CLOSE if number % 2 else OPEN]
        done = place
    return "".join([*told, original[done:]])


def _unmarked(text: str) -> tuple[str, list[Span]]:
    """The text without its marks, and where they stood."""
    pieces = text.replace(CLOSE, OPEN).split(OPEN)
    ends = [0]
    for piece in pieces:
        ends.append(ends[-1] + len(piece))
    return "".join(pieces), [(ends[n], ends[n + 1]) for n in range(1, len(pieces), 2)]


def _best(plain: str, marks: list[Span]) -> int:
    """Where the stretch with most different marked words begins: at a word some way before its first."""

    def different(first: Span) -> int:
        near = (mark for mark in marks if first[0] <= mark[0] and mark[1] <= first[0] + _ROOM - _LEAD)
        return len({plain[start:end].casefold() for start, end in near})

    best = max(marks, key=different, default=(0, 0))[0]
    if best <= _LEAD or len(plain) <= _ROOM:
        return 0
    return max(plain.find(" ", best - _LEAD, best), best - _LEAD) + 1


def _without_accents(letter: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFD", letter) if not "\u0300" <= part <= "\u036f")
