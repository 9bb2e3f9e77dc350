"""Matters as they are kept: put in place of those they follow, and read again."""

import re
from calendar import monthrange
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select, update

from comity.matters import Matter
from comity.record.sets import KEYS, Rows, asked, done, each, ids_of
from comity.record.tables import findings, matter_parties
from comity.record.tables import matters as matters_table

_OF = select(findings.c.row, findings.c.id, findings.c.matter).where(findings.c.id.in_(KEYS), findings.c.standing)
_IN = select(findings.c.row, findings.c.id, findings.c.matter).where(findings.c.matter.in_(KEYS), findings.c.standing)
_MATTERS = select(matters_table).where(matters_table.c.id.in_(KEYS))
_PARTIES = select(matter_parties).where(matter_parties.c.matter.in_(KEYS))
_DROP = delete(matters_table).where(matters_table.c.id.in_(KEYS))
_BELONGS = update(findings).where(findings.c.row == bindparam("row_")).values(matter=bindparam("matter_"))


def put_matters(db: Connection, ids: Collection[str], matters: Sequence[Matter]) -> None:
    """Put these matters in place of all that hold any of the findings ``ids``; what stays as it is is not touched."""
    own = list(asked(db, _OF, [*ids, *(key for matter in matters for key in matter.findings)]))
    former = {row.matter for row in own if row.matter}
    now = {row.id: row for row in [*own, *asked(db, _IN, former)]}
    belongs = {key: matter.id for matter in matters for key in matter.findings}
    new = {matter.id: _columns(matter) for matter in matters}
    parties = {matter.id: tuple(sorted(set(matter.parties))) for matter in matters}
    kept = {row.id: dict(row._mapping) for row in asked(db, _MATTERS, former | new.keys())}
    changed = {key for key in new if kept.get(key) != new[key]}
    same = new.keys() - changed
    changed |= {key for key, told in _parties(db, same).items() if told != parties[key]}
    done(db, _DROP, (former - new.keys()) | (changed & kept.keys()))
    rows = Rows()
    for key in sorted(changed):
        rows.add(matters_table, **new[key])
        for country in parties[key]:
            rows.add(
                matter_parties, matter=key, country=country, kind=new[key]["kind"], first_day=new[key]["first_day"],
                parties=len(parties[key]),
            )  # fmt: skip
    rows.put(db)
    moved = [row for row in now.values() if row.matter != belongs.get(row.id)]
    each(db, _BELONGS, [{"row_": row.row, "matter_": belongs.get(row.id)} for row in moved])


def _parties(db: Connection, ids: Collection[str]) -> dict[str, tuple[str, ...]]:
    """The parties of matters that are kept, by id."""
    parties: dict[str, list[str]] = {key: [] for key in ids}
    for row in asked(db, _PARTIES, ids):
        parties[row.matter].append(row.country)
    return {key: tuple(sorted(told)) for key, told in parties.items()}


def _columns(matter: Matter) -> dict[str, Any]:
    first_day, last_day = days(matter)
    parties = sorted(set(matter.parties))
    plain = matter.model_dump(exclude={"parties", "findings"})
    return plain | {
        "first_day": first_day,
        "last_day": last_day,
        "parties": len(parties),
        "pair": "-".join(parties) if len(parties) == 2 else None,
    }


def days(matter: Matter) -> tuple[str, str]:
    """The first and last day of a matter: of its date, else of its period, else the days it was told."""
    for told in (matter.date, matter.period):
        if told and (stretch := _stretch(told)):
            return stretch
    return matter.first_told, matter.first_told


_MOMENT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_YEARS = re.compile(r"(\d{4})[-–](\d{4})")


def _stretch(told: str) -> tuple[str, str] | None:
    """The first and last day of a moment, of two parted by a slash, or of years such as 2021/2022."""
    ends = _YEARS.fullmatch(told)
    moments = [_MOMENT.fullmatch(part.strip()) for part in (ends.groups() if ends else told.split("/"))]
    found = [days for moment in moments if moment and (days := _days(*moment.groups()))]
    if not found or len(found) != len(moments):
        return None
    return min(first for first, _ in found), max(last for _, last in found)


def _days(year: str, month: str | None, day: str | None) -> tuple[str, str] | None:
    """The days of a moment; None where it is no date, as 2023-02-31 is none."""
    try:
        first = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    if day:
        return (first.isoformat(),) * 2
    last = first.replace(month=first.month if month else 12)
    return first.isoformat(), last.replace(day=monthrange(last.year, last.month)[1]).isoformat()


_MEMBERS = (
    select(findings.c.matter, findings.c.id, findings.c.day, findings.c.report, findings.c.place)
    .where(findings.c.matter.in_(KEYS), findings.c.standing)
)  # fmt: skip
_OF_FINDINGS = select(findings.c.matter).where(
    findings.c.id.in_(KEYS), findings.c.standing, findings.c.matter.is_not(None)
)


def matters(db: Connection, ids: Iterable[str]) -> list[Matter]:
    """The matters of these ids, in the order of ids."""
    kept = {row.id: row._mapping for row in asked(db, _MATTERS, ids)}
    parties = _parties(db, kept.keys())
    members: defaultdict[str, list[Any]] = defaultdict(list)
    for row in asked(db, _MEMBERS, kept):
        members[row.matter].append(row)
    return [
        Matter(
            **{name: columns[name] for name in columns if name in Matter.model_fields and name != "parties"},
            parties=parties[key],
            findings=tuple(row.id for row in sorted(members[key], key=_order)),
        )
        for key, columns in sorted(kept.items())
    ]


def matters_of(db: Connection, finding_ids: Iterable[str]) -> list[Matter]:
    """The matters these findings are part of, in the order of ids."""
    return matters(db, ids_of(db, _OF_FINDINGS, finding_ids))


def _order(row: Any) -> tuple[str, str, int, str]:
    return (row.day, row.report, row.place, row.id)
