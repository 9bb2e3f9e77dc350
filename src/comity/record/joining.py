"""What stands, where it is found, what it is linked to, and the matters made of it.

Only standing findings are joined. Whatever is derived of a finding (the parties it joins, the keys it is
found under, links, openings, what became of it) is written when it comes to stand and goes when it falls,
so that it depends on what stands now and on nothing before.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, delete, or_, select, union, update

from comity.matters import Link
from comity.record.amending import EVER, beside_by_judgement
from comity.record.following import drop_followed
from comity.record.gathering import matters, matters_of, put_matters
from comity.record.loading import PARTY
from comity.record.pairs import OF_FINDINGS, closure
from comity.record.sets import KEYS, Rows, asked, done, ids_of
from comity.record.tables import (
    block_keys,
    finding_anchors,
    finding_countries,
    findings,
    links,
    readings,
)
from comity.record.tables import (
    matters as matters_table,
)

__all__ = [
    "Standing", "anchored", "candidates", "component", "fall", "leave_out_links", "links_among", "matters",
    "matters_of", "put_links", "put_matters", "rows_of", "stand",
]  # fmt: skip


class Standing(NamedTuple):
    """What is derived of a finding that stands: the parties it joins, the findings it comes from, its keys."""

    parties: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    kept_keys: Collection[str] = ()


_LIVING = (
    select(findings.c.row, findings.c.id, findings.c.held, findings.c.place, findings.c.standing)
    .join(readings, readings.c.id == findings.c.reading)
    .where(findings.c.id.in_(KEYS), or_(readings.c.until.is_(None), findings.c.held))
)
_RISE = update(findings).where(findings.c.row.in_(KEYS)).values(standing=True)


def stand(db: Connection, told_by_id: Mapping[str, Standing]) -> None:
    """Let findings stand, by id: those of the current reading of a report, else as one held by judgement."""
    chosen: dict[str, Row[Any]] = {}
    for row in sorted(asked(db, _LIVING, told_by_id), key=lambda row: (row.held, row.place, row.row)):
        chosen.setdefault(row.id, row)
    _drop_derived(db, [row.row for row in chosen.values() if row.standing])
    rows = Rows()
    for key, row in chosen.items():
        _add_derived(rows, row.row, told_by_id[key])
    rows.put(db)
    done(db, _RISE, [row.row for row in chosen.values()])


def _add_derived(rows: Rows, row: str, derived: Standing) -> None:
    for place, country in enumerate(derived.parties):
        rows.add(finding_countries, finding=row, role=PARTY, place=place, country=country)
    for anchor in sorted(set(derived.anchors)):
        rows.add(finding_anchors, finding=row, anchor=anchor)
    for key in sorted(set(derived.kept_keys)):
        rows.add(block_keys, key=key, finding=row)


_DERIVED = (
    delete(finding_countries).where(finding_countries.c.finding.in_(KEYS), finding_countries.c.role == PARTY),
    delete(finding_anchors).where(finding_anchors.c.finding.in_(KEYS)),
    delete(block_keys).where(block_keys.c.finding.in_(KEYS)),
)


def _drop_derived(db: Connection, rows: Collection[str]) -> None:
    for statement in _DERIVED:
        done(db, statement, rows)


_STANDING = select(findings.c.row, findings.c.id, findings.c.matter).where(findings.c.id.in_(KEYS), findings.c.standing)
_other = findings.alias("other_finding")
_by_link = (
    select(_other.c.id)
    .select_from(findings)
    .join(links, links.c.one == findings.c.row)
    .join(_other, _other.c.row == links.c.other)
    .where(findings.c.id.in_(KEYS), findings.c.standing)
)
_by_link_back = (
    select(_other.c.id)
    .select_from(findings)
    .join(links, links.c.other == findings.c.row)
    .join(_other, _other.c.row == links.c.one)
    .where(findings.c.id.in_(KEYS), findings.c.standing)
)
_LINKED = union(_by_link, _by_link_back)
_BESIDE = union(_by_link, _by_link_back, beside_by_judgement())
_MATES = select(findings.c.id).where(findings.c.matter.in_(KEYS), findings.c.standing)
_FALL = update(findings).where(findings.c.row.in_(KEYS)).values(standing=False, matter=None)
_LEAVE = update(findings).where(findings.c.matter.in_(KEYS)).values(matter=None)
_DROP_MATTERS = delete(matters_table).where(matters_table.c.id.in_(KEYS))


def fall(db: Connection, ids: Iterable[str]) -> set[str]:
    """Let findings stand no more, with all that is derived of them and the matters they were in.

    Gives the ids of standing findings that were linked to them or in one matter with them: these are to
    be joined anew.
    """
    rows = list(asked(db, _STANDING, ids))
    fallen = {row.id for row in rows}
    their_matters = {row.matter for row in rows if row.matter}
    beside = ids_of(db, _LINKED, fallen) | ids_of(db, _MATES, their_matters)
    nodes = [row.row for row in rows]
    _drop_derived(db, nodes)
    OF_FINDINGS.drop(db, nodes)
    drop_followed(db, nodes)
    done(db, _LEAVE, their_matters)
    done(db, _DROP_MATTERS, their_matters)
    done(db, _FALL, nodes)
    return beside - fallen


_UNDER = (
    select(findings.c.id)
    .join(block_keys, block_keys.c.finding == findings.c.row)
    .where(block_keys.c.key.in_(KEYS), findings.c.standing)
)
_ANCHORED = (
    select(findings.c.id)
    .join(finding_anchors, finding_anchors.c.finding == findings.c.row)
    .where(finding_anchors.c.anchor.in_(KEYS), findings.c.standing)
)


def candidates(db: Connection, sought: Collection[str]) -> set[str]:
    """The ids of the standing findings that are kept under any of these keys."""
    return ids_of(db, _UNDER, sought)


def anchored(db: Connection, finding_ids: Iterable[str]) -> set[str]:
    """The ids of the standing events that come from any of these encounters and agreements."""
    return ids_of(db, _ANCHORED, finding_ids)


def put_links(db: Connection, told_links: Iterable[Link]) -> None:
    """Keep links between standing findings with their clues, in place of those of the same pairs."""
    given = list(told_links)
    OF_FINDINGS.put(db, given, rows_of(db, (key for link in given for key in (link.one, link.other))))


def leave_out_links(db: Connection, pairs: Collection[tuple[str, str]]) -> None:
    """Take away the links of these pairs of standing findings."""
    OF_FINDINGS.leave_out(db, pairs, rows_of(db, (key for pair in pairs for key in pair)))


def component(db: Connection, ids: Iterable[str]) -> set[str]:
    """These findings and all that hang together with them, by links and by judgements that hold them the same."""
    reached = closure(db, _BESIDE, ids, day=EVER)
    return set(rows_of(db, reached))


def links_among(db: Connection, ids: Iterable[str]) -> list[Link]:
    """The links between these standing findings, without their clues."""
    return OF_FINDINGS.among(db, {row: key for key, row in rows_of(db, ids).items()})


def rows_of(db: Connection, ids: Iterable[str]) -> dict[str, str]:
    """The rows of the standing findings of these ids."""
    return {row.id: row.row for row in asked(db, _STANDING, ids)}
