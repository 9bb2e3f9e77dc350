"""Links events that come from one encounter or agreement."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import product

from comity import reconcile
from comity.matters import Link, Told
from comity.reconcile import events


def event_links(links: Iterable[Link], told: Sequence[Told]) -> list[Link]:
    """Links between events of one triple whose anchors are linked, in order; not those linked by their days."""
    anchored: dict[str, list[Told]] = defaultdict(list)
    for event in told:
        for anchor in event.anchors:
            anchored[anchor].append(event)
    pairs = {
        (min(one.id, other.id), max(one.id, other.id)): (one, other)
        for link in links
        for one, other in product(anchored.get(link.one, ()), anchored.get(link.other, ()))
        if events.same_triple(one, other)
    }
    clue = events.anchor_clue()
    found = [ids for ids, (one, other) in pairs.items() if not reconcile.links([one], [other])]
    return [Link(one, other, clue.weight, (clue,)) for one, other in sorted(found)]
