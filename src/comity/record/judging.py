"""Judgements: dated rows by people or programs, never overwritten, undone only by another row.

A judgement keeps what it was made on (``subject``, and the finding's row as it was judged) and tells what it
holds of now (``applies_to``), which moves to the counterpart when a report is read again.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, insert, or_, select, update

from comity.errors import BadJudgement, NoSuchJudgement
from comity.findings import Day, Finding
from comity.matters import Judgement, Subject, Verdict
from comity.record.amending import EVER, active, amended, verdicts
from comity.record.loading import found, heads
from comity.record.sets import KEYS, asked, done, each, ids_of, short_hash
from comity.record.tables import (
    findings,
    judgement_fields,
    judgement_subjects,
    namings,
    readings,
)  # fmt: skip
from comity.record.tables import (
    judgements as judgements_table,
)


@dataclass(frozen=True, slots=True)
class Judged:
    """A subject of a judgement on a finding, with the finding as it was judged, and the reading that told it.

    ``applies_to`` is the id of the finding it holds of now; ``active`` whether it was not undone.
    """

    judgement: str
    place: int
    verdict: Verdict
    active: bool
    subject: str
    applies_to: str
    report: str
    reading: str
    finding: Finding


def judgement_id(
    verdict: str,
    subjects: Iterable[Subject],
    amended: Iterable[tuple[str, str]],
    undoes: str | None,
    *told: str,
) -> str:
    """A judgement's lasting name: hashed from what it says and, told last, the reason, author and time."""
    return short_hash(verdict, [list(one) for one in subjects], [list(pair) for pair in amended], undoes, *told)


_LIVING = (
    heads(findings.c.held)
    .join(readings, readings.c.id == findings.c.reading)
    .where(findings.c.id.in_(KEYS), or_(readings.c.until.is_(None), findings.c.held))
)
_NAMINGS = select(namings.c.id).where(namings.c.id.in_(KEYS))
_BY_ID = select(judgements_table).where(judgements_table.c.id.in_(KEYS))
_VERDICT = update(findings).where(findings.c.row == bindparam("row_")).values(verdict=bindparam("verdict_"))


def add_judgement(db: Connection, judgement: Judgement) -> None:
    """Keep a judgement; one that is there already is left as it is.

    Raises ``BadJudgement`` where it is on what is not there, says nothing, or gives values that do not fit,
    ``NoSuchJudgement`` where it would undo one that is not there.
    """
    if next(asked(db, _BY_ID, [judgement.id]), None) is not None:
        return
    living = _living(db, (subject.id for subject in judgement.subjects))
    names = ids_of(db, _NAMINGS, (subject.id for subject in judgement.subjects))
    _CHECKS[judgement.verdict](db, judgement, living, names)
    fields = judgement.model_dump(exclude={"subjects", "amended"})
    db.execute(insert(judgements_table), fields)
    each(
        db,
        insert(judgement_subjects),
        [_subject_row(judgement, place, living, names) for place in range(len(judgement.subjects))],
    )
    each(
        db,
        insert(judgement_fields),
        [{"judgement": judgement.id, "field": field, "value": value} for field, value in judgement.amended],
    )
    if judgement.undoes:
        _check_left(db, present(db, judgement.undoes))
    refresh(db, present(db, judgement.undoes or judgement.id))


def _living(db: Connection, ids: Iterable[str]) -> dict[str, Row[Any]]:
    """The rows of findings that judgements can be made on: of current readings first, else held."""
    rows = sorted(asked(db, _LIVING, ids), key=lambda row: (row.held, row.place, row.row))
    return {row.id: row for row in reversed(rows)}


def _subject_row(
    judgement: Judgement, place: int, living: Mapping[str, Row[Any]], names: Collection[str]
) -> dict[str, Any]:
    key, side = judgement.subjects[place]
    return {
        "judgement": judgement.id,
        "place": place,
        "side": side,
        "finding": living[key].row if key in living else None,
        "naming": key if key in names else None,
        "subject": key,
        # What an undoing is on is told by the judgement it undoes.
        "applies_to": None if judgement.undoes else key,
    }


def _check_on_one(db: Connection, judgement: Judgement, living: Mapping[str, Row[Any]], names: Collection[str]) -> None:
    _require(bool(judgement.subjects), "It is on no finding.")
    missing = [subject.id for subject in judgement.subjects if subject.id not in living]
    _require(not missing, f"There is no finding {', '.join(missing)}.")


def _check_amend(db: Connection, judgement: Judgement, living: Mapping[str, Row[Any]], names: Collection[str]) -> None:
    _check_on_one(db, judgement, living, names)
    _require(len(judgement.subjects) == 1, "One finding is amended at a time.")
    _require(bool(judgement.amended), "It gives no field a new value.")
    _require(len(dict(judgement.amended)) == len(judgement.amended), "It gives a field two values.")
    row = living[judgement.subjects[0].id]
    held = verdicts(db, [row.id]).get(row.id)
    amended(found(db, [row])[row.row].finding, [*(held.amendments if held else ()), *judgement.amended])


def _check_together(
    db: Connection, judgement: Judgement, living: Mapping[str, Row[Any]], names: Collection[str]
) -> None:
    ids = {subject.id for subject in judgement.subjects}
    missing = sorted(ids - living.keys() - set(names))
    _require(not missing, f"There is no finding and no name {', '.join(missing)}.")
    kinds = {living[key].kind if key in living else "name" for key in ids}
    _require(len(ids) > 1, "It takes two to be one or apart.")
    _require(len(kinds) == 1, f"Things of different kinds are never one: {', '.join(sorted(kinds))}.")
    sides = {subject.side for subject in judgement.subjects}
    _require(judgement.verdict == "same" or len(sides) > 1, "All are on one side, so that none are held apart.")


def _check_undo(db: Connection, judgement: Judgement, living: Mapping[str, Row[Any]], names: Collection[str]) -> None:
    undone = db.execute(_BY_ID, {"keys": [judgement.undoes]}).first()
    if undone is None:
        raise NoSuchJudgement(f"There is no judgement {judgement.undoes}.")
    _require(undone.verdict != "undo", f"{undone.id} is itself an undoing; judge anew instead.")


def _require(condition: bool, otherwise: str) -> None:
    if not condition:
        raise BadJudgement(otherwise)


_Check = Callable[[Connection, Judgement, Mapping[str, Row[Any]], Collection[str]], None]
_CHECKS: Mapping[Verdict, _Check] = {
    "confirm": _check_on_one,
    "reject": _check_on_one,
    "amend": _check_amend,
    "same": _check_together,
    "apart": _check_together,
    "undo": _check_undo,
}


def _check_left(db: Connection, ids: Iterable[str]) -> None:
    """That the amendments left after one was undone still fit; raises ``BadJudgement``."""
    living = _living(db, ids)
    told = found(db, living.values())
    for key, held in verdicts(db, living).items():
        amended(told[living[key].row].finding, held.amendments)


def refresh(db: Connection, ids: Iterable[str]) -> None:
    """Write the verdict that holds of findings now beside them."""
    living = list(asked(db, _LIVING, ids))
    held = verdicts(db, (row.id for row in living))
    each(
        db,
        _VERDICT,
        [{"row_": row.row, "verdict_": held[row.id].verdict if row.id in held else None} for row in living],
    )


_SUBJECTS = (
    select(judgement_subjects).where(judgement_subjects.c.judgement.in_(KEYS)).order_by(judgement_subjects.c.place)
)
_FIELDS = select(judgement_fields).where(judgement_fields.c.judgement.in_(KEYS))
_ON = select(judgement_subjects.c.judgement).where(judgement_subjects.c.applies_to.in_(KEYS))
_ALL = select(judgements_table.c.id)
_ACTIVE = select(judgements_table.c.id).where(judgements_table.c.id.in_(KEYS), active())


def judgement(db: Connection, id: str) -> Judgement:
    """A judgement as it was made; raises ``NoSuchJudgement``."""
    found = _told(db, [id], now=False)
    if not found:
        raise NoSuchJudgement(f"There is no judgement {id}.")
    return found[0]


def judgements(db: Connection, *, subjects: Iterable[str] | None = None, day: Day | None = None) -> list[Judgement]:
    """The judgements on these findings or namings (without subjects: all), the earliest first.

    Without those undone, and undoings; with a ``day``, as of that day. Their subjects are the ids they hold
    of now.
    """
    ids = {key for (key,) in db.execute(_ALL)} if subjects is None else ids_of(db, _ON, subjects)
    living = ids_of(db, _ACTIVE, ids, day=day or EVER)
    return [one for one in _told(db, living, now=True) if one.verdict != "undo"]


def _told(db: Connection, ids: Iterable[str], *, now: bool) -> list[Judgement]:
    rows = sorted(asked(db, _BY_ID, ids), key=lambda row: (row.made, row.id))
    subjects: dict[str, list[Subject]] = {row.id: [] for row in rows}
    for row in asked(db, _SUBJECTS, subjects):
        subjects[row.judgement].append(Subject((row.applies_to if now else None) or row.subject, row.side))
    fields: dict[str, list[tuple[str, str]]] = {row.id: [] for row in rows}
    for row in asked(db, _FIELDS, fields):
        fields[row.judgement].append((row.field, row.value))
    return [
        Judgement(
            id=row.id,
            verdict=row.verdict,
            subjects=tuple(subjects[row.id]),
            amended=tuple(sorted(fields[row.id])),
            undoes=row.undoes,
            reason=row.reason,
            author=row.author,
            made=row.made,
        )
        for row in rows
    ]


def is_active(db: Connection, id: str) -> bool:
    """Whether a judgement is there and was not undone."""
    return next(asked(db, _ACTIVE, [id], day=EVER), None) is not None


def present(db: Connection, id: str) -> list[str]:
    """The ids of the findings or namings that a judgement holds of now, in order."""
    return sorted({row.applies_to for row in asked(db, _SUBJECTS, [id]) if row.applies_to})


_REJECTED = (
    select(findings.c.id)
    .join(readings, readings.c.id == findings.c.reading)
    .where(
        findings.c.report.in_(KEYS),
        findings.c.verdict == "reject",
        or_(readings.c.until.is_(None), findings.c.held),
    )
)


def rejected(db: Connection, *reports: str) -> set[str]:
    """The ids of those findings of these reports that people rejected."""
    return ids_of(db, _REJECTED, reports)


_JUDGED = (
    heads(
        findings.c.report, findings.c.reading, judgement_subjects.c.judgement,
        judgement_subjects.c.place.label("subject_place"), judgement_subjects.c.subject,
        judgement_subjects.c.applies_to, judgements_table.c.verdict,
    )
    .join(judgement_subjects, judgement_subjects.c.finding == findings.c.row)
    .join(judgements_table, judgements_table.c.id == judgement_subjects.c.judgement)
    .where(judgement_subjects.c.applies_to.in_(KEYS))
)  # fmt: skip


def subjects_judged_on(db: Connection, finding_ids: Iterable[str]) -> list[Judged]:
    """What judgements hold of these findings now, the undone ones too: to be moved after a re-reading."""
    rows = sorted(asked(db, _JUDGED, finding_ids), key=lambda row: (row.judgement, row.subject_place))
    told = found(db, {row.row: row for row in rows}.values())
    living = ids_of(db, _ACTIVE, (row.judgement for row in rows), day=EVER)
    return [
        Judged(
            judgement=row.judgement,
            place=row.subject_place,
            verdict=row.verdict,
            active=row.judgement in living,
            subject=row.subject,
            applies_to=row.applies_to,
            report=row.report,
            reading=row.reading,
            finding=told[row.row].finding,
        )
        for row in rows
    ]


_AT = and_(judgement_subjects.c.judgement == bindparam("judgement_"), judgement_subjects.c.place == bindparam("place_"))
_APPLY = update(judgement_subjects).where(_AT).values(applies_to=bindparam("to_"))
_PLACE = select(judgement_subjects).where(_AT)
_HOLD = update(findings).where(findings.c.row.in_(KEYS)).values(held=True)


def move(db: Connection, judgement: str, place: int, to: str | None) -> bool:
    """Let a judgement hold of another finding, after a re-reading; whether it moved.

    Where ``to`` is None, or an amendment does not fit it, the finding as it was judged is held: it stays of
    the account, and the judgement holds of it. A judgement that was undone holds nothing.
    """
    at = {"judgement_": judgement, "place_": place}
    row = db.execute(_PLACE, at).one()
    if to is not None:
        db.execute(_APPLY, {**at, "to_": to})
        if _fits(db, to):
            refresh(db, {to, row.applies_to or to})
            return True
    db.execute(_APPLY, {**at, "to_": row.subject})
    if not is_active(db, judgement):
        return True
    done(db, _HOLD, [row.finding] if row.finding else [])
    refresh(db, [row.subject])
    return False


def _fits(db: Connection, id: str) -> bool:
    try:
        _check_left(db, [id])
    except BadJudgement:
        return False
    return True
