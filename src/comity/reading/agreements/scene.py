"""What a report tells besides the instrument itself, as the readers of agreements see it."""

from dataclasses import dataclass

from comity.reading.actors import Actors
from comity.reading.mentions import Clauses, Page, When
from comity.terms.instruments import Instruments


@dataclass(frozen=True)
class Scene:
    """Actors, clauses and times of one report, and the vocabulary of instruments."""

    page: Page
    actors: Actors
    clauses: Clauses
    when: When
    words: Instruments
