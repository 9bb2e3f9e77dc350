import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.terms import load
from comity.terms.state_text import Text, parts
from comity.terms.states import States

CUES = load().table(States).cues


@pytest.mark.parametrize(
    ("token", "found"),
    [
        ("U.S.", ("US",)),
        ("U.S", ("US",)),
        ("Kazakh-Armenian", ("Kazakh", "-", "Armenian")),
        ("d’Ivoire", ("d", "'", "Ivoire")),
        ("Chişinău", ("Chișinău",)),
        ("St.", ("St", ".")),
    ],
)
def test_a_token_is_taken_apart_at_its_marks(token: str, found: tuple[str, ...]) -> None:
    assert parts(token) == found


@given(st.lists(st.text(max_size=8), max_size=20))
def test_every_piece_belongs_to_a_token_in_order(tokens: list[str]) -> None:
    text = Text(tokens, CUES)
    assert len(text.pieces) == len(text.owners)
    assert text.owners == sorted(text.owners)
    assert set(text.owners) <= set(range(len(tokens)))
