"""Words that tell facts from plans, denials, conditions, wishes, requests and mere recall."""

from collections.abc import Iterable
from functools import cached_property
from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from comity.terms.table import Table


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Governors(_Part):
    """Lemmas that govern a clause, by the status they give it."""

    planned: tuple[str, ...]
    denied: tuple[str, ...]
    cancelled: tuple[str, ...]
    conditional: tuple[str, ...]
    wished: tuple[str, ...]
    requested: tuple[str, ...]
    recalled: tuple[str, ...]


class Openers(_Part):
    """Words that open a clause, by the status they give it."""

    conditional: tuple[str, ...]
    planned: tuple[str, ...]
    wished: tuple[str, ...]


class Auxiliaries(_Part):
    """Auxiliary verbs as written, by the status they give; ``backshifted`` ones depend on their governor."""

    planned: tuple[str, ...]
    conditional: tuple[str, ...]
    wished: tuple[str, ...]
    backshifted: tuple[str, ...]


class Words(_Part):
    """Words in small letters."""

    words: tuple[str, ...]


class Giving(_Part):
    """Verbs whose object may be what is promised, and things that are not."""

    verbs: tuple[str, ...]
    words: frozenset[str]


class Verbs(_Part):
    """Verbs by lemma."""

    verbs: tuple[str, ...]


class Harming(_Part):
    """Verbs of harm; burdens that it does no harm to cut or stop, but for verbs that lay them on; friendly deeds."""

    verbs: frozenset[str]
    burdens: frozenset[str]
    laying: frozenset[str]
    friendly: frozenset[str]

    def holds(self, verb: str, objects: Iterable[str]) -> bool:
        """Whether a verb with its objects, in lemmas, tells of harm."""
        return verb in self.verbs and (verb in self.laying or not self.burdens & set(objects))


class Modality(Table):
    """The vocabulary of plan, promise, wish, request, denial, condition and recall."""

    FILE: ClassVar[str] = "modality"

    governors: Governors
    achieving: Verbs
    openers: Openers
    auxiliaries: Auxiliaries
    negation: Words
    reporting: Verbs
    commitment: dict[str, float]
    giving: Giving
    settling: dict[str, tuple[str, ...]]
    harming: Harming
    meeting: Verbs
    happening: Verbs
    gatherings: Words
    bodies: Words
    firms: Words

    @cached_property
    def status_of_governor(self) -> dict[str, str]:
        """The status that each governing lemma gives; where lists share a lemma, the later list holds."""
        return {lemma: status for status, lemmas in self.governors for lemma in lemmas}

    @cached_property
    def status_of_auxiliary(self) -> dict[str, str]:
        """The status that each auxiliary gives; "backshifted" where its governor decides."""
        return {word: status for status, words in self.auxiliaries for word in words}

    @cached_property
    def status_of_opener(self) -> dict[str, str]:
        """The status that each opening word gives."""
        return {word: status for status, words in self.openers for word in words}

    @cached_property
    def denials(self) -> frozenset[str]:
        """Words that deny, in lower case."""
        return frozenset(self.negation.words)

    @cached_property
    def reports(self) -> frozenset[str]:
        """Lemmas of verbs that report speech."""
        return frozenset(self.reporting.verbs)
