"""Which agreements a report may tell of: those that the rules vouch for, what they left in doubt, other readings."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from comity.findings import Agreement, AgreementStatus
from comity.reading.actors import Actors
from comity.reading.agreements.candidates import candidates
from comity.reading.agreements.draft import Draft, drafted
from comity.reading.agreements.merging import merged, place_of
from comity.reading.agreements.parties import names_parties, possible_parties
from comity.reading.agreements.scene import Scene
from comity.reading.agreements.status import weighed
from comity.reading.agreements.years import year
from comity.reading.closest import backing
from comity.reading.mentions import Clauses, Mention, Page, When, Who
from comity.reading.proposals import Proposed
from comity.terms.instruments import Instruments

# So many further sets of parties are proposed for one instrument, and for one that names its parties itself.
_FURTHER, _FURTHER_THAN_NAMED = 3, 1
# What the rules believe of what they do not vouch for.
_DOUBTED, _OTHERWISE, _HARDLY = 0.3, 0.2, 0.1


def propose(page: Page, who: Who, clauses: Clauses, when: When) -> tuple[Proposed[Agreement], ...]:
    """Every instrument that may be told of, each with further parties and a further status as rivals."""
    scene = Scene(page, Actors(page, who), clauses, when, page.terms.table(Instruments))
    sure = merged(drafted(scene, candidate) for candidate in candidates(page))
    found = [proposal for draft in sure for proposal in _proposed(scene, draft)]
    doubtful = [proposal for draft in _doubtful(scene, sure) for proposal in _proposed(scene, draft, doubtful=True)]
    return (*found, *doubtful)


def _doubtful(scene: Scene, sure: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """Drafts of nouns that alone name no instrument, where they refer back to none of the sure ones."""
    told = {position for draft in sure for position in range(draft.candidate.start, draft.candidate.end)}
    told.update(position for draft in sure for position in draft.mentions)
    fresh = (c for c in candidates(scene.page, doubtful=True) if c.noun not in told and not c.bare)
    return merged(draft for c in fresh if place_of(draft := drafted(scene, c), sure) is None)


@dataclass(frozen=True, slots=True)
class _Belief:
    """What a proposal is worth to the rules."""

    confidence: float
    vouched: bool


def _proposed(scene: Scene, draft: Draft, *, doubtful: bool = False) -> Iterator[Proposed[Agreement]]:
    """The draft as the rules read it, then its other readings."""
    holds = draft.holds and not doubtful
    statuses = _statuses(scene, draft)
    parties = _parties(scene, draft)
    if not parties:
        return
    first = replace(draft, countries=parties[0], status=statuses[0])
    yield _proposal(scene, first, draft, _Belief(draft.confidence if holds else _DOUBTED, holds))
    if doubtful:
        return
    for countries in parties[1:]:
        yield _proposal(scene, replace(first, countries=countries), draft, _Belief(_OTHERWISE, False))
    for status in statuses[1:]:
        yield _proposal(scene, _dated(scene, replace(first, status=status)), draft, _Belief(_HARDLY, False))


def _parties(scene: Scene, draft: Draft) -> tuple[tuple[str, ...], ...]:
    """The draft's own parties first, where there are two; then further ones."""
    own = tuple(sorted(set(draft.countries)))
    few = names_parties(scene, draft.candidate) or not draft.holds
    most = _FURTHER_THAN_NAMED if few else _FURTHER
    further = tuple(codes for codes in possible_parties(scene, draft.candidate) if codes != own)[:most]
    return (own, *further) if len(own) > 1 else further


# What else may have become of an instrument, in order; a clear status has one rival, another two.
_ELSE: tuple[AgreementStatus, ...] = ("in_force", "signed", "planned")
_CLEAR = 1.0


def _statuses(scene: Scene, draft: Draft) -> tuple[AgreementStatus, ...]:
    """The draft's own status, or the likeliest, and those that are next in weight."""
    weights = weighed(scene, draft.candidate)
    ranked = sorted(weights, key=lambda told: -weights[told])
    own = (draft.status,) if draft.status else ()
    most = 2 if draft.certainty >= _CLEAR else 3
    return tuple(dict.fromkeys((*own, *ranked, *_ELSE)))[:most]


def _dated(scene: Scene, draft: Draft) -> Draft:
    """The draft with the year that its status calls for."""
    when, reckoned = year(scene, draft.candidate, draft.status)
    return replace(draft, year=when, reckoned=reckoned)


def _proposal(scene: Scene, draft: Draft, read: Draft, belief: _Belief) -> Proposed[Agreement]:
    anchor = Mention(draft.candidate.start, draft.candidate.end)
    return Proposed(
        finding=draft.finding(scene.page, belief.confidence),
        anchor=anchor,
        others=backing(scene.actors.who, anchor, draft.countries),
        rival=f"agreement {read.candidate.noun}",
        vouched=belief.vouched,
    )
