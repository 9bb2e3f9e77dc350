"""Joins the names in findings into people."""

from collections.abc import Collection, Sequence

from sqlalchemy import Connection

from comity import reconcile
from comity.matters import Naming
from comity.record import judging, naming


def name(db: Connection, findings: Collection[str]) -> None:
    """Give each name told in these findings to the person it is a name of."""
    _name(db, naming.put_namings(db, findings))


def name_anew(db: Connection, namings: Collection[str]) -> None:
    """The same for names, by id, of which less is told than before."""
    naming.drop_joins(db, namings)
    _name(db, naming.namings(db, namings))


def _name(db: Connection, touched: Sequence[Naming]) -> None:
    keys = {one.id: reconcile.naming_blocks(one) for one in touched}
    naming.put_naming_keys(db, {id: block.kept for id, block in keys.items()})
    near = naming.naming_candidates(db, {key for block in keys.values() for key in block.sought})
    naming.put_naming_links(db, reconcile.naming_links(touched, near))
    join_people(db, keys)


def join_people(db: Connection, namings: Collection[str]) -> None:
    """Make the people anew whose names these are, or are linked with."""
    ids = naming.naming_component(db, namings)
    known = {one.id: one for one in naming.namings(db, ids)}
    judgements = judging.judgements(db, subjects=ids)
    groups = reconcile.people(known.values(), naming.naming_links_among(db, ids), judgements)
    names = [reconcile.fullest_name([known[id] for id in group]) for group in groups]
    naming.put_people(db, ids, groups, names)
