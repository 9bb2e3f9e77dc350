"""From a candidate to a draft of an agreement: its parties, status, year and period."""

from dataclasses import dataclass, field, replace

from comity.findings import Agreement, AgreementStatus
from comity.reading.agreements.candidates import Candidate
from comity.reading.agreements.parties import parties
from comity.reading.agreements.scene import Scene
from comity.reading.agreements.status import status
from comity.reading.agreements.years import period, year
from comity.reading.mentions import Page


@dataclass(frozen=True)
class Draft:
    """An agreement before its mentions are merged; ``certainty`` is the weight of the clues to its status,
    ``headline`` whether a line above the text told it."""

    candidate: Candidate
    title: str
    countries: tuple[str, ...]
    status: AgreementStatus | None
    certainty: float
    year: int | None = None
    reckoned: bool = False
    period: tuple[int, int] | None = None
    mentions: tuple[int, ...] = field(default=())
    headline: bool = False

    @property
    def holds(self) -> bool:
        """Whether it is worth telling: two parties, a status, and words of its own or a clear act."""
        if len(set(self.countries)) < 2 or self.status is None:
            return False
        thing = self.candidate
        if thing.plural and not thing.count and thing.end - thing.noun < 3:
            return False
        if not thing.bare:
            return True
        dated = self.year is not None and self.status == "in_force"
        return dated or (self.certainty >= 0.8 and (not thing.definite or self.status == "signed"))

    @property
    def confidence(self) -> float:
        """How surely the clues tell it."""
        return min(0.95, 0.4 + self.certainty / 2.5)

    def finding(self, page: Page, confidence: float | None = None) -> Agreement:
        """The finding, with the sentences that told it as evidence; its own confidence where none is given."""
        return Agreement.found(
            page.report,
            page.evidence(*self.mentions[:1]),
            step="agreements",
            confidence=self.confidence if confidence is None else confidence,
            inferred=("year",) if self.reckoned and self.year is not None else (),
            kind=self.candidate.kind,
            title=self.title,
            countries=tuple(sorted(set(self.countries))),
            status=self.status,
            year=self.year,
            period=self.period,
        )

    def joined(self, later: "Draft") -> "Draft":
        """This draft with what a later mention of the same instrument adds."""
        surer = later if later.certainty > self.certainty + 0.05 else self
        named = self.candidate.bare or (self.headline and len(later.title) > len(self.title))
        fuller = later if named and not later.candidate.bare else self
        return replace(
            self,
            candidate=fuller.candidate,
            title=fuller.title,
            countries=self.countries or later.countries,
            status=surer.status or self.status or later.status,
            certainty=max(self.certainty, later.certainty),
            year=surer.year or self.year or later.year,
            reckoned=surer.reckoned,
            period=self.period or later.period,
            mentions=(*self.mentions, *later.mentions) if fuller is self else (*later.mentions, *self.mentions),
        )


def drafted(scene: Scene, candidate: Candidate) -> Draft:
    """The draft of one mention."""
    told, certainty = status(scene, candidate)
    when, reckoned = year(scene, candidate, told)
    first, last = scene.page.chars(candidate.start, candidate.end)
    return Draft(
        candidate=candidate,
        title=scene.page.report.text[first:last],
        countries=parties(scene, candidate),
        status=told,
        certainty=certainty,
        year=when,
        reckoned=reckoned,
        period=period(scene, candidate),
        mentions=(candidate.noun,),
        headline=_is_headline(scene, candidate),
    )


def _is_headline(scene: Scene, candidate: Candidate) -> bool:
    """Whether it stands in a line above the text: no full stop ends it or a line before it."""
    text, (start, _) = scene.page.report.text, scene.page.chars(candidate.noun, candidate.noun + 1)
    end = text.find("\n", start)
    lines = [line.rstrip() for line in text[:end].split("\n")] if end >= 0 else [text]
    return not any(line.endswith(_STOPS) for line in lines)


_STOPS = (".", "!", "?", ".”", '."', ":")
