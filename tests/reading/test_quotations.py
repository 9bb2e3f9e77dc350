from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.reading.quotations import stretches, trimmed

Notes = Callable[..., dict[str, Any]]


def quoted(text: str) -> list[str]:
    return [text[slice(*trimmed(text, span))] for span in stretches(text)]


STYLES = [
    ("He said: “We are glad to be here.”", ["We are glad to be here"]),
    ('"We are glad to be here," he said.', ["We are glad to be here"]),
    ("«We are glad to be here», he said.", ["We are glad to be here"]),
    ("„We are glad to be here“, he said.", ["We are glad to be here"]),
    ("‘We are glad to be here,’ he said.", ["We are glad to be here"]),
    ("'We are glad to be here,' he said.", ["We are glad to be here"]),
    ('"Shall we go on?" she asked.', ["Shall we go on?"]),
    ('"We came early," he said, "and we stay late."', ["We came early", "and we stay late"]),
    ("She said: “He told me ‘come in’ and I went.”", ["He told me ‘come in’ and I went"]),
]


@pytest.mark.parametrize(("text", "words"), STYLES)
def test_marks_of_every_style_are_left_out(text: str, words: list[str]) -> None:
    assert quoted(text) == words


@pytest.mark.parametrize("text", ["The ministers' talks and the farmers' protest.", "It wasn't Chad's turn."])
def test_apostrophes_open_nothing(text: str) -> None:
    assert quoted(text) == []


def test_a_quotation_over_paragraphs_is_one() -> None:
    text = "“We begin today.\n\n“We end tomorrow,” he said.\n\n“It is done,” she said."
    assert quoted(text) == ["We begin today.\n\n“We end tomorrow", "It is done"]


def test_a_mark_left_open_closes_with_its_paragraph() -> None:
    assert quoted("“We begin today\n\nThe talks went on.") == ["We begin today"]


def test_fewer_than_four_words_are_no_quotation(notes: Notes) -> None:
    found = notes("The envoy called it “a good start” and went home.")["quotations"]
    assert [q.words for q in found] == []


def test_positions_leave_out_marks(notes: Notes) -> None:
    read = notes("“Our ports are open to all,” said the minister.")
    (quotation,) = read["quotations"]
    assert read["page"].doc[quotation.start : quotation.end].text == "Our ports are open to all"


@given(st.text(alphabet="ab '\"“”‘’«»„\n.,", max_size=60))
def test_any_text_gives_stretches_within_it(text: str) -> None:
    found = stretches(text)
    assert all(0 <= start <= end <= len(text) for start, end in found)
    assert list(found) == sorted(found)
