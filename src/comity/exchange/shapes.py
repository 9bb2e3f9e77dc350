"""The form of an export's lines: one JSON object a line, its ``type`` says which.

First a ``record`` line, then sources, what was forgotten, official series, each report with its readings, and the
judgements. Only what is not derived is there: what belongs together, what became of it and who is
who are found anew when the lines are taken in.
"""

import base64
import binascii
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, PlainSerializer, TypeAdapter, WithJsonSchema

from comity.findings import (
    Agreement,
    Day,
    Encounter,
    Event,
    Figure,
    Finding,
    Frozen,
    Pledge,
    Reader,
    Reading,
    Refusal,
    Report,
    Span,
    Statement,
    Topic,
    TopicFinding,
)
from comity.matters import Judgement
from comity.series import Attribution, Dated, Flow, Observation, Valuation

VERSION = 1
"""The version of the lines; it grows when an older Comity could not take them in."""

Time = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}", description="UTC, ISO 8601")]


def _unpacked(told: Any) -> Any:
    if not isinstance(told, str):
        return told
    try:
        return base64.b64decode(told, validate=True)
    except (binascii.Error, ValueError) as problem:
        raise ValueError(f"no base64: {problem}") from problem


Content = Annotated[
    bytes,
    BeforeValidator(_unpacked),
    PlainSerializer(lambda told: base64.b64encode(told).decode(), return_type=str),
    WithJsonSchema({"type": "string", "contentEncoding": "base64"}),
]
KINDS = ("topic_findings", "encounters", "statements", "agreements", "figures", "pledges", "events")
"""The keys of a reading that hold findings."""


class RecordLine(Frozen):
    """The first line: who wrote the lines, and what of the record they hold."""

    type: Literal["record"] = "record"
    version: Annotated[int, Field(ge=1, description="of the form of the lines")] = VERSION
    comity: Annotated[str, Field(description="the Comity that wrote them")]
    for_others: Annotated[bool, Field(description="texts of sources that show evidence only are left out")] = False
    between: Annotated[tuple[str, ...], Field(description="only reports that tell of these; empty: of all")] = ()
    since: Annotated[Day | None, Field(description="only reports of this day or later")] = None
    until: Annotated[Day | None, Field(description="only reports of this day or earlier")] = None


class SourceLine(Frozen):
    """A source, and what others may see of its reports."""

    type: Literal["source"] = "source"
    id: str
    shows: Literal["full", "evidence"]


class ForgottenLine(Frozen):
    """What is left of a report that was erased for cause."""

    type: Literal["forgotten"] = "forgotten"
    report: str
    sha256: str
    reason: str
    author: str
    made: Time


class SeriesLine(Frozen):
    """One cell of official statistics, as one release gives it."""

    type: Literal["series"] = "series"
    reporter: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    partner: Annotated[str, Field(pattern=r"^[A-Z]{3}$", description="WLD for all partners")]
    flow: Flow
    valuation: Valuation
    attribution: Attribution
    product: str
    classification: str
    period: Annotated[str, Field(pattern=r"^\d{4}(-(0[1-9]|1[0-2])|-Q[1-4])?$")]
    value: Annotated[float, Field(ge=-1e300, le=1e300, description="in plain units")]
    unit: Annotated[str, Field(max_length=60, description="ISO 4217 code; of a level what its indicator counts in")]
    vintage: Annotated[
        str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$", description="of the release, else of retrieval")
    ]
    dated: Dated
    source: str
    licence: str
    added: Time

    def observation(self) -> Observation:
        """The cell."""
        return Observation(**self.model_dump(exclude={"type", "added"}))


class ReportLine(Frozen):
    """A report: where it came from, its text, its bytes."""

    type: Literal["report"] = "report"
    id: str
    origin: str
    source: str
    url: str | None = None
    outlet: str | None = None
    author: str | None = None
    title: str | None = None
    published: Day | None = None
    day: Annotated[Day, Field(description="published, else the day it was added")]
    language: str | None = None
    added: Time
    sha256: Annotated[str, Field(description="of the bytes as they came")]
    skipped: tuple[Span, ...] = ()
    text: Annotated[str | None, Field(description="null where it is left out for others")] = None
    content: Annotated[Content | None, Field(description="the bytes as they came, in base64")] = None

    def report(self) -> Report:
        """The report as it is read; its text must be there."""
        told = {name: getattr(self, name) for name in Report.model_fields}
        return Report(**told)


class ReadingLine(Frozen):
    """A reading as ``comity read`` gives it, with the report by its id alone."""

    type: Literal["reading"] = "reading"
    report: str
    reader: Reader
    made: Time
    until: Annotated[Time | None, Field(description="when another took its place; null: it stands")] = None
    held: Annotated[tuple[str, ...], Field(description="findings that a judgement keeps standing")] = ()
    topics: tuple[Topic, ...] = ()
    topic_findings: tuple[TopicFinding, ...] = ()
    encounters: tuple[Encounter, ...] = ()
    statements: tuple[Statement, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    figures: tuple[Figure, ...] = ()
    pledges: tuple[Pledge, ...] = ()
    events: tuple[Event, ...] = ()
    refusals: tuple[Refusal, ...] = ()

    def reading(self, report: Report) -> Reading:
        """The reading, of ``report``."""
        told = {name: getattr(self, name) for name in Reading.model_fields if name != "report"}
        return Reading(report=report, **told)


class Applies(Frozen):
    """What a judgement holds of now, for each of its subjects in their order.

    ``row`` is the finding as one reading tells it that was judged, None for a person's name or where
    the report was forgotten; ``to`` is the finding or naming it holds of, None where it is held.
    """

    row: str | None = None
    naming: bool = False
    to: str | None = None


class JudgementLine(Judgement):
    """A judgement, and what it holds of now."""

    type: Literal["judgement"] = "judgement"
    made: Time
    applies: tuple[Applies, ...]


Line = Annotated[
    RecordLine | SourceLine | ForgottenLine | SeriesLine | ReportLine | ReadingLine | JudgementLine,
    Field(discriminator="type"),
]
LINE: TypeAdapter[Line] = TypeAdapter(Line)


def findings(reading: Reading | ReadingLine) -> list[Finding]:
    """All findings of a reading, kind by kind."""
    return [finding for kind in KINDS for finding in getattr(reading, kind)]
