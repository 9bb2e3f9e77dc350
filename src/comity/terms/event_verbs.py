"""Words that tell PLOVER events: verbs, and verbs with their nouns, by type."""

from functools import cached_property
from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from comity.findings import EventType
from comity.terms.table import Table

Where = Literal["object", "oblique", "complement", "other", "both", "both-other"]


class EventRow(BaseModel):
    """A type and the words that tell it; ``nouns``, where given, must stand beside the verb.

    ``target`` says where the one acted upon is looked for first; ``reach`` how many words after the
    verb may hold the noun, whatever the grammar;
    ``told`` the status of the clause in which the words tell it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    type: EventType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    verbs: Annotated[tuple[str, ...], Field(min_length=1)]
    nouns: frozenset[str] = frozenset()
    target: Where
    reach: int = 0
    told: Literal["fact", "planned", "refused"] = "fact"


class Follow(BaseModel):
    """What a clause that is no fact tells, by the type it would have as one."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    planned: dict[EventType, EventType]


class Deeds(BaseModel):
    """Nouns of deeds that others condemn without saying again whose they are."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    nouns: frozenset[str]
    harmful: frozenset[str]
    endured: frozenset[str]


class Personal(BaseModel):
    """Verbs whose object is somebody: where it is told, no other is meant, but for words that stand for a state."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    verbs: frozenset[str]
    states: frozenset[str]


class Crowds(BaseModel):
    """What people do who protest, the words for them, and what they gather at."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    verbs: frozenset[str]
    nouns: frozenset[str]
    aims: frozenset[str]


class Aid(BaseModel):
    """Words that make a sum of money aid, and words that make it none."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    words: frozenset[str]
    no_aid: frozenset[str]


class EventVerbs(Table):
    """The vocabulary of events; rows come in order, those with nouns are tried before those without."""

    FILE: ClassVar[str] = "event_verbs"

    rows: tuple[EventRow, ...]
    deeds: Deeds
    personal: Personal
    crowds: Crowds
    follow: Follow
    aid: Aid

    @cached_property
    def by_verb(self) -> dict[str, tuple[EventRow, ...]]:
        """The rows of each verb's lemma, those that need a noun first."""
        index: dict[str, list[EventRow]] = {}
        for row in self.rows:
            for verb in row.verbs:
                index.setdefault(verb, []).append(row)
        return {verb: tuple(sorted(rows, key=lambda row: not row.nouns)) for verb, rows in index.items()}
