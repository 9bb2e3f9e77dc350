import pytest

from comity.errors import UnknownEconomy
from comity.statistics.economies import economy
from comity.terms.states import States

CODES = [("251", "FRA"), ("699", "IND"), ("842", "USA"), ("757", "CHE"), ("579", "NOR"), ("0", "WLD"), ("W00", "WLD")]


@pytest.mark.parametrize(("text", "code"), [*CODES, ("051", "ARM"), ("ROM", "ROU"), ("Kazakhstan", "KAZ")])
def test_codes_and_names_become_letters(text: str, code: str, states: States) -> None:
    assert economy(text, states) == code


@pytest.mark.parametrize("text", ["", "999", "QQQ", "Ruritania"])
def test_what_no_economy_has_is_refused(text: str, states: States) -> None:
    with pytest.raises(UnknownEconomy):
        economy(text, states)
