"""From links to groups: the strongest first, never against a veto, whatever order they came in.

Two groups become one along a link unless any pair across them cannot be one thing. What people
judged goes before: ``same`` joins first, even against a built-in veto, and nothing joins what
was judged ``apart``.
"""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product
from typing import Generic, TypeVar

from comity.matters import Judgement, Link

T = TypeVar("T")
Pair = tuple[str, str]
Veto = Callable[[T, T], bool]


@dataclass(frozen=True)
class Ground(Generic[T]):
    """What a kind tells the clustering about its items: their ids and which of them cannot be one.

    ``apart`` sees of an item only its ``essence``, so that verdicts on items that are alike are reached once;
    ``within`` is asked besides of two items of one ``report``.
    """

    apart: Veto[T]
    identity: Callable[[T], str]
    essence: Callable[[T], Hashable]
    report: Callable[[T], str | None] = lambda _: None
    within: Veto[T] = lambda *_: False
    verdicts: dict[tuple[Hashable, Hashable], bool] = field(default_factory=dict, compare=False)

    def conflicts(self, one: T, other: T) -> bool:
        """Whether the two cannot be one thing."""
        left, right = self.essence(one), self.essence(other)
        known = self.verdicts.get((left, right))
        if known is None:
            known = self.apart(one, other)
            self.verdicts[left, right] = self.verdicts[right, left] = known
        return known


@dataclass
class _Group(Generic[T]):
    """Items that are one thing: all ids, one item of each essence, all items by the report that tells them."""

    ids: set[str]
    kinds: dict[Hashable, T]
    told: dict[str, list[T]]

    def take(self, other: "_Group[T]") -> None:
        self.ids |= other.ids
        self.kinds |= other.kinds
        for report, items in other.told.items():
            self.told.setdefault(report, []).extend(items)


def groups(
    items: Iterable[T], links: Iterable[Link], judgements: Iterable[Judgement], ground: Ground[T]
) -> list[list[str]]:
    """The ids of the items by what they are one of; each group and the list in alphabetical order.

    Links and judgements on ids that are not among the items are passed over.
    """
    clustering = _Clustering(items, tuple(judgements), ground)
    for one, other in clustering.judged():
        clustering.join(one, other, judged=True)
    for link in sorted(links, key=lambda link: (-link.score, link.one, link.other)):
        clustering.join(link.one, link.other)
    return sorted(sorted(group.ids) for group in clustering.distinct())


class _Clustering(Generic[T]):
    """The groups as they grow."""

    def __init__(self, items: Iterable[T], judgements: Sequence[Judgement], ground: Ground[T]) -> None:
        self.ground = ground
        self.judgements = sorted(judgements, key=lambda row: (row.made, row.id))
        self.home = {ground.identity(item): self._alone(item) for item in items}
        self.parted = _parted(self.judgements)

    def _alone(self, item: T) -> _Group[T]:
        report = self.ground.report(item)
        return _Group(
            {self.ground.identity(item)}, {self.ground.essence(item): item}, {report: [item]} if report else {}
        )

    def judged(self) -> Iterator[Pair]:
        """Pairs that people judged the same, the earliest judgement first."""
        for row in self.judgements:
            if row.verdict == "same":
                yield from pairwise(sorted(subject.id for subject in row.subjects if subject.id in self.home))

    def join(self, one: str, other: str, *, judged: bool = False) -> None:
        """Make the groups of the two one, unless they are or must stay apart."""
        left, right = self.home.get(one), self.home.get(other)
        if left is None or right is None or left is right or self._held_apart(left.ids, right.ids):
            return
        if not judged and self._vetoed(left, right):
            return
        small, large = sorted((left, right), key=lambda group: len(group.ids))
        large.take(small)
        self.home.update(dict.fromkeys(small.ids, large))

    def _held_apart(self, left: Collection[str], right: Collection[str]) -> bool:
        small, large = sorted((left, right), key=len)
        return any(not self.parted[one].isdisjoint(large) for one in small if one in self.parted)

    def _vetoed(self, left: _Group[T], right: _Group[T]) -> bool:
        conflicts, within = self.ground.conflicts, self.ground.within
        for report in left.told.keys() & right.told.keys():
            if any(within(one, other) for one, other in product(left.told[report], right.told[report])):
                return True
        return any(conflicts(one, other) for one, other in product(left.kinds.values(), right.kinds.values()))

    def distinct(self) -> list[_Group[T]]:
        """Every group once."""
        return list({id(group): group for group in self.home.values()}.values())


def _parted(judgements: Iterable[Judgement]) -> dict[str, set[str]]:
    """For each id those that people hold apart from it: the subjects on other sides."""
    parted: dict[str, set[str]] = {}
    for row in judgements:
        if row.verdict == "apart":
            for one, other in product(row.subjects, row.subjects):
                if one.side != other.side:
                    parted.setdefault(one.id, set()).add(other.id)
    return parted
