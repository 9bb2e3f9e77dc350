"""Rules of whom a finding joins and what an event comes from."""

from typing import Any

import pytest

from comity.findings import Encounter, Figure, Pledge, Reader, Reading, Report, Span, Statement, TopicFinding
from comity.reconcile.parties import anchors, parties
from comity.terms import load
from tests.reconcile.saying import event, figure

TEXT = "Armenia will open a bank. Kazakhstan thanks. We are friends, he said, and Georgia listened. " * 2
PLACE = {"spans": ((0, 25),), "evidence": ("Armenia will open a bank.",), "confidence": 0.9, "by": "test"}


def reading(**found: Any) -> Reading:
    report = Report(id="r", text=TEXT)
    return Reading(report=report, reader=Reader(version="0", model="0", terms="0"), **found)


def encounter(*countries: str, spans: tuple[Span, ...] = ((0, 25),), id: str = "e") -> Encounter:
    given = {**PLACE, "id": id, "kind": "meeting", "status": "held", "countries": countries, "spans": spans}
    return Encounter.model_validate(given | {"evidence": tuple("-" for _ in spans)})


def pledge(words: str, *by: str, text: str = "open a bank") -> Pledge:
    fields = {**PLACE, "id": "p", "evidence": (words,), "text": text}
    fields.pop("by")
    return Pledge.model_validate({**fields, "by": by, "step": "test"})


def statement(words: str, country: str | None) -> Statement:
    speaker = {"name": None, "country": country}
    return Statement.model_validate(
        {**PLACE, "id": "s", "evidence": (words,), "text": "We are friends", "speaker": speaker}
    )


def of(found: Reading, id: str) -> tuple[str, ...]:
    return parties(found, load())[id]


def test_encounters_figures_and_events_tell_their_own() -> None:
    flow = figure(source="KAZ", target="ARM", countries=("ARM", "RUS")).finding
    deed = event().finding
    assert isinstance(flow, Figure)
    found = parties(reading(encounters=[encounter("ARM", "GEO")], figures=[flow], events=[deed]), load())
    assert (found["e"], found[flow.id], found[deed.id]) == (("ARM", "GEO"), ("ARM", "KAZ", "RUS"), ("ARM", "KAZ"))


@pytest.mark.parametrize(
    ("words", "by", "joined"),
    [
        ("Armenia will open a bank for Kazakhstan's firms.", ("ARM",), ("ARM", "KAZ")),
        ("Armenia and Kazakhstan will open a bank.", ("ARM", "KAZ"), ("ARM", "KAZ")),
        ("Armenia will open a bank.", ("ARM",), ("ARM", "GEO")),
        ("Iran will open a bank in Yerevan.", ("IRN",), ("ARM", "IRN")),
        ("Iran will open a bank.", ("IRN",), ("IRN",)),
    ],
)
def test_a_pledge_is_to_those_it_names_else_to_the_partner(
    words: str, by: tuple[str, ...], joined: tuple[str, ...]
) -> None:
    told = [encounter("ARM", "GEO"), encounter("ARM", "GEO", id="e2"), encounter("ARM", "KAZ", id="e3")]
    assert of(reading(encounters=told, pledges=[pledge(words, *by)]), "p") == joined


@pytest.mark.parametrize(
    ("words", "country", "joined"),
    [
        ('"We are friends", he told Georgia.', "ARM", ("ARM", "GEO")),
        ('"We are friends", he said.', "ARM", ("ARM", "KAZ")),
        ('"We are friends", he said.', None, ()),
        ('"We are friends", he said of Georgia.', None, ("GEO",)),
    ],
)
def test_a_statement_joins_its_speaker_and_those_named(
    words: str, country: str | None, joined: tuple[str, ...]
) -> None:
    told = [encounter("ARM", "KAZ")]
    assert of(reading(encounters=told, statements=[statement(words, country)]), "s") == joined


def test_partners_told_as_often_go_by_their_codes() -> None:
    told = [encounter("ARM", "KAZ"), encounter("ARM", "GEO", id="e2")]
    assert of(reading(encounters=told, pledges=[pledge("Armenia will open a bank.", "ARM")]), "p") == ("ARM", "GEO")


def test_topics_join_nobody() -> None:
    topic = TopicFinding.model_validate({**PLACE, "id": "t", "topic": "trade"})
    assert of(reading(topics=("trade",), topic_findings=[topic]), "t") == ()


def test_every_finding_has_its_parties() -> None:
    found = reading(
        encounters=[encounter("ARM", "KAZ")], statements=[statement("x", None)], pledges=[pledge("y", "ARM")]
    )
    assert parties(found, load()).keys() == {"e", "s", "p"}


@pytest.mark.parametrize(
    ("countries", "spans", "comes"),
    [
        (("ARM", "KAZ"), ((0, 25),), True),
        (("ARM", "GEO", "KAZ"), ((0, 1), (60, 70)), True),
        (("ARM", "GEO"), ((0, 25),), False),
        (("ARM", "KAZ"), ((25, 40),), False),
    ],
)
def test_an_event_comes_from_what_shares_its_words_and_states(
    countries: tuple[str, ...], spans: tuple[Span, ...], comes: bool
) -> None:
    deed = event().finding.model_copy(update={"spans": ((0, 25),)})
    found = anchors(reading(encounters=[encounter(*countries, spans=spans)], events=[deed]))
    assert found == ({deed.id: ("e",)} if comes else {})
