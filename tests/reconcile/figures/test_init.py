"""Rules of figures as a kind that is joined."""

from hypothesis import given, settings
from hypothesis import strategies as st

from comity import reconcile
from comity.matters import Link, Told
from tests.reconcile.saying import figure

CLAIMS = [
    (53, "2023"), (53.1, "2023"), (100.5, "2023"), (100.4, "2023-01/2023-12"), (48, "2023-01/2023-11"),
    (43, "2022"), (82, None), (82, None), (90, None), (53, None),
]  # fmt: skip
TOLD = [
    *(
        figure(f"Trade came to {value} million.", f"r{at}", f"2024-0{at % 9 + 1}-10", value=value * 1e6, period=period)
        for at, (value, period) in enumerate(CLAIMS)
    ),
    *(figure("It shall come to 200 million.", f"s{at}", status="target", value=2e8, period=None) for at in range(3)),
]


def added(told: list[Told]) -> list[Link]:
    """The links found when the figures come one by one."""
    return [link for at, one in enumerate(told) for link in reconcile.links([one], told[:at])]


@settings(max_examples=25)
@given(st.permutations(TOLD))
def test_any_order_of_adding_gives_the_same_matters(told: list[Told]) -> None:
    assert reconcile.matters(told, added(told), []) == reconcile.matters(TOLD, reconcile.links(TOLD, []), [])


def test_claims_fall_into_quantities_and_conflicts_show() -> None:
    made = reconcile.matters(TOLD, reconcile.links(TOLD, []), [])
    assert sorted((len(matter.findings), matter.period or "-", matter.conflict) for matter in made) == [
        (1, "-", False),
        (1, "-", False),
        (1, "2022", False),
        (1, "2023-01/2023-11", False),
        (2, "-", False),
        (3, "-", False),
        (4, "2023", True),
    ]
