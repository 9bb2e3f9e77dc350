from collections.abc import Callable
from typing import Any

Notes = Callable[..., dict[str, Any]]
OPENING = "The ministers of Kazakhstan and Armenia met in Yerevan. Kazakhstan and Armenia discussed trade. "


def test_a_figure_names_whose_statistics_it_is(notes: Notes) -> None:
    text = (
        OPENING + "According to the Armenian Ministry of Economy, trade between Kazakhstan and Armenia was $53 million."
    )
    (figure,) = notes(text, published="2024-03-19")["figures"]
    assert (figure.claim.by, "Ministry" in (figure.claim.via or "")) == ("ARM", True)


def test_else_it_names_the_official_who_tells_it(notes: Notes) -> None:
    text = OPENING + "Kazakh Foreign Minister Murat Nurtleu said that trade with Armenia had reached $53 million."
    (figure,) = notes(text, published="2024-03-19")["figures"]
    assert (figure.claim.by, figure.claim.via) == ("KAZ", "Murat Nurtleu")


def test_without_a_teller_a_figure_claims_nobody(notes: Notes) -> None:
    (figure,) = notes(OPENING + "Trade between Kazakhstan and Armenia was $53 million.", published="2024-03-19")[
        "figures"
    ]
    assert (figure.claim.by, figure.claim.via) == (None, None)


def test_two_counts_of_one_thing_name_their_states(notes: Notes) -> None:
    text = (
        OPENING
        + "Trade between them was 19.6 million dollars by the Kazakh count and 19.9 million by the Armenian one."
    )
    figures = notes(text, published="2024-03-19")["figures"]
    assert [figure.claim.by for figure in figures] == ["KAZ", "ARM"]
