from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from comity.language.appraiser import Answer
from comity.language.questions import Question
from comity.reading import events
from comity.reading.events.pairs import likely
from comity.reading.mentions import Clauses, When, Who
from tests.reading.judged import Judge, answer

Notes = Callable[..., dict[str, Any]]
TEXT = "Croatia, which borders Slovenia, has frozen the accounts of Norway in its banks."


def proposed(notes: Notes, told: Callable[[Question], Answer]) -> list[Any]:
    have = notes(TEXT, published="2024-05-14")
    page = replace(have["page"], appraiser=Judge(told))
    who: Who = have["who"]
    clauses: Clauses = have["clauses"]
    when: When = have["when"]
    return [one.finding for one in events.propose(page, who, clauses, when, events.Told()) if not one.vouched]


def by_source(number: int, chances: Mapping[str, float], mode: str = "") -> Callable[[Question], Answer]:
    """An answer for the pairs whose source begins with that word of the sentence; nothing of the others."""
    return lambda question: answer(events=chances, mode=mode) if question.slots[0].first == number else answer()


def test_what_one_actor_does_to_another_is_read_off_the_sentence(notes: Notes) -> None:
    found = proposed(notes, by_source(0, {"SANCTION": 0.6, "NONE": 0.4}, "discontinue"))
    assert {(one.source, one.type, one.target) for one in found} == {
        ("HRV", "SANCTION", "NOR"),
        ("HRV", "SANCTION", "SVN"),
    }
    assert {(one.confidence, one.mode, one.clues) for one in found} == {(0.6, "discontinue", ("sentence pair",))}


def test_a_mode_that_its_type_does_not_know_is_left_out(notes: Notes) -> None:
    found = proposed(notes, by_source(0, {"SANCTION": 0.6, "NONE": 0.4}, "phone"))
    assert {one.mode for one in found} == {None}


def test_what_both_do_together_is_one_event(notes: Notes) -> None:
    found = proposed(notes, lambda _: answer(events={"CONSULT": 0.8, "NONE": 0.2}))
    assert sorted((one.source, one.target) for one in found) == [("HRV", "NOR"), ("HRV", "SVN"), ("NOR", "SVN")]


@pytest.mark.parametrize(
    ("chances", "kinds"),
    [({"NONE": 0.9, "AID": 0.1}, []), ({"NONE": 0.6, "AID": 0.2, "SUPPORT": 0.2}, ["SUPPORT", "AID"])],
)
def test_types_that_are_likely_enough_are_told(chances: dict[str, float], kinds: list[str]) -> None:
    assert likely(answer(events=chances)) == kinds
