import base64
import json
from typing import Any

import jsonschema
import pytest
from pydantic import ValidationError
from sqlalchemy import Connection

from comity.exchange import shapes
from comity.exchange.lines import lines
from comity.exchange.shapes import ReadingLine, ReportLine
from comity.findings import Reading, Report
from comity.record.dump import Scope
from comity.schema import record_schema_text


def test_a_reading_line_has_every_field_of_a_reading() -> None:
    assert set(Reading.model_fields) - set(ReadingLine.model_fields) == set()
    assert set(Report.model_fields) - set(ReportLine.model_fields) == set()


def test_the_kinds_are_all_that_hold_findings() -> None:
    assert set(shapes.KINDS) == set(Reading.model_fields) - {"report", "topics", "refusals", "reader"}


@pytest.fixture
def line(told: Connection) -> dict[str, Any]:
    return next(one for one in map(json.loads, lines(told, Scope())) if one["type"] == "report")


def test_the_bytes_of_a_report_stand_in_base64(line: dict[str, Any]) -> None:
    assert base64.b64decode(line["content"], validate=True) == b"x"
    with pytest.raises(ValidationError, match="no base64"):
        ReportLine.model_validate(line | {"content": "?"})


def test_every_line_fits_the_published_schema(told: Connection) -> None:
    schema = jsonschema.Draft202012Validator(json.loads(record_schema_text()))
    types = set()
    for line in map(json.loads, lines(told, Scope())):
        schema.validate(line)
        types.add(line["type"])
    assert types == {"record", "source", "report", "reading"}
