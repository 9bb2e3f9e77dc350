"""Every setting in one table: name, default, help. Read once from the environment, then passed in.

A setting ``fetch_timeout`` is set by the environment variable ``COMITY_FETCH_TIMEOUT``.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import Field, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Self

from comity.errors import BadSetting


def _setting(default: Any, told: str, least: float = 0, most: float = 2**53) -> Any:
    return field(default=default, metadata={"help": told, "least": least, "most": most})


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one run; each field's metadata holds its help."""

    max_bytes: int = _setting(20_000_000, "largest file or answer that is read, in bytes", 1)
    max_unpacked: int = _setting(60_000_000, "largest size of a packed file once unpacked, in bytes", 1)
    max_ratio: int = _setting(200, "largest ratio of unpacked to packed size", 1)
    max_characters: int = _setting(200_000, "longest text of one report, in characters", 1)
    max_sentence_words: int = _setting(300, "longest sentence that is read, in words", 1, 1000)
    fetch_timeout: float = _setting(10.0, "longest wait for an answer, in seconds", 0.1, 600)
    fetch_redirects: int = _setting(5, "most redirects that are followed", 0, 50)
    allow_private: bool = _setting(False, "fetch from private, local and link-local addresses, too")
    terms: Path | None = _setting(None, "folder of your own vocabulary files, laid over the package's")
    db: str = _setting("comity.db", "the record: a SQLite file, or the address of a PostgreSQL database")
    min_confidence: float | None = _setting(
        None, "least confidence, 0 to 1, of what `comity read` tells, in place of each kind's own", 0, 1
    )
    country: str = _setting("", "your own country, as a code such as KAZ, whose tasks and relations are asked for")
    workers: int = _setting(0, "processes that read many reports; 0, and any more, means one per processor", 0)

    def telling(self, min_confidence: float | None) -> Self:
        """These with another least confidence; None leaves what is set. Raises ``BadSetting`` outside of 0 to 1."""
        if min_confidence is None:
            return self
        return replace(
            self, min_confidence=_fitting(self.__dataclass_fields__["min_confidence"], float(min_confidence))
        )

    def keeping(self) -> Self:
        """These as the record reads by: with each kind's own least confidence, so that all is told by one reader."""
        return replace(self, min_confidence=None)


def read(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings as the environment gives them; raises ``BadSetting`` for a value that does not fit."""
    told = {f: environment.get(f"COMITY_{f.name.upper()}") for f in fields(Settings)}
    return Settings(**{f.name: _value(f, text) for f, text in told.items() if text})


def _value(setting: Field[Any], text: str) -> Any:
    try:
        value = _READ[setting.type](text)
    except (ValueError, KeyError) as problem:
        raise BadSetting(f"{setting.name} cannot be {text!r}.") from problem
    return _fitting(setting, value)


def _fitting(setting: Field[Any], value: Any) -> Any:
    """The value, if it lies within the setting's bounds."""
    least, most = setting.metadata["least"], setting.metadata["most"]
    # Written so that what is no number, too, fails.
    if isinstance(value, int | float) and not least <= value <= most:
        raise BadSetting(f"{setting.name} cannot be {value}: it is from {least:g} to {most:g}.")
    return value


_YES_NO = {"1": True, "yes": True, "true": True, "0": False, "no": False, "false": False}
_READ: dict[Any, Callable[[str], Any]] = {
    int: int,
    float: float,
    str: str,
    bool: lambda text: _YES_NO[text.lower()],
    Path | None: Path,
    float | None: float,
}
