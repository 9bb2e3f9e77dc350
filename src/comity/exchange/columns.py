"""The flat tables: for each kind its columns, what type they have, and how they follow from the record.

One line a column. A date told to the month or year stands as it is told, with its first and last day
beside it; lists are lists where the format has them, else parted by "; ".
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from operator import attrgetter, itemgetter
from typing import Any, Generic, Literal, TypeVar

from sqlalchemy import Connection

from comity.exchange.moments import stretch
from comity.findings import Agreement, Encounter, Event, Figure, Person, Pledge, Statement
from comity.matters import Checked, Told
from comity.record import accounts, dump
from comity.record.accounts import About, AccountOf, PersonRow, Promise, TellingOf, TopicRow
from comity.record.dump import Scope

_GAP = " … "
Cell = str | int | float | bool | date | tuple[str, ...] | None
Type = Literal["text", "integer", "number", "flag", "day", "list"]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A column: its name, its type, and how its cell follows from a row's thing."""

    name: str
    type: Type
    cell: Callable[[T], Cell]


@dataclass(frozen=True, slots=True)
class Table(Generic[T]):
    """A table: its columns, and the things that its rows tell."""

    columns: tuple[Column[T], ...]
    things: Callable[[Connection, Scope], Iterator[T]]

    def rows(self, db: Connection, scope: Scope) -> Iterator[tuple[Cell, ...]]:
        """Each row, a cell a column."""
        return (tuple(column.cell(thing) for column in self.columns) for thing in self.things(db, scope))


def _day(moment: str | None, end: Literal["first", "last"]) -> date | None:
    told = stretch(moment)
    return told and getattr(told, end)


def _days(name: str, told: Callable[[T], str | None]) -> tuple[Column[T], ...]:
    """A date as told, then its precision, first and last day."""

    def precision(thing: T) -> str | None:
        of = stretch(told(thing))
        return of and of.precision

    return (
        Column(name, "text", told),
        Column(f"{name}_precision", "text", precision),
        Column(f"{name}_first_day", "day", lambda thing: _day(told(thing), "first")),
        Column(f"{name}_last_day", "day", lambda thing: _day(told(thing), "last")),
    )


def _about(of: Callable[[T], About]) -> tuple[Column[T], ...]:
    """The report that tells it."""
    return (
        Column("report", "text", lambda thing: of(thing).report),
        Column("report_title", "text", lambda thing: of(thing).title),
        Column("outlet", "text", lambda thing: of(thing).outlet),
        Column("url", "text", lambda thing: of(thing).url),
        Column("published", "day", lambda thing: _day(of(thing).day, "first")),
    )


def _name(person: Person) -> str:
    return person.name or person.office or "somebody"


MATTERS: tuple[Column[AccountOf], ...] = (
    Column("matter", "text", lambda one: one.matter.id),
    Column("kind", "text", lambda one: one.matter.kind),
    Column("type", "text", lambda one: one.matter.type),
    Column("title", "text", lambda one: one.matter.title),
    Column("status", "text", lambda one: one.matter.status),
    Column("parties", "list", lambda one: one.matter.parties),
    Column("party_count", "integer", lambda one: len(one.matter.parties)),
    *_days("date", lambda one: one.matter.date),
    Column("first_day", "day", lambda one: _day(one.first_day, "first")),
    Column("last_day", "day", lambda one: _day(one.last_day, "last")),
    Column("period", "text", lambda one: one.matter.period),
    Column("host", "text", lambda one: one.matter.host),
    Column("conflict", "flag", lambda one: one.matter.conflict),
    Column("findings", "integer", lambda one: len(one.matter.findings)),
    Column("reports", "integer", lambda one: one.matter.reports),
    Column("sources", "integer", lambda one: one.matter.sources),
    Column("first_told", "day", lambda one: _day(one.matter.first_told, "first")),
    Column("last_told", "day", lambda one: _day(one.matter.last_told, "last")),
)

_BEFORE: tuple[Column[TellingOf], ...] = (
    Column("finding", "text", lambda one: one.told.id),
    Column("matter", "text", lambda one: one.matter),
)
_AFTER: tuple[Column[TellingOf], ...] = (
    Column("confidence", "number", lambda one: one.told.finding.confidence),
    Column("confirmed", "flag", lambda one: one.told.confirmed),
    Column("inferred", "list", lambda one: one.told.finding.inferred),
    Column("clues", "list", lambda one: one.told.finding.clues),
    Column("evidence", "text", lambda one: evidence(one.told)),
    *_about(lambda one: one.about),
)


def evidence(told: Told) -> str:
    """The words of a finding's spans in their order, an ellipsis between them."""
    return _GAP.join(told.finding.evidence)


F = TypeVar("F", Encounter, Statement, Agreement, Figure, Pledge, Event)


def _of(kind: type[F], column: Column[F]) -> Column[TellingOf]:
    """A column of a kind of finding as one of what tells it."""

    def cell(one: TellingOf) -> Cell:
        finding = one.told.finding
        return column.cell(finding) if isinstance(finding, kind) else None

    return Column(column.name, column.type, cell)


def _finding_table(kind: type[F], columns: tuple[Column[F], ...]) -> Table[TellingOf]:
    name = kind.KIND
    own: tuple[Column[TellingOf], ...] = tuple(_of(kind, column) for column in columns)
    parties: Column[TellingOf] = Column("parties", "list", lambda one: one.told.parties)
    return Table((*_BEFORE, *own, parties, *_AFTER), lambda db, scope: accounts.telling(db, scope, name))


ENCOUNTERS: tuple[Column[Encounter], ...] = (
    Column("kind", "text", lambda one: one.kind),
    Column("status", "text", lambda one: one.status),
    Column("host", "text", lambda one: one.host),
    *_days("date", lambda one: one.date),
    Column("people", "list", lambda one: tuple(_name(person) for person in one.people)),
)
STATEMENTS: tuple[Column[Statement], ...] = (
    Column("speaker", "text", lambda one: one.speaker.name),
    Column("office", "text", lambda one: one.speaker.office),
    Column("country", "text", lambda one: one.speaker.country),
    Column("text", "text", lambda one: one.text),
)
AGREEMENTS: tuple[Column[Agreement], ...] = (
    Column("kind", "text", lambda one: one.kind),
    Column("title", "text", lambda one: one.title),
    Column("status", "text", lambda one: one.status),
    Column("year", "integer", lambda one: one.year),
    Column("period_first", "integer", lambda one: one.period and one.period[0]),
    Column("period_last", "integer", lambda one: one.period and one.period[1]),
)
FIGURES: tuple[Column[Figure], ...] = (
    Column("measure", "text", lambda one: one.measure),
    Column("from", "text", lambda one: one.source),
    Column("to", "text", lambda one: one.target),
    Column("bound", "text", lambda one: one.bound),
    Column("value", "number", lambda one: one.value),
    Column("unit", "text", lambda one: one.unit),
    Column("change", "number", lambda one: one.change.value if one.change else None),
    Column("change_unit", "text", lambda one: one.change.unit if one.change else None),
    Column("change_direction", "text", lambda one: one.change.direction if one.change else None),
    Column("status", "text", lambda one: one.status),
    Column("period", "text", lambda one: one.period),
    Column("claim_by", "text", lambda one: one.claim.by),
    Column("claim_via", "text", lambda one: one.claim.via),
)
PLEDGES: tuple[Column[Pledge], ...] = (
    Column("by", "list", lambda one: one.by),
    Column("text", "text", lambda one: one.text),
    *_days("deadline", lambda one: one.deadline),
)
EVENTS: tuple[Column[Event], ...] = (
    Column("source", "text", lambda one: one.source),
    Column("target", "text", lambda one: one.target),
    Column("type", "text", lambda one: one.type),
    Column("mode", "text", lambda one: one.mode),
    Column("context", "text", lambda one: one.context),
    *_days("date", lambda one: one.date),
    Column("quad", "text", lambda one: one.quad),
    Column("cameo", "text", lambda one: one.cameo),
    Column("goldstein", "number", lambda one: one.goldstein),
)
TOPICS: tuple[Column[TopicRow], ...] = (
    Column("finding", "text", lambda one: one.id),
    Column("topic", "text", lambda one: one.topic),
    Column("evidence", "text", lambda one: _GAP.join(one.evidence)),
    *_about(lambda one: one.about),
)
PROMISES: tuple[Column[Promise], ...] = (
    Column("finding", "text", lambda one: one.telling.told.id),
    Column("matter", "text", lambda one: one.telling.matter),
    Column("kind", "text", lambda one: one.kind),
    Column("title", "text", lambda one: one.title),
    Column("parties", "list", lambda one: one.telling.told.parties),
    Column("deadline", "text", lambda one: one.deadline),
    Column("due", "day", lambda one: _day(one.due, "last")),
    Column("outcome", "text", lambda one: one.outcome),
    Column("evidence", "text", lambda one: evidence(one.telling.told)),
    *_about(lambda one: one.telling.about),
)
PEOPLE: tuple[Column[PersonRow], ...] = (
    Column("person", "text", lambda one: one.id),
    Column("name", "text", lambda one: one.name),
    Column("country", "text", lambda one: one.country),
    Column("names", "list", lambda one: one.names),
)
REPORTS: tuple[Column[Any], ...] = (
    *(
        Column(name, "text", attrgetter(name))
        for name in ("id", "origin", "source", "url", "outlet", "author", "title", "published")
    ),
    Column("day", "day", lambda row: _day(row.day, "first")),
    Column("language", "text", lambda row: row.language),
    Column("words", "integer", lambda row: row.words),
    *(Column(name, "text", attrgetter(name)) for name in ("sha256", "copy_of", "replaced_by", "added")),
)


def _of_series(name: str, type: Type = "text") -> Column[dict[str, Any]]:
    return Column(name, type, itemgetter(name))


SERIES: tuple[Column[dict[str, Any]], ...] = (
    *map(_of_series, ("reporter", "partner", "flow", "valuation", "attribution")),
    *map(_of_series, ("product", "classification", "period")),
    _of_series("value", "number"),
    *map(_of_series, ("unit", "vintage", "dated", "source", "licence")),
)


@dataclass(frozen=True, slots=True)
class CheckedTelling:
    """A figure of a report with what official statistics say of it."""

    telling: TellingOf
    checked: Checked


CHECKS: tuple[Column[CheckedTelling], ...] = (
    Column("finding", "text", lambda one: one.telling.told.id),
    Column("matter", "text", lambda one: one.telling.matter),
    Column("verdict", "text", lambda one: one.checked.verdict),
    Column("as_known_then", "text", lambda one: one.checked.then),
    Column("arithmetic", "list", lambda one: one.checked.sentences),
    Column("evidence", "text", lambda one: evidence(one.telling.told)),
    *_about(lambda one: one.telling.about),
)


def checks(checked: Callable[[Connection, Scope], Iterator[CheckedTelling]]) -> Table[CheckedTelling]:
    """The table of what official statistics say of claimed figures; who brings both together gives the rows."""
    return Table(CHECKS, checked)


Tables = Mapping[str, Table[Any]]
TABLES: Tables = {
    "matters": Table(MATTERS, accounts.accounts),
    "encounters": _finding_table(Encounter, ENCOUNTERS),
    "agreements": _finding_table(Agreement, AGREEMENTS),
    "figures": _finding_table(Figure, FIGURES),
    "pledges": _finding_table(Pledge, PLEDGES),
    "events": _finding_table(Event, EVENTS),
    "statements": _finding_table(Statement, STATEMENTS),
    "topics": Table(TOPICS, accounts.topics),
    "promises": Table(PROMISES, accounts.promises),
    "people": Table(PEOPLE, lambda db, _: accounts.people_told(db)),
    "reports": Table(REPORTS, accounts.reports_told),
    "series": Table(SERIES, dump.stored_series),
}
"""Every table by its name, which is that of its file or sheet."""
