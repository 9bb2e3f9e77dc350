from collections.abc import Callable
from typing import Any

import pytest

Notes = Callable[..., dict[str, Any]]


def triples(notes: Notes, text: str) -> set[tuple[str, str, str]]:
    return {(e.source, e.target, e.type) for e in notes(text, published="2024-05-14")["events"]}


def test_a_dateline_is_not_taken_for_who_acts(notes: Notes) -> None:
    assert triples(notes, "LIMA, May 14 - Norway accused Chile of violating its waters.") == {("NOR", "CHL", "ACCUSE")}


@pytest.mark.parametrize(
    "text",
    [
        "The spokesman, who asked not to be named, spoke of Chile and Norway.",
        "Norway called on Monday.",
    ],
)
def test_asking_not_to_be_named_is_no_request(notes: Notes, text: str) -> None:
    assert not any(kind == "REQUEST" for _, _, kind in triples(notes, text))


def test_each_accusing_the_other_is_two_events(notes: Notes) -> None:
    text = "Norway and Chile accused each other of violating the border."
    assert triples(notes, text) == {("NOR", "CHL", "ACCUSE"), ("CHL", "NOR", "ACCUSE")}


def test_the_agent_of_a_passive_acts(notes: Notes) -> None:
    assert triples(notes, "Twelve Chilean fishermen were arrested by Norway.") == {("NOR", "CHL", "COERCE")}


def test_a_promise_not_to_yield_is_a_refusal(notes: Notes) -> None:
    assert ("NOR", "CHL", "REJECT") in triples(notes, "Norway will not lift its ban on Chilean salmon.")


def test_a_promised_blow_is_a_threat_and_no_agreement(notes: Notes) -> None:
    text = "Norway and Chile met on Monday. Norway said it would cancel its trade agreement with Chile."
    kinds = {kind for _, _, kind in triples(notes, text)}
    assert "THREATEN" in kinds
    assert "AGREE" not in kinds


def test_who_spoke_goes_on_to_accuse(notes: Notes) -> None:
    text = "Norway said its aircraft had been training over the sea and accused Chile of lying."
    assert ("NOR", "CHL", "ACCUSE") in triples(notes, text)


def test_what_is_called_by_a_state_s_name_is_its_deed(notes: Notes) -> None:
    assert ("NOR", "CHL", "ACCUSE") in triples(notes, "Norway condemned what it called a Chilean massacre.")


def test_exercises_are_held_with_those_told_after_with(notes: Notes) -> None:
    text = "Norway and Chile held a joint exercise with Ghana in April."
    assert {("CHL", "NOR", "COOPERATE"), ("CHL", "GHA", "COOPERATE"), ("GHA", "NOR", "COOPERATE")} <= triples(
        notes, text
    )


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Norway threatened to impose sanctions on Chile unless it released the crew.", ("NOR", "CHL", "THREATEN")),
        ("Norwegian troops fired at Chilean border guards, killing two.", ("NOR", "CHL", "ASSAULT")),
        ("Norway withdrew from the fisheries treaty with Chile.", ("NOR", "CHL", "SANCTION")),
        ("Norwegian warships entered Chilean waters on Monday.", ("NOR", "CHL", "MOBILIZE")),
        ("Norway refused to sign the joint statement with Chile.", ("NOR", "CHL", "REJECT")),
        ("Chile backs Norway's bid for a seat on the Security Council.", ("CHL", "NOR", "SUPPORT")),
    ],
)
def test_a_verb_tells_one_event(notes: Notes, text: str, event: tuple[str, str, str]) -> None:
    assert triples(notes, text) == {event}


def test_an_exchange_of_prisoners_is_a_retreat_of_both(notes: Notes) -> None:
    text = "Norway and Chile exchanged 40 prisoners on Monday."
    assert {("NOR", "CHL", "RETREAT"), ("CHL", "NOR", "RETREAT")} <= triples(notes, text)


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("Peru condemned the attack on Chile by Norway.", {"NOR"}),
        ("Peru condemned Norway's attack on Chile.", {"NOR"}),
        ("Peru condemned the attack on Chile.", set()),
        ("Peru condemned the war in Chile.", set()),
        ("Peru condemned the killing of Chilean sailors by Norway.", {"NOR"}),
    ],
)
def test_who_was_attacked_is_not_accused(notes: Notes, text: str, accused: set[str]) -> None:
    assert {target for _, target, kind in triples(notes, text) if kind == "ACCUSE"} == accused


def test_congratulating_a_team_is_no_support_of_a_state(notes: Notes) -> None:
    text = "The presidents of Chile and Norway met in Oslo. Chile thanked Norway. Norway congratulated the team."
    assert ("NOR", "CHL", "SUPPORT") not in triples(notes, text)


@pytest.mark.parametrize("text", ["Chile's president told Norway to leave.", "Chile told Norway to lower its fees."])
def test_telling_a_state_to_do_something_is_a_request(notes: Notes, text: str) -> None:
    assert triples(notes, text) == {("CHL", "NOR", "REQUEST")}


def test_telling_ones_own_people_to_stay_at_home_is_no_request(notes: Notes) -> None:
    assert not triples(notes, "Chile told its citizens not to travel to Norway.") & {("CHL", "NOR", "REQUEST")}


def test_urging_both_sides_asks_each_of_the_other_two(notes: Notes) -> None:
    text = (
        "Peru's president received Chile's president in Lima. Norway had shelled Chile. Peru urged both sides to talk."
    )
    assert {("PER", "CHL", "REQUEST"), ("PER", "NOR", "REQUEST")} <= triples(notes, text)
