"""Which states act: from the tokens that a clause names as its subjects, objects and obliques to codes."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from spacy.tokens import Span as Stretch
from spacy.tokens import Token

from comity.reading.mentions import Clause, Mention, Page, PartyMention, PersonMention, StateMention, Who

_LONGEST_DATELINE = 25
_DATELINE_MARKS = frozenset({"-", "–", "—", "--", ":", "---"})
# So many mentions of a state are more than one in passing.
_IN_PASSING = 3
M = TypeVar("M", bound=Mention)

_OWNERS = frozenset({"nmod:poss", "amod", "compound", "nmod", "flat", "nummod"})


@dataclass(frozen=True)
class Actors:
    """The states behind the tokens of one report."""

    page: Page
    who: Who

    @cached_property
    def _people(self) -> dict[int, PersonMention]:
        return _by_position(self.who.people)

    @cached_property
    def _parties(self) -> dict[int, PartyMention]:
        return _by_position(self.who.parties)

    @cached_property
    def _states(self) -> dict[int, StateMention]:
        return _by_position(self.who.states)

    def at(self, position: int) -> tuple[str, ...]:
        """The states that the noun at the position stands for: by itself, else by whose it is."""
        named, owned = self.named(position), self._owned(self.page.doc[position])
        fuller = position in self._parties and set(named) < set(owned)
        return owned if fuller or not named else named

    def named(self, position: int) -> tuple[str, ...]:
        """The states that a mention covering the position names or acts for."""
        person, party, state = self._people.get(position), self._parties.get(position), self._states.get(position)
        if person is not None and person.person.country:
            return (person.person.country,)
        if state is not None and (state.acts or party is None):
            return (state.code,) if state.acts else ()
        return party.codes if party is not None else ()

    def of(self, positions: Iterable[int]) -> tuple[str, ...]:
        """The states behind several positions, in order, each once."""
        return tuple(dict.fromkeys(code for p in positions for code in self.at(p)))

    def subjects(self, clause: Clause) -> tuple[str, ...]:
        """The states that act in a clause; a dateline ("OSLO, May 2 - ") taken for its subject is passed over."""
        end = self._dateline_ends.get(self.page.sentence_numbers.get(clause.predicate, -1), -1)
        own = [position for position in clause.subjects if position >= end]
        codes = self.of(own) or self._each(own) or self._it(own)
        if codes or len(own) == len(clause.subjects):
            return codes
        return self._nearest(end, clause.predicate)

    def _each(self, positions: Iterable[int]) -> tuple[str, ...]:
        """ "each", "each side", "both": the report's pair."""
        doc = self.page.doc
        words = {t.lower_ for i in positions for t in (doc[i], *doc[i].children)}
        return self.who.pair if words & {"each", "both"} else ()

    def _it(self, positions: list[int]) -> tuple[str, ...]:
        """ "It": who is named first in the sentence before, where a subject of its own is told nowhere nearer."""
        if len(positions) != 1 or self.page.doc[positions[0]].lower_ != "it":
            return ()
        number = self.page.sentence_numbers.get(positions[0], 0)
        before, here = self.page.sentences[max(number - 1, 0)], self.page.sentences[number]
        stretch = (*range(here.start, positions[0]), *range(before.start, min(before.end, positions[0])))
        return next((codes[:1] for position in stretch if (codes := self.named(position))), ())

    def _nearest(self, start: int, end: int) -> tuple[str, ...]:
        """Who acts nearest before a position."""
        return next((codes for position in range(end - 1, start - 1, -1) if (codes := self.named(position))), ())

    @cached_property
    def _dateline_ends(self) -> dict[int, int]:
        """For sentences that open with a dateline: the position where the report goes on."""
        return {n: end for n, s in enumerate(self.page.sentences[:6]) if (end := self._dateline_end(s)) is not None}

    def _dateline_end(self, sentence: Stretch) -> int | None:
        opening = sentence[: min(_LONGEST_DATELINE, len(sentence))]
        mark = next((t.i for t in opening if t.text in _DATELINE_MARKS), None)
        if mark is None or not any(t.i in self._states and not self._states[t.i].acts for t in opening if t.i < mark):
            return None
        return mark + 1

    def others(self, codes: Iterable[str]) -> tuple[str, ...]:
        """The other side of the report's pair, where one side of it is given; else nothing."""
        given, pair = set(codes), self.who.pair
        return tuple(code for code in pair if code not in given) if given & set(pair) else ()

    def counterparts(self, codes: Iterable[str]) -> tuple[str, ...]:
        """The other side of the pair, where the report tells of it more than in passing."""
        return tuple(code for code in self.others(codes) if self._shares[code] >= _IN_PASSING)

    @cached_property
    def _shares(self) -> Counter[str]:
        people = (m.person.country for m in self.who.people if m.person.country)
        return Counter((*(m.code for m in self.who.states if m.acts), *people))

    def beside(self, position: int) -> tuple[str, ...]:
        """The states that a place named at the position lies in, whether or not they act there."""
        state = self._states.get(position)
        return (state.code,) if state is not None else self.named(position)

    def _owned(self, token: Token) -> tuple[str, ...]:
        """The state that a noun belongs to ("Armenian companies", "the parliament of Chile", "Oslo's envoy")."""
        owners = [child for child in token.children if child.dep_ in _OWNERS and self.named(child.i)]
        if not owners:
            return ()
        alike = [child for child in owners if child.dep_ == owners[0].dep_]
        return self.of(t.i for child in alike for t in (child, *child.conjuncts))


def _by_position(mentions: Iterable[M]) -> dict[int, M]:
    """For each position the longest mention that covers it."""
    ordered = sorted(mentions, key=lambda m: m.end - m.start)
    return {position: mention for mention in ordered for position in range(mention.start, mention.end)}
