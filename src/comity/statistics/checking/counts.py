"""What offices counted: the totals of a reporter with its partners over some months, by attribution and release.

Turnover is exports plus imports of one reporter in one release; where several partners are asked for together,
all of them must be in the same release. Releases stand beside each other; of two the one with the later day of
release is the later. A year is the sum of its months where the year itself is not held.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from comity.findings import Code, Day
from comity.series import TOTAL, Observation, months

Flow = str


class Release(NamedTuple):
    """One release of one source, in order of the day from which it was surely out."""

    known_from: Day
    vintage: str
    source: str


class Column(NamedTuple):
    """How a source counts: valuation and attribution."""

    source: str
    valuation: str
    attribution: str


@dataclass(frozen=True, slots=True)
class Count:
    """A reporter's number, in plain units; ``base`` is that of a year before in the same release, else the latest
    held; ``attribution`` that of its imports; ``parts`` are exports and imports where it is their sum."""

    reporter: Code
    partners: tuple[Code, ...]
    attribution: str
    release: Release
    value: float | None
    base: float | None
    parts: tuple[float, float] | None = None
    dated: str = "release"

    @property
    def growth(self) -> float | None:
        """The factor from the base to the value."""
        return self.value / self.base if self.value is not None and self.base else None


# A cell's value by period.
Cells = dict[str, float]


class Ledger:
    """Totals of all goods by who counted them."""

    def __init__(self, observations: Iterable[Observation]) -> None:
        self._cells: dict[tuple[Code, Code, Flow], dict[tuple[Column, Release], Cells]] = {}
        self._units: dict[Code, str] = {}
        self._dated: dict[Release, str] = {}
        for one in observations:
            if one.product == TOTAL:
                self._put(one)

    def _put(self, one: Observation) -> None:
        release = Release(one.known_from, one.vintage, one.source)
        columns = self._cells.setdefault((one.reporter, one.partner, one.flow), {})
        columns.setdefault((Column(one.source, one.valuation, one.attribution), release), {})[one.period] = one.value
        self._units.setdefault(one.reporter, one.unit)
        self._dated[release] = one.dated

    def unit(self, reporter: Code) -> str | None:
        """The currency in which the reporter's figures are held; None where none are."""
        return self._units.get(reporter)

    def holds(self, reporter: Code, partners: Sequence[Code]) -> bool:
        """Whether anything of the reporter is held on all the partners."""
        return all(any((reporter, partner, flow) in self._cells for flow in _FLOWS) for partner in partners)

    def counts(
        self, reporter: Code, partners: tuple[Code, ...], flow: Flow, spans: tuple[tuple[str, ...], tuple[str, ...]]
    ) -> list[Count]:
        """The counts of a flow ("exports", "imports", "turnover") over the months of ``spans``: those claimed, and
        those from which a growth is told; by attribution, the latest release first."""
        return sorted(self._counts(reporter, partners, flow, spans), key=lambda one: one.release, reverse=True)

    def _counts(
        self, reporter: Code, partners: tuple[Code, ...], flow: Flow, spans: tuple[tuple[str, ...], tuple[str, ...]]
    ) -> Iterator[Count]:
        flows = ("exports", "imports") if flow == "turnover" else (flow,)
        now, before = (self._sums(reporter, partners, flows, span) for span in spans)
        if flow == "turnover" and not now and not before:
            now, before = (self._sums(reporter, partners, ("turnover",), span) for span in spans)
        for attribution, release in dict.fromkeys([*now, *before]):
            value = now.get((attribution, release))
            base = before.get((attribution, release)) or _latest(before, attribution, release)
            yield Count(
                reporter,
                partners,
                attribution,
                release,
                sum(value) if value else None,
                sum(base) if base else None,
                (value[0], value[1]) if value and len(value) > 1 else None,
                self._dated[release],
            )

    def _sums(
        self, reporter: Code, partners: tuple[Code, ...], flows: tuple[Flow, ...], span: tuple[str, ...]
    ) -> dict[tuple[str, Release], list[float]]:
        """By attribution (of imports) and release, each flow's sum over all partners and months, where all are held."""
        found: dict[tuple[str, Release], list[float]] = {}
        for attribution, release in self._ways(reporter, partners, flows):
            sums = [self._sum(reporter, partners, flow, (attribution, release), span) for flow in flows]
            if None not in sums:
                found[attribution, release] = [one for one in sums if one is not None]
        return found

    def _ways(
        self, reporter: Code, partners: tuple[Code, ...], flows: tuple[Flow, ...]
    ) -> dict[tuple[str, Release], None]:
        """The attributions and releases in which the last of the flows is held: imports say whence."""
        columns = (self._cells.get((reporter, partner, flows[-1]), {}) for partner in partners)
        return {(column.attribution, release): None for one in columns for column, release in one}

    def _sum(
        self,
        reporter: Code,
        partners: tuple[Code, ...],
        flow: Flow,
        way: tuple[str, Release],
        span: tuple[str, ...],
    ) -> float | None:
        total = 0.0
        for partner in partners:
            found = self._one(self._cells.get((reporter, partner, flow), {}), way, span)
            if found is None:
                return None
            total += found
        return total

    def _one(
        self, columns: dict[tuple[Column, Release], Cells], way: tuple[str, Release], span: tuple[str, ...]
    ) -> float | None:
        """Of the columns of that release the one with the attribution, else the only one there is."""
        attribution, release = way
        fitting = [(column, cells) for (column, out), cells in columns.items() if out == release]
        same = [cells for column, cells in fitting if column.attribution == attribution]
        for cells in same or [cells for _, cells in fitting]:
            found = over(cells, span)
            if found is not None:
                return found
        return None


_FLOWS = ("exports", "imports", "turnover")


def over(cells: Cells, span: tuple[str, ...]) -> float | None:
    """The sum over some months: of periods that fill them without a gap, the longest first; None where none do."""
    if len(span) == 12 and (year := span[0][:4]) == span[-1][:4] and year in cells:
        return cells[year]
    wanted, total = set(span), 0.0
    for period in sorted(cells, key=len):
        inside = months(period)
        if inside[0] in wanted and wanted.issuperset(inside):
            wanted.difference_update(inside)
            total += cells[period]
    return None if wanted else total


def _latest(found: dict[tuple[str, Release], list[float]], attribution: str, until: Release) -> list[float] | None:
    """The base in the latest release of the same source and attribution that was out by then."""
    fitting: dict[Release, list[float]] = defaultdict(list)
    for (way, release), value in found.items():
        if way == attribution and release.source == until.source and release <= until:
            fitting[release] = value
    return fitting[max(fitting)] if fitting else None
