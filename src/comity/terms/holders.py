"""Well-known office holders by state: whom they act for where a report takes it as known."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from comity.terms.states import StateCode, Words, unaccented
from comity.terms.table import Table


class HolderLists(BaseModel):
    """``women``: those of the holders who are women."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    women: Words


class Holders(Table):
    """Names of heads of state and government, ministers and heads of bodies, by the code they act for."""

    FILE: ClassVar[str] = "holders"

    holders: dict[StateCode, Words]
    lists: HolderLists

    def codes(self, words: Iterable[str]) -> tuple[str, ...]:
        """Codes that somebody of that name is known to act for; a single word must be one family's alone."""
        name = _plain(" ".join(words))
        alone = len(name) == 1 or (len(name) == 2 and len(name[0]) == 1)
        keys = [key for key in _keys(name) if len(key) > 1 or alone]
        return next((codes for key in keys if (codes := self._codes.get(key))), ())

    def is_woman(self, words: Iterable[str]) -> bool:
        """Whether the name is that of a woman among the holders."""
        return any(key in self._women for key in _keys(_plain(" ".join(words))))

    @cached_property
    def _codes(self) -> dict[tuple[str, ...], tuple[str, ...]]:
        found: dict[tuple[str, ...], dict[str, None]] = {}
        for code, names in self.holders.items():
            for name in names:
                for key in _keys(_plain(name)):
                    found.setdefault(key, {})[code] = None
        alone = {key: codes for key, codes in found.items() if len(key) > 1 or len(codes) == 1}
        return {key: tuple(codes) for key, codes in alone.items()}

    @cached_property
    def _women(self) -> frozenset[tuple[str, ...]]:
        return frozenset(key for name in self.lists.women for key in _keys(_plain(name)) if len(key) > 1)


def _plain(name: str) -> tuple[str, ...]:
    return tuple(unaccented(name).casefold().replace("-", " ").replace(".", " ").replace("'", "").split())


def _keys(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The ways a name is shortened, in the order they are tried: whole, first and last word, the
    first three, the last two, the last alone."""
    if not words:
        return
    yield words
    if len(words) > 2:
        yield words[0], words[-1]
    if len(words) > 3:
        yield words[:3]
    if len(words) > 2 and len(words[-2]) > 3:
        yield words[-2], words[-1]
    yield words[-1:]
