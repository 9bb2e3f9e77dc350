from collections.abc import Iterable
from itertools import combinations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from comity.matters import Judgement, Link
from comity.reconcile.cluster import Ground, groups
from tests.reconcile.telling import judged

ITEMS = "abcdefgh"
PAIRS = sorted(combinations(ITEMS, 2))
Links = dict[tuple[str, str], float]
Vetoes = frozenset[tuple[str, str]]
some_links = st.dictionaries(st.sampled_from(PAIRS), st.sampled_from([5.0, 6.0, 7.5]))
some_vetoes = st.frozensets(st.sampled_from(PAIRS), max_size=6)


def clustered(
    links: dict[tuple[str, str], float],
    vetoes: Iterable[tuple[str, str]] = (),
    judgements: Iterable[Judgement] = (),
    items: Iterable[str] = ITEMS,
) -> list[str]:
    forbidden = set(vetoes)
    ground = Ground[str](
        apart=lambda one, other: (min(one, other), max(one, other)) in forbidden,
        identity=lambda one: one,
        essence=lambda one: one,
    )
    made = [Link(one, other, score, ()) for (one, other), score in links.items()]
    return ["".join(ids) for ids in groups(items, made, judgements, ground)]


def test_links_make_groups_and_the_rest_stands_alone() -> None:
    assert clustered({("a", "b"): 6.0, ("b", "c"): 5.0}, items="abcd") == ["abc", "d"]


def test_no_group_holds_a_vetoed_pair_and_the_stronger_link_wins() -> None:
    assert clustered({("a", "b"): 5.0, ("b", "c"): 6.0}, [("a", "c")], items="abc") == ["a", "bc"]


def test_judged_the_same_joins_without_a_link_and_against_a_veto() -> None:
    assert clustered({}, [("a", "b")], [judged("same", ["ab"])], items="abc") == ["ab", "c"]


def test_judged_apart_overrides_links_and_judged_the_same() -> None:
    rows = [judged("same", ["ab"]), judged("apart", ["a", "b"])]
    assert clustered({("a", "b"): 9.0}, (), rows, items="ab") == ["a", "b"]


def test_those_judged_apart_are_held_apart_through_others() -> None:
    links = {("a", "c"): 7.0, ("b", "c"): 6.0}
    assert clustered(links, (), [judged("apart", ["a", "b"])], items="abc") == ["ac", "b"]


def test_subjects_of_one_side_are_not_held_apart() -> None:
    assert clustered({("a", "b"): 7.0}, (), [judged("apart", ["ab", "c"])], items="abc") == ["ab", "c"]


def test_what_is_not_among_the_items_is_passed_over() -> None:
    assert clustered({("a", "z"): 9.0}, (), [judged("same", ["az"])], items="ab") == ["a", "b"]


@given(some_links, some_vetoes, st.permutations(ITEMS), st.randoms())
def test_the_order_of_items_and_links_means_nothing(
    links: Links, vetoes: Vetoes, items: list[str], random: Random
) -> None:
    shuffled = list(links.items())
    random.shuffle(shuffled)
    assert clustered(links, vetoes) == clustered(dict(shuffled), vetoes, items=items)


@given(some_links, some_vetoes)
def test_groups_part_the_items_and_keep_every_veto(links: Links, vetoes: Vetoes) -> None:
    found = clustered(links, vetoes)
    assert sorted("".join(found)) == list(ITEMS)
    assert not any(pair in vetoes for group in found for pair in combinations(group, 2))


@given(some_links, some_vetoes)
def test_each_component_is_clustered_as_if_it_were_alone(links: Links, vetoes: Vetoes) -> None:
    parted = {pair: score for pair, score in links.items() if (pair[0] < "e") == (pair[1] < "e")}
    whole = clustered(parted, vetoes)
    assert whole == sorted(clustered(parted, vetoes, items="abcd") + clustered(parted, vetoes, items="efgh"))
