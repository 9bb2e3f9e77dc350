import pytest

from comity import terms
from comity.reading.money import Purse
from comity.terms.currencies import Currencies

PURSE = Purse(terms.load().table(Currencies))


@pytest.mark.parametrize(
    ("text", "near", "code"),
    [
        ("US$", (), "USD"),
        ("$", ("CAN",), "USD"),
        ("A$", (), "AUD"),
        ("Rs", ("PAK", "IND"), "PKR"),
        ("Rs", ("NPL",), "NPR"),
        ("Rs", ("NOR",), "INR"),
        ("tenge", (), "KZT"),
        ("roubles", ("BLR",), "BYN"),
        ("dinars", ("KWT",), "KWD"),
        ("kroner", ("DNK",), "DKK"),
        ("¥", ("CHN",), "CNY"),
        ("¥", ("JPN",), "JPY"),
        ("R", ("ZAF",), "ZAR"),
        ("R", ("NOR",), None),
    ],
)
def test_a_shared_word_means_the_currency_of_a_state_in_sight(
    text: str, near: tuple[str, ...], code: str | None
) -> None:
    assert PURSE.meant(text, near) == code


def test_an_adjective_makes_even_a_dollar_its_own() -> None:
    assert PURSE.of_state("dollars", ("NZL",)) == "NZD"
