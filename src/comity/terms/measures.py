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
    """Words of growth and fall; ``manner`` may stand behind them, ``emphasis`` before the number."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    up: list[str]
    down: list[str]
    manner: list[str]
    emphasis: list[str]


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


class MeasureWords(BaseModel):
    """Lists of lemmas that the readers of figures ask for by name.

    at_home: a country's own economy; balances: what a trade balance is called; dead: casualties; exported,
    imported: words of the two flows; fighting: war and disaster; fleeing: bringing people out of danger;
    flowing: what runs from its owner; gifts: goods that are given, not sold;
    frame_units: units that frame and do not count; held: people held or gathered; homeward: sending people
    home; levied: what duties are on; lines: what has a length between states; moved: carrying and giving goods;
    ordered: buying of goods; owned: nouns that keep
    their owner after a preposition; persons: people who come from somewhere; places: nouns that are only
    where something is; put: investing verbs; rates: rates that are no share; reaching: words between growth
    and its level; stately: parts of a state's long name; study_places: places for people to come; to_owner:
    what runs to its owner; trade_heads: nouns after "trade" that keep its sense; traded: what a share is
    of.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    at_home: frozenset[str]
    balances: frozenset[str]
    dead: frozenset[str]
    exported: frozenset[str]
    fighting: frozenset[str]
    fleeing: frozenset[str]
    flowing: frozenset[str]
    gifts: frozenset[str]
    frame_units: frozenset[str]
    held: frozenset[str]
    homeward: frozenset[str]
    imported: frozenset[str]
    levied: frozenset[str]
    lines: frozenset[str]
    moved: frozenset[str]
    ordered: frozenset[str]
    owned: frozenset[str]
    persons: frozenset[str]
    places: frozenset[str]
    put: frozenset[str]
    rates: frozenset[str]
    reaching: frozenset[str]
    stately: frozenset[str]
    study_places: frozenset[str]
    to_owner: frozenset[str]
    trade_heads: frozenset[str]
    traded: frozenset[str]


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
    lists: MeasureWords
    donors: Donors
    status: Status
