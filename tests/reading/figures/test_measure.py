from collections.abc import Callable
from typing import Any

import pytest

from comity.reading.figures.measure import Context, measure_of, of_noun

Notes = Callable[..., dict[str, Any]]


def measured(notes: Notes, text: str) -> str | None:
    have = notes(text, published="2024-03-19")
    quantity = have["quantities"][0]
    told = measure_of(have["page"], quantity, Context(have["quantities"], frozenset()))
    return told[0] if told else None


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Trade between Chile and Norway reached $53 million.", "trade"),
        ("The trade turnover of Chile and Norway was $53 million.", "trade"),
        ("Chile's exports to Norway came to $53 million.", "exports"),
        ("Chile bought Norwegian fish for $53 million.", "imports"),
        ("Norway has invested $53 million in Chile.", "investment"),
        ("Norway put $53 million into a Chilean mine.", "investment"),
        ("Norway gave Chile a loan of $53 million.", "finance"),
        ("The trade deficit of Chile with Norway was $53 million.", "other"),
        ("Norway and Chile signed a contract for $53 million.", "other"),
        ("Chile sold Norway 400 tonnes of copper.", "exports"),
        ("Norway sent 400 tonnes of medical supplies to Chile.", "other"),
        ("Norway donated 400 tonnes of rice to Chile.", "other"),
        ("Norway exports 400 tonnes of medicines to Chile.", "exports"),
        ("Some 400 Norwegian companies work in Chile.", "companies"),
        ("Some 400 Norwegian students study in Chile.", "people"),
        ("Norway carries out 12 projects in Chile.", "projects"),
        ("There are 12 weekly flights between Norway and Chile.", "other"),
    ],
)
def test_nouns_and_verbs_beside_a_number_tell_its_measure(notes: Notes, text: str, measure: str) -> None:
    assert measured(notes, text) == measure


def test_a_trade_minister_trades_nothing(notes: Notes) -> None:
    assert measured(notes, "The trade minister of Chile has a house worth $5 million.") != "trade"


def test_the_measure_told_before_lends_itself_to_the_next_number(notes: Notes) -> None:
    text = "Chile and Norway met. Trade between Chile and Norway reached $53 million. It had been $43 million."
    figures = notes(text, published="2024-03-19")["figures"]
    assert [figure.measure for figure in figures] == ["trade", "trade"]


def test_a_noun_outside_the_vocabulary_has_no_measure(notes: Notes) -> None:
    have = notes("Norway and Chile compared 12 samovars.", published="2024-03-19")
    assert of_noun(have["page"], have["quantities"][0]) is None
