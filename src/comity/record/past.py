"""What is kept of a relation that was there on a day in the past: reports, versions, judgements of the time."""

from sqlalchemy import BindParameter, ColumnElement, Connection, bindparam, or_, select

from comity.findings import Code, Day
from comity.record.tables import finding_countries, findings, readings, reports

_next = reports.alias("next_version")
_ON: BindParameter[str] = bindparam("on_")
_THERE = (reports.c.day <= _ON) & or_(reports.c.replaced_by.is_(None), _next.c.day > _ON)


def _naming(country: str) -> ColumnElement[bool]:
    """That a report's present reading has a finding with the state or body."""
    telling = (
        select(findings.c.report)
        .join(finding_countries, finding_countries.c.finding == findings.c.row)
        .join(readings, readings.c.id == findings.c.reading)
        .where(finding_countries.c.country == bindparam(country), readings.c.until.is_(None))
    )
    return reports.c.id.in_(telling)


_REPORTS = (
    select(reports.c.id)
    .outerjoin(_next, _next.c.id == reports.c.replaced_by)
    .where(_THERE, _naming("one_"), _naming("other_"))
)


def reports_naming(db: Connection, pair: tuple[Code, Code], day: Day) -> list[str]:
    """The reports published by a day, in the version of that day, whose findings name both; in the order of ids."""
    found = db.execute(_REPORTS, {"on_": day, "one_": pair[0], "other_": pair[1]})
    return sorted(id for (id,) in found)
