"""Finds the states and bodies that a report's words name."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from comity.terms.state_text import Entry, Hit, Sense, Text, parts
from comity.terms.states import Body, Form, States, unaccented

# In capitals, a short form is more likely an acronym or a plain word; most so a town's.
SHORTEST_IN_CAPITALS = 4
SHORTEST_PLACE_IN_CAPITALS = 5


class StateMatch(NamedTuple):
    """Tokens [start, end) that name a state or body.

    ``acts`` is a hint: False where the words rather tell a place ("in Astana", any town) or a
    quality ("Russian-speaking") than somebody who acts. Two states of a compound that is one
    token ("Kazakh-Armenian") share its position.
    """

    start: int
    end: int
    code: str
    form: Form
    acts: bool


class StateMatcher:
    """Matches token texts against every form of a table; made once, used for any number of reports."""

    def __init__(self, table: States) -> None:
        self._cues = table.cues
        self._combining = {word: state.code for state in table.states.values() for word in state.combining}
        self._bodies = {code for code, actor in table.by_code.items() if isinstance(actor, Body)}
        self._exact = _index(_entries(table))
        self._made_capitals: dict[str, list[Entry]] = {}

    def matches(self, tokens: Sequence[str]) -> tuple[StateMatch, ...]:
        """The states and bodies that the tokens name, left to right, the longest form at each place.

        Names are told by their capitals; headlines in capitals are read, too. A hyphenated
        compound gives each of its states, whether or not the tokens part it at the hyphen. Give
        the tokens of the whole report: an ambiguous form means what else the report names.
        """
        text = Text(tokens, self._cues)
        hits = list(self._hits(text))
        named = {hit.entry.senses[0].code for hit in hits if len(hit.entry.senses) == 1 and not hit.entry.beside}
        made = (self._match(text, hit, named) for hit in hits)
        return tuple(match for match in made if match)

    def _hits(self, text: Text) -> Iterator[Hit]:
        at = 0
        while at < len(text.pieces):
            piece = text.pieces[at]
            if piece not in self._exact and piece not in self._combining and not piece.isupper():
                at += 1
                continue
            entry = self._longest(text, at)
            if entry and entry.senses and not text.is_somebody(at, entry):
                yield Hit(at, at + len(entry.pieces), entry)
            at += len(entry.pieces) if entry else 1

    def _longest(self, text: Text, at: int) -> Entry | None:
        piece = text.pieces[at]
        found = text.fitting(self._exact.get(piece, ()), at)
        if not found and piece in self._combining and text.joined(at):
            return Entry((piece,), False, (Sense(self._combining[piece], "adjective"),))
        if found or len(piece) < 2 or not piece.isupper():
            return found
        return text.fitting(self._capitals(piece), at, in_capitals=True)

    def _capitals(self, piece: str) -> list[Entry]:
        """Entries whose first piece in capitals is this one; made when first met, as headlines are few."""
        if piece not in self._made_capitals:
            found = (entry for first in self._firsts.get(piece, ()) for entry in self._exact[first])
            shouted = (e._replace(pieces=tuple(p.upper() for p in e.pieces)) for e in found if not e.beside)
            self._made_capitals[piece] = _sorted(entry for entry in shouted if _tells_in_capitals(entry))
        return self._made_capitals[piece]

    @cached_property
    def _firsts(self) -> dict[str, list[str]]:
        firsts: dict[str, list[str]] = {}
        for first in self._exact:
            firsts.setdefault(first.upper(), []).append(first)
        return firsts

    def _match(self, text: Text, hit: Hit, named: set[str]) -> StateMatch | None:
        sense = self._sense(text, hit, named)
        if sense is None or text.is_language(hit, sense.form) or text.is_money(hit, sense.form):
            return None
        start, end = text.owners[hit.first], text.owners[hit.last - 1] + 1
        return StateMatch(start, end, sense.code, sense.form, text.acts(hit, sense.form))

    def _sense(self, text: Text, hit: Hit, named: set[str]) -> Sense | None:
        """What the form means here: a body's seat the place or the body, else a state that is named."""
        senses = hit.entry.senses
        if hit.entry.beside:
            return next((s for s in senses if s.code in named), None)
        if len(senses) > 1 and any(s.code in self._bodies for s in senses):
            local = text.is_place(hit) or text.is_dateline(hit)
            return next(s for s in senses if (s.code in self._bodies) != local)
        return next((s for s in senses if s.code in named), senses[0])


def _entries(table: States) -> list[Entry]:
    made = [*_naming_entries(table)]
    for form, codes in table.beside.items():
        senses = tuple(Sense(code, "place" if code in table.states else "name") for code in codes)
        made.append(Entry(_form_pieces(form), False, senses, beside=True))
    made.extend(Entry(_form_pieces(phrase), False, ()) for group in table.phrases.values() for phrase in group)
    return made


def _naming_entries(table: States) -> Iterator[Entry]:
    """An entry for each form with all that it may mean; accented forms stand without accents, too."""
    for form, senses in table.senses.items():
        bare = form.removeprefix("the ")
        meant = tuple(Sense(code, kind) for code, kind in senses)
        entry = Entry(_form_pieces(bare), bare != form, meant, given=bare in table.given)
        yield entry
        plain = unaccented(bare)
        if plain != bare and plain not in table.beside:
            yield entry._replace(pieces=_form_pieces(plain))


def _form_pieces(form: str) -> tuple[str, ...]:
    if form.isascii() and form.replace(" ", "").isalpha():
        return tuple(form.split())
    return tuple(piece for word in form.replace(",", " ,").split() for piece in parts(word))


def _tells_in_capitals(entry: Entry) -> bool:
    place = bool(entry.senses) and entry.senses[0].form == "place"
    return sum(map(len, entry.pieces)) >= (SHORTEST_PLACE_IN_CAPITALS if place else SHORTEST_IN_CAPITALS)


def _index(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """Entries under their first piece, in the order in which they are tried."""
    index: dict[str, list[Entry]] = {}
    for entry in entries:
        index.setdefault(entry.pieces[0], []).append(entry)
    return {first: _sorted(found) if len(found) > 1 else found for first, found in index.items()}


def _sorted(entries: Iterable[Entry]) -> list[Entry]:
    """The longest first, then those that need an article, then names before forms that need company."""
    return sorted(entries, key=lambda e: (-len(e.pieces), not e.article, e.beside))
