from typing import Any

import pytest

import comity
from comity.errors import BadDate, BadSetting, EmptyReport, NotEnglish, SameSpan, TooLarge
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
def test_what_cannot_be_read_is_refused_by_name(told: dict[str, Any], refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        comity.read(**told)


def test_many_are_read_in_order_and_refusals_keep_their_place() -> None:
    results = list(comity.read_many([RELEASE, "", {"text": RELEASE, "id": "mine"}]))
    assert [type(result) for result in results] == [Reading, Skipped, Reading]
    assert isinstance(results[2], Reading)
    assert results[2].report.id == "mine"


def test_a_least_confidence_holds_for_every_finding_of_one_text_or_many() -> None:
    (told,) = comity.read_many([RELEASE], min_confidence=0.8)
    assert isinstance(told, Reading)
    assert all(finding.confidence >= 0.8 for finding in (*told.events, *told.figures, *told.statements))
    assert told.events == comity.read(RELEASE, min_confidence=0.8).events
    assert len(told.events) < len(comity.read(RELEASE, min_confidence=0.2).events)


@pytest.mark.parametrize("least", [-0.01, 1.01, float("nan")])
def test_a_least_confidence_outside_of_0_to_1_is_refused(least: float) -> None:
    with pytest.raises(BadSetting, match="min_confidence"):
        comity.read(RELEASE, min_confidence=least)
    with pytest.raises(BadSetting, match="min_confidence"):
        comity.read_many([RELEASE], min_confidence=least)


ACT = "Croatia imposed sanctions on Norway on Monday."


def test_what_one_does_to_another_is_told_by_spans() -> None:
    told = comity.relate(ACT, (0, 7), (29, 35))
    assert (told.type, told.quad) == ("SANCTION", "material conflict")
    assert sum(told.probabilities.values()) == pytest.approx(1, abs=0.001)


@pytest.mark.parametrize(("sentence", "refusal"), [("word " * 301, TooLarge), (ACT, SameSpan)])
def test_what_cannot_be_related_is_refused_by_name(sentence: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        comity.relate(sentence, (0, 4), (0, 4))


def test_the_package_names_what_it_offers() -> None:
    assert set(comity.__all__) == {"__version__", "read", "read_many", "relate"}
    with pytest.raises(AttributeError, match="write"):
        _ = comity.write
