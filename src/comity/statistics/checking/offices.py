"""Whether a name is that of an office that counts trade: a statistical office or a customs service."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def words() -> tuple[str, ...]:
    """The words by which such an office is known, in lower case."""
    told = files("comity.statistics.checking").joinpath("offices.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(told)["words"])


def counts_trade(name: str | None) -> bool:
    """Whether the person or institution that told a figure is such an office."""
    lowered = (name or "").lower()
    return any(word in lowered for word in words())
