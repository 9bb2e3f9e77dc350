"""Level, growth and base of a claim: what of each count it is held against, and whether the two agree."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from comity.rounding import Value, agree, contradict
from comity.statistics.checking.claimed import Claimed
from comity.statistics.checking.counts import Count

Name = Literal["level", "growth", "base"]


@dataclass(frozen=True, slots=True)
class Question:
    """A part of a claim: what was told, and the number of a count that it speaks of."""

    name: Name
    told: Value
    of: Callable[[Count], float | None]

    def fits(self, count: Count) -> bool | None:
        """Whether the count bears it out; None where it has no such number, or where what is told is a bound that
        leaves both open."""
        number = self.of(count)
        if number is None:
            return None
        official = Value(number)
        if agree(self.told, official):
            return True
        return False if contradict(self.told, official) else None


def questions(claimed: Claimed) -> list[Question]:
    """Of the parts that are told; the base follows from level and growth."""
    asked = []
    if claimed.value:
        asked.append(Question("level", claimed.value, lambda count: count.value))
    if claimed.growth and claimed.yearly:
        asked.append(Question("growth", claimed.growth, lambda count: count.growth))
        if claimed.value and claimed.value.bound == "exact":
            asked.append(Question("base", base(claimed.value, claimed.growth), lambda count: count.base))
    return asked


def base(value: Value, growth: Value) -> Value:
    """From what the value has grown, with how far it may be off by the rounding of both."""
    least = (value.number - value.unit) / (growth.number + growth.unit)
    greatest = (value.number + value.unit) / max(growth.number - growth.unit, 1e-9)
    return Value((least + greatest) / 2, "exact", (greatest - least) / 2)
