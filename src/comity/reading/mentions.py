"""What the first steps of reading give to the later ones: who, when, how much, and in what clause.

All ``start`` and ``end`` are token positions in the page's ``Doc``, end exclusive; ``Page.chars``
turns them into spans of the report's text.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, Literal, TypeVar

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Stretch

from comity.findings import Bound, Change, Person, Report, Span
from comity.language import ENCODED, TOPICS, Appraiser
from comity.terms import Terms


@dataclass(frozen=True)
class Page:
    """A report with its grammar: what every step reads. ``sentences`` leave out what is skipped; without an
    ``appraiser`` the rules decide alone. ``least`` is the confidence that a finding needs, whatever its kind;
    where it is None, each kind has its own."""

    report: Report
    doc: Doc
    sentences: tuple[Stretch, ...]
    terms: Terms
    appraiser: Appraiser | None = None
    least: float | None = None

    def suffices(self, chance: float, usual: float) -> bool:
        """Whether so likely a finding is told: where no ``least`` is given, ``usual`` is."""
        # A finding's confidence has two decimals, and is held to the least as it is told.
        return chance >= usual if self.least is None else round(chance, 2) >= self.least

    def chars(self, start: int, end: int) -> Span:
        """The span of the report's text that the tokens [start, end) cover."""
        return self.doc[start].idx, self.doc[end - 1].idx + len(self.doc[end - 1])

    @cached_property
    def sentence_numbers(self) -> dict[int, int]:
        """For each token position that is read, the number of its sentence in ``sentences``."""
        return {i: n for n, sentence in enumerate(self.sentences) for i in range(sentence.start, sentence.end)}

    @cached_property
    def vectors(self) -> tuple[npt.NDArray[np.float32], ...]:
        """The encoder's vectors of each sentence: its opening and its words without white space, (1 + words, width)."""
        encoded = self.doc.user_data[ENCODED]
        return tuple(encoded[next(iter(places))] for places in self.word_places)

    @cached_property
    def topic_scores(self) -> npt.NDArray[np.float32]:
        """The encoder's scores of topics by sentence, (sentences, topics)."""
        scores = self.doc.user_data[TOPICS]
        return np.stack([scores[next(iter(places))] for places in self.word_places])

    @cached_property
    def word_places(self) -> tuple[dict[int, int], ...]:
        """For each sentence the tokens that are no white space, and their place among these."""
        return tuple(
            {token.i: place for place, token in enumerate(t for t in sentence if not t.is_space)}
            for sentence in self.sentences
        )

    def written(self, number: int) -> tuple[tuple[str, ...], tuple[bool, ...]]:
        """The words of a sentence without white space, and whether some stands before each, as the encoder has them."""
        tokens = [self.doc[i] for i in self.word_places[number]]
        before = [
            t.i > tokens[0].i and bool(self.doc[t.i - 1].whitespace_ or self.doc[t.i - 1].is_space) for t in tokens
        ]
        return tuple(t.text for t in tokens), tuple(before)

    def sentence_of(self, position: int) -> Stretch:
        """The sentence that holds the token; raises ``KeyError`` for a token that is not read."""
        return self.sentences[self.sentence_numbers[position]]

    def evidence(self, *positions: int) -> tuple[Span, ...]:
        """The spans of the sentences that hold these tokens, in order, each once."""
        numbers = sorted({self.sentence_numbers[p] for p in positions})
        return tuple(self.chars(self.sentences[n].start, self.sentences[n].end) for n in numbers)


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens [start, end) that name something."""

    start: int
    end: int


StateForm = Literal["name", "adjective", "demonym", "capital", "metonym", "place"]


@dataclass(frozen=True, slots=True)
class StateMention(Mention):
    """A state or body named: "Kazakhstan" (name), "Kazakh" (adjective), "Kazakhs" (demonym),
    "Astana" (capital; whether the city or the government is meant is told by ``acts``),
    "the Kremlin" (metonym), a town or region in it (place)."""

    code: str
    form: StateForm
    acts: bool = True


@dataclass(frozen=True, slots=True)
class PersonMention(Mention):
    """Somebody mentioned, resolved over the whole report: by name, by office ("the Kazakh Foreign
    Minister", an institution such as "the ministry"), or by pronoun."""

    person: Person
    how: Literal["name", "office", "institution", "pronoun"]


@dataclass(frozen=True, slots=True)
class PartyMention(Mention):
    """Several actors in one word: "the sides", "both ministers", "the two countries", "they", "the
    delegation", and "it" for a state or institution; resolved to codes and, where known, people."""

    codes: tuple[str, ...]
    people: tuple[Person, ...] = ()


M = TypeVar("M", bound=Mention)


class Shelf(Generic[M]):
    """Mentions in order of their start, found by place in logarithmic time."""

    def __init__(self, mentions: Iterable[M]) -> None:
        self._mentions = sorted(mentions, key=lambda m: (m.start, m.end))
        self._starts = [m.start for m in self._mentions]

    def within(self, start: int, end: int) -> tuple[M, ...]:
        """The mentions that lie within the tokens [start, end), in order."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return tuple(m for m in self._mentions[first:last] if m.end <= end)


@dataclass(frozen=True)
class Who:
    """Everybody a report mentions. ``pair`` is the relation the report is mainly about, if any;
    ``ours`` the state whose side the report takes (dateline, outlet, "our country"), if told."""

    states: tuple[StateMention, ...] = ()
    people: tuple[PersonMention, ...] = ()
    parties: tuple[PartyMention, ...] = ()
    pair: tuple[str, ...] = ()
    ours: str | None = None

    def states_in(self, start: int, end: int) -> tuple[StateMention, ...]:
        """State mentions that lie within the tokens [start, end)."""
        return self._state_shelf.within(start, end)

    def people_in(self, start: int, end: int) -> tuple[PersonMention, ...]:
        """Person mentions that lie within the tokens [start, end)."""
        return self._people_shelf.within(start, end)

    def parties_in(self, start: int, end: int) -> tuple[PartyMention, ...]:
        """Party mentions that lie within the tokens [start, end)."""
        return self._party_shelf.within(start, end)

    def codes_in(self, start: int, end: int) -> tuple[str, ...]:
        """Codes of all states and bodies that act in the tokens [start, end): named, acted for by a
        person, or meant by a party; in order of mention, each once."""
        found = [
            *((m.start, (m.code,)) for m in self.states_in(start, end) if m.acts),
            *((m.start, (m.person.country,)) for m in self.people_in(start, end) if m.person.country),
            *((m.start, m.codes) for m in self.parties_in(start, end)),
        ]
        return tuple(dict.fromkeys(code for _, codes in sorted(found) for code in codes))

    @cached_property
    def _state_shelf(self) -> Shelf[StateMention]:
        return Shelf(self.states)

    @cached_property
    def _people_shelf(self) -> Shelf[PersonMention]:
        return Shelf(self.people)

    @cached_property
    def _party_shelf(self) -> Shelf[PartyMention]:
        return Shelf(self.parties)


ClauseStatus = Literal["fact", "planned", "denied", "cancelled", "conditional", "wished", "requested", "recalled"]


@dataclass(frozen=True, slots=True)
class Clause:
    """One predicate and what hangs on it.

    ``predicate`` is the position of its verb (or predicative noun), ``lemma`` its lemma with a
    verb particle ("carry out"). ``subject``, ``objects`` and ``obliques`` are positions of head
    tokens (conjuncts included; the agent of a passive is a subject, its patient an object; a
    clause without a subject of its own, as in "agreed to sign", inherits that of its governor).
    ``status`` tells facts from plans, denials, conditions, wishes, requests and mere recall.
    """

    predicate: int
    lemma: str
    subjects: tuple[int, ...] = ()
    objects: tuple[int, ...] = ()
    obliques: tuple[int, ...] = ()
    passive: bool = False
    negated: bool = False
    tense: Literal["past", "present", "future", "none"] = "none"
    status: ClauseStatus = "fact"
    quoted: bool = False
    governor: int | None = None


@dataclass(frozen=True)
class Clauses:
    """All clauses of a report, in order of their predicates."""

    items: tuple[Clause, ...] = ()

    @cached_property
    def by_predicate(self) -> dict[int, Clause]:
        """The clause of each predicate's position."""
        return {clause.predicate: clause for clause in self.items}

    def of(self, token: Token) -> Clause | None:
        """The innermost clause that the token belongs to, if any."""
        return next((self.by_predicate[t.i] for t in (token, *token.ancestors) if t.i in self.by_predicate), None)


@dataclass(frozen=True, slots=True)
class Moment(Mention):
    """A time told: ``value`` is YYYY, YYYY-MM or YYYY-MM-DD; for a stretch of time ``last`` is its
    last moment ("2024-2025", "January-November 2023" as 2023-01 and 2023-11); ``form`` tells "by
    the end of 2026" (deadline), "the 25th anniversary" (anniversary: value is the year celebrated), "2021/22"
    (fiscal), "since 1972" (since) from plain ones (point, period). ``inferred`` where reckoned
    from the date of publication or another told date."""

    value: str
    last: str | None = None
    form: Literal["point", "period", "deadline", "anniversary", "fiscal", "since"] = "point"
    inferred: bool = False

    @property
    def date(self) -> str:
        """The guide's single date: the first day of several, the year of a quarter, half or run of months."""
        return self.value[:4] if self.last and len(self.value) == 7 else self.value

    @property
    def reach(self) -> str:
        """The guide's period of a figure: "2023-01/2023-11", "2021/2022", or the moment alone."""
        if not self.last or self.last == self.value:
            return self.value
        return f"{self.value}/{self.last}"


@dataclass(frozen=True)
class When:
    """All times told in a report, and ``now``: its date of publication, or what the text itself
    fixes ("2024" from a programme for 2024-2025 signed in this report), ``now_inferred`` then."""

    moments: tuple[Moment, ...] = ()
    now: str | None = None
    now_inferred: bool = False

    def moments_in(self, start: int, end: int) -> tuple[Moment, ...]:
        """Moments told within the tokens [start, end)."""
        return self._shelf.within(start, end)

    @cached_property
    def _shelf(self) -> Shelf[Moment]:
        return Shelf(self.moments)


@dataclass(frozen=True, slots=True)
class Quantity(Mention):
    """A number told with its unit: money (ISO 4217 code), a count of ``noun``, tonnes, percent.

    ``noun`` is the position of the counted or measured noun, if any ("companies", "turnover")."""

    value: int | float | None
    unit: str | None
    bound: Bound = "exact"
    change: Change | None = None
    noun: int | None = None


@dataclass(frozen=True, slots=True)
class Quotation(Mention):
    """Words inside quotation marks; [start, end) leaves out the marks and a closing comma or stop."""

    words: int = field(default=0)
