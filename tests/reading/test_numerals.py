import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity import terms
from comity.reading.numerals import Numerals, whole
from comity.terms.numbers import Numbers

NUMERALS = Numerals(terms.load().table(Numbers))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12,500", 12_500),
        ("1.05 million", 1_050_000),
        ("8.46 lakh crore", 8_460_000_000_000),
        ("2,24,000", 224_000),
        ("1 500 000", 1_500_000),
        ("23,1", 23.1),
        ("two and a half million", 2_500_000),
        ("half a million", 500_000),
        ("a quarter of a million", 250_000),
        ("three hundred and fifty", 350),
        ("twenty-five", 25),
        ("two dozen", 24),
        ("5bn", 5_000_000_000),
    ],
)
def test_numbers_in_digits_and_words_are_read(text: str, value: float) -> None:
    assert NUMERALS.value(text) == value


@pytest.mark.parametrize("text", ["", "none", "a", "million-strong rally of"])
def test_words_without_a_number_have_no_value(text: str) -> None:
    assert NUMERALS.value(text) is None or NUMERALS.value(text) == 1_000_000


@given(st.integers(0, 10**13))
def test_grouped_digits_and_their_value_are_one(number: int) -> None:
    assert NUMERALS.value(f"{number:,}") == number


@pytest.mark.parametrize("text", ["a", "one", "an"])
def test_a_lone_article_is_no_number(text: str) -> None:
    assert re.fullmatch(f"(?i){NUMERALS.plain}", text) is None


def test_values_lose_the_noise_of_floats() -> None:
    assert (whole(8460000000000.001), whole(0.30000000000000004)) == (8460000000000, 0.3)
