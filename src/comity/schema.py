"""The published JSON Schemas: of a reading, one JSON object per report, and of the lines of an export."""

import json

from comity.exchange.shapes import LINE
from comity.findings import Reading

_ADDRESS = "https://json-schema.org/draft/2020-12/schema"


def schema_text() -> str:
    """The JSON Schema (draft 2020-12) of ``Reading`` as it is written out, ending in a newline."""
    schema = Reading.model_json_schema(by_alias=True, mode="serialization")
    return json.dumps({"$schema": _ADDRESS, **schema}, indent=2, ensure_ascii=False) + "\n"


def record_schema_text() -> str:
    """The JSON Schema (draft 2020-12) of a line of an export as it is written out, ending in a newline."""
    schema = LINE.json_schema(by_alias=True, mode="serialization")
    return json.dumps({"$schema": _ADDRESS, "title": "Line", **schema}, indent=2, ensure_ascii=False) + "\n"
