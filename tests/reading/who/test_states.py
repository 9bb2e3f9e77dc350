from collections.abc import Callable
from typing import Any

Notes = Callable[..., dict[str, Any]]


def test_a_city_that_is_only_a_place_does_not_act(notes: Notes) -> None:
    states = notes("Vienna welcomed the plan that was made in Tirana.")["who"].states
    assert [(m.code, m.form, m.acts) for m in states] == [("AUT", "capital", True), ("ALB", "capital", False)]


def test_an_adjective_names_its_state(notes: Notes) -> None:
    states = notes("Peruvian farmers met Bolivians.")["who"].states
    assert [(m.code, m.form) for m in states] == [("PER", "adjective"), ("BOL", "demonym")]
