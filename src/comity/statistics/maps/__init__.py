"""Maps: what the columns of a national table mean, declared in data files."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from comity.errors import BadMap, UnknownMap, WrongScale
from comity.series import TOTAL, Attribution, Flow, Valuation

Word = Annotated[str, Field(min_length=1)]
Code = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]

# What the end of a column's name tells of its scale.
SCALES: Mapping[str, float] = {
    "kusd": 1e3,
    "musd": 1e6,
    "busd": 1e9,
    "usd": 1.0,
    "bln": 1e9,
    "mln": 1e6,
    "thousand": 1e3,
}


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Column(_Part):
    """What the figures of a column are."""

    flow: Flow
    valuation: Valuation = ""
    attribution: Attribution = ""


class Map(_Part):
    """A table's form.

    recognised_by: columns that all stand in the header of such a table, and of no other
    reporter:      ISO3 of the office's country, or "" where column ``reporter_column`` gives it
    scale:         how many units one in the table is: 1000 for thousand dollars
    decimal:       "." or ","; "" where the figures tell
    left_out:      partners that are groups or unknown, skipped and counted
    releases:      value of ``release_column`` to the day of release
    """

    name: Word
    source: Word
    licence: Word
    recognised_by: Annotated[tuple[Word, ...], Field(min_length=1)]
    reporter: Annotated[str, Field(pattern=r"^([A-Z]{3})?$")] = ""
    reporter_column: str = ""
    partner_column: Word
    year_column: Word
    month_column: str = ""
    product_column: str = ""
    classification: str = ""
    vintage_column: str = ""
    release_column: str = ""
    unit: Code
    unit_column: str = ""
    scale: Annotated[float, Field(gt=0)]
    decimal: Literal["", ".", ","] = ""
    columns: Annotated[dict[Word, Column], Field(min_length=1)]
    names: dict[Word, Code] = {}
    left_out: tuple[Word, ...] = ()
    releases: dict[str, Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]] = {}

    @model_validator(mode="after")
    def _has_a_reporter(self) -> Self:
        if bool(self.reporter) == bool(self.reporter_column):
            raise ValueError("give either reporter or reporter_column")
        return self

    @property
    def known_names(self) -> dict[str, str]:
        """Partners' names in lower case to their codes."""
        return {name.casefold(): code for name, code in self.names.items()}

    @property
    def product(self) -> str:
        """The product of rows of a table without a column of products."""
        return TOTAL


def given(content: bytes) -> Map:
    """A map of the user's own; raises ``BadMap`` that names the entry, ``WrongScale`` where a column contradicts it."""
    try:
        described = Map.model_validate(tomllib.loads(content.decode("utf-8")))
    except ValidationError as problem:
        first = problem.errors()[0]
        raise BadMap(f"{'.'.join(map(str, first['loc'])) or 'The map'}: {first['msg']}.") from problem
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as problem:
        raise BadMap(f"No TOML file in UTF-8: {problem}.") from problem
    for column in described.columns:
        _agrees(column, described.scale)
    return described


def _agrees(column: str, scale: float) -> None:
    told = SCALES.get(column.casefold().replace(" ", "_").rpartition("_")[2])
    if told is not None and told != scale:
        raise WrongScale(f"Column {column!r} is in {told:g}, the map says {scale:g}.")


@cache
def shipped() -> Mapping[str, Map]:
    """The maps of the package under their names."""
    folder = files("comity.statistics.maps")
    found = [given(entry.read_bytes()) for entry in folder.iterdir() if entry.name.endswith(".toml")]
    return {one.name: one for one in sorted(found, key=lambda one: one.name)}


def named(name: str) -> Map:
    """The package's map of that name; raises ``UnknownMap``."""
    try:
        return shipped()[name]
    except KeyError:
        raise UnknownMap(f"{name!r} is none of {', '.join(shipped())}.") from None


def recognise(header: Iterable[str]) -> Map | None:
    """The package's map of a table with that header; of several the one that asks for most columns."""
    there = {column.strip() for column in header}
    fitting = [one for one in shipped().values() if set(one.recognised_by) <= there]
    return max(fitting, key=lambda one: len(one.recognised_by), default=None)
