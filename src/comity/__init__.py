"""Comity keeps the record of relations between states.

>>> import comity
>>> reading = comity.read("…", published="2024-03-19")  # doctest: +SKIP
>>> for reading in comity.read_many(["…", "…"]): ...  # doctest: +SKIP
>>> act = comity.relate("Ruritania thanked Graustark.", (0, 9), (18, 27))  # doctest: +SKIP

Heavy modules are loaded with the first call, so that ``comity --help`` is quick.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from comity.version import __version__

if TYPE_CHECKING:
    from comity.api import read, read_many, relate

__all__ = ["__version__", "read", "read_many", "relate"]


def __getattr__(name: str) -> Any:
    if name in ("read", "read_many", "relate"):
        return getattr(import_module("comity.api"), name)
    raise AttributeError(f"module 'comity' has no attribute {name!r}")
