"""Each kind of finding and the columns it is kept in: a table, read from left to right and back.

Most fields are columns of the same name. A *part* is a field kept in several columns; lists of
countries and people have tables of their own, which ``mapping`` fills.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Table

from comity.findings import (
    Agreement,
    Change,
    Claim,
    Encounter,
    Event,
    Figure,
    Finding,
    Person,
    Pledge,
    Statement,
    TopicFinding,
)  # fmt: skip
from comity.record import tables

Columns = Mapping[str, Any]


class Part(NamedTuple):
    """A field kept in several columns: the columns of a value, and the value of the columns."""

    field: str
    columns: Callable[[Any], dict[str, Any]]
    value: Callable[[Columns], Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of finding, its table, and where a reading holds it.

    ``plain`` are the fields that are columns of the same name. ``countries`` names the field that is a
    list of countries; ``people`` the field that holds people, ``alone`` where it is just one.
    """

    model: type[Finding]
    table: Table
    field: str
    plain: tuple[str, ...]
    parts: tuple[Part, ...] = ()
    countries: str | None = None
    people: str | None = None
    alone: bool = False

    def columns(self, finding: Finding) -> dict[str, Any]:
        """What the kind's own table holds of a finding."""
        columns = {name: getattr(finding, name) for name in self.plain}
        for part in self.parts:
            columns |= part.columns(getattr(finding, part.field))
        return columns

    def fields(self, columns: Columns) -> dict[str, Any]:
        """The fields that the kind's own table tells."""
        fields = {name: columns[name] for name in self.plain}
        return fields | {part.field: part.value(columns) for part in self.parts}

    def listed(self, finding: Finding) -> tuple[str, ...]:
        """The finding's own list of countries, in its order."""
        return getattr(finding, self.countries) if self.countries else ()

    def named(self, finding: Finding) -> tuple[Person, ...]:
        """The people told in the finding, in its order."""
        people: Any = getattr(finding, self.people) if self.people else ()
        return (people,) if self.alone else tuple(people)

    def lists(self, countries: tuple[str, ...], people: tuple[Person, ...]) -> dict[str, Any]:
        """The fields that lists of countries and people fill."""
        fields: dict[str, Any] = {self.countries: countries} if self.countries else {}
        if self.people:
            fields[self.people] = people[0] if self.alone else people
        return fields


def told(number: float | None) -> str | None:
    """A number as text, exact: whole numbers and fractions stay apart."""
    return None if number is None else json.dumps(number)


def number(text: str | None) -> int | float | None:
    """The number that a text tells; see ``told``."""
    return None if text is None else json.loads(text)


def measurable(number: float | None) -> float | None:
    """A number to sort and compare by; None where it is too large for the databases."""
    try:
        return None if number is None else float(number)
    except OverflowError:
        return None


def _value_columns(value: float | None) -> dict[str, Any]:
    return {"value": measurable(value), "value_told": told(value)}


def _change_columns(change: Change | None) -> dict[str, Any]:
    value = change.value if change else None
    return {
        "change": measurable(value),
        "change_told": told(value),
        "change_unit": change and change.unit,
        "change_direction": change and change.direction,
    }


def _change(columns: Columns) -> dict[str, Any] | None:
    if columns["change_told"] is None:
        return None
    return {
        "value": number(columns["change_told"]),
        "unit": columns["change_unit"],
        "direction": columns["change_direction"],
    }


def _claim_columns(claim: Claim) -> dict[str, Any]:
    return {"claim_by": claim.by, "claim_via": claim.via}


def _period_columns(period: tuple[int, int] | None) -> dict[str, Any]:
    first, last = period or (None, None)
    return {"period_first": first, "period_last": last}


def _period(columns: Columns) -> tuple[int, int] | None:
    return None if columns["period_first"] is None else (columns["period_first"], columns["period_last"])


_VALUE = Part("value", _value_columns, lambda columns: number(columns["value_told"]))
_CHANGE = Part("change", _change_columns, _change)
_CLAIM = Part("claim", _claim_columns, lambda columns: {"by": columns["claim_by"], "via": columns["claim_via"]})
_PERIOD = Part("period", _period_columns, _period)

# In the order of a reading's fields.
KINDS: Mapping[str, Kind] = {
    kind.model.KIND: kind
    for kind in (
        Kind(TopicFinding, tables.topic_findings, "topic_findings", ("topic",)),
        Kind(
            Encounter, tables.encounters, "encounters", ("kind", "status", "host", "date"),
            countries="countries", people="people",
        ),
        Kind(Statement, tables.statements, "statements", ("text",), people="speaker", alone=True),
        Kind(
            Agreement, tables.agreements, "agreements", ("kind", "title", "status", "year"), (_PERIOD,),
            countries="countries",
        ),
        Kind(
            Figure, tables.figures, "figures", ("measure", "unit", "bound", "status", "period", "source", "target"),
            (_VALUE, _CHANGE, _CLAIM), countries="countries",
        ),
        Kind(Pledge, tables.pledges, "pledges", ("text", "deadline"), countries="by"),
        Kind(
            Event, tables.events, "events",
            ("source", "target", "type", "mode", "context", "date", "quad", "cameo", "goldstein"),
        ),
    )
}  # fmt: skip
