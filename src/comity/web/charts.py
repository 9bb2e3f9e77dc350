"""Charts as SVG in the page itself: drawn by a template, so that they take the page's colours and need no package."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import get_args

from comity.dossier.page import Entry
from comity.findings import Quad
from comity.terms.plover import Plover

QUADS: tuple[Quad, ...] = get_args(Quad)
# Cooperation stands above the line, conflict below it; what was done is farther from it than what was said.
ABOVE, BELOW = QUADS[:2], QUADS[2:]
HEIGHT, WIDTH = 150, 640


@dataclass(frozen=True, slots=True)
class Bar:
    """A year's events of one class: where its rectangle stands in the drawing, in its units."""

    year: str
    quad: Quad
    count: int
    x: float
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Bars:
    """Events by year and class; ``line`` is where cooperation and conflict part, ``room`` the width of a year."""

    years: tuple[str, ...]
    counts: dict[tuple[str, Quad], int]
    bars: tuple[Bar, ...]
    line: float
    room: float


def events_by_year(entries: Iterable[Entry], plover: Plover) -> Bars | None:
    """The events of a timeline by year and PLOVER quad class; None where fewer than two years have any."""
    told = [(one.date[:4], plover.quad(one.type)) for one in entries if one.kind == "event" and one.date]  # type: ignore[arg-type]
    counts = Counter(told)
    if len({year for year, _ in counts}) < 2:
        return None
    first, last = min(int(year) for year, _ in counts), max(int(year) for year, _ in counts)
    years = tuple(str(year) for year in range(first, last + 1))
    up, down = (max(sum(counts[year, quad] for quad in side) for year in years) for side in (ABOVE, BELOW))
    unit, room = HEIGHT / (up + down), WIDTH / len(years)
    bars = (bar for place, year in enumerate(years) for bar in _of_year(counts, year, place * room, (unit, up * unit)))
    return Bars(years, dict(counts), tuple(bars), up * unit, room)


def _of_year(counts: Counter[tuple[str, Quad]], year: str, x: float, scale: tuple[float, float]) -> Iterator[Bar]:
    """A year's bars; the scale is an event's height, and where the line is."""
    unit, line = scale
    for side, up in ((ABOVE, True), (BELOW, False)):
        reached = 0.0
        for quad in side:
            height = counts[year, quad] * unit
            if height:
                yield Bar(year, quad, counts[year, quad], x, line - reached - height if up else line + reached, height)
            reached += height
