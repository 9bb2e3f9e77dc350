import pytest

from comity import terms
from comity.terms.holders import Holders
from comity.terms.states import States

TABLE = terms.load().table(Holders)


@pytest.mark.parametrize(
    ("name", "codes"),
    [("Angela Merkel", ("DEU",)), ("Merkel", ("DEU",)), ("Recep Tayyip Erdogan", ("TUR",)), ("Erdoğan", ("TUR",)),
     ("Jens Stoltenberg", ("NOR", "NAT")), ("Nobody Atall", ())],
)  # fmt: skip
def test_a_name_in_any_length_gives_whom_it_acts_for(name: str, codes: tuple[str, ...]) -> None:
    assert TABLE.codes(name.split()) == codes


def test_a_family_name_of_several_states_gives_none_alone() -> None:
    assert TABLE.codes(["Singh"]) in ((), ("IND",))
    assert TABLE.codes(["Ivanov", "Merkel"]) == ()


def test_every_code_is_a_state_or_body() -> None:
    assert set(TABLE.holders) <= set(terms.load().table(States).by_code)


def test_every_woman_is_a_holder() -> None:
    names = {name for names in TABLE.holders.values() for name in names}
    assert set(TABLE.lists.women) <= names
