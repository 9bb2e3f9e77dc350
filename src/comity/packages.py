"""Packages of the extras (``comity[brief]`` and so on), or a refusal that says how to get them."""

import importlib
from typing import Any

from comity.errors import NotInstalled


def package(name: str, extra: str) -> Any:
    """The module of a package of that extra; raises ``NotInstalled``."""
    try:
        return importlib.import_module(name)
    except ImportError as problem:
        raise NotInstalled(f"The package {name} is not there.", f'Run `pip install "comity[{extra}]"`.') from problem
