"""Findings put together from the tables that hold them: two statements for any number of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import count
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import (
    Connection,
    FromClause,
    Integer,
    Row,
    Select,
    Table,
    literal_column,
    null,
    select,
    type_coerce,
    union_all,
)

from comity.findings import Finding, Person
from comity.record.rows import KINDS
from comity.record.sets import KEYS, asked
from comity.record.tables import (
    finding_anchors,
    finding_countries,
    finding_inferred,
    finding_people,
    finding_spans,
    findings,
)
from comity.record.words import Words

COUNTRY, PARTY = "country", "party"

# No clue holds it.
CLUES_PARTED = "; "

_HEAD = (
    findings.c.row, findings.c.id, findings.c.kind, findings.c.place, findings.c.confidence, findings.c.step,
    findings.c.clues,
)  # fmt: skip
# The columns of the kinds' own tables: by kind, and all under names that tell the kind.
_COLUMNS = {name: [column for column in kind.table.c if column.name != "finding"] for name, kind in KINDS.items()}
_OWN = tuple(column.label(f"{name}_{column.name}") for name, columns in _COLUMNS.items() for column in columns)
_place = count(len(_HEAD))
# Where in a row each kind's columns stand.
_PLACES = {name: [(column.name, next(_place)) for column in columns] for name, columns in _COLUMNS.items()}


def heads(*more: Any) -> Select[Any]:
    """Selects findings with all that one row holds of each, and further columns: what ``found`` needs."""
    wide: FromClause = findings
    for kind in KINDS.values():
        wide = wide.outerjoin(kind.table, kind.table.c.finding == findings.c.row)
    return select(*_HEAD, *_OWN, *more).select_from(wide)


def _number(column: Any) -> Any:
    return type_coerce(column, Integer())


def _text(column: Any) -> Any:
    return type_coerce(column, Words())


def _items(table: Table, what: Any, numbers: Sequence[Any], *texts: Any) -> Select[Any]:
    """Selects what lists hold of findings in columns that all lists share; ``numbers`` are place, start and end."""
    place, start, end = [*numbers, null(), null()][:3]
    told = [*texts, null(), null()][:3]
    return select(
        table.c.finding,
        what.label("what"),
        _number(place).label("place"),
        _number(start).label("start"),
        _number(end).label("end"),
        _text(told[0]).label("text"),
        _text(told[1]).label("more"),
        _text(told[2]).label("last"),
    ).where(table.c.finding.in_(KEYS))


def _named(what: str) -> Any:
    return literal_column(f"'{what}'")


_people, _spans, _countries = finding_people.c, finding_spans.c, finding_countries.c
_anchor = finding_anchors.c.anchor
_LISTS = union_all(
    _items(finding_spans, _named("span"), (_spans.place, _spans.start, _spans.end), _spans.evidence),
    _items(finding_inferred, _named("inferred"), (finding_inferred.c.place,), finding_inferred.c.field),
    _items(finding_countries, _countries.role, (_countries.place,), _countries.country),
    _items(finding_people, _named("person"), (_people.place,), _people.name, _people.office, _people.country),
    _items(finding_anchors, _named("anchor"), (literal_column("0"),), _anchor),
)


# What lists hold of one finding, by sort: place, start, end and up to three texts each.
_Items = defaultdict[str, list[tuple[Any, ...]]]


class Found(NamedTuple):
    """A finding as it was read, and, while it stands, the parties it joins and the findings it comes from."""

    finding: Finding
    parties: tuple[str, ...]
    anchors: tuple[str, ...]


def found(db: Connection, heads: Iterable[Row[Any]]) -> dict[str, Found]:
    """The findings whose heads are given, by row."""
    told = list(heads)
    lists = _lists(db, told)
    return {head.row: _found(head, lists[head.row]) for head in told}


def _lists(db: Connection, told: Iterable[Row[Any]]) -> Mapping[str, _Items]:
    lists: defaultdict[str, _Items] = defaultdict(lambda: defaultdict(list))
    rows: Iterable[Any] = asked(db, _LISTS, (head.row for head in told))
    for row in rows:
        lists[row[0]][row[1]].append(row[2:])
    for kinds in lists.values():
        for items in kinds.values():
            items.sort(key=itemgetter(0))
    return lists


def _found(head: Row[Any], items: _Items) -> Found:
    kind = KINDS[head.kind]
    people = tuple(Person(name=name, office=office, country=code) for _, _, _, name, office, code in items["person"])
    finding = kind.model.model_validate(
        {
            "id": head.id,
            "spans": [(start, end) for _, start, end, *_ in items["span"]],
            "evidence": _texts(items["span"]),
            "confidence": head.confidence,
            "step": head.step,
            "inferred": _texts(items["inferred"]),
            "clues": clues_of(head),
            **kind.fields({name: head[place] for name, place in _PLACES[head.kind]}),
            **kind.lists(_texts(items[COUNTRY]), people),
        }
    )
    return Found(finding, _texts(items[PARTY]), tuple(sorted(_texts(items["anchor"]))))


def clues_of(head: Any) -> tuple[str, ...]:
    """The clues of a row of ``findings``."""
    return tuple(head.clues.split(CLUES_PARTED)) if head.clues else ()


def _texts(items: Iterable[Sequence[Any]]) -> tuple[str, ...]:
    return tuple([item[3] for item in items])
