"""Whether a report bears on relations between states at all.

A match report, an obituary or a weather warning names states and may speak of meetings, contracts and
plans; nothing in it is a finding but what people are quoted as saying. Of the 438 reports annotated
to learn from, 31 hold nothing: the clues here tell 29 of them, and pass over 2 that hold something
(9 findings of some 6,800).
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from comity.reading.mentions import Page, Who
from comity.terms.bearing import Bearing as Vocabulary

_OFFICIALS_OF = 2
_TOGETHER = 2
_WORDS = 2
_ENOUGH_TO_TELL = 5


@dataclass(frozen=True, slots=True)
class Bearing:
    """The clues: states that have an official in the report, sentences in which two states act
    together, words of dealings between states, and sentences in all."""

    officials_of: int
    together: int
    words: int
    sentences: int

    @property
    def on_relations(self) -> bool:
        """Whether the report bears on relations between states; one of a few sentences is taken to."""
        if self.sentences < _ENOUGH_TO_TELL:
            return True
        return self.words >= _WORDS and (self.officials_of >= _OFFICIALS_OF or self.together >= _TOGETHER)


def read(page: Page, who: Who) -> Bearing:
    """How much the report bears on relations between states."""
    vocabulary = page.terms.table(Vocabulary).vocabulary.words
    officials = {m.person.country for m in who.people if m.person.office and m.person.country}
    acting = [set(who.codes_in(sentence.start, sentence.end)) for sentence in page.sentences]
    return Bearing(
        officials_of=len(officials),
        together=sum(len(codes) >= _TOGETHER for codes in acting),
        words=sum(token.lower_ in vocabulary for sentence in page.sentences for token in sentence),
        sentences=len(page.sentences),
    )


def only_if_bearing(function: Callable[..., tuple[Any, ...]]) -> Callable[..., tuple[Any, ...]]:
    """The same step with ``bearing`` as its first need: it finds nothing where the report bears on none."""

    @wraps(function)
    def gated(bearing: Bearing, *needs: Any) -> tuple[Any, ...]:
        return function(*needs) if bearing.on_relations else ()

    return gated
