"""A telling of an encounter: one place in the text that tells of one, before tellings are joined."""

from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc
from spacy.tokens import Span as Stretch

from comity.findings import EncounterKind, EncounterStatus, Person
from comity.reading.mentions import Clauses, Page, Quotation, When, Who
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
    def quoted(self) -> frozenset[int]:
        """Tokens inside quotations."""
        return frozenset(i for q in self.quotations for i in range(q.start, q.end))

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


@dataclass(frozen=True, slots=True)
class Telling:
    """One telling of an encounter.

    ``order`` is an ordinal told ("the 9th session"); ``definite`` tells that the words may point to
    something known ("the meeting"), ``points_back`` that they do ("during the talks"), ``adds``
    that they only name more people, ``joint`` that they tell a signing by two sides, ``private``
    that principals met alone; ``weight`` is 0-1.
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
