"""Settles what is kept of reports: which findings stand, what they are joined into, what became of what.

Whatever was done (a report added, read again, forgotten, a finding rejected), ``settle`` brings the account
in line with what is kept. It touches only the components of linked findings that have changed, so that its
cost depends on these and not on the record.
"""

from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType

from sqlalchemy import Connection

from comity import reconcile
from comity.findings import Reading
from comity.matters import Passage, Told
from comity.record import joining, judging, keeping
from comity.record.joining import Standing
from comity.run.events import event_links
from comity.run.following import follow_matters, follow_up, passages
from comity.run.met import Met
from comity.run.naming import name
from comity.run.standing import due, due_at_first
from comity.terms import Terms


def settle(
    db: Connection,
    reports: Iterable[str],
    terms: Terms,
    *,
    first: Mapping[str, Reading] = MappingProxyType({}),
    anew: Collection[str] = (),
    again: Collection[str] = (),
) -> None:
    """Let the findings of these reports stand that should, and join what that touches.

    ``first`` are the readings of those, by report, that were kept just now and are their first. ``anew`` are ids of findings that
    were judged and may say something else now, ``again`` ids of findings that stand as before, but whose
    matters have to be reckoned again.
    """
    met = Met(db, terms)
    touched, new, told = set(again), set[str](), list[Passage]()
    for report in sorted(set(reports)):
        if report in first:
            now, should = set[str](), due_at_first(db, first[report], terms)
            met.add(should.values())
        else:
            now, should = keeping.standing(db, report), due(db, report, terms)
        touched |= joining.fall(db, {id for id in now if id not in should or id in anew})
        rising = {id: one for id, one in should.items() if id not in now or id in anew}
        joining.stand(db, {id: _standing(one, met) for id, one in rising.items()})
        new |= rising.keys()
        told += passages(db, report, should.values(), met, terms)
    _join(db, met, touched - new, new, terms)
    follow_up(db, met, met.told(new), told, terms)
    name(db, new)


def _standing(told: Told, met: Met) -> Standing:
    return Standing(told.parties, told.anchors, met.to_join(told).kept | met.to_follow(told).kept)


def _join(db: Connection, met: Met, touched: Collection[str], new: Collection[str], terms: Terms) -> None:
    """Link the new findings with those near them, and make the matters of all components touched anew."""
    fresh = met.told(new)
    near = joining.candidates(db, {key for one in fresh for key in met.to_join(one).sought})
    links = reconcile.links(fresh, met.told(near), met.to_join)
    ends = {id for link in links for id in (link.one, link.other)}
    joining.put_links(db, [*links, *event_links(links, met.told(joining.anchored(db, ends)))])
    ids = joining.component(db, {*touched, *new})
    told = met.told(ids)
    matters = reconcile.matters(told, joining.links_among(db, ids), judging.judgements(db, subjects=ids))
    joining.put_matters(db, ids, matters)
    follow_matters(db, told, matters, terms)
