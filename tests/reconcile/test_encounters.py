"""Pairs of told encounters that are one and pairs that are not, each with what tells them apart."""

from typing import Any

import pytest

from comity import reconcile
from comity.matters import Told
from tests.reconcile.telling import encounter

MURAT = "Murat Nurtleu, Deputy Prime Minister and Minister of Foreign Affairs, KAZ"
MURAT_SHORT = "M. Nurtleu, Foreign Minister, KAZ"
ARARAT = "Ararat Mirzoyan, Minister of Foreign Affairs, ARM"
TOKAYEV = "Kassym-Jomart Tokayev, President, KAZ"
TOQAEV = "Qasym-Zhomart Toqaev, President, KAZ"
MET: dict[str, Any] = {"host": "ARM", "date": "2024-03-18", "people": (MURAT, ARARAT)}
VISIT: dict[str, Any] = {"kind": "visit", "host": "ARM", "date": "2024-03-18", "people": (MURAT,)}

ONE = {
    "two reports of a day": (
        encounter("a", "2024-03-18", **MET),
        encounter("b", "2024-03-19", **MET | {"people": (MURAT_SHORT, ARARAT)}),
    ),
    "talks and meeting are words for one": (
        encounter("a", "2024-03-18", **MET),
        encounter("b", "2024-03-18", **MET | {"kind": "talks"}),
    ),
    "a month and a day within it": (
        encounter("a", "2024-03-18", **VISIT),
        encounter("b", "2024-09-01", **VISIT | {"date": "2024-03"}),
    ),
    "planned for a month by office, then held": (
        encounter("a", "2024-02-02", "The Minister of Foreign Affairs of Kazakhstan is expected in March.",
                  **VISIT | {"status": "planned", "date": "2024-03", "people": ()}),
        encounter("b", "2024-03-18", **VISIT),
    ),
    "planned without a date, held within the year": (
        encounter("a", "2024-01-10", **VISIT | {"status": "planned", "date": None}),
        encounter("b", "2024-03-18", **VISIT),
    ),
    "two spellings of a traveller": (
        encounter("a", "2024-04-15", **VISIT | {"date": "2024-04-15", "people": (TOKAYEV,)}),
        encounter("b", "2024-05-10", **VISIT | {"date": "2024-04", "people": (TOQAEV,)}),
    ),
    "a visit told by its second day": (
        encounter("a", "2024-03-18", **VISIT),
        encounter("b", "2024-03-19", **VISIT | {"date": "2024-03-19"}),
    ),
    "planned, then called off": (
        encounter("a", "2024-02-02", **VISIT | {"status": "planned", "date": "2024-03"}),
        encounter("b", "2024-03-10", **VISIT | {"status": "cancelled", "date": "2024-03"}),
    ),
    "the numbered session, planned for a year": (
        encounter("a", "2024-02-02", "The commission is to hold its tenth session.",
                  kind="talks", date="2024", status="planned"),
        encounter("b", "2024-04-03", "The 10th session of the commission was held.", kind="talks", date="2024-04-02"),
    ),
    "two people who met that day, by one report elsewhere": (
        encounter("a", "2024-03-18", **MET),
        encounter("b", "2024-03-18", **MET | {"host": "KAZ"}),
    ),
    "a guest who by one report visits his own state": (
        encounter("a", "2024-03-18", **VISIT),
        encounter("b", "2024-03-20", **VISIT | {"date": "2024-03", "host": "KAZ"}),
    ),
    "told as held on a day to come, but as expected": (
        encounter("a", "2024-02-02", "Nurtleu is expected in March.", **VISIT | {"date": "2024-03"}),
        encounter("b", "2024-03-18", **VISIT),
    ),
    "told as held in a month to come, which is that of the year before": (
        encounter("a", "2024-11-02", **VISIT | {"date": "2025-03"}),
        encounter("b", "2024-03-18", **VISIT),
    ),
    "the third round, planned by its number alone": (
        encounter("a", "2022-11-21", "Two rounds of negotiations have been held. The third will follow next year.",
                  kind="talks", status="planned", date="2023"),
        encounter("b", "2023-03-18", "The third round of negotiations was held.", kind="talks", date="2023-02"),
    ),
    "talks on the ground of a third, who is counted in or out": (
        encounter("a", "2024-05-10", kind="talks", host="KAZ", date="2024-05-10", countries=("ARM", "AZE", "KAZ")),
        encounter("b", "2024-05-11", kind="talks", host="KAZ", date="2024-05-10", countries=("ARM", "AZE")),
    ),
}  # fmt: skip

TWO = {
    "another month": (
        encounter("a", "2024-03-18", **VISIT),
        encounter("b", "2024-09-18", **VISIT | {"date": "2024-09"}),
    ),
    "another traveller": (
        encounter("a", "2024-03-18", **VISIT),
        encounter("b", "2024-03-18", **VISIT | {"people": (TOKAYEV,)}),
    ),
    "a business mission is no president's visit": (
        encounter("a", "2024-04-20", "A Kazakh business mission came.", **VISIT | {"date": "2024-04", "people": ()}),
        encounter("b", "2024-04-15", **VISIT | {"date": "2024-04-15", "people": (TOKAYEV,)}),
    ),
    "another host": (
        encounter("a", "2024-03-18", **MET | {"people": (MURAT,)}),
        encounter("b", "2024-03-18", **MET | {"people": (MURAT,), "host": "KAZ"}),
    ),
    "a visit and the meeting during it": (
        encounter("a", "2024-03-18", **VISIT),
        encounter("b", "2024-03-18", **MET),
    ),
    "a call is no meeting": (
        encounter("a", "2024-03-18", **MET),
        encounter("b", "2024-03-18", **MET | {"kind": "call"}),
    ),
    "other people met that day": (
        encounter("a", "2024-03-18", **MET),
        encounter("b", "2024-03-18", **MET | {"people": (MURAT, "Nikol Pashinyan, Prime Minister, ARM")}),
    ),
    "two of one name": (
        encounter("a", "2024-03-18", **VISIT | {"people": ("Aida Mirzoyan, Minister, KAZ",)}),
        encounter("b", "2024-03-18", **VISIT | {"people": ("Bota Mirzoyan, Minister, KAZ",)}),
    ),
    "a plan told after it was held is for another": (
        encounter("a", "2024-03-18", **VISIT),
        encounter("b", "2024-03-25", **VISIT | {"status": "planned", "date": None}),
    ),
    "held and called off": (
        encounter("a", "2024-03-18", **VISIT),
        encounter("b", "2024-03-18", **VISIT | {"status": "cancelled"}),
    ),
    "another number": (
        encounter("a", "2024-04-03", "The ninth session of the commission.", kind="talks", date="2024-04-02"),
        encounter("b", "2024-04-03", "The 10th session of the commission.", kind="talks", date="2024-04-02"),
    ),
    "a meeting of two on the margins of talks of three": (
        encounter("a", "2024-05-10", kind="talks", host="KAZ", date="2024-05-10", countries=("ARM", "AZE", "KAZ")),
        encounter("b", "2024-05-10", kind="meeting", host="KAZ", date="2024-05-10", people=(MURAT,)),
    ),
    "one report tells an encounter once": (
        encounter("a", "2024-03-18", **MET),
        encounter("a", "2024-03-18", "So it was.", **MET),
    ),
}  # fmt: skip


def joined(*told: Told) -> list[tuple[str, ...]]:
    return [matter.findings for matter in reconcile.matters(told, reconcile.links(told, ()), ())]


@pytest.mark.parametrize("pair", ONE.values(), ids=ONE)
def test_told_of_one_encounter(pair: tuple[Told, Told]) -> None:
    assert len(joined(*pair)) == 1


@pytest.mark.parametrize("pair", TWO.values(), ids=TWO)
def test_told_of_two_encounters(pair: tuple[Told, Told]) -> None:
    assert len(joined(*pair)) == 2


@pytest.mark.parametrize("pair", [*ONE.values(), *TWO.values()])
def test_meeting_is_mutual(pair: tuple[Told, Told]) -> None:
    one, other = map(reconcile.blocks, pair)
    assert one.kept.isdisjoint(other.sought) == other.kept.isdisjoint(one.sought)


def test_a_matter_takes_the_outcome_the_exact_date_and_names() -> None:
    plan, held = ONE["planned for a month by office, then held"]
    (matter,) = reconcile.matters([held, plan], reconcile.links([held, plan], ()), ())
    assert (matter.id, matter.status, matter.date, matter.host) == (f"m{plan.id}", "held", "2024-03-18", "ARM")
    assert matter.title == "visit of Murat Nurtleu to ARM"
    assert (matter.findings, matter.first_told, matter.sources) == ((plan.id, held.id), "2024-02-02", 2)


def test_every_clue_says_why() -> None:
    (link,) = reconcile.links(ONE["two reports of a day"], ())
    assert link.score == sum(clue.weight for clue in link.clues)
    assert "Both were on 2024-03-18." in [clue.sentence for clue in link.clues]
