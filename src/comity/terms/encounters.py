"""Words that tell of encounters, by kind, and whether one took place, as data."""

import re
from functools import cached_property
from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict

from comity.terms.states import Words
from comity.terms.table import Table

Kind = Literal["visit", "meeting", "call", "talks", "summit", "forum"]


class StatusWords(BaseModel):
    """Words beside an encounter that say it is planned or cancelled."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    planned: Words
    cancelled: Words


class EncounterLists(BaseModel):
    """Lists whose use their comments in the file tell: ``bodies`` meet only where a verb says so
    (``sittings``: the words of it), ``business`` ones hold forums, ``joint_acts`` tell a meeting of two
    people who do them, ``additions`` name more people of an encounter told before, ``loose_travel`` needs a
    person and a place, ``arriving`` and ``visiting`` may do without the place, ``pointers`` stand before an
    encounter already told, ``receivers`` are verbs whose subject is the host, after ``guests`` the host stands."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    bodies: Words
    business: Words
    sittings: frozenset[str]
    led: Words
    joint_acts: frozenset[str]
    additions: frozenset[str]
    attended: frozenset[str]
    loose_travel: frozenset[str]
    arriving: frozenset[str]
    visiting: frozenset[str]
    inviting: frozenset[str]
    wished: Words
    coming: frozenset[str]
    envoys: frozenset[str]
    margins: Words
    happening: frozenset[str]
    in_turn: frozenset[str]
    private: Words
    needs: frozenset[str]
    same_day: Words
    ago: frozenset[str]
    one_day: Words
    any_day: Words
    ending: Words
    posted: Words
    here: Words
    whom: Words
    by_wire: Words
    pointers: Words
    domestic: Words
    receivers: Words
    guests: Words


class Encounters(Table):
    """Verbs and nouns of encounter by kind; of overlapping phrases the longest counts."""

    FILE: ClassVar[str] = "encounters"

    verbs: dict[Kind, Words]
    nouns: dict[Kind, Words]
    status: StatusWords
    lists: EncounterLists

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Finds any of the phrases in lower-case text, the longest first."""
        return any_of(self.kinds)

    @cached_property
    def kinds(self) -> dict[str, tuple[Kind, bool]]:
        """For each phrase its kind and whether it is a verb."""
        nouns = {phrase: (kind, False) for kind, phrases in self.nouns.items() for phrase in phrases}
        return {**nouns, **{phrase: (kind, True) for kind, phrases in self.verbs.items() for phrase in phrases}}

    @cached_property
    def twofold(self) -> frozenset[str]:
        """Phrases that are noun and verb: "visit"."""
        nouns = {phrase for phrases in self.nouns.values() for phrase in phrases}
        return frozenset(phrase for phrases in self.verbs.values() for phrase in phrases if phrase in nouns)

    @cached_property
    def status_patterns(self) -> dict[str, re.Pattern[str]]:
        """A pattern for each status."""
        return {name: any_of(getattr(self.status, name)) for name in ("planned", "cancelled")}


def any_of(phrases: Words | dict[str, tuple[Kind, bool]]) -> re.Pattern[str]:
    """A pattern for any of the phrases as whole words, longest first."""
    ordered = sorted(phrases, key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(phrase) for phrase in ordered) + r")(?!\w)")
