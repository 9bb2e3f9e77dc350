from collections.abc import Callable

import pytest

from comity.reading.mentions import Page
from comity.reading.who import offices, states
from comity.reading.who.offices import Office
from comity.reading.who.scene import Scene

Pages = Callable[..., Page]


def read(page_of: Pages, text: str) -> tuple[Office, ...]:
    page = page_of(text)
    return offices.read(Scene(page, states.read(page)))


OFFICES = [
    ("The Finnish Deputy Prime Minister spoke.", "Deputy Prime Minister", "premier", ("FIN",)),
    ("Peru's Minister of Foreign Affairs spoke.", "Minister of Foreign Affairs", "minister", ("PER",)),
    ("The Chairman of the Senate of Kazakhstan spoke.", "Chairman of the Senate", "chair", ("KAZ",)),
    ("The Secretary-General of NATO spoke.", "Secretary-General", "secretary-general", ("NAT",)),
    ("The ambassador of Chile to Norway spoke.", "ambassador", "ambassador", ("CHL",)),
    ("The trade and industry minister of Nepal spoke.", "trade and industry minister", "minister", ("NPL",)),
    ("The Vice-Minister of Trade of Peru spoke.", "Vice-Minister of Trade", "minister", ("PER",)),
    ("The ex-president of Peru spoke.", "ex-president", "president", ("PER",)),
    ("The Taoiseach spoke.", "Taoiseach", "premier", ("IRL",)),
    ("The Ministry of Energy of Peru said so.", "Ministry of Energy", "institution", ("PER",)),
]


@pytest.mark.parametrize(("text", "told", "kind", "codes"), OFFICES)
def test_an_office_has_its_words_class_and_state(
    page_of: Pages, text: str, told: str, kind: str, codes: tuple[str, ...]
) -> None:
    (office,) = read(page_of, text)
    assert (office.text, office.kind) == (told, kind)
    assert office.codes == codes


def test_two_offices_of_one_person_are_one(page_of: Pages) -> None:
    (office,) = read(page_of, "Deputy Prime Minister and Minister of Foreign Affairs Ali Veli spoke.")
    assert office.text == "Deputy Prime Minister and Minister of Foreign Affairs"


def test_a_plural_office_has_the_states_of_all(page_of: Pages) -> None:
    (office,) = read(page_of, "The foreign ministers of Peru and Chile met.")
    assert (office.plural, office.codes) == (True, ("PER", "CHL"))


def test_an_ambassador_is_posted_where_sent(page_of: Pages) -> None:
    (office,) = read(page_of, "Its ambassador to Norway spoke.")
    assert (office.posted, office.codes) == ("NOR", ())


def test_plain_words_are_no_offices(page_of: Pages) -> None:
    assert read(page_of, "They head north and guide the official talks to a general end.") == ()
