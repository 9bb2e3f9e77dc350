"""Words that tell what became of what was announced, and how much it says that two texts share a word."""

from functools import cached_property
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from comity.terms.table import Table

Share = Annotated[float, Field(gt=0, le=1)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Cues(_Part):
    """Phrases that tell an outcome, ``pending`` ones only after the deadline; "*" stands for up to eight words."""

    broken: tuple[str, ...]
    pending: tuple[str, ...]
    superseded: tuple[str, ...]
    progressed: tuple[str, ...]
    kept: tuple[str, ...]


class Done(_Part):
    """Verb forms that tell a thing as done, others that count only denied, words that deny, auxiliaries between."""

    words: tuple[str, ...]
    denied: tuple[str, ...]
    denying: tuple[str, ...]
    auxiliaries: tuple[str, ...]


class Words(_Part):
    """Words or phrases in small letters."""

    words: tuple[str, ...]


class Unreal(_Part):
    """Words that make what follows a plan, a wish or a condition: openers wherever they stand in the clause."""

    openers: tuple[str, ...]
    words: tuple[str, ...]


class Way(_Part):
    """What a promise may be about: one of its deeds and one of its things are told; without things, a deed."""

    deeds: tuple[str, ...]
    things: tuple[str, ...]


class Outcomes(Table):
    """The vocabulary of outcomes: cues, deeds done, recalling of promises, ways, families of verbs, word frequency."""

    FILE: ClassVar[str] = "outcomes"

    cues: Cues
    done: Done
    unreal: Unreal
    recalling: Words
    ways: dict[str, Way]
    families: dict[str, tuple[str, ...]]
    irregular: dict[str, str]
    everyday: Words
    frequency: dict[str, Share]

    @cached_property
    def silent(self) -> frozenset[str]:
        """Words that say nothing about a subject."""
        return frozenset(self.everyday.words)
