"""Claims of one quantity in camps: within a camp all agree, and a camp stands only against one it contradicts."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product

from comity.findings import Code
from comity.matters import Camp, Told
from comity.reconcile.figures.comparing import quantity_of
from comity.rounding import Value, agree, contradict

_EXCHANGE = 0.1

Number = Callable[[Told], Value | None]


@dataclass(frozen=True)
class Side:
    """Told figures that agree pairwise, the smallest number first, and by which number."""

    members: tuple[Told, ...]
    number: Number

    @property
    def by(self) -> tuple[Code, ...]:
        """The states whose counts they are; empty where none is told."""
        return tuple(sorted({code for told in self.members if (code := voice(told))}))

    @property
    def numbers(self) -> tuple[float, float]:
        """The least and the greatest of the numbers told."""
        told = [value.number for value in self._values]
        return min(told), max(told)

    def against(self, other: "Side") -> bool:
        """Whether any claim here and any there cannot both be right."""
        return any(contradict(one, two) for one, two in product(self._values, other._values))

    @cached_property
    def _values(self) -> frozenset[Value]:
        """Each number once: many reports tell the same."""
        return frozenset(value for told in self.members if (value := self.number(told)) is not None)

    def with_growths(self, others: Sequence[Told]) -> "Side":
        """With those that tell no value but a growth that fits the growths told here."""
        grown = [told for told in others if _fits(told, self.members)]
        return Side((*self.members, *grown), self.number)

    def camp(self) -> Camp:
        """The camp as it is shown."""
        least, greatest = self.numbers
        return Camp(by=self.by, findings=tuple(told.id for told in self.members), least=least, most=greatest)


def voice(told: Told) -> Code | None:
    """Whose count a told figure is."""
    claim = getattr(told.finding, "claim", None)
    return claim.by if claim else None


def by_value(told: Told) -> Value | None:
    """The value a figure tells."""
    return quantity_of(told).value


def by_growth(told: Told) -> Value | None:
    """The growth from the year before that a figure tells, as a factor."""
    counted = quantity_of(told)
    return counted.growth if counted.yearly else None


def by_growth_alone(told: Told) -> Value | None:
    """The growth a figure tells, as loose as growth in an unknown currency is.

    Exchange rates commonly move by up to a tenth in a year, and growth without a level does not tell
    in which currency it is reckoned.
    """
    growth = by_growth(told)
    return growth and replace(growth, unit=max(growth.unit, _EXCHANGE * abs(growth.number)))


def sides(members: Sequence[Told], number: Number) -> list[Side]:
    """The camps that contradict another, the smallest numbers first; fewer than two are no contradiction.

    In the order of their numbers each claim joins the camp before it if it agrees with all there, else
    opens a new one: whose count it is makes no camp, numbers do.
    """
    tellers: dict[Value, list[Told]] = defaultdict(list)
    for one in members:
        if (value := number(one)) is not None:
            tellers[value].append(one)
    camps: list[list[Value]] = []
    for value in sorted(tellers, key=lambda value: (value.number, value.bound, value.unit)):
        if camps and all(agree(value, known) for known in camps[-1]):
            camps[-1].append(value)
        else:
            camps.append([value])
    found = [Side(tuple(one for value in camp for one in tellers[value]), number) for camp in camps]
    return [side for side in found if any(side.against(other) for other in found if other is not side)]


def _fits(told: Told, members: Sequence[Told]) -> bool:
    growth = by_growth(told)
    if growth is None or by_value(told) is not None:
        return False
    known = [value for one in members if (value := by_growth(one))]
    return bool(known) and all(agree(growth, value) for value in known)
