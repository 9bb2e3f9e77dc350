"""An opening and what may tell its outcome, each with all that the clues compare."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from comity.findings import Agreement, Code, Day, Encounter, Figure, Finding, Pledge, Topic
from comity.matters import Passage, Told
from comity.reconcile.follow.openings import due
from comity.reconcile.follow.outcomes import Cue
from comity.reconcile.follow.wording import Lexicon, pointing

# Words beside what is promised say less than what is promised itself, unless that only points at them.
_BESIDE = 0.6


@dataclass(frozen=True, eq=False)
class Subject:
    """What a finding or passage is about; ``text`` is what it tells itself, ``beside`` the sentence around it."""

    item: Told | Passage
    lexicon: Lexicon

    @property
    def finding(self) -> Finding | None:
        """The finding, None for a passage."""
        return self.item.finding if isinstance(self.item, Told) else None

    @cached_property
    def text(self) -> str:
        """The pledge's or agreement's own words, else the evidence."""
        match self.finding:
            case Pledge(text=text) | Agreement(title=text):
                return text
            case _:
                return self.beside

    @cached_property
    def beside(self) -> str:
        """The words of the sentences that hold it."""
        return " ".join(self.item.finding.evidence) if isinstance(self.item, Told) else self.item.text

    @cached_property
    def core(self) -> Mapping[str, float]:
        """Content of the text with weights; who takes part in an encounter is not what it is about."""
        return self._without_people(self.lexicon.content(self.text))

    @cached_property
    def gist(self) -> Mapping[str, float]:
        """The core without its deeds, where anything is left."""
        things = {stem: weight for stem, weight in self.core.items() if stem not in self.lexicon.families}
        return things or self.core

    def _without_people(self, content: Mapping[str, float]) -> dict[str, float]:
        people = self.finding.people if isinstance(self.finding, Encounter) else ()
        names = self.lexicon.content(" ".join(f"{person.name or ''} {person.office or ''}" for person in people))
        return {stem: weight for stem, weight in content.items() if stem not in names}

    @cached_property
    def content(self) -> dict[str, float]:
        """Content of the text, and with less weight that of the sentences around it."""
        share = 1.0 if pointing(self.text) else _BESIDE
        beside = self._without_people(self.lexicon.content(self.beside))
        return {stem: share * weight for stem, weight in beside.items()} | dict(self.core)

    @cached_property
    def ways(self) -> frozenset[str]:
        """What the promise may be about."""
        return self.lexicon.ways(self.text)

    @cached_property
    def special(self) -> frozenset[str]:
        """Content of the text besides what tells its way: the fish of "hold consultations on fish"."""
        return frozenset(self.core) - self.lexicon.way_words

    @cached_property
    def deeds(self) -> frozenset[str]:
        """Families of the verbs told."""
        return self.lexicon.deeds(self.text)

    @cached_property
    def topics(self) -> frozenset[Topic]:
        """Topics that the text tells."""
        return self.lexicon.topics(self.text)

    @cached_property
    def times(self) -> frozenset[str]:
        """Months and years that the sentences name in the past."""
        return self.lexicon.times(self.beside, self.item.published)

    @cached_property
    def periods(self) -> frozenset[tuple[str, str]]:
        """Periods of years that the sentences name: ("2024", "25")."""
        told = re.findall(r"\b((?:19|20)\d\d)\s?[-–—/]\s?((?:19|20)?\d\d)\b", self.beside)
        own = self.finding.period if isinstance(self.finding, Agreement) else None
        return frozenset((first, last[-2:]) for first, last in [*told, *([(str(own[0]), str(own[1]))] if own else [])])

    @cached_property
    def numbers(self) -> dict[str, float]:
        """For each word after a number, the number."""
        return self.lexicon.numbers(self.beside)

    @cached_property
    def promised(self) -> dict[str, float]:
        """For each word after a number of the text itself, the number."""
        return self.lexicon.numbers(self.text)

    @cached_property
    def recalls(self) -> bool:
        """Whether the sentences say that something had been announced."""
        return self.lexicon.recalling.search(self.beside.lower()) is not None

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """The outcomes that the sentences tell in so many words, the most telling first."""
        return self.lexicon.cues.find(self.beside)

    @property
    def by(self) -> frozenset[Code]:
        """Who commits: of a pledge those who make it, of a figure those from where it runs, else all parties."""
        match self.finding:
            case Pledge(by=by):
                return frozenset(by)
            case Figure(source=str(source)):
                return frozenset({source})
            case _:
                return frozenset(self.item.parties)

    @property
    def day(self) -> Day:
        """The last day on which what it tells may have been: by its own date or period, else the report's day."""
        match self.finding:
            case Encounter(date=str(told)) | Figure(period=str(told)):
                return min(due(told.split("/")[-1]) or self.item.published, self.item.published)
            case _:
                return self.item.published


@lru_cache(maxsize=4096)
def subject(item: Told | Passage, lexicon: Lexicon) -> Subject:
    """The item prepared for comparison."""
    return Subject(item, lexicon)
