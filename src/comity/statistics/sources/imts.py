"""International Monetary Fund, trade in goods by partner (IMTS): SDMX 3.0 as JSON, SDMX as CSV, SDMX-ML 2.1."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from xml.etree import ElementTree
from xml.parsers import expat

from comity.errors import BadPeriod, BadTable, BrokenAnswer, ComityError, NoSeries, UnknownTable, UnsafeMarkup
from comity.series import TOTAL, Flow, Observation, Valuation, is_period
from comity.statistics import figures
from comity.statistics.economies import economy
from comity.statistics.sources import answers, tables
from comity.statistics.taken import Release, Taken, once
from comity.terms.states import States

LICENCE = "IMF: terms of its own, not checked"
INDICATORS: Mapping[str, tuple[Flow, Valuation]] = {
    "XG_FOB_USD": ("exports", "fob"),
    "MG_CIF_USD": ("imports", "cif"),
    "MG_FOB_USD": ("imports", "fob"),
}
NEEDED = ("COUNTRY", "INDICATOR", "COUNTERPART_COUNTRY", "TIME_PERIOD", "OBS_VALUE")

Row = Mapping[str, str]


def read(content: bytes, states: States, release: Release) -> Taken:
    """The observations of an answer in JSON.

    Raises ``NoSeries`` where there is none or all are null, ``BrokenAnswer`` where it is no data message.
    """
    try:
        rows = list(_rows(answers.parsed(content)))
    except (KeyError, IndexError, TypeError, ValueError, AttributeError) as problem:
        raise BrokenAnswer(f"No data message of SDMX: {type(problem).__name__} {str(problem)[:80]}.") from problem
    return _taken(rows, states, release)


def read_rows(content: bytes, states: States, release: Release) -> Taken:
    """The observations of SDMX-CSV; raises ``NoSeries``, ``UnknownTable``, and as ``tables.parsed`` does."""
    header, rows = tables.parsed(content)
    if not set(NEEDED) <= set(header):
        raise UnknownTable(f"The columns are {', '.join(header)[:300]}.")
    return _taken(rows, states, release)


def read_markup(content: bytes, states: States, release: Release) -> Taken:
    """The observations of structure-specific SDMX-ML 2.1.

    Raises ``UnsafeMarkup`` where it declares a document type, ``NoSeries``, ``BrokenAnswer``.
    """
    builder = ElementTree.TreeBuilder()
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _no_doctype
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    try:
        parser.Parse(content, True)
        root = builder.close()
    except (expat.ExpatError, ValueError, LookupError, AssertionError) as problem:
        raise BrokenAnswer(f"No XML: {str(problem)[:100]}.") from problem
    series = root.iter("Series")
    return _taken(({**one.attrib, **cell.attrib} for one in series for cell in one.iter("Obs")), states, release)


def _no_doctype(*_: object) -> None:
    raise UnsafeMarkup("The answer declares a document type, where entities could stand.")


def _rows(message: Any) -> Iterator[Row]:
    data = message["data"]
    dimensions = data["structures"][0]["dimensions"]
    names = [answers.text(one["id"]) for one in dimensions["series"]]
    codes = [[answers.text(value["id"]) for value in one["values"]] for one in dimensions["series"]]
    periods = [answers.text(value.get("value", value.get("id"))) for value in dimensions["observation"][0]["values"]]
    for one in (one for part in data["dataSets"] for one in part.get("series", {}).items()):
        key, series = one
        at = zip(codes, key.split(":"), strict=True)
        row = dict(zip(names, (known[int(place)] for known, place in at), strict=True))
        for place, cells in series["observations"].items():
            yield {**row, "TIME_PERIOD": periods[int(place)], "OBS_VALUE": answers.text(cells[0])}


def _taken(rows: Iterable[Row], states: States, release: Release) -> Taken:
    there = [row for row in rows if row.get("OBS_VALUE", "").strip().casefold() not in figures.EMPTY]
    if not there:
        raise NoSeries("No series with a value.")
    skipped: Counter[str] = Counter()
    return once(_cells(there, states, release, skipped), skipped)


def _cells(
    rows: Iterable[Row], states: States, release: Release, skipped: Counter[str]
) -> Iterator[Observation | ComityError]:
    for number, row in enumerate(rows, 1):
        if row.get("INDICATOR") not in INDICATORS:
            skipped[f"indicator {answers.text(row.get('INDICATOR'))[:20]}"] += 1
            continue
        try:
            yield _observation(row, states, release)
        except BadTable as problem:
            yield type(problem)(f"Row {number}: {problem.detail}")


def _observation(row: Row, states: States, release: Release) -> Observation:
    flow, valuation = INDICATORS[row["INDICATOR"]]
    return Observation(
        reporter=economy(answers.text(row.get("COUNTRY")), states),
        partner=economy(answers.text(row.get("COUNTERPART_COUNTRY")), states),
        flow=flow,
        valuation=valuation,
        attribution="",
        product=TOTAL,
        classification="",
        period=_period(answers.text(row.get("TIME_PERIOD"))),
        value=figures.trade(row["OBS_VALUE"], ".") or 0.0,
        unit="USD",
        vintage=release.vintage,
        dated="release" if release.told else "retrieval",
        source="imts",
        licence=LICENCE,
    )


def _period(text: str) -> str:
    """YYYY, YYYY-Qn and YYYY-Mnn, as SDMX writes them."""
    period = re.sub(r"^(\d{4})-?M(\d\d)$", r"\1-\2", text.removesuffix("-A1"))
    if not is_period(period):
        raise BadPeriod(f"{text[:40]!r}.")
    return period
