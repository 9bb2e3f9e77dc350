from collections.abc import Callable
from typing import Any

import pytest

from comity.findings import Person
from comity.reading.mentions import Mention, StateMention, Who
from comity.reading.statements.home import settled
from comity.reading.statements.quote import Told

Notes = Callable[..., dict[str, Any]]
AT_HOME = Who(states=(StateMention(0, 1, "CHL", "name"),), ours="NOR")


def home_of(notes: Notes, person: Person, who: Who) -> str | None:
    page = notes("The harbour was closed on Monday.")["page"]
    return settled(page, who, Told(person, Mention(1, 2), 0.9)).person.country


@pytest.mark.parametrize(
    ("person", "country"),
    [
        (Person(name="Kari Lunde", office="nurse"), "NOR"),
        (Person(name="Kari Lunde", office="nurse", country="SWE"), "SWE"),
        (Person(name="Kari Lunde", office="analyst"), None),
        (Person(name=None, office="diplomat"), None),
    ],
)
def test_those_asked_on_the_spot_live_where_the_report_is_told(
    notes: Notes, person: Person, country: str | None
) -> None:
    assert home_of(notes, person, AT_HOME) == country


def test_without_a_side_the_state_that_is_told_most_is_home(notes: Notes) -> None:
    states = tuple(StateMention(n, n + 1, code, "name") for n, code in enumerate(("PER", "PER", "CHL")))
    assert home_of(notes, Person(name="Kari Lunde"), Who(states=states)) == "PER"
    assert home_of(notes, Person(name="Kari Lunde"), Who(states=states[1:])) is None


def test_a_place_right_behind_the_name_is_home(notes: Notes) -> None:
    page = notes("Kari Lunde, a plumber from Santiago, closed the harbour.")["page"]
    who = Who(states=(StateMention(6, 7, "CHL", "capital", acts=False),), ours="NOR")
    told = Told(Person(name="Kari Lunde"), Mention(0, 2), 0.9)
    assert settled(page, who, told).person.country == "CHL"
