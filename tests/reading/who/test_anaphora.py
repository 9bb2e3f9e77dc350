from collections.abc import Callable
from typing import Any

import pytest

Notes = Callable[..., dict[str, Any]]
LEAD = (
    "Latvian Foreign Minister Janis Ozols met Maltese Health Minister Rita Vella in Riga. Mrs Vella had come by train. "
)
MEANT = [
    ("The Latvian minister spoke.", "Latvian minister", "Janis Ozols"),
    ("The health minister spoke.", "health minister", "Rita Vella"),
    ("She spoke at length.", "She", "Rita Vella"),
    ("Ozols left. He had a train to catch.", "He", "Janis Ozols"),
]


@pytest.mark.parametrize(("text", "words", "name"), MEANT)
def test_roles_and_pronouns_mean_somebody_named(notes: Notes, text: str, words: str, name: str) -> None:
    read = notes(LEAD + text)
    doc = read["page"].doc
    assert [m.person.name for m in read["who"].people if doc[m.start : m.end].text == words] == [name]


def test_her_host_is_the_one_she_came_to_see(notes: Notes) -> None:
    read = notes(
        "Norwegian Foreign Minister Ingrid Solheim was received in Santiago by Chilean Foreign Minister Pedro Aravena. "
        "She recalled the late Chilean President Juan Soto. Her host smiled."
    )
    doc = read["page"].doc
    meant = [m.person.name for m in read["who"].people if doc[m.start : m.end].text == "Her host"]
    assert meant == ["Pedro Aravena"]


def test_a_ministry_is_an_institution_of_its_state(notes: Notes) -> None:
    who = notes("The Maltese Ministry of Health said so. The ministry gave no date.")["who"]
    assert [(m.how, m.person.country) for m in who.people] == [("institution", "MLT"), ("institution", "MLT")]


def test_an_indefinite_role_is_nobody_named(notes: Notes) -> None:
    who = notes(LEAD + "A Latvian minister of another party laughed.")["who"]
    assert who.people[-1].person.name is None


def test_somebody_unnamed_is_he_later(notes: Notes) -> None:
    who = notes("A Maltese official laughed. He shook his head.")["who"]
    told = [(m.how, m.person.name, m.person.country) for m in who.people]
    assert told[:2] == [("office", None, "MLT"), ("pronoun", None, "MLT")]


def test_names_inside_a_quotation_are_not_who_he_is_outside_it(notes: Notes) -> None:
    text = "Latvian Foreign Minister Janis Ozols spoke. “My friend Peter Grech is late,” he said."
    who = notes(text)["who"]
    assert [m.person.name for m in who.people if m.how == "pronoun"] == ["Janis Ozols"]


def test_of_two_presidents_the_head_of_state_is_our_own(notes: Notes) -> None:
    text = (
        "RIGA – Latvian President Anna Berzina received the President of Malta, Karl Vella. "
        "The Head of State thanked her guest."
    )
    who = notes(text)["who"]
    doc = notes(text)["page"].doc
    assert [m.person.name for m in who.people if doc[m.start : m.end].text == "Head of State"] == ["Anna Berzina"]


def test_a_host_named_right_after_is_that_person(notes: Notes) -> None:
    text = (
        "RIGA – Latvian President Anna Berzina and Maltese Minister Karl Vella spoke. "
        "Vella thanked his host, Foreign Minister Janis Ozols."
    )
    people = notes(text)["who"].people
    assert [m.person.name for m in people if m.how == "office"] == ["Janis Ozols"]
