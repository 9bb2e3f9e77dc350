"""Words of lines that are no part of a report."""

import re
from collections.abc import Iterable
from functools import cached_property
from typing import ClassVar

from comity.terms.table import Table


class Boilerplate(Table):
    """Phrases in lower case, and the patterns made of them; the file tells what each list holds."""

    FILE: ClassVar[str] = "boilerplate"

    labels: tuple[str, ...]
    buttons: tuple[str, ...]
    pointers: tuple[str, ...]
    asides: tuple[str, ...]
    lists: frozenset[str]
    notices: tuple[str, ...]
    credits: tuple[str, ...]
    workers: tuple[str, ...]
    marks: frozenset[str]
    offices: tuple[str, ...]
    outlets: frozenset[str]
    stamps: tuple[str, ...]

    @cached_property
    def row_of_buttons(self) -> re.Pattern[str]:
        """Matches a whole line of buttons, with numbers and signs between them."""
        return _row_of(self.buttons)

    @cached_property
    def row_of_parts(self) -> re.Pattern[str]:
        """Matches a whole line of buttons, section names, time stamps and writers without a name."""
        return _row_of((*self.buttons, *self.labels, *self.stamps, *self.offices))

    @cached_property
    def pointer(self) -> re.Pattern[str]:
        """Matches how a line begins that points to something else after a colon."""
        return re.compile(rf"{_any_of((*self.pointers, *sorted(self.lists)))}\s*:", re.IGNORECASE)

    @cached_property
    def aside(self) -> re.Pattern[str]:
        """Matches how a line begins that points to another story, with or without a colon."""
        return re.compile(rf"{_any_of(self.asides)}(?:\s*:|\b[^.]*$)", re.IGNORECASE)

    @cached_property
    def notice(self) -> re.Pattern[str]:
        """Matches how a notice to the reader begins."""
        return re.compile(rf"{_any_of(self.notices)}\b", re.IGNORECASE)

    @cached_property
    def credit(self) -> re.Pattern[str]:
        """Matches how a line begins that names a picture's or a text's maker after a colon."""
        return re.compile(rf"{_any_of(self.credits)}\s*:", re.IGNORECASE)

    @cached_property
    def worker(self) -> re.Pattern[str]:
        """Matches how a line begins that tells who wrote, edited or photographed."""
        return re.compile(rf"{_any_of(self.workers)}\b", re.IGNORECASE)

    @cached_property
    def office(self) -> re.Pattern[str]:
        """Matches a whole line that ends with what newspapers call a writer."""
        return re.compile(rf"(?:.{{0,40}}[\s,|])?{_any_of(self.offices)}", re.IGNORECASE)


def _row_of(phrases: Iterable[str]) -> re.Pattern[str]:
    # Possessive, so that a long row of known words is matched in one go or not at all.
    return re.compile(rf"(?:[\W\d_]*+{_any_of(phrases)}(?!\w))++[\W\d_]*+", re.IGNORECASE)


def _any_of(phrases: Iterable[str]) -> str:
    return f"(?:{'|'.join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))})"
