"""Rules of where claims contradict each other, and what is told of it."""

from typing import Any

import pytest

from comity.matters import Told
from comity.reconcile.figures import conflict, matter
from tests.reconcile.saying import figure


def claim(value: float | None, by: str | None, report: str, **fields: Any) -> Told:
    change = fields.pop("up", None)
    if change:
        unit = "times" if change < 10 else "percent"
        fields["change"] = {"value": change, "unit": unit, "direction": "up"}
    return figure(f"told by {report}", report, value=value, claim={"by": by}, **fields)


SOUTH = [claim(80e6, "GEO", "r1", up=25), claim(80.4e6, "GEO", "r2")]
NORTH = [claim(161e6, "EST", "r3", up=2.5), claim(160.9e6, None, "r4")]


def test_claims_beyond_rounding_make_two_camps() -> None:
    found = conflict([*SOUTH, *NORTH])
    assert found is not None
    assert [(camp.by, camp.least, camp.most) for camp in found.camps] == [
        (("GEO",), 80e6, 80.4e6),
        (("EST",), 160.9e6, 161e6),
    ]
    assert found.matter == f"m{SOUTH[0].id}"
    assert found.parts[0] == (
        "They part in 2023: 80-80.4 million USD by the count of GEO, 160.9-161 million USD by the count of EST."
    )


def test_the_growth_tells_whether_they_agree_on_the_year_before() -> None:
    found = conflict([*SOUTH, *NORTH])
    assert found is not None
    assert found.agrees == ("Both series have about 64 million USD for 2022.",)
    assert (
        "The growth they tell parts, too: 25 percent up by the count of GEO, 2.5 times as much by the count of EST."
        in found.parts
    )


def test_a_claim_for_the_year_before_shows_where_they_part_already() -> None:
    found = conflict([*SOUTH, *NORTH[1:], claim(161e6, "EST", "r3")], [claim(120e6, "EST", "r5", period="2022")])
    assert found is not None
    assert found.agrees == ()
    assert any(part.startswith("They part already in 2022") for part in found.parts)


def test_one_way_above_both_is_the_same_conflict_seen_from_a_part() -> None:
    part = claim(110e6, "EST", "r3", measure="exports", source="ARM", target="KAZ")
    found = conflict([*SOUTH, *NORTH], [part])
    assert found is not None
    assert found.parts[-1] == (
        "The same seen from a part: exports from ARM to KAZ alone, 110 million USD by the count of EST, "
        "are more than 80-80.4 million USD by the count of GEO for both ways."
    )


def test_both_ways_may_sum_up_to_what_is_told() -> None:
    there = claim(110e6, "EST", "r3", measure="exports", source="ARM", target="KAZ")
    back = claim(51e6, "EST", "r3", measure="imports", source="KAZ", target="ARM")
    found = conflict([*SOUTH, *NORTH], [there, back])
    assert found is not None
    assert "Both directions together make 161 million USD by the count of EST, as told." in found.agrees


@pytest.mark.parametrize(
    "members",
    [
        [claim(53e6, "KAZ", "r1"), claim(53.1e6, "ARM", "r2"), claim(53.06e6, None, "r3")],
        [claim(430, None, "r1", bound="over"), claim(435, None, "r2")],
        [claim(430, None, "r1", bound="over"), claim(900, None, "r2")],
        [claim(50e6, None, "r1", bound="about"), claim(52e6, None, "r2")],
        [claim(50e6, None, "r1", status="target"), claim(90e6, None, "r2", status="target")],
        [claim(None, None, "r1", up=23.1), claim(None, None, "r2", up=23)],
        [claim(53e6, None, "r1"), claim(None, None, "r2", up=30)],
        [claim(53e6, None, "r1", up=23), claim(None, None, "r2", up=30)],
    ],
)
def test_rounding_bounds_and_aims_are_no_conflict(members: list[Told]) -> None:
    assert conflict(members) is None
    assert not matter(members).conflict


def test_growths_alone_may_contradict() -> None:
    found = conflict([claim(None, "KAZ", "r1", up=23), claim(None, "ARM", "r2", up=2.4)])
    assert found is not None
    assert found.unit == "times"
    assert found.parts == (
        "They part in 2023: 23 percent up by the count of KAZ, 2.4 times as much by the count of ARM.",
    )


def test_one_state_may_contradict_itself() -> None:
    found = conflict([claim(53e6, "KAZ", "r1"), claim(70e6, "KAZ", "r2")])
    assert found is not None
    assert [camp.by for camp in found.camps] == [("KAZ",), ("KAZ",)]


def test_a_matter_shows_period_status_and_a_line_for_people() -> None:
    made = matter([*SOUTH, *NORTH])
    assert (made.type, made.title, made.period, made.status) == (
        "trade",
        "trade of ARM and KAZ, 2023",
        "2023",
        "reported",
    )
    assert made.conflict
    aim = claim(350e6, None, "r1", status="target", period=None, measure="exports", source="KAZ", target="ARM")
    assert matter([aim]).title == "target: exports from KAZ to ARM, 350 million USD"
