"""Figures: numbers about the relation between states, each with measure, direction, period and status."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from comity.findings import Claim, Figure
from comity.reading.figures import doubts, measure, period
from comity.reading.figures.claim import claim_of
from comity.reading.figures.direction import Flow, flow_of, sold_by_owner
from comity.reading.mentions import Clauses, Page, Quantity, When, Who

__all__ = ["read"]

_SURE_ENOUGH = 0.5
_FLOWING = frozenset(("exports", "imports", "investment", "finance"))
_RETURN = {"exports": "imports", "imports": "exports"}
_PERIODIC = frozenset(("trade", "exports", "imports", "investment"))


def read(page: Page, who: Who, clauses: Clauses, when: When, quantities: tuple[Quantity, ...]) -> tuple[Figure, ...]:
    """The figures among a report's quantities, in order."""
    return tuple(_Reader(page, who, clauses, when, quantities).figures())


@dataclass
class _Reader:
    """One report's quantities on their way to figures; what was told before helps to read what follows."""

    page: Page
    who: Who
    clauses: Clauses
    when: When
    quantities: tuple[Quantity, ...]
    _measures: list[tuple[int, str, str]] = field(default_factory=list)
    _flows: dict[str, Flow] = field(default_factory=dict)
    _people: dict[int, Flow] = field(default_factory=dict)
    _periods: list[tuple[int, str]] = field(default_factory=list)

    def figures(self) -> Iterator[Figure]:
        """Each quantity that is a figure, as one."""
        peoples = frozenset(m.end - 1 for m in self.who.states if m.form in ("demonym", "adjective"))
        for quantity in self.quantities:
            context = measure.Context(self.quantities, peoples, self._last(quantity))
            told = measure.measure_of(self.page, quantity, context)
            flow = self._flow(quantity, told[0]) if told else None
            if told and flow:
                if told[0] == "imports" and sold_by_owner(self.page, self.who, quantity, flow):
                    told = "exports", told[1]
                self._measures.append((self._sentence(quantity), measure.family_of(quantity), told[0]))
                doubt = doubts.doubt(self.page, self.who, quantity, told[0])
                sure = round(min(0.95, 0.35 + 0.6 * told[1]) * (1 - doubt), 2)
                if sure >= _SURE_ENOUGH:
                    yield self._figure(quantity, told[0], flow, sure)

    def _sentence(self, quantity: Quantity) -> int:
        return self.page.sentence_numbers[quantity.start]

    def _last(self, quantity: Quantity) -> str | None:
        """The measure of the quantity of the same kind told right before."""
        family, here = measure.family_of(quantity), self._sentence(quantity)
        near = [m for at, f, m in self._measures if f == family and here - at <= 1]
        return near[-1] if near else None

    def _flow(self, quantity: Quantity, told: str) -> Flow | None:
        """The direction told, or that of the flow told before: exports one way, imports the other."""
        flow = flow_of(self.page, self.who, quantity, told)
        here = self._sentence(quantity)
        if told == "people" and quantity.noun is not None and quantity.noun < quantity.start and here in self._people:
            # "52,000 citizens live there, of whom 14,300 are students": the same people.
            return self._people[here]
        if told == "people" and flow is not None and flow.source is not None:
            self._people.setdefault(here, flow)
        if flow is None or told not in _FLOWING:
            return flow
        if flow.source is None and told in self._flows and set(flow.countries) == set(self._flows[told].countries):
            flow = self._flows[told]
        if flow.source is not None:
            self._flows[told] = flow
            if told in _RETURN:
                self._flows[_RETURN[told]] = flow.turned
        return flow

    def _figure(self, quantity: Quantity, told: str, flow: Flow, sure: float) -> Figure:
        moment = period.moment_of(self.page, self.when, quantity, told, self.quantities)
        status = period.status_of(self.page, self.clauses, quantity, moment, self.when.now)
        span = period.period_text(moment, self.when.now)
        if status == "target" and span and self.when.now and span[:4] < self.when.now[:4]:
            span = None
        if span is None and told in _PERIODIC and status == "reported":
            span = period.last_told(self._periods, self._sentence(quantity))
        elif span and told in _PERIODIC and status == "reported":
            self._periods.append((self._sentence(quantity), span))
        claim: Claim = claim_of(self.page, self.who, quantity)
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
            claim=claim,
        )
