"""Reports from values that a program already holds."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from comity.errors import Refused
from comity.findings import Report
from comity.intake.finish import Known, finished, origin_of
from comity.intake.given import Arrival, Draft, Skipped
from comity.intake.records import KEYS, draft_of
from comity.settings import Settings

_ORIGIN = "given text"


def report(told: Mapping[str, Any], settings: Settings) -> Report:
    """The report of a mapping with the keys of a JSON record; raises a ``Refused`` where it is none."""
    return _report(told, "The report", settings)


def arrival(told: str | Mapping[str, Any] | Report, settings: Settings) -> Arrival:
    """The report of a text, a mapping or a report, with its origin and its bytes.

    The bytes are the text's, or the canonical JSON of the record's keys, in UTF-8. A ``Report`` keeps
    the id it has. Raises a ``Refused`` where the value is no report.
    """
    if isinstance(told, Report):
        draft = draft_of({key: getattr(told, key) for key in KEYS}, "The report")
        return Arrival(told, origin_of(draft, told), _content(draft))
    draft = draft_of({"text": told} if isinstance(told, str) else told, "The report")
    made = finished(draft, _ORIGIN, Known(), settings)
    return Arrival(made, origin_of(draft, made), told.encode() if isinstance(told, str) else _content(draft))


def from_values(values: Iterable[str | Mapping[str, Any] | Report], settings: Settings) -> Iterator[Report | Skipped]:
    """A report for each text or mapping, in order, or what was skipped; a ``Report`` is passed on as it is.

    ``line`` of a ``Skipped`` is the value's place, from 1.
    """
    for number, value in enumerate(values, 1):
        try:
            yield value if isinstance(value, Report) else _report(value, f"Report {number}", settings)
        except Refused as refusal:
            yield Skipped(_ORIGIN, number, refusal)


def _report(value: str | Mapping[str, Any], where: str, settings: Settings) -> Report:
    told = {"text": value} if isinstance(value, str) else value
    return finished(draft_of(told, where), _ORIGIN, Known(), settings)


def _content(draft: Draft) -> bytes:
    told = {key: getattr(draft, key) for key in KEYS}
    record = {key: value for key, value in told.items() if value is not None}
    return json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
