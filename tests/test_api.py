import pytest

import comity
from comity.errors import BadDate, EmptyReport, NotEnglish
from comity.findings import Reading
from comity.intake import Skipped
from tests.reports import RELEASE

FRENCH = (
    "Le ministre des affaires étrangères a reçu mardi son homologue norvégien pour des entretiens sur le commerce, "
    "les transports et la coopération culturelle entre les deux pays, avant de signer un accord sur la pêche."
)


def test_a_text_is_kept_character_for_character() -> None:
    assert comity.read(RELEASE + "\r\n\u00a0x").report.text == RELEASE + "\r\n\u00a0x"


@pytest.mark.parametrize(
    ("told", "refusal"),
    [
        ({"text": " \n "}, EmptyReport),
        ({"text": RELEASE, "published": "yesterday"}, BadDate),
        ({"text": FRENCH}, NotEnglish),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(told: dict[str, str], refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        comity.read(**told)


def test_many_are_read_in_order_and_refusals_keep_their_place() -> None:
    results = list(comity.read_many([RELEASE, "", {"text": RELEASE, "id": "mine"}]))
    assert [type(result) for result in results] == [Reading, Skipped, Reading]
    assert isinstance(results[2], Reading)
    assert results[2].report.id == "mine"


def test_the_package_names_what_it_offers() -> None:
    assert set(comity.__all__) == {"__version__", "read", "read_many"}
    with pytest.raises(AttributeError, match="write"):
        _ = comity.write
