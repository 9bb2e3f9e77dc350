"""Pairs of told agreements that are one and pairs that are not."""

import pytest

from comity import reconcile
from comity.matters import Told
from tests.reconcile.telling import agreement

TREATY = "Treaty of Friendship and Cooperation"

ONE = {
    "commemorated ever again": (
        agreement("a", "2024-03-18", TREATY, kind="treaty", status="in_force", year=1999),
        agreement("b", "2029-03-18", TREATY, kind="treaty", status="in_force"),
    ),
    "planned, then signed": (
        agreement("a", "2025-10-01", "agreement on the protection of investments", status="planned"),
        agreement("b", "2025-11-21", "Agreement on Mutual Protection of Investment", year=2025),
    ),
    "a treaty called an agreement": (
        agreement("a", "2024-03-18", "peace treaty", kind="treaty", status="planned"),
        agreement("b", "2025-03-28", "peace agreement", status="planned"),
    ),
    "just signed, without its name": (
        agreement("a", "2024-03-18", "Programme of Cooperation between the Ministries for 2024-2025", kind="programme",
                  year=2024, period=(2024, 2025)),
        agreement("b", "2024-03-18", "programme", "The programme which we have just signed tells our ministries much.",
                  kind="programme", year=2024, period=(2024, 2025)),
    ),
    "a twinning makes sister cities": (
        agreement("a", "2024-04-18", "twinning agreement", year=2024),
        agreement("b", "2024-05-01", "agreement on sister cities", year=2024),
    ),
    "ratified by one body, between governments": (
        agreement("a", "2024-05-01", "agreement on extradition", "The agreement on extradition passed the Senate.",
                  status="ratified"),
        agreement("b", "2024-02-01", "agreement on extradition",
                  "The agreement on extradition between the two governments was signed."),
    ),
    "renamed, as is told": (
        agreement("a", "2022-02-14", "Memorandum of Understanding on River Pilots", kind="memorandum", year=2022),
        agreement("b", "2025-03-21", "Memorandum on Safe Shipping",
                  "The Memorandum on Safe Shipping, previously called that on river pilots, lives.",
                  kind="memorandum", status="in_force"),
    ),
    "told by what it does": (
        agreement("a", "2023-07-14", "loan agreement", "The loan agreement pays for railway wagons.", year=2023),
        agreement("b", "2024-06-07", "one of last summer", "The one of last summer pays for wagons.", year=2023),
    ),
    "as many documents, days apart": (
        agreement("a", "2025-11-20", "fifteen documents", status="planned"),
        agreement("b", "2025-11-22", "15 documents", year=2025),
    ),
}  # fmt: skip

TWO = {
    "ministries' and governments' programmes of the same years": (
        agreement("a", "2024-03-18", "Programme between the Ministries of Foreign Affairs for 2024-2025",
                  kind="programme", period=(2024, 2025)),
        agreement("b", "2025-03-27", "intergovernmental roadmap on trade", kind="programme", period=(2024, 2025)),
    ),
    "another period": (
        agreement("a", "2025-11-22", "Roadmap on trade", kind="programme", period=(2024, 2025)),
        agreement("b", "2025-11-23", "Roadmap on trade", kind="programme", period=(2026, 2030)),
    ),
    "statements of two years": (
        agreement("a", "2024-04-18", "joint statement", kind="declaration", year=2024),
        agreement("b", "2025-11-22", "joint statement", kind="declaration", year=2025),
    ),
    "not as many": (
        agreement("a", "2024-05-01", "Ten documents", year=2024),
        agreement("b", "2024-05-01", "fifteen documents", year=2024),
    ),
    "planned when the first is in force": (
        agreement("a", "2024-05-01", "agreement on visas", status="in_force"),
        agreement("b", "2025-05-01", "agreement on visas", status="planned"),
    ),
    "another subject": (
        agreement("a", "2024-05-01", "agreement on fisheries", year=2024),
        agreement("b", "2024-05-01", "agreement on extradition", year=2024),
    ),
    "a cooperation plan that shares one word": (
        agreement("a", "2024-05-08", "agreement on cooperation in the defence industry", year=2024),
        agreement("b", "2024-12-11", "Bilateral Cooperation Plan in the military sphere", kind="programme", year=2024),
    ),
    "other parties": (
        agreement("a", "2024-05-01", "agreement on extradition", year=2024),
        agreement("b", "2024-05-01", "agreement on extradition", year=2024, countries=("ARM", "GEO")),
    ),
}  # fmt: skip


def joined(*told: Told) -> int:
    return len(reconcile.matters(told, reconcile.links(told, ()), ()))


@pytest.mark.parametrize("pair", ONE.values(), ids=ONE)
def test_told_of_one_instrument(pair: tuple[Told, Told]) -> None:
    assert joined(*pair) == 1


@pytest.mark.parametrize("pair", TWO.values(), ids=TWO)
def test_told_of_two_instruments(pair: tuple[Told, Told]) -> None:
    assert joined(*pair) == 2


@pytest.mark.parametrize("pair", [*ONE.values(), *TWO.values()])
def test_meeting_is_mutual(pair: tuple[Told, Told]) -> None:
    one, other = map(reconcile.blocks, pair)
    assert one.kept.isdisjoint(other.sought) == other.kept.isdisjoint(one.sought)


def test_a_matter_is_as_far_as_the_furthest_told_and_named_as_fully() -> None:
    told = [
        agreement("a", "2025-10-01", "agreement on investments", status="planned"),
        agreement("b", "2025-11-21", "Agreement on the Protection of Investments", year=2025),
        agreement("c", "2026-02-01", "investment agreement", status="ratified", year=2025),
    ]
    (matter,) = reconcile.matters(told, reconcile.links(told, ()), ())
    assert (matter.status, matter.date, matter.type) == ("ratified", "2025", "agreement")
    assert matter.title == "Agreement on the Protection of Investments"
