"""What users type, to the ids it stands for: whole ids, their beginnings, addresses, names of files."""

import re
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Row, Select, func, or_, select

from comity.errors import Ambiguous, NoSuchFinding, NoSuchJudgement, NoSuchMatter, NoSuchPerson, NoSuchReport, Stop
from comity.record.tables import findings, judgements, namings, reports

# Fewer characters than this name too many things.
_LEAST = 6
_SHOWN = 8
# What follows a beginning of a hashed id comes before the beginning with this after it.
_AFTER_HEX = "g"
_HEX = re.compile(r"[0-9a-f]+")


def resolve_report(db: Connection, text: str) -> str:
    """The report that a text names, in the latest version where it names one of several.

    By its id, the id given to it, its address, its file's name or path, or the beginning of its id. Raises
    ``NoSuchReport`` or ``Ambiguous``.
    """
    for condition in _ways(text):
        rows = db.execute(_REPORTS.where(condition)).fetchall()
        latest = {row.origin: row for row in sorted(rows, key=_age)}
        if latest:
            return _only(text, [row.id for row in latest.values()], NoSuchReport)
    return _only(text, [], NoSuchReport)


_REPORTS: Select[Any] = select(reports.c.id, reports.c.origin, reports.c.day, reports.c.added)


def _age(row: Row[Any]) -> tuple[str, str, str]:
    return (row.day, row.added, row.id)


def _ways(text: str) -> Iterable[ColumnElement[bool]]:
    """Conditions that a report named by the text meets, the surest first."""
    yield reports.c.id == text
    yield reports.c.id.startswith(f"{text}~", autoescape=True) & (func.length(reports.c.id) == len(text) + 9)
    yield or_(reports.c.origin == text, reports.c.url == text)
    if text:
        yield reports.c.origin.endswith(f"/{text}", autoescape=True)
    if len(text) >= _LEAST:
        yield reports.c.id.startswith(text, autoescape=True)


def resolve_finding(db: Connection, text: str) -> str:
    """The finding that an id, or the beginning of one, names; raises ``NoSuchFinding`` or ``Ambiguous``."""
    return _only(text, _beginning(db, findings.c.id, text), NoSuchFinding)


def resolve_matter(db: Connection, text: str) -> str:
    """The matter that an id names, or the beginning of one, or any finding in it.

    An id given once names for good the matter which its finding is part of now. Raises ``NoSuchMatter`` or
    ``Ambiguous``.
    """
    ids = _beginning(db, findings.c.id, text.removeprefix("m"))
    query = select(findings.c.matter).where(findings.c.id.in_(ids), findings.c.matter.is_not(None)).distinct()
    return _only(text, [matter for (matter,) in db.execute(query)], NoSuchMatter)


def resolve_person(db: Connection, text: str) -> str:
    """The person that an id names, or the beginning of one, or of any of their names; as ``resolve_matter``.

    Raises ``NoSuchPerson`` or ``Ambiguous``.
    """
    ids = _beginning(db, namings.c.id, text.removeprefix("p"))
    query = select(namings.c.person).where(namings.c.id.in_(ids), namings.c.person.is_not(None)).distinct()
    return _only(text, [person for (person,) in db.execute(query)], NoSuchPerson)


def resolve_naming(db: Connection, text: str) -> str:
    """The naming that an id, the beginning of one, or a name as it is written names.

    Raises ``NoSuchPerson`` or ``Ambiguous``.
    """
    named = [key for (key,) in db.execute(select(namings.c.id).where(namings.c.name == text))]
    found = named or _beginning(db, namings.c.id, text)
    if not found:
        raise NoSuchPerson(f"No name in the record is written {text[:60]!r}.")
    return _only(text, found, NoSuchPerson)


def resolve_judgement(db: Connection, text: str) -> str:
    """The judgement that an id, or the beginning of one, names; raises ``NoSuchJudgement`` or ``Ambiguous``."""
    return _only(text, _beginning(db, judgements.c.id, text), NoSuchJudgement)


def _beginning(db: Connection, column: Column[str], text: str) -> list[str]:
    """The hashed ids that the text is, or is the beginning of; none for one too short to name anything."""
    if not _HEX.fullmatch(text) or len(text) < _LEAST:
        return []
    query = select(column).where(column >= text, column < text + _AFTER_HEX).distinct()
    return [key for (key,) in db.execute(query)]


def _only(text: str, ids: Iterable[str], none: type[Stop]) -> str:
    """The one id found; raises ``none``, or ``Ambiguous`` with the first of several."""
    found = sorted(set(ids))
    if not found:
        raise none(f"Nothing is named {text}.")
    if len(found) > 1:
        more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        raise Ambiguous(f"{text} may be {', '.join(found[:_SHOWN])}{more}.")
    return found[0]
