"""Offices, institutions and forms of address, as data."""

from functools import cached_property
from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from comity.terms.table import Table


class OfficeWords(BaseModel):
    """The words an office phrase, an institution or a name is built of, in lower case."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    modifiers: frozenset[str]
    fields: frozenset[str]
    bodies: frozenset[str]
    body_words: frozenset[str]
    honorifics: frozenset[str]
    particles: frozenset[str]
    never_names: frozenset[str]
    small_words: frozenset[str]
    of_anything: frozenset[str]
    twofold: frozenset[str]
    capital_only: frozenset[str]
    parties: tuple[str, ...]
    persons: tuple[str, ...]
    across: frozenset[str]
    side: frozenset[str]
    collective: frozenset[str]


class Offices(Table):
    """Offices: ``heads`` maps the noun an office ends in to its class ("foreign minister" is a minister).

    ``gender`` tells "m" or "f" where a title does; ``of_body`` the code of the state or body whose
    office it always is ("Taoiseach").
    """

    FILE: ClassVar[str] = "offices"

    heads: dict[str, str]
    lists: OfficeWords
    plurals: dict[str, str]
    gender: dict[str, str]
    of_body: dict[str, str]

    def singular(self, word: str) -> str:
        """The noun's singular, as far as offices go."""
        if word in self.plurals:
            return self.plurals[word]
        return word[:-1] if word.endswith("s") and not word.endswith("ss") else word

    @cached_property
    def institutions(self) -> frozenset[str]:
        """The heads that are institutions ("ministry")."""
        return frozenset(head for head, kind in self.heads.items() if kind == "institution")

    @cached_property
    def kinds(self) -> dict[str, str]:
        """The class of each head, with its hyphens and with blanks for them."""
        return {**self.heads, **{head.replace("-", " "): kind for head, kind in self.heads.items()}}

    @cached_property
    def heads_by_last_word(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        """The heads as words, whole and parted at hyphens, by their last word, longest first."""
        found: dict[str, set[tuple[str, ...]]] = {}
        for head in self.kinds:
            words = tuple(head.split())
            found.setdefault(words[-1], set()).add(words)
        return {last: tuple(sorted(heads, key=lambda h: (-len(h), h))) for last, heads in found.items()}
