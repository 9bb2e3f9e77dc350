"""Which economy a code or name of a table means."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from comity.errors import UnknownEconomy
from comity.series import WORLD
from comity.terms.states import States

NO_NAMES: Mapping[str, str] = {}


def economy(text: str, states: States, names: Mapping[str, str] = NO_NAMES) -> str:
    """The ISO 3166-1 alpha-3 code, or WLD: of the map's ``names`` first, then codes, then names of states.

    ``names`` has keys in lower case. Raises ``UnknownEconomy``.
    """
    bare = " ".join(text.split())
    code = names.get(bare.casefold()) or _codes().get(_unpadded(bare.upper()))
    if code:
        return code
    actor = states.find(bare) if bare else None
    if actor is None or actor.code not in states.states:
        raise UnknownEconomy(f"{bare[:60]!r}.")
    return actor.code


def numeric(code: str) -> int:
    """The code by which UN Comtrade knows an economy (251 for France); raises ``UnknownEconomy``."""
    known = {letters: number for number, letters in _codes().items() if number.isdigit()}
    if code not in known:
        raise UnknownEconomy(f"{code[:60]!r} has no numeric code.")
    return int(known[code])


def _unpadded(code: str) -> str:
    """A numeric code without leading noughts; an empty cell stays empty, as nought is the world."""
    return code.lstrip("0") or code[:1]


@cache
def _codes() -> Mapping[str, str]:
    content = tomllib.loads((files("comity.statistics") / "economies.toml").read_text(encoding="utf-8"))
    numeric: dict[str, str] = {}
    for section in ("numeric", "statistical"):
        words = content[section]["codes"].split()
        numeric |= dict(zip(words[1::2], words[::2], strict=True))
    return {**{code: code for code in numeric.values()}, WORLD: WORLD, **numeric, **content["alias"]}
