"""A report's words in pieces, and what stands beside a state's name."""

import re
import unicodedata
from calendar import month_abbr, month_name
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from comity.terms.states import Cues, Form

# A shorter word in capitals counts only where its neighbours are in capitals, too.
PLAIN_IN_CAPITALS = 5
# A word of motion tells of a way only so many words before its place.
REACH_OF_MOTION = 5

_ARTICLES = {"the", "The", "THE"}
_JOINS = {"-", "/", "'"}
_MARKS = str.maketrans("’‘ʻʼ`‐‑–—şţŞŢ", "'" * 5 + "-" * 4 + "șțȘȚ")
# Line breaks are pieces, too, so that no form goes on from one paragraph to the next.
_PIECES = re.compile(r"[A-Z](?:\.[A-Z])+\b\.?|[^\W_]+|[^\w\s]|\n")
_MONTHS = {*month_name[1:], *month_abbr[1:], "Sept"}
_LINE_STARTS = {"", "\n", "/"}
_AFTER_A_DATELINE = {"-", ":", "/", "."}


class Sense(NamedTuple):
    """What a form may mean."""

    code: str
    form: Form


class Entry(NamedTuple):
    """A form in pieces; without senses it is a phrase that names no state.

    ``article`` tells that it needs one ("the Emirates"), ``beside`` that it counts only in a
    report that names its state in another way, ``given`` that it is a first name, too.
    """

    pieces: tuple[str, ...]
    article: bool
    senses: tuple[Sense, ...]
    beside: bool = False
    given: bool = False


class Hit(NamedTuple):
    """Pieces [first, last) of a report that an entry fits."""

    first: int
    last: int
    entry: Entry


class Text:
    """The tokens of a report in pieces: words and single marks; ``owners`` are their tokens' positions."""

    def __init__(self, tokens: Sequence[str], cues: Cues) -> None:
        self._cues = cues
        self.pieces: list[str] = []
        self.owners: list[int] = []
        for position, token in enumerate(tokens):
            found = (token,) if token.isalpha() and token.isascii() else parts(token)
            self.pieces.extend(found)
            self.owners.extend([position] * len(found))

    def fitting(self, entries: Sequence[Entry], at: int, in_capitals: bool = False) -> Entry | None:
        """The first of the entries (the longest, as they are sorted) that stands at the piece."""
        for entry in entries:
            end = at + len(entry.pieces)
            if tuple(self.pieces[at:end]) != entry.pieces or not self._whole(at, end):
                continue
            if entry.article and self._piece(at - 1) not in _ARTICLES:
                continue
            if not in_capitals or end - at > 1 or len(self.pieces[at]) >= PLAIN_IN_CAPITALS or self._headline(at):
                return entry
        return None

    def joined(self, at: int) -> bool:
        """Whether the piece is the first half of a compound: a hyphen and a word follow."""
        return self._piece(at + 1) == "-" and self._piece(at + 2)[:1].isupper()

    def is_somebody(self, at: int, entry: Entry) -> bool:
        """Whether a person is meant: "Mr Holland", "Al-Sabah", "Simon Birmingham", "Jordan Peterson said"."""
        before = self._piece(at - 1)
        if before == "-" and self._piece(at - 2).lower() in self._cues.name_particles:
            return True
        if (self._piece(at - 2) if before == "." else before) in self._cues.titles:
            return True
        if len(entry.pieces) == 1 and entry.senses[0].form == "place" and self._after_a_name(at):
            return True
        after, next_after = self._piece(at + 1), self._piece(at + 2)
        named = entry.given and before not in self._cues.names_a_state
        return named and after.isalpha() and after.istitle() and next_after in self._cues.person_goes_on

    def is_language(self, hit: Hit, form: Form) -> bool:
        """Whether an adjective without a noun tells a language: "published in English"."""
        if form != "adjective" or self._piece(hit.first - 1) not in self._cues.before_language:
            return False
        after = self._piece(hit.last)
        return after in self._cues.after_language or (not after.isalpha() and after not in _JOINS)

    def is_money(self, hit: Hit, form: Form) -> bool:
        """Whether the form is part of a currency's name: "Omani rials", "US dollars"."""
        after = self._piece(hit.last)
        return after in self._cues.money_of_a_name or (form == "adjective" and after in self._cues.money)

    def is_place(self, hit: Hit) -> bool:
        """Whether a preposition of place stands before the form: "in Astana", "flew to Baku"."""
        at = hit.first - (self._piece(hit.first - 1) in _ARTICLES)
        before = self._piece(at - 1).lower()
        if before in self._cues.on_the_way:
            return not self._cues.motion.isdisjoint(self.pieces[max(at - REACH_OF_MOTION, 0) : at])
        return before in self._cues.in_place

    def is_dateline(self, hit: Hit) -> bool:
        """Whether a report opens with the place: "Brussels, 12 May", "BRUSSELS (Reuters)", "Rabat - The"."""
        after, next_after = self._piece(hit.last), self._piece(hit.last + 1)
        if after == "(":
            return True
        opens = self._piece(hit.first - 1) in _LINE_STARTS
        if after == ",":
            return next_after.isdigit() or next_after in _MONTHS or (opens and next_after.istitle())
        return opens and after in _AFTER_A_DATELINE

    def acts(self, hit: Hit, form: Form) -> bool:
        """Whether the form may stand for somebody who acts."""
        if form == "place" or (form in ("capital", "metonym") and (self.is_place(hit) or self.is_dateline(hit))):
            return False
        after = self._piece(hit.last + (self._piece(hit.last) == "-"))
        if form == "capital" and after in self._cues.after_place:
            return False
        before = self._piece(hit.first - 2).lower() if self._piece(hit.first - 1) == "-" else ""
        return after not in self._cues.after_quality and before not in self._cues.before_quality

    def _piece(self, at: int) -> str:
        return self.pieces[at] if 0 <= at < len(self.pieces) else ""

    def _after_a_name(self, at: int) -> bool:
        """Whether a capitalised word stands before the piece that is neither a sentence's first nor a direction."""
        before, first = self._piece(at - 1), not self._piece(at - 2).isalnum() and self._piece(at - 2) not in {",", "-"}
        return before.isalpha() and before.istitle() and not first and before not in self._cues.before_place

    def _headline(self, at: int) -> bool:
        """Whether a word beside the piece is in capitals, too."""
        beside = (self._piece(i) for i in (at - 2, at - 1, at + 1, at + 2))
        return any(len(piece) > 2 and piece.isupper() for piece in beside)

    def _whole(self, at: int, end: int) -> bool:
        """No cut through a token but at a hyphen, slash or apostrophe."""
        owners, pieces = self.owners, self.pieces
        cut_before = at > 0 and owners[at - 1] == owners[at] and pieces[at - 1] not in _JOINS
        cut_after = end < len(owners) and owners[end] == owners[end - 1] and pieces[end] not in _JOINS
        return not cut_before and not cut_after


@lru_cache(maxsize=50_000)
def parts(token: str) -> tuple[str, ...]:
    """A token's words and marks, "U.S." as one piece "US"; the same for a form and a report."""
    plain = token if token.isascii() else unicodedata.normalize("NFC", token).translate(_MARKS)
    return tuple(piece if len(piece) == 1 else piece.replace(".", "") for piece in _PIECES.findall(plain))
