"""What people judged of single findings: the verdict that holds, and the finding as they amended it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError
from sqlalchemy import BindParameter, ColumnElement, Connection, Select, bindparam, exists, func, select

from comity.errors import BadJudgement
from comity.findings import Finding
from comity.record.sets import KEYS, asked
from comity.record.tables import judgement_fields, judgement_subjects, judgements

# Later than any day: judgements of all days count.
EVER = "9999-12-31"
# What is hashed, or points into the text, is not to be amended; nor is how the finding came about.
FIXED = frozenset(("id", "spans", "evidence", "confidence", "step", "inferred", "clues"))
ON_ONE = ("confirm", "reject", "amend")

_undo = judgements.alias("undo")


def active() -> ColumnElement[bool]:
    """That a judgement was made by ``day`` and not undone by then; statements with it take a value for ``day``."""
    day: BindParameter[str] = bindparam("day", EVER)
    undone = exists().where(_undo.c.undoes == judgements.c.id, func.substr(_undo.c.made, 1, 10) <= day)
    return (func.substr(judgements.c.made, 1, 10) <= day) & ~undone


@dataclass(frozen=True, slots=True)
class Held:
    """What holds of a finding: the latest verdict, and the new values of fields as JSON in the order they were given.

    ``confirmed`` says that a person confirmed or amended it.
    """

    verdict: str
    amendments: tuple[tuple[str, str], ...]
    confirmed: bool


_mate = judgement_subjects.alias("mate")


def beside_by_judgement() -> Select[Any]:
    """The subjects that judgements of ``day`` hold to be the same as ``KEYS``."""
    return (
        select(_mate.c.applies_to)
        .join(judgement_subjects, judgement_subjects.c.judgement == _mate.c.judgement)
        .join(judgements, judgements.c.id == _mate.c.judgement)
        .where(judgement_subjects.c.applies_to.in_(KEYS), judgements.c.verdict == "same", active())
    )


_ON_ONE = (
    select(
        judgement_subjects.c.applies_to, judgements.c.made, judgements.c.id, judgements.c.verdict,
        judgement_fields.c.field, judgement_fields.c.value,
    )
    .select_from(judgement_subjects)
    .join(judgements, judgements.c.id == judgement_subjects.c.judgement)
    .outerjoin(judgement_fields, judgement_fields.c.judgement == judgements.c.id)
    .where(judgement_subjects.c.applies_to.in_(KEYS), judgements.c.verdict.in_(ON_ONE), active())
)  # fmt: skip


def verdicts(db: Connection, ids: Iterable[str], day: str | None = None) -> dict[str, Held]:
    """What holds of the findings that somebody judged, by id, as of a day; without a day, of now."""
    rows: dict[str, list[Any]] = {}
    for row in asked(db, _ON_ONE, ids, day=day or EVER):
        rows.setdefault(row.applies_to, []).append(row)
    return {key: _held(sorted(told, key=lambda row: (row.made, row.id, row.field or ""))) for key, told in rows.items()}


def _held(rows: list[Any]) -> Held:
    return Held(
        verdict=rows[-1].verdict,
        amendments=tuple((row.field, row.value) for row in rows if row.field),
        confirmed=any(row.verdict != "reject" for row in rows),
    )


F = TypeVar("F", bound=Finding)


def amended(finding: F, amendments: Iterable[tuple[str, str]]) -> F:
    """The finding with new values, given as JSON by field; a field within a field by dots (``claim.by``).

    Raises ``BadJudgement`` where the kind has no such field, it may not be amended, or the value does not fit.
    """
    fields = finding.model_dump(by_alias=False)
    for name, value in amendments:
        path = _path(type(finding), name)
        _set(fields, path, _parsed(name, value))
        fields["inferred"] = [field for field in fields["inferred"] if field != path[0]]
    try:
        return type(finding).model_validate(fields)
    except ValidationError as problem:
        first = problem.errors()[0]
        place = ".".join(str(step) for step in first["loc"])
        raise BadJudgement(f"{place} of {finding.KIND} {finding.id} cannot be amended so: {_why(first)}.") from problem


def _why(error: Any) -> str:
    told: str = error["msg"]
    return "a date is YYYY, YYYY-MM or YYYY-MM-DD" if error["loc"][-1] in ("date", "deadline") else told


def _path(model: type[Finding], name: str) -> list[str]:
    """The steps to a field; the names a figure's ends have in output, from and to, are understood too."""
    first, *rest = name.split(".")
    named = {field.alias: key for key, field in model.model_fields.items() if field.alias}
    first = named.get(first, first)
    if first not in model.model_fields or first in FIXED:
        known = ", ".join(sorted(model.model_fields.keys() - FIXED))
        raise BadJudgement(f"{name} of a finding of kind {model.KIND} cannot be amended; these can: {known}.")
    return [first, *rest]


def _set(fields: dict[str, Any], path: list[str], value: Any) -> None:
    *way, last = path
    inner: Any = fields
    for step in way:
        inner = inner.get(step) if isinstance(inner, dict) else None
    if not isinstance(inner, dict):
        raise BadJudgement(f"{'.'.join(path)} cannot be amended: {'.'.join(way)} is not told.")
    inner[last] = sorted(set(value)) if last == "countries" and _is_words(value) else value


def _is_words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) for word in value)


def _parsed(name: str, value: str) -> Any:
    try:
        return json.loads(value)
    except ValueError as problem:
        raise BadJudgement(f"The new value of {name} is no JSON: {value}") from problem
