"""Encounters: people of two or more states meeting, or going to meet.

Each word of visit, meeting, call, talks, summit or forum is a telling; who takes part, where, when
and whether it was held is read from around it; tellings of one encounter are joined. What is told with
less certainty, or may be told of others, is proposed besides.
"""

from comity.findings import Encounter
from comity.reading.encounters import drafts, filling, joining, proposing, tellings, triggers
from comity.reading.encounters.candidate import Scene, Telling
from comity.reading.encounters.proposing import Read
from comity.reading.mentions import Clauses, Page, Quotation, When, Who
from comity.reading.proposals import Proposed

__all__ = ["propose"]

LEAST_WEIGHT = 0.4


def propose(
    page: Page, who: Who, clauses: Clauses, when: When, quotations: tuple[Quotation, ...]
) -> tuple[Proposed[Encounter], ...]:
    """All encounters the report may tell of: first those the rules vouch for, in order of first telling."""
    scene = Scene(page, who, clauses, when, quotations)
    words = triggers.read(scene)
    sure, doubted = _sorted_out(joining.join(tuple(tellings.read(scene, words))))
    told = filling.fill(scene, [drafts.of(group) for group in sure])
    return (*drafts.vouched(scene, told), *proposing.propose(scene, Read(words, told, doubted)))


Group = list[Telling]


def _sorted_out(groups: list[Group]) -> tuple[list[Group], list[Group]]:
    """The groups whose best telling is sure enough, and the rest.

    What only the main relation suggests counts in a report that tells at least one encounter surely.
    """
    weights = [max(t.weight for t in group) for group in groups]
    least = LEAST_WEIGHT if max(weights, default=0.0) >= tellings.SURE else tellings.SURE
    weighed = list(zip(groups, weights, strict=True))
    return [g for g, weight in weighed if weight >= least], [g for g, weight in weighed if weight < least]
