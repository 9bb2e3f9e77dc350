"""Figures as tables write them."""

import math
import re

from comity.errors import AmbiguousNumber, BadNumber, NegativeValue

EMPTY = frozenset({"", "-", "–", "—", "..", "...", "…", "na", "n/a", "nan", "null", "none"})

_PLAIN = re.compile(r"^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$")
_EITHER = re.compile(r"^[+-]?[1-9]\d{0,2},\d{3}$")
_GROUPED = {".": re.compile(r"^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$"), ",": re.compile(r"^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$")}
_WITH_COMMA = re.compile(r"^[+-]?\d+,\d+$")


def trade(text: str, decimal: str = "") -> float | None:
    """A value of trade, none where the cell is empty; ``decimal`` is "." or ",", "" where not declared.

    Raises ``AmbiguousNumber``, ``BadNumber`` or ``NegativeValue``.
    """
    value = number(text, decimal)
    if value is not None and value < 0:
        raise NegativeValue(f"{text.strip()[:40]!r}.")
    return value


def number(text: str, decimal: str = "") -> float | None:
    """The number written, none where the cell is empty; blanks part thousands.

    Raises ``AmbiguousNumber`` or ``BadNumber``.
    """
    bare = re.sub(r"\s", "", text)
    if bare.casefold() in EMPTY:
        return None
    if not decimal and _EITHER.match(bare):
        raise AmbiguousNumber(f"{bare[:40]!r}.")
    value = float(_pointed(bare, decimal))
    if not math.isfinite(value):
        raise BadNumber(f"{bare[:40]!r}.")
    return value


def _pointed(bare: str, decimal: str) -> str:
    """With a decimal point and no separators."""
    if decimal != "," and _GROUPED["."].match(bare):
        bare = bare.replace(",", "")
    elif decimal != "." and (_WITH_COMMA.match(bare) or (_GROUPED[","].match(bare) and (decimal or "," in bare))):
        bare = bare.replace(".", "").replace(",", ".")
    if not bare.isascii() or not _PLAIN.match(bare):
        raise BadNumber(f"{bare[:40]!r}.")
    return bare
