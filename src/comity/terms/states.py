"""States, territories and international bodies: their codes and every form that names them."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cached_property
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from comity.terms.table import Table

Form = Literal["name", "adjective", "demonym", "capital", "metonym", "place"]
Words = tuple[str, ...]
StateCode = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]


class Actor(BaseModel):
    """A state or body: its ``code``, its ``name`` in English, and further ``names`` and spellings.

    A form that needs its article ("the States") is written with it. ``metonyms`` stand for the
    government ("the Kremlin").
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: StateCode
    name: Annotated[str, Field(min_length=1)]
    names: Words = ()
    metonyms: Words = ()

    def forms(self) -> Iterator[tuple[str, Form]]:
        """Every form that names it, with what kind of form it is."""
        yield self.name, "name"
        yield from ((form, "name") for form in self.names)
        yield from ((form, "metonym") for form in self.metonyms)


class State(Actor):
    """A state or territory under its ISO 3166 code.

    ``demonyms`` are the nouns for its people, singular where it differs from the adjective, and
    plural; ``capitals`` include seats of government and older spellings; ``places`` are towns and
    regions that tell the country; ``combining`` is the first half of a compound ("Sino").
    """

    official: Annotated[str, Field(min_length=1)]
    adjectives: Words = ()
    demonyms: Words = ()
    capitals: Words = ()
    places: Words = ()
    combining: Words = ()

    def forms(self) -> Iterator[tuple[str, Form]]:
        """Every form that names it; of two kinds the first counts ("Swiss": adjective)."""
        yield self.official, "name"
        yield from super().forms()
        yield from ((form, "adjective") for form in self.adjectives)
        yield from ((form, "demonym") for form in self.demonyms)
        yield from ((form, "capital") for form in self.capitals)
        yield from ((form, "place") for form in self.places)


class Body(Actor):
    """An international body; its ``organs`` act for it, ``members`` are codes of states, empty
    where the vocabulary does not list them."""

    organs: Words = ()
    members: tuple[StateCode, ...] = ()

    def forms(self) -> Iterator[tuple[str, Form]]:
        """Every form that names it; an organ counts as a name."""
        yield from super().forms()
        yield from ((form, "name") for form in self.organs)


class Cues(BaseModel):
    """Words beside a name that tell how it is meant; the data file says what each list is for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    titles: frozenset[str]
    before_place: frozenset[str]
    name_particles: frozenset[str]
    person_goes_on: frozenset[str]
    names_a_state: frozenset[str]
    in_place: frozenset[str]
    after_place: frozenset[str]
    on_the_way: frozenset[str]
    motion: frozenset[str]
    before_language: frozenset[str]
    after_language: frozenset[str]
    money: frozenset[str]
    money_of_a_name: frozenset[str]
    before_quality: frozenset[str]
    after_quality: frozenset[str]


class States(Table):
    """All states and bodies.

    ``ambiguous`` gives for a form that several share the order in which they are meant
    ("Korean": KOR, PRK); ``beside`` lists forms that name a place or an organ only in a report
    that names its state or body in another way ("Male": MDV); ``given`` are names of states that are first names,
    too ("Jordan"); ``phrases``, in groups, hold a state's name and do not name it ("Gulf of Mexico").
    """

    FILE: ClassVar[str] = "states"
    PARTS: ClassVar[Words] = ("bodies", "not_states", "state_cues")

    states: dict[StateCode, State]
    bodies: dict[StateCode, Body]
    ambiguous: dict[str, tuple[StateCode, ...]]
    beside: dict[str, tuple[StateCode, ...]]
    given: Words
    phrases: dict[str, Words]
    cues: Cues

    @model_validator(mode="before")
    @classmethod
    def _coded(cls, content: Any) -> Any:
        return {**content, **{section: _with_codes(content.get(section)) for section in ("states", "bodies")}}

    @cached_property
    def by_code(self) -> Mapping[str, Actor]:
        """Every state and body under its code."""
        return MappingProxyType({**self.states, **self.bodies})

    def find(self, text: str) -> Actor | None:
        """The state or body of that code or name, whatever its case, accents or article."""
        code = text.strip().upper()
        return self.by_code.get(code) or self.by_code.get(self._codes_by_name.get(folded(text), ""))

    def near(self, text: str) -> list[Actor]:
        """Up to three states or bodies of which a name or code looks like the text."""
        forms = {
            folded(form): code for code, actor in self.by_code.items() for form in (actor.name, *actor.names, code)
        }
        close = get_close_matches(folded(text), forms, 3, 0.7)
        return [self.by_code[code] for code in dict.fromkeys(forms[form] for form in close)]

    @cached_property
    def senses(self) -> Mapping[str, Sequence[tuple[str, Form]]]:
        """For every form what it may mean, likeliest first: (code, form); one sense for each code."""
        meant: dict[str, dict[str, Form]] = {}
        for code, actor in self.by_code.items():
            for form, kind in actor.forms():
                meant.setdefault(form, {}).setdefault(code, kind)
        for form, order in self.ambiguous.items():
            known = meant.get(form, {})
            meant[form] = {code: known[code] for code in (*order, *known) if code in known}
        return {form: tuple(codes.items()) for form, codes in meant.items()}

    @cached_property
    def _codes_by_name(self) -> dict[str, str]:
        codes: dict[str, str] = {}
        for form, senses in self.senses.items():
            codes.setdefault(folded(form), senses[0][0])
        for form, options in self.beside.items():
            codes.setdefault(folded(form), options[0])
        return codes


def _with_codes(section: Any) -> Any:
    if not isinstance(section, dict):
        return section
    return {code: {**entry, "code": code} if isinstance(entry, dict) else entry for code, entry in section.items()}


def folded(text: str) -> str:
    """The text without case, accents, dots, a leading article and doubled spaces."""
    plain = unaccented(text).casefold().replace(".", "").replace("’", "'").split()
    return " ".join(plain[1:] if plain[:1] == ["the"] else plain)


def unaccented(text: str) -> str:
    """The text with its letters stripped of accents, "Türkiye" as "Turkiye"; length may change."""
    if text.isascii():
        return text
    letters = unicodedata.normalize("NFD", text.translate(_LETTERS))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


# Letters and marks that Unicode does not take apart.
_LETTERS = str.maketrans("ıøØłŁđĐ’‘ʻʼ`‐‑–—", "ioOlLdD" + "'" * 5 + "-" * 4) | {ord("ß"): "ss", ord("æ"): "ae"}
