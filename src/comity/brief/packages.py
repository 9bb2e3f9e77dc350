"""The packages of ``comity[brief]``, or a refusal that says how to get them."""

import importlib
from typing import Any

from comity.errors import NotInstalled

_REMEDY = 'Run `pip install "comity[brief]"`.'


def package(name: str) -> Any:
    """The module of a package; raises ``NotInstalled``."""
    try:
        return importlib.import_module(name)
    except ImportError as problem:
        raise NotInstalled(f"The package {name} is not there.", _REMEDY) from problem
