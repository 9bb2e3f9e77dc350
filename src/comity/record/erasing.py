"""Erasing a report for cause: the one exception to keeping everything. A tombstone stays."""

from collections.abc import Collection

from sqlalchemy import BindParameter, Connection, bindparam, delete, exists, func, insert, select, update

from comity.errors import NoSuchReport
from comity.record.sets import KEYS, asked, done, each, ids_of
from comity.record.tables import (
    finding_people,
    findings,
    forgotten,
    judgement_fields,
    judgement_subjects,
    naming_offices,
    namings,
    people,
    reports,
    sources,
)  # fmt: skip

_ID: BindParameter[str] = bindparam("id_")
_REPORT = select(reports.c.id, reports.c.sha256, reports.c.source, reports.c.replaced_by).where(reports.c.id == _ID)
_MEMBERS = select(reports.c.id, reports.c.day).where(reports.c.copy_of == _ID)
_COPIES = update(reports).where(reports.c.id.in_(KEYS)).values(copy_of=bindparam("main_"))
_REPLACED = update(reports).where(reports.c.replaced_by == _ID).values(replaced_by=bindparam("next_"))
_SOURCE = delete(sources).where(
    sources.c.id == _ID, sources.c.shows == "full", ~exists().where(reports.c.source == sources.c.id)
)


def erase(db: Connection, report_id: str, reason: str, author: str, made: str) -> set[str]:
    """Erase a report, its readings and findings, and the names that no other report tells.

    Let its findings fall first. Judgements on its findings stay as rows, without the values they gave. Copies
    of it become copies of the earliest left, its former version is replaced by the one after it. Gives the ids
    of the namings whose people have to be joined anew. Raises ``NoSuchReport``.
    """
    told = db.execute(_REPORT, {"id_": report_id}).first()
    if told is None:
        raise NoSuchReport(f"There is no report {report_id}.")
    names = ids_of(db, _NAMED, [report_id])
    done(db, _DROP_FIELDS, [report_id])
    _hand_over(db, report_id)
    db.execute(_REPLACED, {"id_": report_id, "next_": told.replaced_by})
    db.execute(delete(reports).where(reports.c.id == _ID), {"id_": report_id})
    db.execute(_SOURCE, {"id_": told.source})
    tombstone = {"report": report_id, "sha256": told.sha256, "reason": reason, "author": author, "made": made}
    db.execute(insert(forgotten), tombstone)
    return _without_names(db, names)


def _hand_over(db: Connection, report_id: str) -> None:
    """Let the earliest copy stand for the others."""
    members = sorted(db.execute(_MEMBERS, {"id_": report_id}).fetchall(), key=lambda row: (row.day, row.id))
    if members:
        main = members[0].id
        done(db, _COPIES, [row.id for row in members[1:]], main_=main)
        done(db, _COPIES, [main], main_=None)


_NAMED = (
    select(finding_people.c.naming)
    .join(findings, findings.c.row == finding_people.c.finding)
    .where(findings.c.report.in_(KEYS), finding_people.c.naming.is_not(None))
)
_judged = (
    select(judgement_subjects.c.judgement)
    .join(findings, findings.c.row == judgement_subjects.c.finding)
    .where(findings.c.report.in_(KEYS), judgement_subjects.c.applies_to == findings.c.id)
)
_DROP_FIELDS = delete(judgement_fields).where(judgement_fields.c.judgement.in_(_judged))
_LEFT = (
    select(finding_people.c.naming, func.min(findings.c.day).label("day"))
    .join(findings, findings.c.row == finding_people.c.finding)
    .where(finding_people.c.naming.in_(KEYS))
    .group_by(finding_people.c.naming)
)
_OFFICES_LEFT = (
    select(finding_people.c.naming, finding_people.c.office)
    .where(finding_people.c.naming.in_(KEYS), finding_people.c.office.is_not(None))
    .distinct()
)
_PERSONS = select(namings.c.person).where(namings.c.id.in_(KEYS), namings.c.person.is_not(None))
_OF_PERSONS = select(namings.c.id).where(namings.c.person.in_(KEYS))
_NOBODY = update(namings).where(namings.c.person.in_(KEYS)).values(person=None)
_DROP_PEOPLE = delete(people).where(people.c.id.in_(KEYS))
_DROP_NAMINGS = delete(namings).where(namings.c.id.in_(KEYS))
_UNJUDGED = update(judgement_subjects).where(judgement_subjects.c.naming.in_(KEYS)).values(naming=None)
_DROP_OFFICES = delete(naming_offices).where(naming_offices.c.naming.in_(KEYS))
_TOLD = update(namings).where(namings.c.id == bindparam("naming_")).values(first_told=bindparam("day_"))


def _without_names(db: Connection, names: Collection[str]) -> set[str]:
    """Take away those of the names that nobody tells any more; the ids of those to be joined anew."""
    left = {row.naming: row.day for row in asked(db, _LEFT, names)}
    persons = ids_of(db, _PERSONS, names)
    mates = ids_of(db, _OF_PERSONS, persons)
    done(db, _NOBODY, persons)
    done(db, _DROP_PEOPLE, persons)
    gone = set(names) - left.keys()
    done(db, _UNJUDGED, gone)
    done(db, _DROP_NAMINGS, gone)
    each(db, _TOLD, [{"naming_": key, "day_": day} for key, day in sorted(left.items())])
    offices = sorted({(row.naming, row.office) for row in asked(db, _OFFICES_LEFT, left)})
    done(db, _DROP_OFFICES, left)
    each(db, insert(naming_offices), [{"naming": naming, "office": office} for naming, office in offices])
    return (mates | left.keys()) - gone
