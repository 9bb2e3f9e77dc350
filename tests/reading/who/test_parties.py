from collections.abc import Callable
from typing import Any

import pytest

Notes = Callable[..., dict[str, Any]]
LEAD = "Latvian Foreign Minister Janis Ozols met his Maltese counterpart, Karl Vella. "


@pytest.mark.parametrize("words", ["The sides", "Both countries", "The two ministers", "They", "The two delegations"])
def test_several_in_one_word_are_both_states(notes: Notes, words: str) -> None:
    (party,) = notes(f"{LEAD}{words} agreed on it.")["who"].parties
    assert sorted(party.codes) == ["LVA", "MLT"]


def test_the_two_ministers_are_the_people_named(notes: Notes) -> None:
    (party,) = notes(LEAD + "The two ministers agreed on it.")["who"].parties
    assert [p.name for p in party.people] == ["Janis Ozols", "Karl Vella"]


def test_the_two_prime_ministers_are_not_the_foreign_ministers(notes: Notes) -> None:
    text = "Foreign Minister Janis Ozols of Latvia met Foreign Minister Karl Vella of Malta. "
    made = notes(text + "The talks of the two prime ministers went well. The two ministers agreed.")
    assert [len(party.people) for party in made["who"].parties][-2:] == [0, 2]
