from collections.abc import Callable
from typing import Any

import pytest

from comity.findings import Event

Notes = Callable[..., dict[str, Any]]


def read(notes: Notes, text: str) -> tuple[Event, ...]:
    found: tuple[Event, ...] = notes(text, published="2024-05-14")["events"]
    return found


def triples(notes: Notes, text: str) -> set[tuple[str, str, str]]:
    return {(event.source, event.target, event.type) for event in read(notes, text)}


TOLD = [
    ("The Foreign Ministers of Norway and Chile met in Oslo on Monday.", ("CHL", "NOR", "CONSULT")),
    ("Norway and Chile signed an agreement on fisheries on Monday.", ("CHL", "NOR", "SUPPORT")),
    ("Norway and Chile agreed on Monday to build a joint port.", ("CHL", "NOR", "AGREE")),
    ("Norway's foreign minister thanked Chile for its help.", ("NOR", "CHL", "SUPPORT")),
    ("Norway accused Chile of violating its waters.", ("NOR", "CHL", "ACCUSE")),
    ("Norway urged Chile to release the ship.", ("NOR", "CHL", "REQUEST")),
    ("Norway imposed sanctions on Chile on Monday.", ("NOR", "CHL", "SANCTION")),
    ("Norway rejected the demand of Chile.", ("NOR", "CHL", "REJECT")),
    ("Norway arrested twelve Chilean fishermen on Monday.", ("NOR", "CHL", "COERCE")),
    ("Norway donated ten ambulances to Chile.", ("NOR", "CHL", "AID")),
    ("Norway will impose tariffs on goods from Chile.", ("NOR", "CHL", "THREATEN")),
    ("Norway lifted its sanctions on Chile.", ("NOR", "CHL", "CONCEDE")),
]


@pytest.mark.parametrize(("text", "triple"), TOLD)
def test_who_did_what_to_whom(notes: Notes, text: str, triple: tuple[str, str, str]) -> None:
    assert triple in triples(notes, text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway did not accuse Chile of anything.",
        "Norway may impose sanctions on Chile.",
        "Norway denied that it had arrested Chilean fishermen.",
        "Norway hopes to thank Chile.",
    ],
)
def test_what_did_not_happen_gives_no_event(notes: Notes, text: str) -> None:
    assert triples(notes, text) == set()


def test_a_triple_stands_once_in_a_report(notes: Notes) -> None:
    text = "Norway thanked Chile for its help. Norway's president thanked Chile, too."
    assert len([event for event in read(notes, text) if event.type == "SUPPORT"]) == 1


def test_an_event_carries_its_class_code_and_scale(notes: Notes) -> None:
    (event,) = read(notes, "Norway accused Chile of violating its waters.")
    assert (event.quad, event.cameo) == ("verbal conflict", "11")
    assert event.goldstein < 0
    assert event.date == "2024-05-14"


def test_a_call_is_told_as_such(notes: Notes) -> None:
    found = read(notes, "The presidents of Norway and Chile held a telephone conversation on Monday.")
    assert [(event.type, event.mode) for event in found] == [("CONSULT", "phone")]


@pytest.mark.parametrize(
    "text",
    [
        "The fisheries agreement between Chile and Norway was not signed on Monday.",
        "Chile and Norway failed to sign the fisheries agreement on Monday.",
        "Chile's minister denied that Santiago had signed a fisheries agreement with Norway.",
    ],
)
def test_what_was_not_signed_is_not_agreed(notes: Notes, text: str) -> None:
    assert all(e.type != "AGREE" for e in notes(text, published="2024-05-14")["events"])
