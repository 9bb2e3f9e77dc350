"""The words of Comity as small frozen types: report, span, finding, reading.

Keys and codes are those of the annotation guide (docs/reference/findings.md): countries are
ISO 3166-1 alpha-3 codes or the codes of international bodies in ``terms``; dates are
``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; spans are ``[start, end)`` in Unicode code points of
the report's text as given. Nothing here reads or writes anything.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, Field

Span = tuple[int, int]
Code = Annotated[str, Field(pattern=r"^[A-Z]{3}$", description="ISO 3166-1 alpha-3, or a body's code")]
Moment = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$", description="YYYY, YYYY-MM or YYYY-MM-DD")]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$", description="YYYY-MM-DD")]
FiguresPeriod = Annotated[
    str, Field(description="a moment, two moments parted by a slash, or a fiscal year such as 2021/2022")
]
Clue = Annotated[str, Field(pattern=r"^[a-z]+( [a-z]+)*( \d+\.\d\d)?$", description="a code, and how much")]

EncounterKind = Literal["visit", "meeting", "call", "talks", "summit", "forum"]
EncounterStatus = Literal["held", "planned", "cancelled"]
AgreementKind = Literal["treaty", "agreement", "memorandum", "protocol", "programme", "declaration", "contract"]
AgreementStatus = Literal["signed", "in_force", "planned", "ratified", "rejected", "terminated"]
Measure = Literal["trade", "exports", "imports", "investment", "finance", "companies", "projects", "people", "other"]
Bound = Literal["exact", "over", "under", "about"]
FigureStatus = Literal["reported", "target"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Quad = Literal["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]
Topic = Literal[
    "politics", "trade", "investment", "finance", "energy", "transport", "agriculture", "industry",
    "construction", "mining", "digital", "technology", "space", "education", "science", "culture",
    "health", "tourism", "environment", "water", "security", "defence", "justice", "migration",
    "consular", "humanitarian", "sport", "rights", "multilateral",
]  # fmt: skip


class Frozen(BaseModel):
    """A value that never changes once made; unknown keys are refused."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
        allow_inf_nan=False,
    )


class Report(Frozen):
    """A published text and where it came from.

    ``text`` is kept as given; ``skipped`` marks its lines that are no part of the report
    (section labels, share buttons), which are not read.
    """

    id: Annotated[str, Field(description="the id given, else hashed from origin and text")]
    url: str | None = None
    outlet: Annotated[str | None, Field(description="who published it")] = None
    author: str | None = None
    title: str | None = None
    published: Annotated[Day | None, Field(description="local date of publication, YYYY-MM-DD")] = None
    language: Annotated[str | None, Field(description="ISO 639-1")] = None
    text: Annotated[str, Field(description="as given; all spans count its code points")]
    skipped: Annotated[tuple[Span, ...], Field(description="lines that are no part of the report")] = ()


class Person(Frozen):
    """Somebody who acts or speaks for a state or body; ``name`` is None where only a role is told."""

    name: Annotated[str | None, Field(description="as fullest in the text")]
    office: Annotated[str | None, Field(description="office or institution, as in the text")] = None
    country: Annotated[Code | None, Field(description="the state or body they act for")] = None


class Finding(Frozen):
    """What every kind of finding carries besides its own fields.

    ``inferred`` names the fields that were reckoned, not told (a year from an anniversary).
    ``NAMING`` lists the fields which, with report, kind and spans, make the id: a later reader
    version that finds the same thing at the same place gives it the same id. ``clues`` are codes of
    ``comity.reading.clues``, some with a number behind them.
    """

    KIND: ClassVar[str]
    NAMING: ClassVar[tuple[str, ...]]

    id: Annotated[str, Field(description="lasting name: hashed from report, kind, spans and naming fields")]
    spans: Annotated[tuple[Span, ...], Field(min_length=1, description="[start, end) in code points of the text")]
    evidence: Annotated[tuple[str, ...], Field(min_length=1, description="the words of the spans")]
    confidence: Annotated[
        float, Field(ge=0, le=1, description="the chance that it is right, calibrated; to two decimals")
    ]
    step: Annotated[str, Field(alias="by", description="the step that made the finding")]
    inferred: Annotated[tuple[str, ...], Field(description="fields that were reckoned, not told")] = ()
    clues: Annotated[tuple[Clue, ...], Field(description="what made it, and what it was weighed by; see Clues")] = ()

    @classmethod
    def found(cls, report: Report, spans: Sequence[Span], step: str, confidence: float, **fields: Any) -> Self:
        """Make a finding of ``report``: evidence and id follow from the spans, confidence has two decimals.

        Raises ``pydantic.ValidationError`` where a field does not fit, ``ValueError`` where a span
        lies outside the report's text.
        """
        ordered = tuple(sorted(set(spans)))
        if any(not 0 <= start < end <= len(report.text) for start, end in ordered):
            raise ValueError(f"a span of {ordered} lies outside the text of report {report.id}")
        naming = [fields.get(name) for name in cls.NAMING]
        return cls(
            id=finding_id(report.id, cls.KIND, ordered, naming),
            spans=ordered,
            evidence=tuple(report.text[start:end] for start, end in ordered),
            confidence=round(confidence, 2),
            step=step,
            **fields,
        )


def finding_id(report_id: str, kind: str, spans: Sequence[Span], naming: Sequence[Any]) -> str:
    """A finding's lasting name: 16 hex digits hashed from report, kind, spans and naming fields."""
    told = json.dumps([report_id, kind, spans, naming], ensure_ascii=False, default=str)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


class Encounter(Finding):
    """People of two or more states, or of a state and a body, meeting or going to meet."""

    KIND: ClassVar[str] = "encounter"
    NAMING: ClassVar[tuple[str, ...]] = ("kind", "countries")

    kind: EncounterKind
    status: EncounterStatus
    countries: Annotated[tuple[Code, ...], Field(description="all that take part, in alphabetical order")]
    host: Annotated[Code | None, Field(description="where it took place")] = None
    date: Annotated[Moment | None, Field(description="first day, as exactly as told")] = None
    people: Annotated[tuple[Person, ...], Field(description="everyone named as taking part")] = ()


class Statement(Finding):
    """A direct quotation, without its outer marks, and who said it."""

    KIND: ClassVar[str] = "statement"
    NAMING: ClassVar[tuple[str, ...]] = ("text",)

    speaker: Person
    text: str


class Agreement(Finding):
    """An instrument between states or their bodies; ``period`` is its first and last year."""

    KIND: ClassVar[str] = "agreement"
    NAMING: ClassVar[tuple[str, ...]] = ("kind", "title", "countries")

    kind: AgreementKind
    title: Annotated[str, Field(description="its name as in the text, without article")]
    countries: Annotated[tuple[Code, ...], Field(description="the parties, in alphabetical order")]
    status: AgreementStatus
    year: Annotated[int | None, Field(description="year of signature")] = None
    period: Annotated[tuple[int, int] | None, Field(description="first and last year it covers")] = None


class Change(Frozen):
    """Growth or fall: 23.1 percent up, 2.4 times up."""

    value: int | float
    unit: Literal["percent", "times"]
    direction: Literal["up", "down"]


class Claim(Frozen):
    """Whose count a figure is: ``by`` a state, ``via`` the person or institution that told it."""

    by: Annotated[Code | None, Field(description="whose statistics, else whose official says it")] = None
    via: Annotated[str | None, Field(description="the person or institution that told it")] = None


class Figure(Finding):
    """A number about the relation; ``value`` in plain units, ``unit`` an ISO 4217 code or a noun."""

    KIND: ClassVar[str] = "figure"
    NAMING: ClassVar[tuple[str, ...]] = ("measure", "value", "unit", "change", "source", "target")

    measure: Measure
    value: Annotated[int | float | None, Field(description="plain number; null where only a change is told")]
    unit: Annotated[str | None, Field(description="ISO 4217 code, count, tonnes, percent, ...")]
    bound: Bound
    change: Change | None = None
    status: FigureStatus = "reported"
    period: FiguresPeriod | None = None
    source: Annotated[Code | None, Field(alias="from", description="whence; null for both ways")] = None
    target: Annotated[Code | None, Field(alias="to", description="whither; null for both ways")] = None
    countries: Annotated[tuple[Code, ...], Field(description="all states it concerns")]
    claim: Claim = Claim()


class Pledge(Finding):
    """A commitment of one or more states to do something.

    The guide calls those who commit ``by``, so in a pledge alone the step stands under ``step``.
    """

    KIND: ClassVar[str] = "pledge"
    NAMING: ClassVar[tuple[str, ...]] = ("by", "text")

    step: Annotated[str, Field(description="the step that made the finding")]
    by: Annotated[tuple[Code, ...], Field(min_length=1, description="the states that commit")]
    text: Annotated[str, Field(description="what is to be done, in the report's words")]
    deadline: Moment | None = None


class Event(Finding):
    """Who did what to whom at country level: a PLOVER 0.8 triple with its cross-walks.

    ``cameo`` is the CAMEO root code (two digits), ``goldstein`` the type's value on the scale of
    Goldstein (1992), as published for CAMEO codes.
    """

    KIND: ClassVar[str] = "event"
    NAMING: ClassVar[tuple[str, ...]] = ("source", "target", "type")

    source: Code
    target: Code
    type: EventType
    mode: Annotated[str | None, Field(description="PLOVER mode, where found")] = None
    context: Annotated[str | None, Field(description="PLOVER context, where found")] = None
    date: Annotated[Moment | None, Field(description="of the encounter or agreement, else told, else published")] = None
    quad: Quad
    cameo: Annotated[str, Field(description="CAMEO root code, two digits")]
    goldstein: float


class Act(Frozen):
    """What a source does to a target by one sentence that names both: ``comity.relate``.

    ``probabilities`` tells all types and ``NONE``, to four decimals; without a likeliest type there is
    no ``quad`` and no ``mode``.
    """

    type: Annotated[EventType | None, Field(description="the likeliest; null where that is NONE")]
    probabilities: Annotated[Mapping[EventType | Literal["NONE"], float], Field(description="by type, and NONE")]
    quad: Quad | None = None
    mode: Annotated[str | None, Field(description="PLOVER mode of that type, where found")] = None


class TopicFinding(Finding):
    """A subject of talks, agreements or pledges and the words that tell it."""

    KIND: ClassVar[str] = "topic"
    NAMING: ClassVar[tuple[str, ...]] = ("topic",)

    topic: Topic


class Refusal(Frozen):
    """Something that could not be read, dated or resolved: a named reason, where, and what to do."""

    reason: str
    detail: str
    remedy: str
    spans: tuple[Span, ...] = ()


class Reader(Frozen):
    """Which reader made a reading: Comity version, hash of the model, version of the terms."""

    version: str
    model: str
    terms: str


class Reading(Frozen):
    """All findings of one report by one reader version.

    ``topics`` are the codes in alphabetical order, ``topic_findings`` the words that tell them.
    """

    report: Report
    topics: tuple[Topic, ...] = ()
    topic_findings: tuple[TopicFinding, ...] = ()
    encounters: tuple[Encounter, ...] = ()
    statements: tuple[Statement, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    figures: tuple[Figure, ...] = ()
    pledges: tuple[Pledge, ...] = ()
    events: tuple[Event, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    reader: Reader
