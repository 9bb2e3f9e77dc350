"""Why the record says so: the words, the reader, the links with their clues, and what people judged."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Row, select

from comity.errors import NoSuchFinding, NoSuchMatter, NoSuchReport, Stop, UnknownId
from comity.findings import Day, Span
from comity.matters import Clue, FollowUp, Subject, Verdict
from comity.record.asking.lists import Listed, listed
from comity.record.asking.pairs import Source, copies_of, earlier_versions, sources_of
from comity.record.loading import clues_of
from comity.record.resolving import resolve_finding, resolve_matter, resolve_report
from comity.record.sets import KEYS, asked
from comity.record.tables import (
    finding_inferred,
    finding_spans,
    findings,
    follow_ups,
    judgement_fields,
    judgement_subjects,
    judgements,
    link_clues,
    links,
    matters,
    openings,
    readers,
    readings,
    reports,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ground:
    """A finding and what it rests on: spans with their words, the step, clues and the reader that made it.

    ``standing`` says whether it is part of the account now, ``held`` that only a judgement keeps it,
    ``until`` when the reading that tells it was replaced (None: it is the current one). ``due`` is the
    last day of its deadline where it announces something.
    """

    id: str
    kind: str
    report: str
    day: Day
    matter: str | None
    standing: bool
    held: bool
    verdict: Verdict | None
    confidence: float
    step: str
    inferred: tuple[str, ...]
    clues: tuple[str, ...]
    evidence: tuple[tuple[Span, str], ...]
    reading: str
    version: str
    model: str
    terms: str
    made: str
    until: str | None
    opening: bool
    due: Day | None


@dataclass(frozen=True, slots=True)
class Tie:
    """Two findings thought to tell of one matter, the sum of the clues' weights, and the clues, heaviest first."""

    one: str
    other: str
    score: float
    clues: tuple[Clue, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement with its subjects (as judged, and what it holds of now) and the day it was undone, if it was."""

    id: str
    verdict: Verdict
    subjects: tuple[Subject, ...]
    now: tuple[str | None, ...]
    amended: tuple[tuple[str, str], ...]
    reason: str
    author: str
    made: str
    undone: str | None


@dataclass(frozen=True, slots=True)
class Why:
    """All that stands behind a report, finding or matter.

    ``grounds`` are the findings that stand, earliest first; ``former`` those that earlier readings, or
    earlier versions of the reports, told in their place. ``sources`` are the reports with their copies
    and versions.
    """

    asked: str
    matter: Listed | None
    grounds: tuple[Ground, ...]
    former: tuple[Ground, ...]
    ties: tuple[Tie, ...]
    judgements: tuple[Judged, ...]
    follow_ups: tuple[FollowUp, ...]
    sources: tuple[Source, ...]


def why(db: Connection, id: str) -> Why:
    """What stands behind the report, finding or matter of that id, or of its beginning.

    Raises ``UnknownId`` and ``Ambiguous``.
    """
    kind, named = _meant(db, id)
    grounds = _grounds(db, _chosen(kind, named))
    told = [ground for _, ground in grounds]
    rows = {row: ground.id for row, ground in grounds}
    told_in = {ground.report for ground in told} | ({named} if kind == "report" else set())
    return Why(
        asked=named,
        matter=_listed(db, _matter_of(db, kind, named)),
        grounds=tuple(ground for ground in told if ground.standing),
        former=tuple(ground for ground in told if not ground.standing),
        ties=_ties(db, rows),
        judgements=judged(db, rows.values()),
        follow_ups=_follow_ups(db, rows),
        sources=_sources(db, told_in),
    )


def _meant(db: Connection, id: str) -> tuple[str, str]:
    """What is meant: report, matter or finding, and its id."""
    for kind, column in _WHOLE:
        if db.execute(select(column).where(column == id).limit(1)).first():
            return kind, id
    for kind, resolve, none in _WAYS:
        try:
            return kind, resolve(db, id)
        except none:
            continue
    raise UnknownId(f"The record holds nothing under {id[:60]!r}.")


def _resolve_matter(db: Connection, id: str) -> str:
    # A finding's own id is also that of its matter for those who judge: here it means the finding.
    if not id.startswith("m"):
        raise NoSuchMatter(id)
    return resolve_matter(db, id)


def _resolve_finding(db: Connection, id: str) -> str:
    # A matter whose earliest finding is no longer part of the account is told by that finding, and why it is not.
    return resolve_finding(db, id.removeprefix("m"))


# Whole ids, which most are, are looked up at once; the other ways look through all reports first.
_WHOLE: tuple[tuple[str, Column[str]], ...] = (
    ("report", reports.c.id),
    ("matter", matters.c.id),
    ("finding", findings.c.id),
)
_WAYS: tuple[tuple[str, Callable[[Connection, str], str], type[Stop]], ...] = (
    ("report", resolve_report, NoSuchReport),
    ("matter", _resolve_matter, NoSuchMatter),
    ("finding", _resolve_finding, NoSuchFinding),
)


def _matter_of(db: Connection, kind: str, named: str) -> str | None:
    if kind != "finding":
        return named if kind == "matter" else None
    return db.scalar(select(findings.c.matter).where(findings.c.id == named, findings.c.standing))


def _chosen(kind: str, named: str) -> ColumnElement[bool]:
    """Which findings the question is about: those of a report, those of a matter, or one by all readings."""
    if kind == "report":
        return (findings.c.report == named) & (findings.c.kind != "topic")
    return findings.c.matter == named if kind == "matter" else findings.c.id == named


def _grounds(db: Connection, chosen: ColumnElement[bool]) -> list[tuple[str, Ground]]:
    rows = db.execute(
        _GROUNDS.where(chosen).order_by(findings.c.day, findings.c.report, findings.c.kind, findings.c.place)
    )
    heads = {row.row: row for row in rows}
    evidence, inferred = _by_finding(asked(db, _SPANS, heads)), _by_finding(asked(db, _INFERRED, heads))
    return [(row, _ground(head, evidence[row], inferred.get(row, []))) for row, head in heads.items()]


def _by_finding(rows: Iterable[Row[Any]]) -> dict[str, list[Row[Any]]]:
    grouped: dict[str, list[Row[Any]]] = {}
    for row in rows:
        grouped.setdefault(row.finding, []).append(row)
    return grouped


def _ground(head: Any, spans: Sequence[Row[Any]], inferred: Sequence[Row[Any]]) -> Ground:
    told = {name: value for name, value in head._mapping.items() if name not in ("row", "opened", "clues")}
    return Ground(
        **told,
        opening=head.opened is not None,
        evidence=tuple(((span.start, span.end), span.evidence) for span in spans),
        inferred=tuple(row.field for row in inferred),
        clues=clues_of(head),
    )


_GROUNDS = (
    select(
        findings.c.row, findings.c.id, findings.c.kind, findings.c.report, findings.c.day, findings.c.matter,
        findings.c.standing, findings.c.held, findings.c.verdict, findings.c.confidence, findings.c.step,
        findings.c.clues,
        readings.c.id.label("reading"), readings.c.made, readings.c.until,
        readers.c.version, readers.c.model, readers.c.terms, openings.c.finding.label("opened"), openings.c.due,
    )
    .join(readings, readings.c.id == findings.c.reading)
    .join(readers, readers.c.id == readings.c.reader)
    .outerjoin(openings, openings.c.finding == findings.c.row)
)  # fmt: skip
_SPANS = select(finding_spans).where(finding_spans.c.finding.in_(KEYS)).order_by(finding_spans.c.place)
_INFERRED = select(finding_inferred).where(finding_inferred.c.finding.in_(KEYS)).order_by(finding_inferred.c.place)


def _ties(db: Connection, rows: Mapping[str, str]) -> tuple[Tie, ...]:
    """The links of these findings, given as rows with their ids, to each other and to others."""
    found = {(row.one, row.other): row.score for row in asked(db, _LINKS, rows)}
    found |= {(row.one, row.other): row.score for row in asked(db, _LINKS_BACK, rows)}
    clues: dict[tuple[str, str], list[Clue]] = {}
    for row in chain(asked(db, _CLUES, rows), asked(db, _CLUES_BACK, rows)):
        clue = Clue(row.clue, row.weight, row.sentence)
        if clue not in clues.setdefault((row.one, row.other), []):
            clues[row.one, row.other].append(clue)
    ids = {row.row: row.id for row in asked(db, _IDS, {end for pair in found for end in pair})}
    ties = [tie(ids[one], ids[other], found[one, other], clues.get((one, other), [])) for one, other in found]
    return tuple(sorted(ties, key=lambda tie: (-tie.score, tie.one, tie.other)))


def tie(one: str, other: str, score: float, clues: Iterable[Clue]) -> Tie:
    """A link of two with its clues, heaviest first."""
    heaviest = sorted(clues, key=lambda clue: (-abs(clue.weight), clue.name))
    return Tie(min(one, other), max(one, other), score, tuple(heaviest))


_LINKS = select(links).where(links.c.one.in_(KEYS))
_LINKS_BACK = select(links).where(links.c.other.in_(KEYS))
_CLUES = select(link_clues).where(link_clues.c.one.in_(KEYS))
_CLUES_BACK = select(link_clues).where(link_clues.c.other.in_(KEYS))
_IDS = select(findings.c.row, findings.c.id).where(findings.c.row.in_(KEYS))


def judged(db: Connection, ids: Iterable[str]) -> tuple[Judged, ...]:
    """The judgements on these findings or names, by id, earliest first."""
    wanted = set(ids)
    heads = {row.id: row for row in chain(asked(db, _JUDGED_AS, wanted), asked(db, _JUDGED_NOW, wanted))}
    subjects = _by_judgement(asked(db, _SUBJECTS, heads))
    fields = _by_judgement(asked(db, _FIELDS, heads))
    undone = {row.undoes: row.made for row in asked(db, _UNDONE, heads)}
    told = [
        Judged(
            id=head.id, verdict=head.verdict, reason=head.reason, author=head.author, made=head.made,
            subjects=tuple(Subject(row.subject, row.side) for row in subjects[head.id]),
            now=tuple(row.applies_to for row in subjects[head.id]),
            amended=tuple((row.field, row.value) for row in fields.get(head.id, [])),
            undone=undone.get(head.id),
        )
        for head in heads.values()
    ]  # fmt: skip
    return tuple(sorted(told, key=lambda one: (one.made, one.id)))


def _by_judgement(rows: Iterable[Row[Any]]) -> dict[str, list[Row[Any]]]:
    grouped: dict[str, list[Row[Any]]] = {}
    for row in rows:
        grouped.setdefault(row.judgement, []).append(row)
    return grouped


_JUDGEMENTS = select(judgements).join(judgement_subjects, judgement_subjects.c.judgement == judgements.c.id)
_JUDGED_AS = _JUDGEMENTS.where(judgement_subjects.c.subject.in_(KEYS))
_JUDGED_NOW = _JUDGEMENTS.where(judgement_subjects.c.applies_to.in_(KEYS))
_SUBJECTS = (
    select(judgement_subjects).where(judgement_subjects.c.judgement.in_(KEYS)).order_by(judgement_subjects.c.place)
)
_FIELDS = select(judgement_fields).where(judgement_fields.c.judgement.in_(KEYS)).order_by(judgement_fields.c.field)
_UNDONE = select(judgements.c.undoes, judgements.c.made).where(judgements.c.undoes.in_(KEYS))


def _follow_ups(db: Connection, rows: Iterable[str]) -> tuple[FollowUp, ...]:
    wanted = set(rows)
    found = {row for query in (_OUTCOMES, _OUTCOMES_BACK) for row in asked(db, query, wanted)}
    told = [
        FollowUp(
            basis=row.basis, opening=row.opening_id, report=row.report, finding=row.finding_id,
            span=(row.start, row.end), outcome=row.outcome, published=row.published, reason=row.reason, score=row.score,
        )
        for row in found
    ]  # fmt: skip
    return tuple(sorted(told, key=lambda one: (one.published, one.opening, one.report, one.span)))


_opened, _later = findings.alias("opened"), findings.alias("later")
_OUTCOMES_OF = (
    select(follow_ups, _opened.c.id.label("opening_id"), _later.c.id.label("finding_id"))
    .join(_opened, _opened.c.row == follow_ups.c.opening)
    .outerjoin(_later, _later.c.row == follow_ups.c.finding)
)
_OUTCOMES = _OUTCOMES_OF.where(follow_ups.c.opening.in_(KEYS))
_OUTCOMES_BACK = _OUTCOMES_OF.where(follow_ups.c.finding.in_(KEYS))


def _sources(db: Connection, ids: Iterable[str]) -> tuple[Source, ...]:
    """The reports, what they are copies of, their copies, and their versions."""
    known = sources_of(db, ids)
    known |= copies_of(db, {one.copy_of or one.id for one in known.values()})
    known |= earlier_versions(db, known)
    return tuple(sorted(known.values(), key=lambda one: (one.day, one.id)))


def _listed(db: Connection, matter: str | None) -> Listed | None:
    rows = db.execute(select(matters).where(matters.c.id == matter)).all() if matter else []
    return next(iter(listed(db, rows)), None)
