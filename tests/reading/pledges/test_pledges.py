from collections.abc import Callable
from typing import Any

import pytest

from comity.findings import Pledge

Notes = Callable[..., dict[str, Any]]
LEAD = "The Foreign Ministers of Chile and Norway met in Oslo on Monday. "


def read(notes: Notes, text: str) -> tuple[Pledge, ...]:
    found: tuple[Pledge, ...] = notes(LEAD + text, published="2024-05-14")["pledges"]
    return found


PLEDGES = [
    ("Norway will open a consulate in Arica by the end of 2025.", ("NOR",), "open a consulate in Arica", "2025-12"),
    (
        "The ministers agreed to set up a joint business council.",
        ("CHL", "NOR"),
        "set up a joint business council",
        None,
    ),
    ("Chile undertook to abolish the fee for Norwegian ships.", ("CHL",), "abolish the fee for Norwegian ships", None),
    ("Norway is ready to train 20 Chilean divers.", ("NOR",), "train 20 Chilean divers", None),
    ("Norway is going to close its fair in Arica.", ("NOR",), "close its fair in Arica", None),
    ("The two sides pledged to curb smuggling, the ministers said.", ("CHL", "NOR"), "curb smuggling", None),
    ("Norway pledged 30 million kroner.", ("NOR",), "30 million kroner", None),
    ("The two sides agreed that flights would be resumed.", ("CHL", "NOR"), "flights would be resumed", None),
    ("It was agreed to set up a joint fund.", ("CHL", "NOR"), "set up a joint fund", None),
    (
        "Norway will repair the pier in Arica, at a cost of 2 million kroner, by the end of 2025.",
        ("NOR",),
        "repair the pier in Arica",
        "2025-12",
    ),
    ("Norway will repair the pier in Arica before the end of 2025.", ("NOR",), "repair the pier in Arica", "2025-12"),
    ("Norway will launch a flight Oslo–Arica.", ("NOR",), "launch a flight Oslo–Arica", None),
]


@pytest.mark.parametrize(("text", "by", "words", "deadline"), PLEDGES)
def test_who_commits_to_what_and_until_when(
    notes: Notes, text: str, by: tuple[str, ...], words: str, deadline: str | None
) -> None:
    (found,) = read(notes, text)
    assert (found.by, found.text, found.deadline) == (by, words, deadline)


def test_two_commitments_in_one_sentence_are_two_pledges(notes: Notes) -> None:
    found = read(notes, "Norway agreed to send engineers and to build a port.")
    assert [pledge.text for pledge in found] == ["send engineers", "build a port"]


@pytest.mark.parametrize(
    "text",
    [
        "Norway hopes to expand trade.",
        "The Norwegian minister will visit Santiago in May 2025.",
        "The next meeting will take place in Santiago.",
        "An agreement on air services will be signed in August.",
        "Norway asked Chile to open its market.",
        "Norway refused to build the port.",
        "Norway's president offered condolences.",
        "The minister praised the friendship of the two nations.",
        "Norway denied that it had agreed to build a port in Chile.",
        "Norway voiced the hope that Chile would open its market.",
        "By June Norway will have received two frigates from Chile.",
        "Will Norway build a port in Chile?",
        "Norway would sooner go to court.",
        '"Norway will not be lectured by anybody," the Norwegian minister said.',
        "Norway will have to make do with two frigates from Chile.",
        "Chile took the crew of a Norwegian ship. Norway said it would respond.",
    ],
)
def test_wishes_visits_signings_and_requests_are_no_pledges(notes: Notes, text: str) -> None:
    assert read(notes, text) == ()


def test_a_promise_not_to_do_something_says_so(notes: Notes) -> None:
    (found,) = read(notes, "Norway will not open its market for Chilean salmon.")
    assert found.text == "not open its market for Chilean salmon"


def test_the_step_stands_under_its_own_name(notes: Notes) -> None:
    (found,) = read(notes, "Norway will open a consulate in Arica.")
    assert found.step == "pledges"


@pytest.mark.parametrize(
    "text",
    [
        "If Norway builds the mine, Chile will close the strait.",
        "Chile will expel the envoy unless Norway pays, the president said.",
    ],
)
def test_harm_that_depends_on_another_state_is_no_pledge(notes: Notes, text: str) -> None:
    assert read(notes, text) == ()


@pytest.mark.parametrize(
    "text",
    ["If Norway agrees, Chile will send 20 doctors.", "Chile will cut tariffs if Norway opens its market."],
)
def test_help_that_depends_on_another_state_is_a_pledge(notes: Notes, text: str) -> None:
    assert [pledge.by for pledge in read(notes, text)] == [("CHL",)]


@pytest.mark.parametrize(
    "text",
    [
        "A Norwegian firm will build the dam.",
        "Chilean companies will build two hotels.",
        '"The second bridge will prove that it is open," the Norwegian minister said.',
    ],
)
def test_what_firms_and_things_will_do_no_state_pledges(notes: Notes, text: str) -> None:
    found = read(notes, f"Norway will open a school in Arica. {text}")
    assert [pledge.text for pledge in found] == ["open a school in Arica"]


def test_troops_that_will_leave_are_a_pledge_of_their_own_state(notes: Notes) -> None:
    found = read(notes, "Norway will open a school in Arica. Chilean troops will quit the island.")
    assert [pledge.by for pledge in found] == [("NOR",), ("CHL",)]


def test_what_a_speaker_says_of_his_government_is_its_pledge(notes: Notes) -> None:
    text = (
        "The minister of Norway told his colleague from Chile that his government would build a school and pay for it."
    )
    assert [(pledge.by, pledge.text) for pledge in read(notes, text)] == [
        (("NOR",), "build a school"),
        (("NOR",), "pay for it"),
    ]


def test_a_list_of_what_was_agreed_has_those_who_agreed(notes: Notes) -> None:
    found = read(notes, "It was decided to open a school, to build a port, and to set up a fund.")
    assert {pledge.by for pledge in found} == {("CHL", "NOR")}


def test_the_day_of_a_dateline_is_no_deadline(notes: Notes) -> None:
    text = "May 14 – Norway will build a school in Chile, the ministry said."
    (found,) = notes(text, published="2024-05-14")["pledges"]
    assert found.deadline is None
