"""A telling of an encounter: one place in the text that tells of one, before tellings are joined."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc
from spacy.tokens import Span as Stretch

from comity.findings import EncounterKind, EncounterStatus, Person
from comity.reading.dates.headings import Headings
from comity.reading.mentions import Clauses, Page, PersonMention, Quotation, When, Who
from comity.terms.encounters import Encounters


@dataclass(frozen=True)
class Scene:
    """All that is known of a report when its encounters are read."""

    page: Page
    who: Who
    clauses: Clauses
    when: When
    quotations: tuple[Quotation, ...]

    @property
    def doc(self) -> Doc:
        """The page's tokens."""
        return self.page.doc

    @cached_property
    def words(self) -> Encounters:
        """The vocabulary of encounters."""
        return self.page.terms.table(Encounters)

    @cached_property
    def headings(self) -> Headings:
        """The years that head parts of the report."""
        return Headings(self.page.report.text)

    @cached_property
    def quoted(self) -> frozenset[int]:
        """Tokens inside quotations."""
        return frozenset(i for q in self.quotations for i in range(q.start, q.end))

    @cached_property
    def is_among_officials(self) -> bool:
        """Whether officials of two states or more have a place in the report."""
        offices = {m.person.country for m in self.who.people if m.person.office}
        return len(offices - {None}) > 1

    def last_named(self, code: str, before: int) -> tuple[Person, ...]:
        """Who of the state is named last before the token; nobody where none is."""
        named = self._named.get(code, [])
        number = bisect_right(named, before, key=lambda mention: mention.end)
        return (named[number - 1].person,) if number else ()

    @cached_property
    def _named(self) -> dict[str | None, list[PersonMention]]:
        found: dict[str | None, list[PersonMention]] = {}
        for mention in self.who.people:
            if mention.how == "name":
                found.setdefault(mention.person.country, []).append(mention)
        return found

    @cached_property
    def opening_days(self) -> tuple[str, ...]:
        """The days told in the first two sentences, in order."""
        first = self.page.sentences[:2]
        end = first[-1].end if first else 0
        days = ("point", "period")
        return tuple(m.value for m in self.when.moments if m.start < end and len(m.value) == 10 and m.form in days)

    def low(self, start: int, end: int) -> str:
        """The tokens [start, end) in lower case, as they stand."""
        return self.doc[max(start, 0) : min(end, len(self.doc))].text.lower()


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word of encounter: tokens [start, end), its kind, whether it is a verb, its sentence."""

    start: int
    end: int
    kind: EncounterKind
    verb: bool
    phrase: str
    sentence: Stretch


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that takes part: at token ``at``, with codes and, if named, people."""

    at: int
    end: int
    codes: tuple[str, ...]
    people: tuple[Person, ...]
    form: str


@dataclass(frozen=True)
class Telling:
    """One telling of an encounter.

    ``order`` is an ordinal told ("the 9th session"); ``definite`` tells that the words may point to
    something known ("the meeting"), ``points_back`` that they do ("during the talks"), ``adds``
    that they only name more people, ``joint`` that they tell a signing by two sides, ``private``
    that principals met alone; ``told`` is the time in its words, be it the last day; ``weight`` is 0-1.
    """

    trigger: Trigger
    kind: EncounterKind
    status: EncounterStatus
    countries: frozenset[str]
    host: str | None
    date: str | None
    inferred: bool
    people: tuple[Person, ...]
    order: str | None
    definite: bool
    weight: float
    points_back: bool = False
    adds: bool = False
    joint: bool = False
    private: bool = False
    told: str | None = None

    @property
    def day(self) -> str | None:
        """The time by which it is told from others: the day in its words where ``date`` leaves the first day open."""
        return self.told if self.told and self.date and self.told.startswith(self.date) else self.date

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The last words of all names, in lower case."""
        return frozenset(surname for side in self.sides.values() for surname in side)

    @cached_property
    def sides(self) -> dict[str | None, frozenset[str]]:
        """The surnames told for each state; under None those of people without one."""
        told: dict[str | None, set[str]] = {}
        for person in self.people:
            if person.name:
                told.setdefault(person.country, set()).add(person.name.split()[-1].lower())
        return {code: frozenset(names) for code, names in told.items()}
