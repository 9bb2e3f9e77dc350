"""The steps of reading in their order: each a name, what it needs, and a function.

``STEPS`` is the whole method, from a parsed report to its findings. A step is a pure function of
what earlier steps gave; replace one by replacing its row. The same report, grammar and vocabulary
give the same reading.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc

from comity.findings import Reader, Reading, Report
from comity.language import sentences
from comity.reading import (
    agreements,
    bearing,
    clauses,
    dates,
    encounters,
    events,
    figures,
    pledges,
    quantities,
    quotations,
    refusals,
    statements,
    topics,
    who,
)
from comity.reading.bearing import only_if_bearing
from comity.reading.mentions import Page
from comity.terms import Terms


@dataclass(frozen=True, slots=True)
class Step:
    """One step: ``function`` takes what ``needs`` names, in that order, and returns ``name``'s value."""

    name: str
    needs: tuple[str, ...]
    function: Callable[..., Any]


def run(steps: tuple[Step, ...], given: Mapping[str, Any]) -> dict[str, Any]:
    """All that the steps give, by name, beside what was given; raises ``KeyError`` for an unmet need."""
    have = dict(given)
    for step in steps:
        have[step.name] = step.function(*(have[need] for need in step.needs))
    return have


STEPS = (
    Step("who", ("page",), who.read),
    Step("bearing", ("page", "who"), bearing.read),
    Step("clauses", ("page",), clauses.read),
    Step("when", ("page", "clauses"), dates.read),
    Step("quantities", ("page", "who", "when"), quantities.read),
    Step("quotations", ("page",), quotations.read),
    Step("statements", ("page", "who", "quotations"), statements.read),
    Step("encounters", ("bearing", "page", "who", "clauses", "when", "quotations"), only_if_bearing(encounters.read)),
    Step("agreements", ("bearing", "page", "who", "clauses", "when"), only_if_bearing(agreements.read)),
    Step("figures", ("bearing", "page", "who", "clauses", "when", "quantities"), only_if_bearing(figures.read)),
    Step(
        "pledges",
        ("bearing", "page", "who", "clauses", "when", "agreements", "encounters"),
        only_if_bearing(pledges.read),
    ),
    Step("topics", ("page", "who", "agreements", "pledges", "encounters"), topics.read),
    Step("told", ("encounters", "agreements", "pledges", "figures"), events.Told),
    Step("events", ("bearing", "page", "who", "clauses", "when", "told"), only_if_bearing(events.read)),
    Step("refusals", ("page", "when", "bearing"), refusals.read),
)


def read(report: Report, doc: Doc, terms: Terms, reader: Reader) -> Reading:
    """All findings of one report whose grammar is ``doc`` (``doc.text == report.text``)."""
    page = Page(report, doc, tuple(sentences(doc)), terms)
    have = run(STEPS, {"page": page})
    return Reading(
        report=report,
        topics=tuple(sorted({finding.topic for finding in have["topics"]})),
        topic_findings=have["topics"],
        encounters=have["encounters"],
        statements=have["statements"],
        agreements=have["agreements"],
        figures=have["figures"],
        pledges=have["pledges"],
        events=have["events"],
        refusals=have["refusals"],
        reader=reader,
    )
