"""What a report tells besides the pledge itself, and a promise before its words are cut."""

from dataclasses import dataclass
from functools import cached_property

from comity.reading.actors import Actors
from comity.reading.mentions import Clause, Clauses, Page, When
from comity.terms.modality import Modality


@dataclass(frozen=True)
class Scene:
    """What the report tells: actors, clauses, times; and the vocabulary.

    ``company``: the states of its agreement or encounter of most parties, where those are more than two."""

    page: Page
    actors: Actors
    clauses: Clauses
    when: When
    words: Modality
    company: tuple[str, ...] = ()

    @cached_property
    def happening(self) -> frozenset[str]:
        """Verbs of what only happens."""
        return frozenset(self.words.happening.verbs)

    @cached_property
    def meeting(self) -> frozenset[str]:
        """Verbs of encounters, signings and states of mind."""
        return frozenset(self.words.meeting.verbs)

    @cached_property
    def gatherings(self) -> frozenset[str]:
        """Nouns of encounters."""
        return frozenset(self.words.gatherings.words)

    def governor(self, clause: Clause) -> Clause | None:
        """The clause above, if any."""
        return self.clauses.by_predicate.get(clause.governor) if clause.governor is not None else None


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment before its words are cut: who commits, the tokens [start, end), the word that commits.

    ``doubted`` where something speaks against it; ``named`` where the subject's own words name who commits."""

    by: tuple[str, ...]
    start: int
    end: int
    head: int
    weight: float
    doubted: bool = False
    named: bool = False
