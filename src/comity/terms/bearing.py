"""Words that tell whether a report bears on relations between states."""

from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from comity.terms.table import Table


class BearingWords(BaseModel):
    """Words of dealings between states, in small letters, every form told."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    words: frozenset[str]


class Bearing(Table):
    """The vocabulary of dealings between states."""

    FILE: ClassVar[str] = "bearing"

    vocabulary: BearingWords
