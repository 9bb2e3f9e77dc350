"""Figures: numbers about the relation between states, each with measure, direction, period and status."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from comity.findings import Figure, FigureStatus
from comity.reading import closest
from comity.reading.figures import doubts, measure, period, rivals
from comity.reading.figures.claim import claim_of
from comity.reading.figures.direction import Flow, flow_of, sold_by_owner
from comity.reading.figures.memory import Memory
from comity.reading.mentions import Clauses, Mention, Moment, Page, Quantity, When, Who
from comity.reading.proposals import Proposed

__all__ = ["propose"]

# Below it a figure is wrong more often than not, on the annotated reports.
_SURE_ENOUGH = 0.5
# A doubt as grave as this leaves no room for other readings: a duration, people killed.
_OUT_OF_QUESTION = 0.7
# How much the rules believe in a reading that is not their first, and how many they propose.
_OTHERWISE = 0.3
_MOST_FLOWS, _MOST_MEASURES = 2, 1


def propose(
    page: Page, who: Who, clauses: Clauses, when: When, quantities: tuple[Quantity, ...]
) -> tuple[Proposed[Figure], ...]:
    """Every quantity that may be a figure, with its rival readings, the likeliest first."""
    return tuple(_Reader(page, who, clauses, when, quantities).proposals())


class _Guess(NamedTuple):
    """One reading of a quantity."""

    measure: str
    flow: Flow
    sure: float


@dataclass(frozen=True)
class _Reader:
    """One report's quantities on their way to figures; what was told before helps to read what follows."""

    page: Page
    who: Who
    clauses: Clauses
    when: When
    quantities: tuple[Quantity, ...]
    memory: Memory = field(default_factory=Memory)

    @cached_property
    def by_sentence(self) -> dict[int, tuple[Quantity, ...]]:
        found: dict[int, list[Quantity]] = {}
        for quantity in self.quantities:
            found.setdefault(self.sentence(quantity), []).append(quantity)
        return {number: tuple(here) for number, here in found.items()}

    @cached_property
    def relation(self) -> doubts.Relation:
        """How much the report speaks of its relation."""
        return doubts.Relation.of(self.page, self.who)

    def sentence(self, quantity: Quantity) -> int:
        """The number of the quantity's sentence."""
        return self.page.sentence_numbers[quantity.start]

    def proposals(self) -> Iterator[Proposed[Figure]]:
        """Each quantity as the figures that it may be."""
        for quantity in self.quantities:
            first = self.first(quantity)
            if first:
                yield self.proposed(quantity, first, first.sure >= _SURE_ENOUGH)
            for guess in self.otherwise(quantity, first):
                yield self.proposed(quantity, guess, False)

    def first(self, quantity: Quantity) -> _Guess | None:
        """The likeliest reading, if measure and states are told."""
        told = self.measured(quantity)
        flow = self.flow(quantity, told[0]) if told else None
        if not told or not flow:
            return None
        name = self.named(quantity, told[0], flow)
        self.memory.keep_measure(measure.family_of(quantity), self.sentence(quantity), name)
        belief = min(0.95, 0.35 + 0.6 * told[1])
        return _Guess(name, flow, round(belief * (1 - self.doubt(quantity, name)), 2))

    def otherwise(self, quantity: Quantity, first: _Guess | None) -> Iterator[_Guess]:
        """Further readings: other flows of the same measure, then other measures."""
        names = measure.possible(self.page, quantity, self.context(quantity))
        name = first.measure if first else names[0]
        sure = round(_OTHERWISE * (1 - self.doubt(quantity, name)), 2)
        if sure <= _OTHERWISE * (1 - _OUT_OF_QUESTION):
            return
        for flow in islice(rivals.flows(self.who, quantity, name, first.flow if first else None), _MOST_FLOWS):
            yield _Guess(name, flow, sure)
        for other in islice((m for m in names if m != name), _MOST_MEASURES):
            told = flow_of(self.page, self.who, quantity, other)
            if likeliest := told or next(rivals.flows(self.who, quantity, other, None), None):
                yield _Guess(other, likeliest, sure)

    @cached_property
    def peoples(self) -> frozenset[int]:
        """Tokens that name a people."""
        return frozenset(m.end - 1 for m in self.who.states if m.form in ("demonym", "adjective"))

    def context(self, quantity: Quantity) -> measure.Context:
        """What the measure may lean on."""
        here = self.sentence(quantity)
        last = self.memory.measure(measure.family_of(quantity), here)
        return measure.Context(self.by_sentence[here], self.peoples, last)

    def measured(self, quantity: Quantity) -> tuple[str, float] | None:
        """What it measures, and how sure that is."""
        return measure.measure_of(self.page, quantity, self.context(quantity))

    def doubt(self, quantity: Quantity, told: str) -> float:
        """What speaks against its being a figure of the relation."""
        return doubts.doubt(self.page, self.who, quantity, told, self.relation)

    def flow(self, quantity: Quantity, told: str) -> Flow | None:
        """From whom to whom, as told here or before."""
        flow = flow_of(self.page, self.who, quantity, told)
        if flow is None:
            return None
        if told == "people":
            elliptic = quantity.noun is not None and quantity.noun < quantity.start
            return self.memory.same_people(self.sentence(quantity), flow, elliptic)
        return self.memory.flow(told, flow)

    def named(self, quantity: Quantity, told: str, flow: Flow) -> str:
        """The measure, seen from the side of the goods' owner."""
        owners = told == "imports" and sold_by_owner(self.page, self.who, quantity, flow)
        return "exports" if owners else told

    def time(self, quantity: Quantity, told: str, keep: bool) -> tuple[str | None, FigureStatus, Moment | None]:
        """Period, status, and the moment told beside the number; a period kept helps to read what follows."""
        here = self.sentence(quantity)
        moment = period.moment_of(self.page, self.when, quantity, told, self.by_sentence[here])
        status = period.status_of(self.page, self.clauses, quantity, moment, self.when.now)
        span = period.period_text(self.page, quantity, moment, self.when.now)
        if status == "reported":
            if keep:
                self.memory.keep_period(told, here, span)
            return self.memory.period(told, here, span), status, moment
        behind = span is not None and self.when.now is not None and span[:4] < self.when.now[:4]
        return None if behind else span, status, moment

    def proposed(self, quantity: Quantity, guess: _Guess, vouched_for: bool) -> Proposed[Figure]:
        """The reading with the words it rests on."""
        number = Mention(quantity.start, quantity.end)
        resting = closest.backing(self.who, number, guess.flow.countries)
        finding = self.figure(quantity, guess, vouched_for)
        return Proposed(finding, number, resting, f"figure at {quantity.start}", vouched_for)

    def figure(self, quantity: Quantity, guess: _Guess, keep: bool) -> Figure:
        """The finding."""
        span, status, moment = self.time(quantity, guess.measure, keep)
        return Figure.found(
            self.page.report,
            self.page.evidence(quantity.start),
            step="figures",
            confidence=guess.sure,
            inferred=("period",) if moment and moment.inferred and span else (),
            measure=guess.measure,
            value=quantity.value,
            unit=quantity.unit,
            bound=quantity.bound,
            change=quantity.change,
            status=status,
            period=span,
            source=guess.flow.source,
            target=guess.flow.goal,
            countries=guess.flow.countries,
            claim=claim_of(self.page, self.who, quantity),
        )
