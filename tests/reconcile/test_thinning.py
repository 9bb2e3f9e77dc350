"""Few links are kept of many, always the same ones, and none that a way depends on."""

from collections.abc import Sequence
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from comity.matters import Link
from comity.reconcile.thinning import LAYERS, holds_without, thinned

IDS = [f"f{number:02}" for number in range(12)]
PAIRS = list(combinations(IDS, 2))
GRAPHS = st.dictionaries(st.sampled_from(PAIRS), st.integers(3, 9), max_size=40).map(
    lambda graph: [Link(one, other, float(score), ()) for (one, other), score in graph.items()]
)


def reached(links: Sequence[Link]) -> set[frozenset[str]]:
    """The findings that hang together."""
    groups = {id: frozenset((id,)) for id in IDS}
    for link in links:
        both = groups[link.one] | groups[link.other]
        groups.update(dict.fromkeys(both, both))
    return set(groups.values())


@given(GRAPHS)
def test_what_hung_together_hangs_together(links: list[Link]) -> None:
    assert reached(thinned(links)) == reached(links)


def test_a_matter_of_many_keeps_few_links_a_finding() -> None:
    links = [Link(one, other, 5.0, ()) for one, other in PAIRS]
    assert len(links) == 66
    assert len(thinned(links)) <= LAYERS * (len(IDS) - 1)


@given(GRAPHS, st.integers(0, 40))
def test_thinning_as_they_come_gives_the_same_as_thinning_all(links: list[Link], first: int) -> None:
    assert sorted(thinned([*thinned(links[:first]), *links[first:]])) == sorted(thinned(links))


@given(GRAPHS, st.sets(st.sampled_from(IDS), max_size=4))
def test_where_no_way_leads_over_what_goes_the_rest_stays_as_it_is(links: list[Link], gone: set[str]) -> None:
    left = [link for link in links if not {link.one, link.other} & gone]
    if holds_without(links, gone):
        kept = [link for link in thinned(links) if not {link.one, link.other} & gone]
        assert sorted(kept) == sorted(thinned(left))


def test_a_finding_between_two_others_is_missed() -> None:
    links = [Link("a", "b", 5.0, ()), Link("b", "c", 4.0, ())]
    assert holds_without(links, {"c"})
    assert not holds_without(links, {"b"})
