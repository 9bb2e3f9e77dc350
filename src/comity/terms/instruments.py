"""Instruments between states: the nouns that name them, and the words that tell what became of them."""

from functools import cached_property
from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict

from comity.findings import AgreementKind, AgreementStatus
from comity.terms.table import Table


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class InstrumentNoun(_Part):
    """A noun that names an instrument; ``forms`` are in lower case, the singular first."""

    kind: AgreementKind
    forms: tuple[str, ...]
    needs: Literal["nothing", "sign", "word", "after"]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class ByStatus(_Part):
    """Words by the status they give an instrument."""

    signed: tuple[str, ...] = ()
    planned: tuple[str, ...] = ()
    in_force: tuple[str, ...] = ()
    ratified: tuple[str, ...] = ()
    terminated: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()

    def within(self, text: str) -> AgreementStatus | None:
        """The status of the first phrase that stands in the text."""
        return next((statuses[0] for phrase, statuses in self._index.items() if phrase in text), None)

    def of(self, word: str) -> tuple[AgreementStatus, ...]:
        """Every status that the word may give, in the order of the fields."""
        return self._index.get(word, ())

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word or phrase that gives a status."""
        return frozenset(self._index)

    @cached_property
    def _index(self) -> dict[str, tuple[AgreementStatus, ...]]:
        index: dict[str, tuple[AgreementStatus, ...]] = {}
        lists: tuple[tuple[AgreementStatus, tuple[str, ...]], ...] = (
            ("signed", self.signed),
            ("planned", self.planned),
            ("in_force", self.in_force),
            ("ratified", self.ratified),
            ("terminated", self.terminated),
            ("rejected", self.rejected),
        )
        for status, words in lists:
            for word in words:
                index[word] = (*index.get(word, ()), status)
        return index


class Marks(_Part):
    """Words next to the noun: ``outside`` are no part of a title, with ``domestic`` ones it is no instrument of
    two states, after ``idioms`` "agreement" is none at all, nor are papers before ``deposits``."""

    planned: tuple[str, ...]
    in_force: tuple[str, ...]
    outside: frozenset[str]
    domestic: frozenset[str]
    idioms: frozenset[str]
    deposits: tuple[str, ...]


class Signing(_Part):
    """Verbs that only instruments are objects of, in the company of their nouns."""

    verbs: frozenset[str]


class Parliaments(_Part):
    """Bodies, and the verbs by which they ratify."""

    nouns: frozenset[str]
    verbs: frozenset[str]


class Title(_Part):
    """Verbs of headlines before a title, and words that go on with it after its noun."""

    verbs: frozenset[str]
    links: frozenset[str]


class Instruments(Table):
    """The vocabulary of treaties, agreements, memoranda, protocols, programmes, declarations, contracts."""

    FILE: ClassVar[str] = "instruments"

    nouns: tuple[InstrumentNoun, ...]
    verbs: ByStatus
    signing: Signing
    parliaments: Parliaments
    phrases: ByStatus
    acts: ByStatus
    prepositions: ByStatus
    after: ByStatus
    marks: Marks
    title: Title

    @cached_property
    def by_form(self) -> dict[str, tuple[InstrumentNoun, ...]]:
        """The nouns of each spelling."""
        index: dict[str, tuple[InstrumentNoun, ...]] = {}
        for noun in self.nouns:
            for form in noun.forms:
                index[form] = (*index.get(form, ()), noun)
        return index
