"""What figures measure: bounds, growth, physical units, and the words that tell trade from aid and people."""

from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from comity.terms.table import Table


class Unit(BaseModel):
    """A unit of measure: the words for it, and the plain units in one ("bcm" holds 1e9 cubic metres)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    words: list[str]
    unit: str
    factor: float = 1


class Bounds(BaseModel):
    """Words right before a number, and right behind it, that make it a bound."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    over: list[str]
    under: list[str]
    about: list[str]
    over_after: list[str]
    under_after: list[str]
    about_after: list[str]
    idle_before: list[str]


class Growth(BaseModel):
    """Words of growth and fall; ``of_level`` are those that compare two levels ("more", "higher")."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    up: list[str]
    down: list[str]


class Idle(BaseModel):
    """Nouns (lemmas) whose number is no figure: sides, ministers, sessions, days of a visit."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    nouns: list[str]


class Flows(BaseModel):
    """Verbs (lemmas) whose subject gives, takes, or stays somewhere."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    give: list[str]
    take: list[str]
    stay: list[str]
    thank: list[str]
    say: list[str]


class Donors(BaseModel):
    """Codes of the states and bodies that mostly give, ``large`` and ``other``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    large: list[str]
    other: list[str]


class Status(BaseModel):
    """Words (lemmas) that tell an aim from a count."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    verbs: list[str]
    nouns: list[str]
    auxiliaries: list[str]


class Measures(Table):
    """Vocabulary of figures.

    ``rates`` give the unit's suffix ("a day" -> "per day"); ``counted`` lists counted nouns ``cues``
    and the weaker ``hints`` nearby words, all by measure, as lemmas.
    """

    FILE: ClassVar[str] = "measures"

    bounds: Bounds
    idle: Idle
    growth: Growth
    rates: dict[str, str]
    units: list[Unit]
    counted: dict[str, list[str]]
    cues: dict[str, list[str]]
    hints: dict[str, list[str]]
    flows: Flows
    donors: Donors
    status: Status
