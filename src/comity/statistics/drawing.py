"""Charts of official statistics as SVG or PNG; needs ``comity[statistics]``."""

from collections.abc import Mapping, Sequence
from typing import Any

from comity.findings import Code
from comity.packages import package
from comity.statistics.gravity.potential import LeftOut
from comity.statistics.mirror import Row

# Colours that are told apart by people who see few of them, too (Okabe and Ito 2008).
_COLOURS = ["#0072B2", "#D55E00", "#009E73", "#CC79A7"]
_WIDTH, _HEIGHT = 440, 170
EXTRA = "statistics"


def mirror(rows: Sequence[Row], names: Mapping[Code, str]) -> dict[str, Any]:
    """Each direction by year of which both sides have a count, in million units of the series; as Vega-Lite.

    Raises ``NotInstalled``.
    """
    altair = package("altair", EXTRA)
    found = [
        {"year": year, "way": way, "count": told, "value": value}
        for year, way, told, value in dict.fromkeys(
            (row.year, f"{names.get(row.seller, row.seller)} to {names.get(row.buyer, row.buyer)}", told, value)
            for row in rows
            if row.gap is not None
            for told, value in _counts(row)
        )
    ]
    bars = (
        altair.Chart(altair.Data(values=found))
        .mark_bar()
        .encode(
            x=altair.X("year:O", title=None, axis=altair.Axis(labelAngle=0)),
            xOffset=altair.XOffset("count:N", sort=None),
            y=altair.Y("value:Q", title="million USD", axis=altair.Axis(grid=True)),
            color=altair.Color(
                "count:N",
                title=None,
                sort=None,
                scale=altair.Scale(range=_COLOURS),
                legend=altair.Legend(orient="top", columns=2, labelLimit=300),
            ),
        )
        .properties(width=_WIDTH, height=_HEIGHT)
    )
    faceted = bars.facet(row=altair.Row("way:N", title=None)).resolve_scale(y="independent")
    told: dict[str, Any] = faceted.configure(background="white").to_dict()
    return told


def _counts(row: Row) -> list[tuple[str, float]]:
    """The two counts of a row with whose they are."""
    by = f", by {row.imports.attribution}" if row.imports and row.imports.attribution else ""
    told = (("exports, the seller's count", row.exports), (f"imports, the buyer's count{by}", row.imports))
    return [(words, one.value / 1e6) for words, one in told if one is not None]


def written(chart: dict[str, Any], *, png: bool) -> bytes:
    """The chart as PNG or as SVG; raises ``NotInstalled``."""
    converter = package("vl_convert", EXTRA)
    pixels: bytes = converter.vegalite_to_png(chart, scale=2) if png else converter.vegalite_to_svg(chart).encode()
    return pixels


def potential(peers: LeftOut, pair: tuple[Code, Code], names: Mapping[Code, str], year: int) -> dict[str, Any]:
    """Every flow of a year against what was expected of it, the pair's own marked; as Vega-Lite.

    Raises ``NotInstalled``.
    """
    altair = package("altair", EXTRA)
    panel = peers.panel
    traded = (peers.expected > 0) & (panel.flows > 0)
    expected, actual = peers.expected[traded].tolist(), panel.flows[traded].tolist()
    ways = [
        _way(str(exporter), str(importer), pair, names)
        for exporter, importer in zip(panel.exporters[traded], panel.importers[traded], strict=True)
    ]
    found = [{"expected": x, "actual": y, "way": way} for x, y, way in zip(expected, actual, ways, strict=True)]
    low, high = min([*expected, *actual], default=1.0), max([*expected, *actual], default=10.0)
    scale = altair.Scale(type="log", domain=[low, high])
    dots = altair.Chart(altair.Data(values=[one for one in found if one["way"] == OTHERS])).mark_point(
        filled=True, size=9, opacity=0.35, color="#777777"
    )
    own = altair.Chart(altair.Data(values=[one for one in found if one["way"] != OTHERS])).mark_point(
        filled=True, size=90
    )
    line = altair.Chart(altair.Data(values=[{"at": low}, {"at": high}])).mark_line(color="#999999", strokeDash=[4, 3])
    x = altair.X("expected:Q", scale=scale, title="expected by other trade", axis=altair.Axis(format="~s"))
    y = altair.Y("actual:Q", scale=scale, title="actual", axis=altair.Axis(format="~s"))
    colour = altair.Color("way:N", title=None, scale=altair.Scale(range=_COLOURS), legend=altair.Legend(orient="top"))
    layered = altair.layer(
        dots.encode(x=x, y=y),
        line.encode(x=altair.X("at:Q", scale=scale), y=altair.Y("at:Q", scale=scale)),
        own.encode(x=x, y=y, color=colour),
    ).properties(width=_WIDTH, height=_WIDTH, title=f"Flows of {year}; on the broken line actual is as expected")
    told: dict[str, Any] = layered.configure(background="white").to_dict()
    return told


OTHERS = "others"


def _way(exporter: Code, importer: Code, pair: tuple[Code, Code], names: Mapping[Code, str]) -> str:
    if {exporter, importer} != set(pair):
        return OTHERS
    return f"{names.get(exporter, exporter)} to {names.get(importer, importer)}"
