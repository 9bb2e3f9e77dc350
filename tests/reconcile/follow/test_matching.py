from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.matters import Passage, Told
from comity.reconcile import follow

from .promising import agreement, encounter, outcome, passages, pledge

BUSES = pledge(
    "Peru will supply 200 electric buses to Nairobi by the end of 2022.",
    "supply 200 electric buses to Nairobi",
    deadline="2022-12",
)
CLINIC = pledge("Peru undertook in March to open a clinic in Kisumu by December.", "open a clinic in Kisumu",
                deadline="2021-12")  # fmt: skip
GROUP = pledge("The two agreed to set up a working group on quinoa.", "set up a working group on quinoa",
               by=("KEN", "PER"))  # fmt: skip
TOLLS = pledge("The sides agreed to abolish landing fees from July.", "abolish landing fees", by=("KEN", "PER"),
               deadline="2021-07")  # fmt: skip
SWORD = pledge("Lima promised to return the drum of Mijikenda to Mombasa.", "return the drum of Mijikenda to Mombasa")
TABLES = pledge("The half-year tables come out in May; Peru will send them to Lamu first.", "send them to Lamu first",
                deadline="2021-05")  # fmt: skip


@pytest.mark.parametrize(
    ("opening", "published", "sentence", "expected"),
    [
        (BUSES, "2022-05-01", "The first batch of 40 electric buses from Peru was unloaded on Monday.", "progressed"),
        (BUSES, "2023-02-01", "The 200 electric buses Peru promised in 2021 have been delivered.", "kept"),
        (BUSES, "2023-02-01", "Some 120 electric buses from Peru have been delivered to Nairobi.", "progressed"),
        (BUSES, "2023-02-01", "Not one of the electric buses promised to Nairobi has arrived.", "broken"),
        (BUSES, "2023-02-01", "Peru's electric buses never came; Nairobi drives Chinese ones instead.", "broken"),
        (CLINIC, "2021-11-20", "The clinic in Kisumu was inaugurated on Wednesday, ahead of time.", "kept"),
        (CLINIC, "2022-03-01", "The clinic in Kisumu that Lima had promised has still not opened its doors.", "broken"),
        (CLINIC, "2021-09-20", "Workmen are preparing the house in Kisumu where the clinic is to open.", "progressed"),
        (GROUP, "2021-06-01", "The working group on quinoa agreed on in March was set up last week.", "kept"),
        (GROUP, "2021-06-01", "The working group on quinoa met for the first time in Nairobi.", "progressed"),
        (GROUP, "2022-06-01", "Nothing came of the working group on quinoa.", "broken"),
        (TOLLS, "2021-07-03", "Landing fees between Kenya and Peru were abolished on Saturday.", "kept"),
        (TOLLS, "2022-01-03", "The landing fees have not been abolished.", "broken"),
        (TOLLS, "2021-05-03", "The airports have begun to lower their landing fees.", "progressed"),
        (SWORD, "2022-11-17", "The drum of Mijikenda was handed over in Mombasa on Sunday.", "kept"),
        (TABLES, "2022-02-17", "The half-year tables they promised to send in May of last year never came.", "broken"),
    ],
)  # fmt: skip
def test_a_later_sentence_tells_what_became_of_a_promise(
    opening: Told, published: str, sentence: str, expected: str
) -> None:
    assert outcome(opening, sentence, published) == expected


@pytest.mark.parametrize(
    ("opening", "published", "sentence"),
    [
        (BUSES, "2022-02-01", "Peruvian buses are popular in Ecuador."),
        (BUSES, "2022-07-01", "Nairobi opened a new hospital wing, paid for by Peru."),
        (BUSES, "2022-07-01", "The electric buses have not been delivered."),
        (CLINIC, "2021-11-20", "Fog closed the airport of Kisumu for two days."),
        (CLINIC, "2021-11-20", "Kenya opened a consulate in Cusco on Wednesday."),
        (GROUP, "2021-06-01", "The quinoa will be shipped once a working group has been set up."),
        (TOLLS, "2021-07-03", "Kenya abolished visas for Peruvian lorry drivers."),
        (SWORD, "2022-11-17", "Peruvian dancers returned to Mombasa."),
    ],
)
def test_other_news_of_the_two_tells_nothing_of_it(opening: Told, published: str, sentence: str) -> None:
    assert outcome(opening, sentence, published) is None


def test_only_another_report_that_is_no_earlier_counts() -> None:
    sentence = "The clinic in Kisumu was inaugurated on Wednesday."
    (later,) = passages(sentence, "2021-03-04")
    same = pledge("Peru will open a clinic in Kisumu.", "open a clinic in Kisumu", report=later.report)
    assert follow.follow_ups([same], [later]) == []
    assert outcome(CLINIC, sentence, "2021-03-04") == "kept"
    assert outcome(CLINIC, sentence, "2021-03-03") is None


def test_others_than_the_parties_do_not_count() -> None:
    assert outcome(CLINIC, "Chile and Bolivia opened the clinic in Kisumu.", "2021-11-20") is None


def test_a_copy_tells_nothing_that_its_original_has_not_told() -> None:
    held = encounter("They held talks on tea.", "2021-06-01", kind="talks")
    promise = pledge("They agreed to hold talks on tea.", "hold talks on tea", by=("KEN", "PER"))
    copy = Told("c", held.finding, "copy", "2021-06-02", held.parties, source=held.report)
    assert [told.report for told in follow.follow_ups([promise], [held, copy])] == [held.report]


def test_the_reason_says_what_is_told_and_by_which_clues() -> None:
    (told,) = follow.follow_ups([CLINIC], passages("The clinic in Kisumu was opened, as promised.", "2021-11-20"))
    assert told.reason.startswith('The report says that it was done ("opened"): ')
    assert "the later report says that it had been announced" in told.reason
    assert told.score >= 3


def test_neither_order_nor_company_changes_what_is_found() -> None:
    later: list[Told | Passage] = [
        *passages("The clinic in Kisumu was opened in May.\n\nLanding fees were abolished.", "2021-08-01"),
        agreement("They signed a treaty on tea.", "treaty on tea", "2021-08-02"),
    ]
    openings = [BUSES, CLINIC, TOLLS]
    together = follow.follow_ups(openings, later)
    alone = [told for one in openings for other in later for told in follow.follow_ups([one], [other])]
    assert {told.outcome for told in together} == {"kept"}
    assert all(follow.follow_ups(order, later[::-1]) == together for order in permutations(openings))
    assert sorted(alone, key=str) == sorted(together, key=str)


@given(st.text(max_size=300))
def test_no_text_stops_it(text: str) -> None:
    promise = pledge(f"x{text}", f"x{text}")
    later = passages(f"The {text} was delivered in May 2021.", "2021-09-01")
    assert all(told.opening == promise.id for told in follow.follow_ups([promise], later))
