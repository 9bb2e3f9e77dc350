"""Which pledges a report may tell of: those that the rules vouch for, what they left in doubt, other readings."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from comity.findings import Agreement, Encounter, Pledge
from comity.reading.actors import Actors
from comity.reading.closest import backing
from comity.reading.mentions import Clauses, Mention, Page, When, Who
from comity.reading.pledges.committed import possible_committed
from comity.reading.pledges.promises import promises
from comity.reading.pledges.scene import Promise, Scene
from comity.reading.pledges.wording import finding, words
from comity.reading.proposals import Proposed
from comity.terms.modality import Modality

_LEAST, _SURE = 0.55, 0.75
# How many others may be proposed as those who commit, where the subject does not name them.
_OTHERS, _OTHERS_THAN_DOUBTED = 2, 2
# What the rules believe of what they do not vouch for.
_DOUBTED, _OTHERWISE = 0.3, 0.2


def propose(
    page: Page, who: Who, clauses: Clauses, when: When, agreements: Iterable[Agreement], encounters: Iterable[Encounter]
) -> tuple[Proposed[Pledge], ...]:
    """Every pledge that may be told of, in order, each with others who may commit to it as rivals."""
    parties = [*(a.countries for a in agreements), *(e.countries for e in encounters)]
    most = max(parties, key=len, default=())
    company = most if len(most) > 2 else ()
    scene = Scene(page, Actors(page, who), clauses, when, page.terms.table(Modality), company)
    related = frozenset(code for codes in parties for code in codes)
    found = sorted(promises(scene), key=lambda p: (p.start, -p.end))
    kept = _kept(scene, found, related)
    return tuple(proposal for promise in found for proposal in _proposed(scene, promise, kept))


def _kept(scene: Scene, found: list[Promise], related: frozenset[str]) -> list[Promise]:
    """The promises that the rules vouch for; of two that share words the first."""
    kept: list[Promise] = []
    for promise in found:
        sure = promise.weight >= _LEAST and promise.by and not promise.doubted
        if sure and _concerns_others(scene, promise, related) and not any(_overlap(promise, other) for other in kept):
            kept.append(promise)
    return kept


def _concerns_others(scene: Scene, promise: Promise, related: frozenset[str]) -> bool:
    """A pledge between states: of several, of one that meets or agrees with others, or with another named nearby."""
    if len(promise.by) > 1 or set(promise.by) & related:
        return True
    number = scene.page.sentence_numbers[promise.head]
    reach = 1 if promise.weight >= _SURE else 0
    near = scene.page.sentences[max(0, number - reach) : number + reach + 1]
    named = {m.code for s in near for m in scene.actors.who.states_in(s.start, s.end)}
    return bool(named - set(promise.by))


def _overlap(one: Promise, other: Promise) -> bool:
    return one.start < other.end and other.start < one.end


def _proposed(scene: Scene, promise: Promise, kept: list[Promise]) -> Iterator[Proposed[Pledge]]:
    """The promise as the rules read it, then with others who may commit."""
    vouched = promise in kept
    own = tuple(sorted(set(promise.by)))
    most = 0 if promise.named else _OTHERS_THAN_DOUBTED if promise.doubted else _OTHERS
    for place, by in enumerate((*((own,) if own else ()), *possible_committed(scene, promise)[:most])):
        told = vouched and place == 0
        weight = promise.weight if told else _OTHERWISE if place else _DOUBTED
        pledge = finding(scene, replace(promise, by=by, weight=weight))
        if pledge is not None:
            yield _proposal(scene, promise, pledge, vouched=told)


def _proposal(scene: Scene, promise: Promise, pledge: Pledge, *, vouched: bool) -> Proposed[Pledge]:
    anchor = Mention(*words(scene, promise))
    return Proposed(
        finding=pledge,
        anchor=anchor,
        others=backing(scene.actors.who, anchor, pledge.by, outside=True),
        rival=f"pledge {promise.head}",
        vouched=vouched,
    )
