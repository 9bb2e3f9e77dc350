"""Gives the account of a relation: as it stands now, or as it would have stood on a day.

A past day's account is joined anew in memory, by the same pure functions, from the reports that were
published and the judgements that were made by then; nothing of it is written down.
"""

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Connection

from comity.dossier import query
from comity.dossier.account import Account
from comity.findings import Code, Day
from comity.matters import Conflict, Matter, Told
from comity.reconcile import figures, follow, versions
from comity.record import keeping, mapping
from comity.record.db import Record
from comity.run import checking
from comity.run.clock import today
from comity.run.past import past_account
from comity.run.standing import findings_of
from comity.settings import Settings
from comity.terms import load


def account(record: Record, pair: tuple[Code, Code], settings: Settings, day: Day | None = None) -> Account:
    """What the record holds on two states or bodies, on a day (YYYY-MM-DD; today unless told)."""
    asked = day or today()
    with record.asking() as db:
        # As long as no report is dated later, what stands is what stood on the day.
        if asked >= today() and (keeping.last_day(db) or asked) <= asked:
            found = query.account(db, pair, asked)
        else:
            found = past_account(db, pair, asked, load(settings.terms))
        chosen = tuple(follow.chosen(found.follow_ups))
        figures_told = [found.members(one) for one in (*found.matters, *found.joint) if one.kind == "figure"]
        return replace(
            found,
            follow_ups=chosen,
            conflicts=conflicts(found),
            withdrawn=withdrawn(db, found),
            checks=checking.of_matters(db, figures_told, load(settings.terms), day),
        )


def conflicts(found: Account) -> tuple[Conflict, ...]:
    """The figures of the account whose claims cannot all be right, newest first."""
    told = [one for one in found.told.values() if one.kind == "figure"]
    return tuple(
        conflict
        for matter in found.matters
        if matter.conflict and (conflict := figures.conflict(found.members(matter), _others(matter, told)))
    )


def _others(matter: Matter, told: Iterable[Told]) -> list[Told]:
    own = set(matter.findings)
    return sorted((one for one in told if one.id not in own), key=lambda one: one.order)


def withdrawn(db: Connection, found: Account) -> dict[str, tuple[str, ...]]:
    """For each version that another has replaced, the findings which that one no longer tells, by id."""
    replaced = {source.id: source.replaced_by for source in found.sources.values() if source.replaced_by}
    return {old: gone for old, new in sorted(replaced.items()) if (gone := no_longer_told(db, old, new))}


def no_longer_told(db: Connection, old: str, new: str) -> tuple[str, ...]:
    """The findings of a version, by id, that a later version of the same report no longer tells."""
    former, present = ([one for _, one in findings_of(mapping.reading(db, id))] for id in (old, new))
    return versions.withdrawn(former, present)
