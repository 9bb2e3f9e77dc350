"""The findings met within one transaction: each is asked for once, and its keys are reckoned once."""

from collections.abc import Iterable

from sqlalchemy import Connection

from comity import reconcile
from comity.matters import Blocks, Passage, Told
from comity.reconcile import follow
from comity.record import mapping
from comity.terms import Terms


class Met:
    """Standing findings by id, asked for as they are met."""

    def __init__(self, db: Connection, terms: Terms) -> None:
        self._db = db
        self._terms = terms
        self._told: dict[str, Told] = {}
        self._joining: dict[str, Blocks] = {}
        self._following: dict[str, Blocks] = {}

    def add(self, told: Iterable[Told]) -> None:
        """These are known and need not be asked for."""
        self._told |= {one.id: one for one in told}

    def told(self, ids: Iterable[str]) -> list[Told]:
        """The standing findings of these ids, earliest first."""
        wanted = set(ids)
        self.add(mapping.told(self._db, wanted - self._told.keys()))
        return sorted((self._told[id] for id in wanted if id in self._told), key=lambda one: one.order)

    def to_join(self, told: Told) -> Blocks:
        """Where a finding meets others that may tell of the same."""
        if told.id not in self._joining:
            self._joining[told.id] = reconcile.blocks(told)
        return self._joining[told.id]

    def to_follow(self, item: Told | Passage) -> Blocks:
        """Where an announcement meets what became of it."""
        if item.id not in self._following:
            self._following[item.id] = follow.keys(item, self._terms)
        return self._following[item.id]
