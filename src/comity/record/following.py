"""What was announced, and what became of it: openings, follow-ups, and passages that tell an outcome."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, or_, select

from comity.matters import Blocks, FollowUp, Opening, Passage
from comity.record.sets import KEYS, Rows, asked, done, each, ids_of, put_in
from comity.record.tables import (
    findings,
    passage_keys,
    passage_parties,
    reports,
)  # fmt: skip
from comity.record.tables import (
    follow_ups as follow_ups_table,
)
from comity.record.tables import (
    openings as openings_table,
)
from comity.record.tables import (
    passages as passages_table,
)

_ROWS = select(findings.c.id, findings.c.row).where(findings.c.id.in_(KEYS), findings.c.standing)
_DROP_OPENINGS = delete(openings_table).where(openings_table.c.finding.in_(KEYS))
_OPENINGS = (
    select(findings.c.id, openings_table.c.deadline, openings_table.c.due)
    .join(openings_table, openings_table.c.finding == findings.c.row)
    .where(findings.c.id.in_(KEYS), findings.c.standing)
)
_DROP_FOLLOWED = delete(follow_ups_table).where(
    or_(follow_ups_table.c.opening.in_(KEYS), follow_ups_table.c.finding.in_(KEYS))
)


def put_openings(db: Connection, told: Mapping[str, Opening]) -> None:
    """Keep what these standing findings, by id, announce; in place of what was kept of them."""
    rows = _rows(db, told)
    done(db, _DROP_OPENINGS, rows.values())
    put_in(
        db,
        openings_table,
        [{"finding": row, "deadline": told[key].deadline, "due": told[key].due} for key, row in rows.items()],
    )


def openings(db: Connection, ids: Iterable[str]) -> dict[str, Opening]:
    """What these standing findings announce, by id; of those that announce something."""
    return {row.id: Opening(row.deadline, row.due) for row in asked(db, _OPENINGS, ids)}


def drop_followed(db: Connection, rows: Collection[str]) -> None:
    """Take away what findings, by row, announce, what became of it, and what they tell of others."""
    done(db, _DROP_OPENINGS, rows)
    done(db, _DROP_FOLLOWED, rows)


def _rows(db: Connection, ids: Iterable[str]) -> dict[str, str]:
    return {row.id: row.row for row in asked(db, _ROWS, ids)}


_SAME = delete(follow_ups_table).where(
    follow_ups_table.c.opening == bindparam("opening_"),
    follow_ups_table.c.told_by == bindparam("told_by_"),
    follow_ups_table.c.basis == bindparam("basis_"),
)


def put_follow_ups(db: Connection, told: Sequence[FollowUp]) -> None:
    """Keep what became of standing findings, in place of what was kept of the same evidence."""
    rows = _rows(db, {key for one in told for key in (one.opening, one.finding) if key})
    kept = {}
    for one in sorted(told, key=lambda one: (one.score, one.outcome)):
        columns = _columns(one, rows)
        kept[columns["opening"], columns["told_by"], columns["basis"]] = columns
    each(db, _SAME, [{"opening_": key[0], "told_by_": key[1], "basis_": key[2]} for key in kept])
    put_in(db, follow_ups_table, list(kept.values()))


def _columns(one: FollowUp, rows: Mapping[str, str]) -> dict[str, Any]:
    start, end = one.span
    finding = rows[one.finding] if one.finding else None
    return {
        "opening": rows[one.opening],
        "told_by": finding or f"{one.report}:{start}-{end}",
        "basis": one.basis,
        "report": one.report,
        "start": start,
        "end": end,
        "finding": finding,
        "outcome": one.outcome,
        "published": one.published,
        "reason": one.reason,
        "score": one.score,
    }


_later = findings.alias("later")
_FOLLOW_UPS = (
    select(follow_ups_table, findings.c.id.label("opening_id"), _later.c.id.label("finding_id"))
    .join(findings, findings.c.row == follow_ups_table.c.opening)
    .outerjoin(_later, _later.c.row == follow_ups_table.c.finding)
    .where(findings.c.id.in_(KEYS), findings.c.standing)
)
_OF_BASIS = delete(follow_ups_table).where(
    follow_ups_table.c.opening.in_(KEYS), follow_ups_table.c.basis == bindparam("basis")
)


def follow_ups(db: Connection, opening_ids: Iterable[str]) -> list[FollowUp]:
    """What became of these standing findings, the earliest told first."""
    found = (
        FollowUp(
            opening=row.opening_id,
            report=row.report,
            finding=row.finding_id,
            span=(row.start, row.end),
            outcome=row.outcome,
            published=row.published,
            reason=row.reason,
            score=row.score,
            basis=row.basis,
        )
        for row in asked(db, _FOLLOW_UPS, opening_ids)
    )
    return sorted(
        found, key=lambda one: (one.opening, one.published, one.report, one.span, one.finding or "", one.basis)
    )


def drop_follow_ups(db: Connection, basis: str, opening_ids: Iterable[str]) -> None:
    """Take away what became of these standing findings by one sort of evidence: matter or later."""
    done(db, _OF_BASIS, _rows(db, opening_ids).values(), basis=basis)


_DROP_PASSAGES = (
    delete(passages_table).where(passages_table.c.report.in_(KEYS)),
    delete(follow_ups_table).where(follow_ups_table.c.report.in_(KEYS), follow_ups_table.c.finding.is_(None)),
)


def put_passages(db: Connection, report: str, told: Iterable[tuple[Passage, Blocks]]) -> None:
    """Keep the passages of a report, under the keys where others look for them, in place of its former ones.

    What former passages told of announcements goes with them.
    """
    for statement in _DROP_PASSAGES:
        done(db, statement, [report])
    rows = Rows()
    for passage, blocks in told:
        start, end = passage.span
        rows.add(
            passages_table, id=passage.id, report=report, start=start, end=end, cue=passage.cue,
            outcome=passage.outcome,
        )  # fmt: skip
        for country in sorted(set(passage.parties)):
            rows.add(passage_parties, passage=passage.id, country=country)
        for key in sorted(set(blocks.kept)):
            rows.add(passage_keys, key=key, passage=passage.id)
    rows.put(db)


_UNDER = select(passage_keys.c.passage).where(passage_keys.c.key.in_(KEYS))
_PARTIES = select(passage_parties).where(passage_parties.c.passage.in_(KEYS))
_TEXT = func.substr(
    reports.c.text, passages_table.c.start + 1, passages_table.c.end - passages_table.c.start, type_=reports.c.text.type
)
_PASSAGES = (
    select(passages_table, reports.c.day, _TEXT.label("words"))
    .join(reports, reports.c.id == passages_table.c.report)
    .where(passages_table.c.id.in_(KEYS))
)


def passages(db: Connection, sought: Collection[str]) -> list[Passage]:
    """The passages that are kept under any of these keys, the earliest first."""
    ids = ids_of(db, _UNDER, sought)
    parties: defaultdict[str, list[str]] = defaultdict(list)
    for row in asked(db, _PARTIES, ids):
        parties[row.passage].append(row.country)
    found = (
        Passage(
            id=row.id,
            report=row.report,
            published=row.day,
            parties=tuple(sorted(parties[row.id])),
            span=(row.start, row.end),
            text=row.words,
            cue=row.cue,
            outcome=row.outcome,
        )
        for row in asked(db, _PASSAGES, ids)
    )
    return sorted(found, key=lambda one: (one.published, one.report, one.span, one.id))
