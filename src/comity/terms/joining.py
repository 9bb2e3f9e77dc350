"""What tells that findings of several reports speak of one thing: offices, sittings, levels, titles, letters."""

import re
from functools import cached_property
from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from comity.terms.table import Table


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Sides(_Part):
    """Classes of offices that tell one traveller or host from another."""

    principals: frozenset[str]


class Titles(_Part):
    """Words of titles: that tell little, that name many, another name or a signing just done, that stand for others."""

    generic: frozenset[str]
    many: tuple[str, ...]
    renamed: tuple[str, ...]
    fresh: tuple[str, ...]
    same: dict[str, tuple[str, ...]]


class Ranked(_Part):
    """What has a number ("tenth session"), and verbs after "the tenth" where what it is has been told before."""

    sittings: tuple[str, ...]
    verbs: tuple[str, ...]


class Promises(_Part):
    """Words that any promise between states may hold."""

    generic: frozenset[str]


class Letters(_Part):
    """Spellings and what stands for them, in the order in which they are replaced."""

    order: tuple[tuple[str, str], ...]


class NameWords(_Part):
    """Words that are no part of a name, and those that alone name nobody."""

    titles: frozenset[str]
    particles: frozenset[str]


class Joining(Table):
    """The vocabulary of likeness; ``roles``, ``sittings`` and ``levels`` map a class to its phrases."""

    FILE: ClassVar[str] = "joining"

    roles: dict[str, tuple[str, ...]]
    sides: Sides
    sittings: dict[str, tuple[str, ...]]
    levels: dict[str, tuple[str, ...]]
    titles: Titles
    ranked: Ranked
    promises: Promises
    letters: Letters
    names: NameWords

    def roles_in(self, text: str) -> frozenset[str]:
        """The classes of offices that lower-case text names, a longer phrase before one within it."""
        found: dict[str, None] = {}
        for match in self._role_pattern.finditer(text):
            found[self._role_of[match[1]]] = None
        return frozenset(found)

    def sittings_in(self, text: str) -> frozenset[str]:
        """The kinds of sittings and gatherings that lower-case text names."""
        return _named_in(self.sittings, text)

    def levels_in(self, text: str) -> frozenset[str]:
        """The levels of instruments that lower-case text names."""
        return _named_in(self.levels, text)

    @cached_property
    def _role_of(self) -> dict[str, str]:
        return {phrase: role for role, phrases in self.roles.items() for phrase in phrases}

    @cached_property
    def _role_pattern(self) -> re.Pattern[str]:
        return _any_of(self._role_of)


def _named_in(classes: dict[str, tuple[str, ...]], text: str) -> frozenset[str]:
    return frozenset(name for name, phrases in classes.items() if any(phrase in text for phrase in phrases))


def _any_of(phrases: dict[str, str]) -> re.Pattern[str]:
    ordered = sorted(phrases, key=len, reverse=True)
    return re.compile(r"(?<![\w-])(" + "|".join(re.escape(phrase) for phrase in ordered) + r")s?(?!\w)")
