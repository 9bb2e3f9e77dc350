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
from comity.language import Appraiser, sentences
from comity.reading import (
    agreements,
    bearing,
    choosing,
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
    Step("proposed_statements", ("page", "who", "quotations"), statements.propose),
    Step("statements", ("page", "who", "proposed_statements"), choosing.choose),
    Step(
        "proposed_encounters",
        ("bearing", "page", "who", "clauses", "when", "quotations"),
        only_if_bearing(encounters.propose),
    ),
    Step("encounters", ("page", "who", "proposed_encounters"), choosing.choose),
    Step("proposed_agreements", ("bearing", "page", "who", "clauses", "when"), only_if_bearing(agreements.propose)),
    Step("agreements", ("page", "who", "proposed_agreements"), choosing.choose),
    Step(
        "proposed_figures",
        ("bearing", "page", "who", "clauses", "when", "quantities"),
        only_if_bearing(figures.propose),
    ),
    Step("figures", ("page", "who", "proposed_figures"), choosing.choose),
    Step(
        "proposed_pledges",
        ("bearing", "page", "who", "clauses", "when", "agreements", "encounters"),
        only_if_bearing(pledges.propose),
    ),
    Step("pledges", ("page", "who", "proposed_pledges"), choosing.choose),
    Step("topics", ("page", "who", "agreements", "pledges", "encounters"), topics.read),
    Step("told", ("encounters", "agreements", "pledges", "figures"), events.Told),
    Step("proposed_events", ("bearing", "page", "who", "clauses", "when", "told"), only_if_bearing(events.propose)),
    Step("events", ("page", "who", "proposed_events"), choosing.choose),
    Step("refusals", ("page", "when", "bearing"), refusals.read),
)


def found(
    report: Report, doc: Doc, terms: Terms, appraiser: Appraiser | None = None, least: float | None = None
) -> dict[str, Any]:
    """What every step gives for one report, by its name."""
    return run(STEPS, {"page": Page(report, doc, tuple(sentences(doc)), terms, appraiser, least)})


def read(
    report: Report,
    doc: Doc,
    terms: Terms,
    reader: Reader,
    appraiser: Appraiser | None = None,
    least: float | None = None,
) -> Reading:
    """All findings of one report whose grammar is ``doc`` (``doc.text == report.text``).

    ``least`` is the confidence that a finding needs; without it, each kind has its own.
    """
    have = found(report, doc, terms, appraiser, least)
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
