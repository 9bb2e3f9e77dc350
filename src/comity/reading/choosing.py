"""Which proposals become findings: those likely enough by what rules and appraiser hold of them, of rivals one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from comity.findings import Event, Finding
from comity.language.appraiser import Answer
from comity.language.manifest import Calibration
from comity.language.questions import Question
from comity.reading import clues
from comity.reading.asking import question
from comity.reading.mentions import Page, Who
from comity.reading.proposals import Proposed

F = TypeVar("F", bound=Finding)


@dataclass(frozen=True, slots=True)
class Weighed(Generic[F]):
    """A proposal, what the appraiser was asked of it and answered, and how likely it is after all."""

    proposed: Proposed[F]
    question: Question
    answer: Answer
    chance: float


def choose(page: Page, who: Who, proposals: tuple[Proposed[F], ...]) -> tuple[F, ...]:
    """The findings among the proposals, in their order; without an appraiser, those the rules vouch for."""
    if page.appraiser is None:
        return tuple(by_rules(one) for one in proposals if one.vouched and page.suffices(one.finding.confidence, 0.0))
    calibration = page.appraiser.calibration
    proposals = tuple(one for one in proposals if _may_be_told(page, calibration, one))
    if not proposals:
        return ()
    asked = [question(page, who, one) for one in proposals]
    answers = page.appraiser.answer(page.vectors, asked)
    chances = chances_of(calibration, proposals, answers)
    read_off = clues.read_off(proposals)
    usual = [calibration.usual(one.finding.KIND, vouched=one.vouched) for one in proposals]
    enough = [page.suffices(chance, least) for chance, least in zip(chances, usual, strict=True)]
    return tuple(
        appraised(Weighed(proposals[at], asked[at], answers[at], chances[at]), read_off)
        for at in told(proposals, chances, usual, enough)
    )


def _may_be_told(page: Page, calibration: Calibration, proposed: Proposed[Any]) -> bool:
    """Whether any probability would do: else it need not be asked about."""
    return page.suffices(1.0, calibration.usual(proposed.finding.KIND, vouched=proposed.vouched))


def by_rules(proposed: Proposed[F]) -> F:
    """The finding as the rules alone tell it."""
    return proposed.finding.model_copy(update={"clues": clues.of_rules(proposed)})


def chances_of(
    calibration: Calibration, proposals: Sequence[Proposed[Any]], answers: Sequence[Answer]
) -> Sequence[float]:
    """The probability of each proposal. An event that rules and appraiser both read is one, told by both."""
    chances = each_chance(calibration, proposals, answers)
    if not isinstance(proposals[0].finding, Event):
        return chances
    by_rule, by_pair = sides(proposals, chances)
    return [calibration.event(by_rule.get(p.rival), by_pair.get(p.rival)) for p in proposals]


def each_chance(calibration: Calibration, proposals: Sequence[Proposed[Any]], answers: Sequence[Answer]) -> list[float]:
    """The probability of each proposal by what appraiser and rules hold of it."""
    return [
        calibration.proposal(p.finding.KIND, answer.right, vouched=p.vouched)
        for p, answer in zip(proposals, answers, strict=True)
    ]


def sides(
    proposals: Sequence[Proposed[Any]], chances: Sequence[float]
) -> tuple[dict[str | None, float], dict[str | None, float]]:
    """Of events, by rival: the chances that rules read them rightly, and those with which they were read off pairs."""
    by_rule = {p.rival: chance for p, chance in zip(proposals, chances, strict=True) if p.vouched}
    return by_rule, {p.rival: p.finding.confidence for p in proposals if not p.vouched}


def told(
    proposals: Sequence[Proposed[Any]], chances: Sequence[float], usual: Sequence[float], enough: Sequence[bool]
) -> list[int]:
    """Positions of the proposals that are told, in order: of those likely enough, among rivals one.

    The rules' own reading goes before its rivals where it is as likely as such a one must be; else the likeliest does.
    """
    own = [one.vouched and chance >= least for one, chance, least in zip(proposals, chances, usual, strict=True)]
    taken: set[str] = set()
    kept = []
    for at in sorted(range(len(chances)), key=lambda at: (not own[at], -chances[at], at)):
        rival = proposals[at].rival
        if enough[at] and rival not in taken:
            kept.append(at)
            taken |= {rival} if rival is not None else set()
    return sorted(kept)


def appraised(weighed: Weighed[F], read_off: Mapping[str | None, str]) -> F:
    """The finding with its probability, and the clues to it.

    ``read_off`` are the clues of events that the appraiser reads off a sentence, by rival.
    """
    confidence = round(weighed.chance, 2)
    return weighed.proposed.finding.model_copy(update={"confidence": confidence, "clues": _clues(weighed, read_off)})


def _clues(weighed: Weighed[Any], read_off: Mapping[str | None, str]) -> tuple[str, ...]:
    proposed = weighed.proposed
    found = list(clues.of_rules(proposed))
    if proposed.vouched or not isinstance(proposed.finding, Event):
        found.append(clues.graded("appraiser", weighed.answer.right))
        found += [read_off[proposed.rival]] if proposed.rival in read_off else []
    return (*found, *clues.of_claims(weighed.question.claims))
