"""Takes people's judgements in: what they say is named, made a row of the record, and settled."""

import json
from collections.abc import Callable, Sequence
from typing import NamedTuple

from sqlalchemy import Connection

from comity.errors import BadJudgement
from comity.matters import Judgement, Subject, Verdict
from comity.record import joining, judging, keeping, naming, resolving
from comity.record.db import Record
from comity.run.clock import now
from comity.run.joining import Fallen, settle
from comity.run.naming import join_people
from comity.settings import Settings
from comity.terms import Terms, load


class Ruling(NamedTuple):
    """What somebody rules, before it is a judgement: the verdict, on what, and with which new values."""

    verdict: Verdict
    subjects: tuple[Subject, ...]
    amended: tuple[tuple[str, str], ...] = ()
    undoes: str | None = None


def on_finding(db: Connection, verdict: Verdict, finding: str) -> Ruling:
    """Confirm or reject a finding, named by its id or the beginning of it."""
    return Ruling(verdict, (Subject(resolving.resolve_finding(db, finding)),))


def amending(db: Connection, finding: str, fields: Sequence[str]) -> Ruling:
    """Give fields of a finding new values: ``field=value``, the value as JSON or as plain words.

    Raises ``BadJudgement`` where one is no such pair.
    """
    pairs = [field.partition("=") for field in fields]
    if not pairs or not all(name and sign for name, sign, _ in pairs):
        raise BadJudgement("An amendment is FIELD=VALUE.")
    amended = tuple(sorted((name.strip(), _as_json(value.strip())) for name, _, value in pairs))
    return Ruling("amend", (Subject(resolving.resolve_finding(db, finding)),), amended)


def _as_json(value: str) -> str:
    try:
        return json.dumps(json.loads(value), ensure_ascii=False)
    except ValueError:
        return json.dumps(value, ensure_ascii=False)


def merging(db: Connection, things: Sequence[str]) -> Ruling:
    """Hold matters, or people, for the same: each is named by its id; all its findings or names are one then."""
    members = [frozenset(_members(db, thing)) for thing in things]
    if len(set(members)) < 2:
        raise BadJudgement("There must be two things to hold for the same.")
    return Ruling("same", tuple(Subject(id) for id in sorted(frozenset().union(*members))))


def splitting(db: Connection, thing: str, parts: Sequence[str]) -> Ruling:
    """Hold some findings of a matter, or names of a person, apart from its others."""
    everything = set(_members(db, thing))
    apart = {_member(db, thing, part) for part in parts}
    if not apart or not apart < everything:
        raise BadJudgement(f"Some, not all, of what {thing} is made of must be named: {', '.join(sorted(everything))}.")
    sides = [Subject(id, int(id in apart)) for id in everything]
    return Ruling("apart", tuple(sorted(sides, key=lambda subject: (subject.side, subject.id))))


def _members(db: Connection, thing: str) -> Sequence[str]:
    if thing.startswith("p"):
        return naming.names_of(db, resolving.resolve_person(db, thing))
    return joining.matters(db, [resolving.resolve_matter(db, thing)])[0].findings


def _member(db: Connection, thing: str, part: str) -> str:
    return resolving.resolve_naming(db, part) if thing.startswith("p") else resolving.resolve_finding(db, part)


def undoing(db: Connection, judgement: str) -> Ruling:
    """Take a judgement back; raises ``BadJudgement`` where it was taken back already, or is itself a taking back."""
    undone = judging.judgement(db, resolving.resolve_judgement(db, judgement))
    if undone.verdict == "undo":
        raise BadJudgement(f"{undone.id} is itself an undoing.", "Judge anew instead.")
    if not judging.is_active(db, undone.id):
        raise BadJudgement(f"{undone.id} was undone already.")
    return Ruling("undo", undone.subjects, undoes=undone.id)


def judge(
    record: Record, ruled: Callable[[Connection], Ruling], settings: Settings, *, reason: str, author: str
) -> Judgement:
    """Keep a ruling as a judgement, and settle what it touches, in one transaction.

    Raises ``BadJudgement`` where it does not fit what it is on, ``NotThere`` where that is not there.
    """
    terms = load(settings.terms)
    with record.writing() as db:
        judgement = _made(ruled(db), reason, author)
        judging.add_judgement(db, judgement)
        heed(db, judgement, terms)
    return judgement


def _made(ruling: Ruling, reason: str, author: str) -> Judgement:
    told = (ruling.verdict, ruling.subjects, ruling.amended, ruling.undoes, reason, author, now())
    return Judgement(
        id=judging.judgement_id(*told),
        verdict=ruling.verdict,
        subjects=ruling.subjects,
        amended=ruling.amended,
        undoes=ruling.undoes,
        reason=reason,
        author=author,
        made=told[-1],
    )


def heed(db: Connection, judgement: Judgement, terms: Terms) -> None:
    """Settle what a judgement, or the one it takes back, is on."""
    heeded = judging.judgement(db, judgement.undoes) if judgement.undoes else judgement
    ids = judging.present(db, heeded.id)
    judging.refresh(db, ids)
    if heeded.verdict in ("same", "apart"):
        settle(db, (), terms, fallen=Fallen(ids))
        join_people(db, ids)
    else:
        # What else these reports tell may come from what was judged (events from an encounter), or go by it.
        reports = keeping.reports_of(db, ids)
        settle(db, reports, terms, anew={*ids, *keeping.standing(db, *reports)})
