"""Every setting in one table: name, default, help. Read once from the environment, then passed in.

A setting ``fetch_timeout`` is set by the environment variable ``COMITY_FETCH_TIMEOUT``.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from comity.errors import BadSetting


def _setting(default: Any, told: str) -> Any:
    return field(default=default, metadata={"help": told})


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one run; each field's metadata holds its help."""

    max_bytes: int = _setting(20_000_000, "largest file or answer that is read, in bytes")
    max_unpacked: int = _setting(60_000_000, "largest size of a packed file once unpacked, in bytes")
    max_ratio: int = _setting(200, "largest ratio of unpacked to packed size")
    max_characters: int = _setting(200_000, "longest text of one report, in characters")
    max_sentence_words: int = _setting(300, "longest sentence that is read, in words")
    fetch_timeout: float = _setting(20.0, "longest wait for an answer, in seconds")
    fetch_redirects: int = _setting(5, "most redirects that are followed")
    allow_private: bool = _setting(False, "fetch from private, local and link-local addresses, too")
    terms: Path | None = _setting(None, "folder of your own vocabulary files, laid over the package's")
    workers: int = _setting(0, "processes that read many reports; 0 means one per processor")


def read(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings as the environment gives them; raises ``BadSetting`` for a value that does not fit."""
    told = {f.name: environment.get(f"COMITY_{f.name.upper()}") for f in fields(Settings)}
    return Settings(**{name: _value(name, text) for name, text in told.items() if text})


def _value(name: str, text: str) -> Any:
    try:
        return _READ[type(getattr(Settings(), name))](text)
    except (ValueError, KeyError) as problem:
        raise BadSetting(f"{name} cannot be {text!r}.") from problem


_YES_NO = {"1": True, "yes": True, "true": True, "0": False, "no": False, "false": False}
_READ: dict[type, Callable[[str], Any]] = {
    int: int,
    float: float,
    bool: lambda text: _YES_NO[text.lower()],
    type(None): Path,
}
