"""Figures: numbers about the relation between states, each with measure, direction, period and status."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from comity.findings import Figure, FigureStatus
from comity.reading.figures import doubts, measure, period
from comity.reading.figures.claim import claim_of
from comity.reading.figures.direction import Flow, flow_of, sold_by_owner
from comity.reading.figures.memory import Memory
from comity.reading.mentions import Clauses, Moment, Page, Quantity, When, Who

__all__ = ["read"]

# Below it a figure is wrong more often than not, on the annotated reports.
_SURE_ENOUGH = 0.5


def read(page: Page, who: Who, clauses: Clauses, when: When, quantities: tuple[Quantity, ...]) -> tuple[Figure, ...]:
    """The figures among a report's quantities, in order."""
    return tuple(_Reader(page, who, clauses, when, quantities).figures())


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

    def sentence(self, quantity: Quantity) -> int:
        """The number of the quantity's sentence."""
        return self.page.sentence_numbers[quantity.start]

    def figures(self) -> Iterator[Figure]:
        """Each quantity that is a figure, as one."""
        relation = doubts.Relation.of(self.page, self.who)
        for quantity in self.quantities:
            told = self.measured(quantity)
            flow = self.flow(quantity, told[0]) if told else None
            if told and flow:
                name = self.named(quantity, told[0], flow)
                self.memory.keep_measure(measure.family_of(quantity), self.sentence(quantity), name)
                doubt = doubts.doubt(self.page, self.who, quantity, name, relation)
                sure = round(min(0.95, 0.35 + 0.6 * told[1]) * (1 - doubt), 2)
                if sure >= _SURE_ENOUGH:
                    yield self.figure(quantity, name, flow, sure)

    @cached_property
    def peoples(self) -> frozenset[int]:
        """Tokens that name a people."""
        return frozenset(m.end - 1 for m in self.who.states if m.form in ("demonym", "adjective"))

    def measured(self, quantity: Quantity) -> tuple[str, float] | None:
        """What it measures, and how sure that is."""
        here = self.sentence(quantity)
        last = self.memory.measure(measure.family_of(quantity), here)
        return measure.measure_of(self.page, quantity, measure.Context(self.by_sentence[here], self.peoples, last))

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

    def time(self, quantity: Quantity, told: str) -> tuple[str | None, FigureStatus, Moment | None]:
        """Period, status, and the moment told beside the number."""
        here = self.sentence(quantity)
        moment = period.moment_of(self.page, self.when, quantity, told, self.by_sentence[here])
        status = period.status_of(self.page, self.clauses, quantity, moment, self.when.now)
        span = period.period_text(self.page, quantity, moment, self.when.now)
        if status == "reported":
            return self.memory.period(told, here, span), status, moment
        behind = span is not None and self.when.now is not None and span[:4] < self.when.now[:4]
        return None if behind else span, status, moment

    def figure(self, quantity: Quantity, told: str, flow: Flow, sure: float) -> Figure:
        """The finding."""
        span, status, moment = self.time(quantity, told)
        return Figure.found(
            self.page.report,
            self.page.evidence(quantity.start),
            step="figures",
            confidence=sure,
            inferred=("period",) if moment and moment.inferred and span else (),
            measure=told,
            value=quantity.value,
            unit=quantity.unit,
            bound=quantity.bound,
            change=quantity.change,
            status=status,
            period=span,
            source=flow.source,
            target=flow.goal,
            countries=flow.countries,
            claim=claim_of(self.page, self.who, quantity),
        )
