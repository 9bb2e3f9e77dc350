"""Where claims of one quantity cannot all be right, what the camps agree on and where they part."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, product

from comity.findings import Figure
from comity.matters import Conflict, Told
from comity.reconcile.figures import sentences
from comity.reconcile.figures.camps import Side, by_growth, by_growth_alone, by_value, sides, voice
from comity.reconcile.figures.comparing import quantity_of
from comity.reconcile.figures.quantity import FLOWS, Quantity, year_before
from comity.rounding import Value, agree, before, overlap

Base = tuple[float, float]


def conflict(members: Sequence[Told], others: Sequence[Told] = ()) -> Conflict | None:
    """The contradiction between the members, the earliest first; None where all can be right.

    Values make camps; where these agree or none is told, growths from the year before do. Aims never
    contradict: they may be several and are raised. ``others`` are the other figures of the pair: what
    they tell of the year before and of the parts goes into ``agrees`` and ``parts``, and makes no
    conflict of its own.
    """
    counted = [told for told in members if quantity_of(told).status == "reported"]
    camps = [side.with_growths(counted) for side in sides(counted, by_value)]
    grown = not camps
    camps = camps or sides(counted, by_growth_alone)
    if len(camps) < 2:
        return None
    figure = _figure(camps[0].members[0])
    case = _Case(camps, quantity_of(camps[0].members[0]), figure, others, grown)
    return Conflict(
        matter=f"m{members[0].id}",
        measure=figure.measure,
        countries=figure.countries,
        source=figure.source,
        target=figure.target,
        period=case.counted.period,
        unit="times" if grown else figure.unit,
        camps=tuple(side.camp() for side in camps),
        agrees=tuple(dict.fromkeys(case.agrees())),
        parts=tuple(dict.fromkeys(case.parts())),
    )


def _figure(told: Told) -> Figure:
    assert isinstance(told.finding, Figure)
    return told.finding


class _Case:
    """The camps of one contradiction with what else is told of the pair."""

    def __init__(
        self, camps: Sequence[Side], counted: Quantity, figure: Figure, others: Sequence[Told], grown: bool
    ) -> None:
        self.camps, self.counted, self.figure, self.others, self.grown = camps, counted, figure, others, grown

    def agrees(self) -> Iterator[str]:
        """What the camps have in common: the year before, and sums that come out."""
        known = [base for base in self._bases() if base]
        if len(known) > 1 and all(overlap(one, other) for one, other in product(known, known)):
            told = sentences.about(*self._middles(), self.figure.unit)
            yield f"{'Both' if len(known) == 2 else 'All'} series have {told} for {self._year_before}."
        for side, total, summed in self._sums():
            if any(agree(value, summed) for one in side.members if (value := by_value(one))):
                yield f"Both directions together make {total} {sentences.counted_by(side.by)}, as told."

    def parts(self) -> Iterator[str]:
        """Where the camps part: the numbers, the growth, the year before, and one direction against both."""
        when = f" in {self.counted.period}" if self.counted.period else ""
        yield f"They part{when}: {', '.join(self._told(side) for side in self.camps)}."
        yield from self._growths()
        known = [(side, base) for side, base in zip(self.camps, self._bases(), strict=True) if base]
        if any(not overlap(one, other) for (_, one), (_, other) in pairwise(known)):
            told = (
                f"{sentences.about(*base, self.figure.unit)} {sentences.counted_by(side.by)}" for side, base in known
            )
            yield f"They part already in {self._year_before}: {', '.join(told)}."
        yield from self._seen_from_a_part()

    @property
    def _year_before(self) -> str:
        return year_before(self.counted.period) if self.counted.period else "the year before"

    def _told(self, side: Side) -> str:
        if self.grown:
            return f"{_growth(side)} {sentences.counted_by(side.by)}"
        return f"{sentences.amount(*side.numbers, self.figure.unit)} {sentences.counted_by(side.by)}"

    def _growths(self) -> Iterator[str]:
        """The growths of camps whose values part, where they contradict, too."""
        grown = [Side(members, by_growth) for side in self.camps if (members := _grown(side))]
        if not self.grown and any(one.against(other) for one, other in pairwise(grown)):
            told = ", ".join(f"{_growth(side)} {sentences.counted_by(side.by)}" for side in grown)
            yield f"The growth they tell parts, too: {told}."

    def _bases(self) -> list[Base | None]:
        """For each camp the least and greatest for the year before, by its growth and its own claims."""
        return [None if self.grown else _hull(self._base(side)) for side in self.camps]

    def _base(self, side: Side) -> Iterator[Base]:
        for told in side.members:
            value, change = by_value(told), _figure(told).change
            if value and change and by_growth(told) and value.bound == "exact":
                yield before(value, change)
        for value in self._claims_before(side):
            yield value.number - value.unit, value.number + value.unit

    def _claims_before(self, side: Side) -> Iterator[Value]:
        """What the camp's states claim for the year before."""
        for told in self.others:
            counted = quantity_of(told)
            if voice(told) in side.by and counted.value and self._same_but_period(counted):
                yield counted.value

    def _same_but_period(self, other: Quantity) -> bool:
        mine, earlier = self.counted, self.counted.period and year_before(self.counted.period)
        same = (mine.measure, mine.way, mine.unit, mine.status) == (other.measure, other.way, other.unit, other.status)
        return same and earlier is not None and other.period == earlier and mine.goods == other.goods

    def _middles(self) -> Base:
        """The least and greatest for the year before as they would be told, without the play of rounding."""
        found = [value.number for side in self.camps for value in self._claims_before(side)]
        for told in (told for side in self.camps for told in side.members):
            value, factor = by_value(told), by_growth(told)
            if value and factor and factor.number > 0:
                found.append(value.number / factor.number)
        return min(found), max(found)

    def _flows(self) -> Iterator[tuple[Told, Quantity, Value]]:
        """Claims of one direction alone, for the same time, in the same unit."""
        if self.counted.measure != "trade" or self.counted.directed or self.grown:
            return
        for told in self.others:
            flow = quantity_of(told)
            time = (flow.period, flow.unit, flow.status) == (self.counted.period, self.counted.unit, "reported")
            between = flow.directed and set(flow.way) == set(self.counted.way)
            if flow.value and time and between and flow.measure in FLOWS and not flow.goods:
                yield told, flow, flow.value

    def _seen_from_a_part(self) -> Iterator[str]:
        """One direction alone that is more than what a camp tells of both."""
        for told, flow, value in self._flows():
            for side in self.camps:
                if value.bound != "under" and value.number - value.unit > side.numbers[1]:
                    alone = f"{flow.measure} {sentences.way(_figure(told))} alone"
                    counted = sentences.counted_by(filter(None, [voice(told)]))
                    part = f"{sentences.amount(value.number, value.number, flow.unit)} {counted}"
                    yield f"The same seen from a part: {alone}, {part}, are more than {self._told(side)} for both ways."

    def _sums(self) -> Iterator[tuple[Side, str, Value]]:
        """For each camp the sum of both directions where its own states tell them."""
        for side in self.camps:
            by_way: dict[tuple[str, ...], Value] = {}
            for told, flow, value in self._flows():
                if voice(told) in side.by:
                    by_way.setdefault(flow.way, value)
            if len(by_way) == 2:
                one, other = by_way.values()
                number, unit = one.number + other.number, one.unit + other.unit
                yield side, sentences.amount(number, number, self.figure.unit), Value(number, "exact", unit, unit)


def _grown(side: Side) -> tuple[Told, ...]:
    return tuple(told for told in side.members if by_growth(told))


def _growth(side: Side) -> str:
    changes = [change for told in side.members if by_growth(told) and (change := _figure(told).change)]
    factors = [value.number for told in side.members if (value := by_growth(told))]
    return sentences.growth(factors, all(change.unit == "percent" for change in changes))


def _hull(bases: Iterable[Base]) -> Base | None:
    found = list(bases)
    return (min(least for least, _ in found), max(most for _, most in found)) if found else None
