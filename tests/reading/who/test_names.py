from collections.abc import Callable

import pytest

from comity.reading.mentions import Page
from comity.reading.who import names, states
from comity.reading.who.scene import Scene

Pages = Callable[..., Page]
RUNS = [
    ("Kwame Asante-Boateng spoke.", "Kwame Asante-Boateng"),
    ("Omar bin Saeed Al Farsi spoke.", "Omar bin Saeed Al Farsi"),
    ("Maria de la Cruz spoke.", "Maria de la Cruz"),
    ("Kim Min-jun spoke.", "Kim Min-jun"),
    ("Ludwig van Dyke Monday spoke.", "Ludwig van Dyke"),
]


@pytest.mark.parametrize(("text", "told"), RUNS)
def test_particles_and_hyphens_stay_inside_a_name(page_of: Pages, text: str, told: str) -> None:
    page = page_of(text)
    name = names.starting_at(Scene(page, states.read(page)), 0, len(page.doc), bold=True)
    assert name is not None
    assert name.text == told


def test_forms_of_address_are_no_part_of_a_name(page_of: Pages) -> None:
    page = page_of("Mrs Ana Duarte spoke.")
    name = names.starting_at(Scene(page, states.read(page)), 0, len(page.doc))
    assert name is not None
    assert (name.text, name.gender, name.addressed) == ("Ana Duarte", "f", True)


def test_a_state_is_no_name(page_of: Pages) -> None:
    page = page_of("Kazakhstan Friday spoke.")
    assert names.starting_at(Scene(page, states.read(page)), 0, len(page.doc), bold=True) is None
