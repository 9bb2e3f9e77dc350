"""The words of the record as small frozen types: what is told, what belongs together, what became of it.

A *told* finding is a finding with the report that tells it. A *matter* is one real thing that one or
more told findings tell of. Joining is a function of the set of told findings and judgements: nothing
here knows in which order they came. Nothing here reads or writes anything.
"""

from dataclasses import dataclass
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from comity.findings import Code, Day, Finding, Frozen, Moment, Span

MatterKind = Literal["encounter", "agreement", "figure", "pledge", "event", "statement", "person"]
Outcome = Literal["progressed", "kept", "broken", "superseded"]
Standing = Literal["open", "overdue", "progressed", "kept", "broken", "superseded"]
Verdict = Literal["confirm", "reject", "amend", "same", "apart", "undo"]


@dataclass(frozen=True, slots=True)
class Told:
    """A finding as it stands (amended where people amended it) and the report that tells it.

    ``published`` is the report's date, else the day it was added. ``parties`` are the states and bodies
    the finding joins, in alphabetical order. ``source`` is the report's id, or that of the report it is a
    copy of: reports of one source count once. ``anchors`` are the ids of the encounters and agreements of
    the same report that an event comes from. ``place`` is the finding's place among those of its kind in
    the reading, which only settles the order of what is printed. ``confirmed`` says that a person has
    confirmed or amended it.
    """

    id: str
    finding: Finding
    report: str
    published: Day
    parties: tuple[Code, ...]
    source: str
    anchors: tuple[str, ...] = ()
    place: int = 0
    confirmed: bool = False

    @property
    def kind(self) -> str:
        """The finding's kind: encounter, agreement, figure, pledge, event, statement or topic."""
        return self.finding.KIND

    @property
    def order(self) -> tuple[str, str, int, str]:
        """Sorts findings from the earliest told: by day, report and place."""
        return (self.published, self.report, self.place, self.id)


Borne = Literal["matches", "superseded", "outdated", "matches_partner_only", "contradicted", "not_checkable"]


class Checked(Frozen):
    """What official statistics say of a figure.

    ``verdict`` is as known now, ``then`` as known on the day the report was published; ``sentences`` tell the
    arithmetic, of the level first, then of growth and base, then the gap to the other side's count.
    """

    verdict: Borne
    then: Borne
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Naming:
    """A name under which somebody who acts for ``country`` stands in findings; first told on ``published``."""

    id: str
    name: str
    country: Code | None
    published: Day
    offices: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[str, str]:
        """Sorts namings from the earliest told."""
        return (self.published, self.id)


class Blocks(NamedTuple):
    """Where a finding is found and where it looks: findings meet where one seeks a key the other is kept under."""

    kept: frozenset[str]
    sought: frozenset[str]


class Clue(NamedTuple):
    """One reason for or against two findings telling of one matter: for where ``weight`` is positive."""

    name: str
    weight: float
    sentence: str


class Link(NamedTuple):
    """Two findings (or namings) that may be one matter: ids with ``one < other``, the sum of weights, the clues."""

    one: str
    other: str
    score: float
    clues: tuple[Clue, ...]


class Matter(Frozen):
    """One real thing and the findings that tell of it, earliest first.

    ``id`` is ``m`` and the id of the earliest finding, so that an id once given always leads, through
    that finding, to the matter it is part of now. ``type`` is the kind's own (visit, treaty, trade,
    CONSULT), ``title`` a line for people. ``date`` is as exact as the best of its findings tell;
    ``sources`` counts reports without copies.
    """

    id: str
    kind: MatterKind
    type: str
    title: str
    status: str | None = None
    parties: tuple[Code, ...] = ()
    date: Moment | None = None
    period: str | None = None
    host: Code | None = None
    conflict: bool = False
    findings: Annotated[tuple[str, ...], Field(min_length=1)]
    reports: int
    sources: int
    first_told: Day
    last_told: Day


class FollowUp(Frozen):
    """What became of something announced: finding ``opening``, the evidence, the outcome and why it is thought so.

    ``finding`` is the later finding that tells the outcome, None where only a passage of the report
    does; ``span`` is where in ``report`` it stands. ``basis`` tells whether opening and evidence are one
    matter (planned, then held) or only speak of the same.
    """

    basis: Literal["matter", "later"] = "later"
    opening: str
    report: str
    finding: str | None = None
    span: Span
    outcome: Outcome
    published: Day
    reason: str
    score: float


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a report that tells what became of something, by the words of its ``cue``.

    ``parties`` are the states and bodies it names, else those of its report. ``id`` is hashed from
    report and span.
    """

    id: str
    report: str
    published: Day
    parties: tuple[Code, ...]
    span: Span
    text: str
    cue: str
    outcome: Outcome


class Opening(NamedTuple):
    """Something announced: its ``deadline`` as told or reckoned, and ``due``, that deadline's last day."""

    deadline: Moment | None
    due: Day | None


class Camp(Frozen):
    """Claims of a figure that agree within rounding, and whose count they are (None: not told)."""

    by: tuple[Code, ...] = ()
    findings: tuple[str, ...]
    least: float
    most: float


class Conflict(Frozen):
    """Camps of claims of one figure that cannot all be right.

    ``agrees`` and ``parts`` say in sentences what the camps agree on (such as the year before, reckoned
    back from the growth told) and where they part.
    """

    matter: str
    measure: str
    countries: tuple[Code, ...]
    source: Code | None = None
    target: Code | None = None
    period: str | None = None
    unit: str | None = None
    camps: tuple[Camp, ...]
    agrees: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


class Subject(NamedTuple):
    """What a judgement is on: a finding or naming by id, and its side where things are held apart."""

    id: str
    side: int = 0


class Judgement(Frozen):
    """A dated row by a person or a program; never overwritten, undone only by a row of kind ``undo``.

    ``subjects`` are findings (or namings); ``amended`` gives the fields with their new values as JSON;
    ``undoes`` names the judgement an ``undo`` takes back. ``made`` is a time in UTC, ISO 8601.
    """

    id: str
    verdict: Verdict
    subjects: tuple[Subject, ...]
    amended: tuple[tuple[str, str], ...] = ()
    undoes: str | None = None
    reason: str
    author: str
    made: str


class Office(NamedTuple):
    """An office held, as reports tell: from the first to the last day it was told."""

    office: str
    first_told: Day
    last_told: Day
    reports: int


class PersonAccount(Frozen):
    """One person under all spellings, with the offices held."""

    id: str
    name: str
    names: tuple[str, ...]
    country: Code | None = None
    offices: tuple[Office, ...] = ()
