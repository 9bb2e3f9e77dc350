"""Settles what is kept of reports: which findings stand, what they are joined into, what became of what.

Whatever was done (a report added, read again, forgotten, a finding rejected), ``settle`` brings the account
in line with what is kept. It touches only the components of linked findings that have changed, so that its
cost depends on these and not on the record.
"""

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Connection

from comity import reconcile
from comity.matters import Passage, Told
from comity.record import joining, judging, keeping, mapping
from comity.run.events import event_links
from comity.run.following import follow_matters, follow_up, passages
from comity.run.naming import name
from comity.run.standing import due
from comity.terms import Terms


def settle(
    db: Connection,
    reports: Iterable[str],
    terms: Terms,
    *,
    anew: Collection[str] = (),
    again: Collection[str] = (),
) -> None:
    """Let the findings of these reports stand that should, and join what that touches.

    ``anew`` are ids of findings that were judged and may say something else now, ``again`` ids of findings
    that stand as before, but whose matters have to be reckoned again.
    """
    touched, new, told = set(again), set[str](), list[Passage]()
    for report in sorted(set(reports)):
        should = due(db, report, terms)
        now = keeping.standing(db, report)
        touched |= joining.fall(db, {id for id in now if id not in should or id in anew})
        rising = {id: standing for id, standing in should.items() if id not in now or id in anew}
        joining.stand(db, rising)
        new |= rising.keys()
        told += passages(db, report, sorted({code for one in should.values() for code in one.parties}), terms)
    fresh = mapping.told(db, new)
    _join(db, touched - new, fresh, terms)
    follow_up(db, fresh, told, terms)
    name(db, new)


def _join(db: Connection, touched: Collection[str], new: Sequence[Told], terms: Terms) -> None:
    """Link the new findings with those near them, and make the matters of all components touched anew."""
    sought = {key for told in new for key in reconcile.blocks(told).sought}
    links = reconcile.links(new, joining.candidates(db, sought))
    ends = {id for link in links for id in (link.one, link.other)}
    joining.put_links(db, [*links, *event_links(links, joining.anchored(db, ends))])
    ids = joining.component(db, {*touched, *(told.id for told in new)})
    told = mapping.told(db, ids)
    matters = reconcile.matters(told, joining.links_among(db, ids), judging.judgements(db, subjects=ids))
    joining.put_matters(db, ids, matters)
    follow_matters(db, told, matters, terms)
