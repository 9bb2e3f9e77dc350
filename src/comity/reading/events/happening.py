"""What an event is before it becomes a finding, and what the steps before told about the report."""

from dataclasses import dataclass, replace
from functools import cached_property

from comity.findings import EventType, Span
from comity.reading.actors import Actors
from comity.reading.mentions import Clauses, Page, When
from comity.terms.event_verbs import EventVerbs
from comity.terms.modality import Modality

# Between two states these are one triple, its source first by alphabet.
SYMMETRIC: frozenset[EventType] = frozenset({"CONSULT", "AGREE", "COOPERATE"})


@dataclass(frozen=True)
class News:
    """The report as the reader of events sees it."""

    page: Page
    actors: Actors
    clauses: Clauses
    when: When
    words: EventVerbs

    @cached_property
    def speech(self) -> frozenset[str]:
        """Lemmas of verbs that report speech."""
        return self.page.terms.table(Modality).reports


@dataclass(frozen=True, slots=True)
class Happening:
    """Who did what to whom; ``joint`` where both did it together ("signed a treaty"); without a
    ``date`` of its own it is dated to the report. ``clue`` is what tells it, a code of ``reading.clues``."""

    source: str
    target: str
    type: EventType
    spans: tuple[Span, ...]
    weight: float
    mode: str | None = None
    context: str | None = None
    date: str | None = None
    joint: bool = False
    clue: str = "verb"

    def ordered(self) -> "Happening":
        """With its source first by alphabet."""
        first, second = sorted((self.source, self.target))
        return replace(self, source=first, target=second)
