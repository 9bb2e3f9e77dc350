"""The dossier as a page: what every form of it shows, on a terminal, on the web, on paper, as JSON.

Everything said names the findings it rests on; everything printed of a report is its own words.
"""

from comity.findings import Bound, Change, Code, Day, FiguresPeriod, Frozen, Measure, Moment, Person, Span
from comity.matters import Checked, Conflict, FollowUp, Judgement, MatterKind, PersonAccount, Standing


class Evidence(Frozen):
    """A finding's words and the report they stand in; ``copy_of`` says that the report is a copy of another."""

    finding: str
    report: str
    day: Day
    outlet: str | None
    title: str | None
    url: str | None
    copy_of: str | None
    spans: tuple[Span, ...]
    words: tuple[str, ...]
    confirmed: bool = False


class Sentence(Frozen):
    """One plain sentence on where things stand, and the findings it rests on."""

    text: str
    findings: tuple[str, ...]


class Entry(Frozen):
    """A matter in a line; ``when`` is its date in words, ``sources`` counts reports without copies.

    ``doubtful`` says that it was read with little confidence and nobody has confirmed it; ``standing`` is given
    where it announces something.
    """

    matter: str
    kind: MatterKind
    type: str
    title: str
    status: str | None
    standing: Standing | None
    countries: tuple[Code, ...]
    date: Moment | None
    when: str
    first_told: Day
    people: tuple[Person, ...] = ()
    sources: int
    doubtful: bool = False
    evidence: tuple[Evidence, ...]


class Step(Frozen):
    """A stage of an agreement's history as a report tells it: planned, signed, ratified, in force, ended."""

    status: str
    day: Day
    year: int | None
    finding: str


class AgreementEntry(Entry):
    """An agreement with its history, earliest first, and the years it covers."""

    period: str | None
    history: tuple[Step, ...]


class Claim(Frozen):
    """One figure as one report tells it: whose count (``by``), through whom (``via``), what ``official`` statistics
    held say of it, and the words."""

    amount: str
    value: float | None
    unit: str | None
    bound: Bound
    change: Change | None
    period: FiguresPeriod | None
    by: Code | None
    via: str | None
    official: Checked | None = None
    evidence: Evidence


class FigureEntry(Frozen):
    """A figure with all claims side by side, never averaged; ``conflict`` where they cannot all be right."""

    matter: str
    measure: Measure
    title: str
    status: str | None
    source: Code | None
    target: Code | None
    period: str | None
    contradicted: bool
    conflict: Conflict | None
    claims: tuple[Claim, ...]


class PromiseEntry(Entry):
    """Something announced: who by, until when, how it stands on the dossier's day and what tells so."""

    text: str
    by: tuple[Code, ...]
    deadline: str | None
    due: Day | None
    reason: str | None
    outcomes: tuple[FollowUp, ...]


class Quotation(Frozen):
    """Somebody's words; the day is that of the first report."""

    matter: str
    speaker: Person
    text: str
    day: Day
    sources: int
    evidence: tuple[Evidence, ...]


class SourceEntry(Frozen):
    """A report the dossier rests on; ``withdrawn`` are findings that its newer version no longer tells."""

    report: str
    day: Day
    outlet: str | None
    title: str | None
    url: str | None
    copy_of: str | None
    replaced_by: str | None
    shows: str
    findings: int
    withdrawn: tuple[str, ...] = ()


class Dossier(Frozen):
    """Everything the record holds on a pair of states, as of ``day``.

    ``names`` gives the English name of every code in it. ``left_out`` counts, by kind, the older matters
    that were not asked for.
    """

    pair: tuple[Code, ...]
    day: Day
    names: dict[Code, str]
    standing: tuple[Sentence, ...]
    timeline: tuple[Entry, ...]
    agreements: tuple[AgreementEntry, ...]
    figures: tuple[FigureEntry, ...]
    promises: tuple[PromiseEntry, ...]
    people: tuple[PersonAccount, ...]
    statements: tuple[Quotation, ...]
    joint: tuple[Entry, ...]
    sources: tuple[SourceEntry, ...]
    judgements: tuple[Judgement, ...]
    left_out: dict[str, int]
