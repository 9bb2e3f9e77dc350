"""Words of reported speech, as data."""

from functools import cached_property
from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from comity.terms.table import Table


class ReportingWords(BaseModel):
    """Lemmas of verbs whose subject is a speaker, and phrases that stand before one.

    papers: what is read, not who speaks;
    from_anywhere: words of the offices of people who are asked wherever they come from.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    verbs: frozenset[str]
    irregular: frozenset[str]
    according: tuple[str, ...]
    papers: frozenset[str]
    from_anywhere: frozenset[str]


class Reporting(Table):
    """How speech is reported."""

    FILE: ClassVar[str] = "reporting"

    lists: ReportingWords

    @cached_property
    def forms(self) -> frozenset[str]:
        """Every form of the verbs in lower case, however a tagger reads it."""
        regular = (form for verb in self.lists.verbs for form in _forms(verb))
        return frozenset(regular) | self.lists.irregular


def _forms(verb: str) -> tuple[str, ...]:
    stem = verb.removesuffix("e")
    plural = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "go")) else "s")
    return verb, plural, stem + "ed", stem + "ing"
