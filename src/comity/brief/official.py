"""Official statistics for a brief: what each side counts of the trade of the two, each clause noted to its release."""

from collections.abc import Iterator, Mapping, Sequence

from comity.brief.model import Clause, Note, Official, Paragraph, Point, Source
from comity.findings import Code
from comity.series import Observation
from comity.statistics.checking.wording import money
from comity.statistics.mirror import Row

_YEARS = 2


def official(rows: Sequence[Row], names: Mapping[Code, str]) -> Official:
    """Of the latest years of which anything is held what both sides count, and turnover by year for the chart."""
    cells = [one for row in rows for one in (row.exports, row.imports) if one]
    return Official(
        paragraphs=tuple(_paragraphs(rows, names)),
        points=tuple(_points(rows, names)),
        sources=tuple(_source(one, names) for one in {_table(cell): cell for cell in cells}.values()),
    )


def _paragraphs(rows: Sequence[Row], names: Mapping[Code, str]) -> Iterator[Paragraph]:
    for year in sorted({row.year for row in rows}, reverse=True)[:_YEARS]:
        for way in dict.fromkeys((row.seller, row.buyer) for row in rows if row.year == year):
            of_way = [row for row in rows if (row.year, row.seller, row.buyer) == (year, *way)]
            counts = list(dict.fromkeys(one for row in of_way for one in (row.exports, row.imports) if one))
            clauses = [_clause(one, names, last=one is counts[-1]) for one in counts]
            seller, buyer = (names.get(code, code) for code in way)
            yield Paragraph(
                clauses=tuple(clauses), lead=f"Official statistics, {seller} to {buyer} in {year}:", item=True
            )


def _clause(one: Observation, names: Mapping[Code, str], *, last: bool) -> Clause:
    by = f" by {one.attribution}" if one.flow == "imports" and one.attribution else ""
    who = names.get(one.reporter, one.reporter)
    text = f"{who} counts {one.flow}{by} of {one.unit} {money(one.value)}{'.' if last else ';'}"
    words = f"{one.period}, {one.flow}{by}, {names.get(one.partner, one.partner)}: {one.value:,.0f} {one.unit}"
    return Clause(text=text, notes=(Note(report=_table(one), outlet=one.source, day=one.known_from, words=(words,)),))


def _points(rows: Sequence[Row], names: Mapping[Code, str]) -> Iterator[tuple[str, str, Point]]:
    """Turnover of each reporter by year: exports and imports, by origin where several are held."""
    counts: dict[tuple[str, Code], dict[str, Observation]] = {}
    for one in (one for row in rows for one in (row.exports, row.imports) if one):
        own = counts.setdefault((one.period, one.reporter), {})
        if one.flow not in own or one.attribution == "origin":
            own[one.flow] = one
    for (year, reporter), flows in sorted(counts.items()):
        if len(flows) > 1:
            value = sum(one.value for one in flows.values())
            point = Point(year=int(year), value=value, by=names.get(reporter, reporter), official=True)
            yield "trade", flows["exports"].unit, point


def _source(one: Observation, names: Mapping[Code, str]) -> Source:
    how = "released" if one.dated == "release" else "retrieved"
    title = f"trade statistics of {names.get(one.reporter, one.reporter)}, {how} {one.vintage}; {one.licence}"
    return Source(report=_table(one), day=one.known_from, outlet=one.source, title=title)


def _table(one: Observation) -> str:
    """The name of a release among the sources."""
    return f"{one.source} {one.vintage}"
