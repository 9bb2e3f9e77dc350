import pytest

from comity import terms
from comity.terms.currencies import Currencies

TABLE = terms.load().table(Currencies)


@pytest.mark.parametrize("code", sorted(TABLE.currencies))
def test_every_currency_is_known_by_its_code(code: str) -> None:
    assert code in TABLE.currencies[code].signs
    assert len(code) == 3


def test_defaults_name_currencies_that_have_the_word() -> None:
    for word, code in TABLE.defaults.items():
        currency = TABLE.currencies[code]
        assert word in [*currency.signs, *currency.words, *(f"{w}s" for w in currency.words)], word
