"""The whole joining on the example relation: any order and any partition of adding gives the same matters."""

import random
from collections.abc import Iterable, Iterator, Sequence

import pytest

from comity import reconcile
from comity.matters import Link, Matter, Told
from tests.quality import score
from tests.quality.measure import EXAMPLES
from tests.quality.relations import annotated, joined


@pytest.fixture(scope="module")
def told() -> list[Told]:
    return list(joined([annotated(one) for one in score.load([str(EXAMPLES / "kazarm")])]).told.values())


class Record:
    """What a record does, in memory: keys, stored links, matters of touched components."""

    def __init__(self) -> None:
        self.told: dict[str, Told] = {}
        self.kept: dict[str, set[str]] = {}
        self.links: dict[tuple[str, str], Link] = {}
        self.matters: dict[str, Matter] = {}

    def add(self, new: Sequence[Told]) -> None:
        near = {one for told in new for key in reconcile.blocks(told).sought for one in self.kept.get(key, ())}
        found = reconcile.links(new, [self.told[one] for one in sorted(near)])
        self.links |= {(link.one, link.other): link for link in found}
        for told in new:
            self.told[told.id] = told
            for key in reconcile.blocks(told).kept:
                self.kept.setdefault(key, set()).add(told.id)
        self.join(self.component(one.id for one in new))

    def component(self, ids: Iterable[str]) -> set[str]:
        reached, edge = set[str](), set(ids)
        while edge:
            reached |= edge
            edge = {end for pair in self.links if reached & set(pair) for end in pair} - reached
        return reached

    def join(self, ids: set[str]) -> None:
        links = [link for link in self.links.values() if link.one in ids]
        found = reconcile.matters([self.told[one] for one in sorted(ids)], links, ())
        self.matters |= {member: matter for matter in found for member in matter.findings}


def parted(told: Sequence[Told], shuffle: random.Random) -> Iterator[list[Told]]:
    """The findings in random order and portions."""
    left = shuffle.sample(told, len(told))
    while left:
        size = shuffle.randint(1, 40)
        yield left[:size]
        left = left[size:]


@pytest.mark.parametrize("seed", range(4))
def test_any_order_and_partition_gives_the_same_matters(told: list[Told], seed: int) -> None:
    record = Record()
    for portion in parted(told, random.Random(seed)):
        record.add(portion)
    at_once = reconcile.matters(told, reconcile.links(told, ()), ())
    assert {matter.id: matter for matter in record.matters.values()} == {matter.id: matter for matter in at_once}


def test_meeting_is_mutual(told: list[Told]) -> None:
    keys = [reconcile.blocks(one) for one in told]
    one_sided = [
        (one, other)
        for one in keys
        for other in keys
        if one.kept.isdisjoint(other.sought) != other.kept.isdisjoint(one.sought)
    ]
    assert one_sided == []


def test_every_finding_is_in_one_matter_of_its_kind(told: list[Told]) -> None:
    found = reconcile.matters(told, (), ())
    assert sorted(one for matter in found for one in matter.findings) == sorted(one.id for one in told)
    assert {matter.kind for matter in found} == {one.kind for one in told}
