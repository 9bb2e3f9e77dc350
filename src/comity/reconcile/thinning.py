"""Which links are worth keeping: a matter told in n reports would else have n times n of them.

The strongest links that hold a component together make a forest: a link is left out of it whose ends hang
together already by stronger ones. Of what is left out a second forest is made, and so on; links that are in
none of the first few forests are not kept. So that where a veto cuts one way between two findings, other ways are
left, and a component of n findings has at most ``LAYERS`` times n links.

The forests follow from the set of all links, whatever the order in which they came: what a forest left out is
never wanted again when more links come (the cycle property of spanning forests; J. B. Kruskal, On the shortest
spanning subtree of a graph, 1956; the layers are those of H. Nagamochi and T. Ibaraki, 1992). Only when a
finding goes on which a way depends, the links around it have to be found anew (``holds_without``).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable

from comity.matters import Link

LAYERS = 4


class _Forest:
    """Trees that grow together; each is known by one of its ids."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def root(self, id: str) -> str:
        """The id by which the tree of this one is known."""
        path = []
        while (above := self._above.setdefault(id, id)) != id:
            path.append(id)
            id = above
        self._above.update(dict.fromkeys(path, id))
        return id

    def take(self, link: Link) -> bool:
        """Whether the link makes one tree of two, which it then does."""
        one, other = self.root(link.one), self.root(link.other)
        self._above[one] = other
        return one != other


def layers(links: Iterable[Link]) -> list[list[Link]]:
    """The links of each forest, the strongest first; of several links of one pair the strongest counts."""
    distinct = {(link.one, link.other): link for link in sorted(links, key=lambda link: link.score)}.values()
    forests = [(_Forest(), list[Link]()) for _ in range(LAYERS)]
    for link in sorted(distinct, key=lambda link: (-link.score, link.one, link.other)):
        for forest, kept in forests:
            if forest.take(link):
                kept.append(link)
                break
    return [kept for _, kept in forests]


def thinned(links: Iterable[Link]) -> list[Link]:
    """The links that are in one of the forests."""
    return [link for kept in layers(links) for link in kept]


def holds_without(links: Iterable[Link], gone: Collection[str]) -> bool:
    """Whether in every forest no way between findings that stay leads over one of those that go."""
    return all(_prunes(kept, gone) for kept in layers(links))


def _prunes(links: Iterable[Link], gone: Collection[str]) -> bool:
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for link in links:
        beside[link.one].add(link.other)
        beside[link.other].add(link.one)
    left = {id for id in gone if id in beside}
    ends = [id for id in left if len(beside[id]) < 2]
    while ends:
        end = ends.pop()
        left.discard(end)
        for other in beside.pop(end):
            beside[other].discard(end)
            if other in left and len(beside[other]) == 1:
                ends.append(other)
    return not left
