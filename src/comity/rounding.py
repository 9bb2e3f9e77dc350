"""Whether two values, as told, may be one number.

The rules, and why:

- *The last digit told.* "53 million" tells millions, "100.5 million" tenths of a million, and so does
  "53.0 million": a nought behind the point is told. Noughts before it are told up to the second digit:
  "50 million" tells millions, but of "350 million" nobody can say whether it is counted or rounded to tens.
- *One unit of it.* Two values agree that differ by at most one unit of the coarser one's last digit.
  Half a unit would be enough if all rounded, but offices and reporters cut off as often as they
  round: 53.06 becomes 53.1 here and 53 there.
- *Never more than a tenth.* "5 million" may stand for 5.4, but no reader takes it for 5.9: the unit is
  at most a tenth of the value.
- *About* a number means within a twentieth of it, or within its unit where that is more.
- *Over and under* are bounds. They are contradicted only from the other side: 420 contradicts "over
  430", 900 does not. But who says "over 430" would say "over 440" from there on, so it *agrees* only
  up to one step of the last digit that is not nought: 430 to 440, 100 to 200.

``agree`` is closeness, ``contradict`` says that both cannot be right; two values can be neither.
Both are symmetric, and a value agrees with itself.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from comity.findings import Bound, Change, Figure

_SLACK = 1e-9
_ABOUT = 0.05
_COARSEST = 0.1
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_THOUSANDS = re.compile(r",(?=\d{3}(?:\D|$))")


@dataclass(frozen=True, slots=True)
class Value:
    """A number as told: ``unit`` is one of its last digit told, ``step`` one of its last digit not nought."""

    number: float
    bound: Bound = "exact"
    unit: float = 0.0
    step: float = 0.0

    @property
    def possible(self) -> tuple[float, float]:
        """The least and the greatest number of which this can truly be said."""
        match self.bound:
            case "over":
                return self.number, math.inf
            case "under":
                return -math.inf, self.number
            case "about":
                return self.number - self._about, self.number + self._about
        return self.number, self.number

    @property
    def likely(self) -> tuple[float, float]:
        """The least and the greatest number of which this would be said."""
        match self.bound:
            case "over":
                return self.number, self.number + self.step
            case "under":
                return self.number - self.step, self.number
        return self.possible

    @property
    def _about(self) -> float:
        return max(abs(self.number) * _ABOUT, self.unit)


def value_of(figure: Figure) -> Value | None:
    """The figure's value with the last digit that its evidence tells; None where only a change is told."""
    return None if figure.value is None else told_value(figure.value, figure.bound, figure.evidence)


@lru_cache(maxsize=8192)
def told_value(number: float, bound: Bound = "exact", evidence: tuple[str, ...] = ()) -> Value:
    """The number with its last digit told, by the digits in the evidence, else by its noughts."""
    step = _step(number)
    told = _told_unit(number, evidence)
    return Value(float(number), bound, min(step if told is None else told, abs(number) * _COARSEST), step)


def agree(one: Value, other: Value) -> bool:
    """Whether the two would be said of one number."""
    return _gap(one.likely, other.likely) <= _unit(one, other)


def contradict(one: Value, other: Value) -> bool:
    """Whether the two cannot both be right."""
    return _gap(one.possible, other.possible) > _unit(one, other)


def change_of(change: Change) -> Value:
    """A growth or fall as a factor: 23 percent up is 1.23, 2.4 times up 2.4, halved 0.5.

    Percents are told to their last digit, noughts included ("30 percent" is not 31.5); whole times
    are loose ("doubled" is told of 1.7 and of 2.3).
    """
    sign = 1 if change.direction == "up" else -1
    decimals = _decimals(change.value)
    if change.unit == "percent":
        return Value(1 + sign * change.value / 100, "exact", 10.0**-decimals / 100)
    loose = 10.0**-decimals if decimals else 0.5
    if sign > 0 or not change.value:
        return Value(float(change.value), "exact", loose)
    return Value(1 / change.value, "exact", loose / change.value**2)


def before(value: Value, change: Change) -> tuple[float, float]:
    """The least and greatest number from which the value has grown or fallen so."""
    factor = change_of(change)
    least, greatest = max(factor.number - factor.unit, _SLACK), factor.number + factor.unit
    return (value.number - value.unit) / greatest, (value.number + value.unit) / least


def overlap(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether two stretches share a number."""
    return _gap(one, other) <= 0


def _gap(one: tuple[float, float], other: tuple[float, float]) -> float:
    return max(one[0] - other[1], other[0] - one[1], 0.0)


def _unit(one: Value, other: Value) -> float:
    slack = _SLACK * max(abs(one.number), abs(other.number))
    return max(one.unit, other.unit) + slack


def _step(number: float) -> float:
    """One unit of the last digit that is not nought."""
    digits, exponent = _digits(number)
    return 10.0 ** (exponent - len(digits) + 1) if digits else 0.0


def _digits(number: float) -> tuple[str, int]:
    """The digits without noughts at the end, and the power of ten of the first: 53100 -> ("531", 4)."""
    mantissa, _, exponent = f"{abs(number):.14e}".partition("e")
    return mantissa.replace(".", "").rstrip("0"), int(exponent)


def _decimals(number: float) -> int:
    digits, exponent = _digits(number)
    return max(len(digits) - 1 - exponent, 0) if digits else 0


def _told_unit(number: float, evidence: Sequence[str]) -> float | None:
    """The unit of the last digit where the evidence writes the number in digits."""
    digits, exponent = _digits(number)
    for words in evidence if digits else ():
        for match in _NUMBER.finditer(words):
            written, behind = _written(match[0])
            if (written + behind).strip("0") == digits:
                return 10.0 ** (exponent + 1 - _told_digits(written, behind, digits))
    return None


def _written(text: str) -> tuple[str, str]:
    """The digits before and behind the point: "53.0" -> ("53", "0"), "53,000" -> ("53000", "")."""
    whole, _, behind = _THOUSANDS.sub("", text).replace(",", ".").partition(".")
    return whole, behind


def _told_digits(written: str, behind: str, digits: str) -> int:
    """How many digits are told: all behind a point, else noughts up to the second digit alone."""
    return len((written + behind).lstrip("0")) if behind else max(len(digits), min(len(written), 2))
