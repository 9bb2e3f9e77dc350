from collections.abc import Callable
from typing import Any

Notes = Callable[..., dict[str, Any]]


def test_the_pair_is_the_two_states_told_most(notes: Notes) -> None:
    text = "Malta and Latvia signed a treaty. Malta thanked Latvia. France was informed."
    assert set(notes(text)["who"].pair) == {"MLT", "LVA"}


def test_a_report_on_one_state_has_no_pair(notes: Notes) -> None:
    assert notes("Malta raised its taxes. Maltese shops closed.")["who"].pair == ()


def test_the_dateline_tells_whose_side_is_taken(notes: Notes) -> None:
    assert notes("RIGA (BNN) – Malta and Latvia signed a treaty.")["who"].ours == "LVA"
