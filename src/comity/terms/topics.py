"""Words that tell the subjects of talks, agreements and pledges, with weights."""

from functools import cached_property
from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from comity.findings import Topic
from comity.terms.table import Table


class Phrase(BaseModel):
    """Words in the singular and small letters, and the topics they tell, each with a weight: 1 is enough alone."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    words: tuple[str, ...]
    topics: dict[Topic, float]


class Topics(Table):
    """The vocabulary of the closed list of topics: for each topic its phrases and their weights."""

    FILE: ClassVar[str] = "topics"

    words: dict[Topic, dict[str, float]]

    @cached_property
    def by_first_word(self) -> dict[str, tuple[Phrase, ...]]:
        """The phrases that begin with each word, the longest first."""
        topics: dict[str, dict[Topic, float]] = {}
        for topic, phrases in self.words.items():
            for phrase, weight in phrases.items():
                topics.setdefault(phrase, {})[topic] = weight
        index: dict[str, list[Phrase]] = {}
        for phrase, weights in topics.items():
            words = tuple(phrase.split())
            index.setdefault(words[0], []).append(Phrase(words=words, topics=weights))
        return {first: tuple(sorted(found, key=lambda p: -len(p.words))) for first, found in index.items()}
