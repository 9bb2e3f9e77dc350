import pytest

from comity.errors import BadRecord, EmptyReport
from comity.intake import Skipped, from_values, report
from comity.settings import Settings
from tests.intake.made import ENGLISH

SETTINGS = Settings()


def test_a_mapping_is_a_report() -> None:
    told = report({"text": ENGLISH, "outlet": "Nile Courier", "published": "2024-03-18", "topics": []}, SETTINGS)
    assert (told.text, told.outlet, told.published) == (ENGLISH, "Nile Courier", "2024-03-18")


@pytest.mark.parametrize("value", [{"txt": "a"}, {"text": 5}, {"text": "a", "title": 1}])
def test_a_mapping_that_is_no_report_is_refused(value: dict[str, object]) -> None:
    with pytest.raises(BadRecord, match="The report"):
        report(value, SETTINGS)


def test_an_empty_text_is_refused_by_that_name() -> None:
    with pytest.raises(EmptyReport):
        report({"text": ""}, SETTINGS)


def test_values_are_read_one_by_one_and_bad_ones_told() -> None:
    made = report({"text": ENGLISH}, SETTINGS)
    one, bad, three = from_values([ENGLISH, {"title": "a"}, made], SETTINGS)
    assert one == made
    assert three is made
    assert isinstance(bad, Skipped)
    assert (bad.line, bad.refusal.name) == (2, "bad_record")
