from collections.abc import Callable
from typing import Any

import pytest

from comity.reading.agreements.status import CLUES


def test_every_clue_has_a_weight_and_says_why() -> None:
    assert all(0 < clue.weight <= 1.5 for clue in CLUES)
    assert all(clue.sentence.endswith(".") for clue in CLUES)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The parliament of Norway approved the extradition treaty with Chile on Monday.", "ratified"),
        ("The extradition treaty between Norway and Chile, signed in May, was ratified in June.", "ratified"),
        ("The extradition treaty of Norway and Chile, signed in 2022, was ratified by Norway in June.", "ratified"),
        ("Parliament will consider the ratification of the extradition treaty between Norway and Chile.", "signed"),
        ("Norway and Chile signed an extradition treaty on Monday.", "signed"),
        ("Norway and Chile will sign an extradition treaty in June.", "planned"),
        ("Norway suspended the extradition treaty with Chile on Monday.", "terminated"),
    ],
)
def test_the_status_of_a_treaty(notes: Callable[..., dict[str, Any]], text: str, status: str) -> None:
    assert [a.status for a in notes(text, published="2024-07-14")["agreements"]] == [status]


@pytest.mark.parametrize(
    "text",
    ["Norway refused to sign the joint statement with Chile.", "Chile rejected a draft agreement proposed by Norway."],
)
def test_what_was_refused_is_rejected_and_has_no_year(notes: Callable[..., dict[str, Any]], text: str) -> None:
    found = notes(text, published="2024-07-14")["agreements"]
    assert [(a.status, a.year) for a in found] == [("rejected", None)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The parties called for the early conclusion of the tax treaty between Norway and Chile.", "planned"),
        ("The ministers looked forward to the signing of the tax treaty between Norway and Chile.", "planned"),
        ("Norway stressed the importance of signing the tax treaty with Chile.", "planned"),
        ("Norway welcomed the signing of the tax treaty with Chile.", "signed"),
        ("The visit ended with the signing of a tax treaty between Norway and Chile.", "signed"),
    ],
)
def test_an_act_that_is_awaited_has_not_happened(notes: Callable[..., dict[str, Any]], text: str, status: str) -> None:
    assert [a.status for a in notes(text, published="2024-07-14")["agreements"]] == [status]


def test_awaited_ratification_tells_no_year_of_signing(notes: Callable[..., dict[str, Any]]) -> None:
    text = "Parliament will consider the ratification of the extradition treaty between Norway and Chile."
    assert [a.year for a in notes(text, published="2024-07-14")["agreements"]] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Norway did not sign the agreement on fisheries with Chile.",
        "Chile did not join the proposed fisheries agreement with Norway.",
        "The ministers of Chile and Norway left Oslo without signing the fisheries agreement.",
    ],
)
def test_an_agreement_that_a_state_did_not_sign_is_left_out(notes: Callable[..., dict[str, Any]], text: str) -> None:
    assert not notes(text, published="2024-07-14")["agreements"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway refused to ratify the fisheries treaty with Chile.", "rejected"),
        ("Norway will ratify the fisheries treaty with Chile.", "signed"),
        ("Norway and Chile to sign fisheries treaty", "planned"),
    ],
)
def test_what_has_not_come_about_yet(notes: Callable[..., dict[str, Any]], text: str, status: str) -> None:
    found = notes(text, published="2024-07-14")["agreements"]
    assert [(a.status, a.year) for a in found] == [(status, None)]


def test_what_a_state_will_not_sign_is_rejected(notes: Callable[..., dict[str, Any]]) -> None:
    found = notes("Norway will not sign the agreement on fisheries with Chile.", published="2024-07-14")["agreements"]
    assert [a.status for a in found] == ["rejected"]


def test_a_question_without_a_verb_names_what_its_answer_tells_of(notes: Callable[..., dict[str, Any]]) -> None:
    text = "Norway and Chile are close.\n\nAnd the free trade agreement?\n\nThe third round of talks was held in Oslo."
    assert [a.title for a in notes(text, published="2024-07-14")["agreements"]] == ["free trade agreement"]


@pytest.mark.parametrize(
    "text",
    [
        "The talks in Oslo brought no agreement on fisheries between Norway and Chile.",
        "A fisheries treaty between Norway and Chile has never existed.",
        "Will Norway and Chile sign the fisheries treaty?",
        "Norway and Chile spoke of a project of the United Nations Development Programme.",
    ],
)
def test_what_does_not_exist_or_is_only_asked_for_is_no_agreement(
    notes: Callable[..., dict[str, Any]], text: str
) -> None:
    assert notes(text, published="2024-07-14")["agreements"] == ()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The minister of Norway left Chile with a protocol on fisheries.", "signed"),
        ("A memorandum on fisheries between Norway and Chile is planned.", "planned"),
        ("The fisheries treaty between Norway and Chile was left for the autumn.", "planned"),
    ],
)
def test_what_leaves_an_instrument_alone_does_not_end_it(
    notes: Callable[..., dict[str, Any]], text: str, status: str
) -> None:
    assert "terminated" not in [a.status for a in notes(text, published="2024-07-14")["agreements"]]
    if status == "planned":
        assert [a.status for a in notes(text, published="2024-07-14")["agreements"]] == [status]
