"""Whatever findings hold, they are joined without a fault, alike in any order."""

from collections.abc import Sequence
from itertools import combinations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from comity import reconcile
from comity.matters import Clue, Told
from tests.reconcile.figures.test_comparing import any_figure
from tests.reconcile.saying import statement
from tests.reconcile.telling import agreement, encounter
from tests.reconcile.test_events import any_event
from tests.reconcile.test_pledges import any_pledge

codes = st.lists(st.sampled_from(["ARM", "KAZ", "AZE", "EUU"]), max_size=4, unique=True).map(lambda c: tuple(sorted(c)))
words = st.text(alphabet="aé İ.,'-1٣2nd th Mr", min_size=1, max_size=30).filter(str.strip)
days = st.sampled_from(["0001-01-01", "2024-02-29", "2024-03-01", "9999-12-31"])
moments = st.none() | days | st.sampled_from(["0001", "0000", "2024", "2024-02", "2023-02-30", "9999-12"])
reports = st.sampled_from(["a", "b", "c"])
people = st.lists(st.sampled_from([" , , ", "-, President, KAZ", "J. Li, , ", "Li, King of kings, ARM"]), max_size=3)


@st.composite
def any_encounter(draw: Any) -> Told:
    fields = {
        "kind": draw(st.sampled_from(["visit", "meeting", "call", "talks", "summit", "forum"])),
        "status": draw(st.sampled_from(["held", "planned", "cancelled"])),
        "countries": draw(codes),
        "host": draw(st.none() | st.sampled_from(["ARM", "KAZ"])),
        "date": draw(moments),
        "people": tuple(draw(people)),
        "inferred": draw(st.sampled_from([(), ("date",)])),
    }
    return encounter(draw(reports), draw(days), draw(words), **fields)


@st.composite
def any_agreement(draw: Any) -> Told:
    fields = {
        "kind": draw(st.sampled_from(["treaty", "agreement", "memorandum", "programme", "declaration"])),
        "status": draw(st.sampled_from(["planned", "signed", "in_force", "rejected", "terminated", "ratified"])),
        "countries": draw(codes),
        "year": draw(st.none() | st.sampled_from([0, 1999, 2024])),
        "period": draw(st.none() | st.sampled_from([(2024, 2025), (2025, 2024)])),
    }
    titles = st.sampled_from(["", "treaty", "fifteen documents", "one of last year", "Treaty on Peace", "peace treaty"])
    return agreement(draw(reports), draw(days), draw(titles | words), draw(words), **fields)


any_statement = st.builds(
    statement,
    st.sampled_from(["We will open the border by spring", "The border will open by spring.", "border", ""]),
    reports,
    days,
    name=st.sampled_from([None, "Ararat Mirzoyan", "A. Mirzoyan"]),
    country=st.sampled_from([None, "ARM", "KAZ"]),
)
# Any fields at all seldom make two that may be one.
alike_encounter = st.builds(
    encounter,
    reports,
    st.sampled_from(["2024-03-01", "2024-03-02"]),
    kind=st.sampled_from(["meeting", "talks", "summit", "forum"]),
    status=st.sampled_from(["held", "planned"]),
    countries=st.sampled_from([("ARM", "KAZ"), ("ARM", "AZE", "KAZ")]),
    host=st.sampled_from([None, "ARM", "AZE"]),
    date=st.sampled_from([None, "2024-02", "2024-03-01"]),
)
alike_agreement = st.builds(
    agreement,
    reports,
    st.sampled_from(["2024-03-01", "2024-03-02"]),
    st.sampled_from(["treaty", "Treaty on Peace", "peace treaty"]),
    kind=st.sampled_from(["treaty", "agreement"]),
    status=st.sampled_from(["planned", "signed", "in_force"]),
    year=st.sampled_from([None, 2024]),
)
KINDS = (
    any_encounter(), alike_encounter, any_agreement(), alike_agreement,
    any_figure, any_event, any_statement, any_pledge,
)  # fmt: skip
any_two_of_a_kind = st.one_of(*(st.tuples(kind, kind) for kind in KINDS))
some_told = st.lists(any_encounter() | any_agreement(), max_size=6, unique_by=lambda one: one.id)


@settings(max_examples=60, deadline=None)
@given(some_told, st.randoms())
def test_any_findings_are_joined_alike_in_any_order(told: list[Told], random: Any) -> None:
    found = reconcile.matters(told, reconcile.links(told, ()), ())
    shuffled = random.sample(told, len(told))
    portion, rest = shuffled[:2], shuffled[2:]
    links = [*reconcile.links(rest, ()), *reconcile.links(portion, rest)]
    assert reconcile.matters(shuffled, links, ()) == found
    assert sorted(one for matter in found for one in matter.findings) == sorted(one.id for one in told)


@settings(max_examples=60, deadline=None)
@given(some_told)
def test_any_two_findings_meet_both_ways_or_not_at_all(told: list[Told]) -> None:
    for one, other in combinations(map(reconcile.blocks, told), 2):
        assert one.kept.isdisjoint(other.sought) == other.kept.isdisjoint(one.sought)


@settings(max_examples=600, deadline=None)
@given(any_two_of_a_kind)
def test_any_two_of_a_kind_are_weighed_alike_both_ways(pair: tuple[Told, Told]) -> None:
    one, other = pair
    kind = reconcile.KINDS[one.kind]
    assert kind.apart(one, other) == kind.apart(other, one)
    assert kind.apart(one, other) or _weights(kind.clues(one, other)) == _weights(kind.clues(other, one))


def _weights(clues: Sequence[Clue]) -> list[tuple[str, float]]:
    """Without the sentences, which name the one first that was given first."""
    return [(clue.name, clue.weight) for clue in clues]


@settings(max_examples=60, deadline=None)
@given(some_told)
def test_what_is_joined_has_no_pair_that_is_apart(told: list[Told]) -> None:
    by_id = {one.id: one for one in told}
    for matter in reconcile.matters(told, reconcile.links(told, ()), ()):
        for one, other in combinations([by_id[name] for name in matter.findings], 2):
            assert reconcile.KINDS[matter.kind].apart(one, other) is None
            assert one.report != other.report
