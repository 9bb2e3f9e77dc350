from collections.abc import Callable
from typing import Any

import pytest

from comity.findings import Agreement

Notes = Callable[..., dict[str, Any]]
LEAD = "The Foreign Ministers of Chile and Norway met in Oslo on Monday. "


def read(notes: Notes, text: str, published: str | None = "2024-05-14") -> tuple[Agreement, ...]:
    found: tuple[Agreement, ...] = notes(LEAD + text, published=published)["agreements"]
    return found


SINGLE = [
    ("After the talks they signed a memorandum of understanding on fisheries.", "memorandum", "signed", 2024),
    ("An agreement on social security will be signed in August.", "agreement", "planned", None),
    ("A protocol on air services is to be signed by the end of the year.", "protocol", "planned", None),
    ("The ministers discussed the implementation of the Treaty on Friendship.", "treaty", "in_force", None),
    ("Under the fisheries agreement of 1998, Norway may fish off Arica.", "agreement", "in_force", 1998),
    ("Chile's parliament ratified the extradition treaty on Tuesday.", "treaty", "ratified", None),
    ("The two countries are negotiating a free trade agreement.", "agreement", "planned", None),
    ("They adopted a joint statement.", "declaration", "signed", 2024),
    ("No rupee agreement was signed.", "agreement", "planned", None),
]


@pytest.mark.parametrize(("text", "kind", "status", "year"), SINGLE)
def test_kind_status_and_year_are_told(notes: Notes, text: str, kind: str, status: str, year: int | None) -> None:
    (found,) = read(notes, text)
    assert (found.kind, found.status, found.year) == (kind, status, year)
    assert found.countries == ("CHL", "NOR")


def test_a_list_gives_each_its_entry_and_the_total_one(notes: Notes) -> None:
    text = "Seven documents were signed, including a protocol on air services and a memorandum on mining."
    assert [a.title for a in read(notes, text)] == [
        "Seven documents",
        "protocol on air services",
        "memorandum on mining",
    ]


def test_a_later_mention_refers_back(notes: Notes) -> None:
    text = "They signed an agreement on the transfer of sentenced persons. The agreement will help families."
    assert [a.title for a in read(notes, text)] == ["agreement on the transfer of sentenced persons"]


def test_a_period_in_the_title_is_told(notes: Notes) -> None:
    (found,) = read(notes, "The ministers signed a programme of cooperation for 2024-2026.")
    assert (found.kind, found.period) == ("programme", (2024, 2026))


def test_a_partner_outside_the_pair_is_told(notes: Notes) -> None:
    (found,) = read(notes, "In March Chile signed a free trade agreement with Japan.")
    assert found.countries == ("CHL", "JPN")


def test_without_a_date_of_publication_a_reckoned_year_is_marked(notes: Notes) -> None:
    (found,) = read(notes, "The ministers signed a programme of cooperation for 2024-2025.", published=None)
    assert (found.year, found.inferred) == (2024, ("year",))


@pytest.mark.parametrize(
    "text",
    [
        "The parties reached broad agreement.",
        "The coalition agreement of the Norwegian parties was signed in Oslo.",
        "A few minutes later the talks ended.",
        "The Heads of State took a photograph.",
    ],
)
def test_what_is_no_instrument_between_states_is_left(notes: Notes, text: str) -> None:
    assert read(notes, text) == ()


def test_evidence_is_the_sentence_that_tells_it(notes: Notes) -> None:
    text = "After the talks they signed a memorandum on fisheries."
    (found,) = read(notes, text)
    assert found.evidence == (text,)


def test_a_headline_and_the_text_tell_of_one_instrument(notes: Callable[..., dict[str, Any]]) -> None:
    text = (
        "Chile and New Zealand sign agreement on Antarctic logistics\n\n"
        "The ministers of Chile and New Zealand signed a memorandum on Antarctic logistics on Monday."
    )
    found = notes(text, published="2024-05-14")["agreements"]
    assert [(a.title, a.status) for a in found] == [("memorandum on Antarctic logistics", "signed")]


def test_a_headlines_deal_is_the_agreement_of_the_text(notes: Callable[..., dict[str, Any]]) -> None:
    text = "Chile, Norway sign border deal\n\nChile and Norway on Tuesday signed a border agreement."
    assert [a.title for a in notes(text, published="2024-05-14")["agreements"]] == ["border agreement"]


def test_a_title_begins_behind_the_verb_of_a_headline(notes: Callable[..., dict[str, Any]]) -> None:
    found = notes("Chile and New Zealand sign agreement on fish\n\nIt was cold.", published="2024-05-14")["agreements"]
    assert [(a.title, a.countries, a.status) for a in found] == [("agreement on fish", ("CHL", "NZL"), "signed")]
