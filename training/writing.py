"""The recipe's word lists, from writing.toml."""

import tomllib
from pathlib import Path

LISTS: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("writing.toml").read_text(encoding="utf-8"))


def known(name: str) -> frozenset[str]:
    """One list of writing.toml."""
    return frozenset(LISTS[name])
