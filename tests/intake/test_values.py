import json

import pytest

from comity.errors import BadRecord, EmptyReport
from comity.findings import Report
from comity.intake import Skipped, arrival, from_values, lasting, report
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


@pytest.mark.parametrize(
    ("value", "origin", "content"),
    [
        (ENGLISH, "input:", ENGLISH),
        ({"text": ENGLISH, "topics": []}, "input:", json.dumps({"text": ENGLISH}, separators=(",", ":"))),
        ({"text": ENGLISH, "id": "x"}, "id:x", json.dumps({"id": "x", "text": ENGLISH}, separators=(",", ":"))),
        ({"text": ENGLISH, "url": "https://a.example/b"}, "https://a.example/b", None),
    ],
)
def test_a_value_has_an_origin_and_bytes(value: str | dict[str, object], origin: str, content: str | None) -> None:
    told = arrival(value, SETTINGS)
    assert told.origin == origin + (told.report.id if origin == "input:" else "")
    assert content is None or told.content == content.encode()


def test_a_report_of_the_record_keeps_its_id_and_the_origin_of_its_id() -> None:
    kept = lasting(report({"text": ENGLISH, "id": "x"}, SETTINGS))
    assert (arrival(kept, SETTINGS).report, arrival(kept, SETTINGS).origin) == (kept, "id:x")


def test_a_report_that_nothing_can_store_is_no_arrival() -> None:
    with pytest.raises(BadRecord, match="half a character"):
        arrival(Report(id="x", text="half \ud800"), SETTINGS)
