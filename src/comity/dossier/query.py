"""The one module that asks the record for a dossier."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from comity.dossier.account import Account
from comity.findings import Code, Day
from comity.matters import Matter
from comity.record import following, joining, judging, mapping
from comity.record.asking import between, contradicted, earlier_versions, figures_of, people_in, sources_of

# As much of one kind as anybody reads in one page; older ones are counted, and listed elsewhere.
MOST = 60


def account(db: Connection, pair: tuple[Code, Code], day: Day, most: int = MOST) -> Account:
    """What stands in the record now on a pair, the newest ``most`` matters of each kind; outcomes reckoned to ``day``.

    What a day in the past would have shown, ``run`` asks: the record as it was joined then.
    """
    one, other = sorted(pair)
    held = between(db, one, other, most)
    found = _account(db, [*held.alone, *held.joint], day)
    matters = {matter.id: matter for matter in found.matters}
    return replace(
        found,
        pair=(one, other),
        matters=_ordered(matters, held.alone),
        joint=_ordered(matters, held.joint),
        people=tuple(people_in(db, matters)),
        totals=held.totals,
    )


def contradictions(db: Connection, day: Day, limit: int, offset: int = 0) -> Account:
    """Figures of all states whose claims cannot all be right, the newest first.

    What is told of other figures of the same two stands in ``told``, too.
    """
    found = _account(db, contradicted(db, limit, offset), day)
    # What else is told of the same two may be the same seen from a part: exports beside trade.
    pairs = {matter.parties for matter in found.matters if len(matter.parties) == 2}
    beside = [finding for one, other in sorted(pairs) for finding in figures_of(db, one, other, MOST)]
    told = {one.id: one for one in mapping.told(db, beside)}
    return replace(found, told={**told, **found.told})


def _account(db: Connection, ids: Sequence[str], day: Day) -> Account:
    matters = _ordered({matter.id: matter for matter in joining.matters(db, ids)}, ids)
    findings = [finding for matter in matters for finding in matter.findings]
    told = {one.id: one for one in mapping.told(db, findings)}
    openings = following.openings(db, findings)
    follow_ups = tuple(following.follow_ups(db, openings))
    telling = {one.report for one in told.values()} | {one.report for one in follow_ups}
    return Account(
        day=day,
        pair=(),
        matters=matters,
        joint=(),
        told=told,
        due={finding: opening.due for finding, opening in openings.items()},
        follow_ups=follow_ups,
        sources=sources_of(db, telling) | earlier_versions(db, telling),
        people=(),
        judgements=tuple(judging.judgements(db, subjects=findings)),
    )


def _ordered(matters: dict[str, Matter], ids: Iterable[str]) -> tuple[Matter, ...]:
    return tuple(matters[one] for one in ids if one in matters)
