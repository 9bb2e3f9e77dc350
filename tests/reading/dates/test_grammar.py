import re

import pytest

from comity import terms
from comity.reading.dates.grammar import Rule, Words, windows
from comity.terms.calendar import Calendar
from comity.terms.numbers import Numbers

WORDS = Words(terms.load().table(Calendar), terms.load().table(Numbers))


@pytest.mark.parametrize(
    ("text", "number"), [("7", 7), ("25th", 25), ("seven", 7), ("twenty-five", 25), ("first", 1), ("nonsense", None)]
)
def test_numbers_and_ranks_are_read(text: str, number: int | None) -> None:
    assert WORDS.number(text) == number


def test_a_template_is_filled_with_its_pieces() -> None:
    rule = Rule(r"on\s+<d:day>\s+<m:month>", lambda match, scene: None, "month")
    match = rule.compiled(WORDS).search("They met on 5 June.")
    assert match
    assert (match["d"], match["m"]) == ("5", "June")


def test_windows_around_cues_are_merged_where_they_touch() -> None:
    assert windows(re.compile("x"), "x" + " " * 50 + "x" + " " * 400 + "x", reach=30) == [(0, 82), (422, 483)]
