"""A press release of our own making is read whole: who met, what was said, signed, counted, promised."""

import pytest

import comity
from comity.findings import Change, Reading
from tests.reports import RELEASE

PAIR = ("GEO", "KAZ")


@pytest.fixture(scope="module", params=[None, "2023-03-19"], ids=["undated", "dated"])
def reading(request: pytest.FixtureRequest) -> Reading:
    return comity.read(RELEASE, published=request.param)


def test_the_visit_and_the_talks_are_two_encounters(reading: Reading) -> None:
    found = {(item.kind, item.status, item.countries, item.host) for item in reading.encounters}
    assert ("visit", "held", PAIR, "GEO") in found
    assert {"talks", "meeting"} & {kind for kind, *_ in found}


def test_both_ministers_take_part_in_the_talks(reading: Reading) -> None:
    talks = next(item for item in reading.encounters if item.kind in ("talks", "meeting"))
    assert {(person.name, person.country) for person in talks.people} == {
        ("Kanat Serikov", "KAZ"),
        ("Lela Maisuradze", "GEO"),
    }


def test_both_statements_have_their_speakers(reading: Reading) -> None:
    assert [item.speaker.name for item in reading.statements] == ["Kanat Serikov", "Lela Maisuradze"]


def test_the_treatys_year_is_reckoned_from_its_anniversary(reading: Reading) -> None:
    treaty = next(item for item in reading.agreements if item.kind == "treaty")
    assert (treaty.status, treaty.year, treaty.inferred) == ("in_force", 1998, ("year",))


def test_the_programme_is_signed_for_its_years(reading: Reading) -> None:
    programme = next(item for item in reading.agreements if item.kind == "programme")
    assert (programme.status, programme.year, programme.period) == ("signed", 2023, (2023, 2025))


def test_the_three_figures_have_direction_bound_and_growth(reading: Reading) -> None:
    found = {(f.measure, f.value, f.unit, f.bound, f.source, f.target) for f in reading.figures}
    assert found == {
        ("trade", 471_000_000, "USD", "exact", None, None),
        ("companies", 612, "count", "exact", "GEO", "KAZ"),
        ("companies", 200, "count", "over", "KAZ", "GEO"),
    }
    trade = next(f for f in reading.figures if f.measure == "trade")
    assert trade.change == Change(value=18.4, unit="percent", direction="up")
    assert (trade.period, trade.status) == ("2022", "reported")


def test_the_promise_has_its_deadline(reading: Reading) -> None:
    promise = next(item for item in reading.pledges if "container line" in item.text)
    assert (promise.by, promise.deadline) == (PAIR, "2023-12")


def test_events_carry_plover_and_its_cross_walks(reading: Reading) -> None:
    consult = next(item for item in reading.events if item.type == "CONSULT")
    assert (consult.source, consult.target, consult.quad, consult.cameo) == (*PAIR, "verbal cooperation", "04")


def test_every_finding_quotes_the_report(reading: Reading) -> None:
    for kind in ("encounters", "statements", "agreements", "figures", "pledges", "events", "topic_findings"):
        for finding in getattr(reading, kind):
            assert finding.evidence == tuple(RELEASE[start:end] for start, end in finding.spans)
