"""Reports from values that a program already holds."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from comity.errors import Refused
from comity.findings import Report
from comity.intake.finish import Known, finished
from comity.intake.given import Skipped
from comity.intake.records import draft_of
from comity.settings import Settings

_ORIGIN = "given text"


def report(told: Mapping[str, Any], settings: Settings) -> Report:
    """The report of a mapping with the keys of a JSON record; raises a ``Refused`` where it is none."""
    return _report(told, "The report", settings)


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
