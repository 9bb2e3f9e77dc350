"""Settles what is kept of reports: which findings stand, what they are joined into, what became of what.

Whatever was done (a report added, read again, forgotten, a finding rejected), ``settle`` brings the account
in line with what is kept. It touches only the components of linked findings that have changed, so that its
cost depends on these and not on the record.
"""

from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from sqlalchemy import Connection

from comity import reconcile
from comity.findings import Reading
from comity.matters import Link, Passage, Told
from comity.record import joining, judging, keeping
from comity.record.joining import Standing
from comity.run.events import event_links
from comity.run.following import follow_matters, follow_up, passages
from comity.run.met import Met
from comity.run.naming import name
from comity.run.standing import due, due_at_first
from comity.terms import Terms


class Fallen(NamedTuple):
    """What findings that fell leave: those that hung together with them, and of these those to be linked anew."""

    touched: Collection[str] = ()
    loose: Collection[str] = ()


NOTHING = Fallen()


def settle(
    db: Connection,
    reports: Iterable[str],
    terms: Terms,
    *,
    first: Mapping[str, Reading] = MappingProxyType({}),
    anew: Collection[str] = (),
    fallen: Fallen = NOTHING,
) -> None:
    """Let the findings of these reports stand that should, and join what that touches.

    ``first`` are the readings of those, by report, that were kept just now and are their first. ``anew`` are
    ids of findings that were judged and may say something else now; ``fallen`` is what others have left that
    fell before.
    """
    met = Met(db, terms)
    touched, loose = set(fallen.touched), set(fallen.loose)
    new, told = set[str](), list[Passage]()
    reports = sorted(set(reports))
    for report in reports:
        if report in first:
            now, should = set[str](), due_at_first(db, first[report], terms)
            met.add(should.values())
        else:
            now, should = keeping.standing(db, report), due(db, report, terms)
        left = fall(db, {id for id in now if id not in should or id in anew})
        touched.update(left.touched)
        loose.update(left.loose)
        rising = {id: one for id, one in should.items() if id not in now or id in anew}
        joining.stand(db, {id: _standing(one, met) for id, one in rising.items()})
        new |= rising.keys()
        told += passages(db, report, should.values(), met, terms)
    _join(db, met, touched - new, new | _around(db, met, loose - new), terms)
    follow_up(db, met, met.told(new), told, terms)
    name(db, keeping.finding_ids(db, *reports))


def fall(db: Connection, gone: Collection[str]) -> Fallen:
    """Let findings stand no more; what is left has to be settled."""
    if not gone:
        return NOTHING
    together = joining.component(db, gone)
    holds = reconcile.holds_without(joining.links_among(db, together), gone)
    left = (together | joining.fall(db, gone)) - set(gone)
    return Fallen(left, () if holds else left)


def _around(db: Connection, met: Met, loose: Collection[str]) -> set[str]:
    """Findings to be linked anew, and all that hang together with what they come from, or what comes from them."""
    reached, edge = set(loose), set(loose)
    while edge:
        beside = joining.anchored(db, edge) | {anchor for one in met.told(edge) for anchor in one.anchors}
        edge = joining.component(db, beside) - reached
        reached |= edge
    return reached


def _standing(told: Told, met: Met) -> Standing:
    return Standing(told.parties, told.anchors, met.to_join(told).kept | met.to_follow(told).kept)


def _join(db: Connection, met: Met, touched: Collection[str], fresh: Collection[str], terms: Terms) -> None:
    """Link the fresh findings with those near them, and make the matters of all components touched anew."""
    links = _linked(db, met, fresh)
    ids = joining.component(db, {*touched, *fresh, *(id for link in links for id in (link.one, link.other))})
    stored = joining.links_among(db, ids)
    kept = reconcile.thinned([*stored, *links])
    pairs = {(link.one, link.other) for link in kept}
    known = {(link.one, link.other) for link in stored}
    joining.leave_out_links(db, known - pairs)
    joining.put_links(db, [link for link in kept if (link.one, link.other) not in known])
    told = met.told(ids)
    matters = reconcile.matters(told, kept, judging.judgements(db, subjects=ids))
    joining.put_matters(db, ids, matters)
    follow_matters(db, told, matters, terms)


def _linked(db: Connection, met: Met, ids: Collection[str]) -> list[Link]:
    """The links of these findings with all that are near them."""
    fresh = met.told(ids)
    near = joining.candidates(db, {key for one in fresh for key in met.to_join(one).sought})
    links = reconcile.links(fresh, met.told(near), met.to_join)
    ends = {id for link in links for id in (link.one, link.other)}
    return [*links, *event_links(links, met.told(joining.anchored(db, ends)))]
