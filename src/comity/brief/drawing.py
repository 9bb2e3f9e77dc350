"""Charts of a brief as vector graphics, by Altair: a dot for every claim, a line for official series."""

from typing import Any

from comity.brief.model import Chart
from comity.packages import package

# Dark enough on white for print, and told apart by those who see no red or green (Okabe and Ito 2008).
_COLOURS = ("#0072B2", "#D55E00", "#555555", "#009E73", "#CC79A7")
_SHAPES = ("circle", "square", "triangle-up", "diamond", "cross")
_FONT = "Libertinus Serif, Liberation Serif, Georgia, serif"


def svg(chart: Chart) -> str:
    """The chart as SVG, 440 by 130 points without its axes; raises ``NotInstalled``."""
    told: str = package("vl_convert", "brief").vegalite_to_svg(_specified(chart))
    return told


def png(drawn: str) -> bytes:
    """The same as pixels, for programs that show no SVG; raises ``NotInstalled``."""
    pixels: bytes = package("vl_convert", "brief").svg_to_png(drawn, scale=3)
    return pixels


def _specified(chart: Chart) -> dict[str, Any]:
    altair = package("altair", "brief")
    size, name = next(((size, f"{name} ") for size, name in _SCALES if _greatest(chart) >= size), (1, ""))
    rows = [
        {"year": str(one.year), "value": one.value / size, "by": one.by, "official": one.official}
        for one in chart.points
    ]
    whose = list(dict.fromkeys(one.by for one in chart.points))
    base = altair.Chart(altair.Data(values=rows)).encode(
        x=altair.X("year:O", title=None, axis=altair.Axis(labelAngle=0)),
        y=altair.Y("value:Q", title=f"{name}{chart.unit}", scale=altair.Scale(zero=True)),
        color=_by(altair.Color, whose, _COLOURS),
    )
    dots = base.mark_point(filled=True, size=70, opacity=0.85).encode(shape=_by(altair.Shape, whose, _SHAPES))
    lines = base.transform_filter("datum.official").mark_line()
    drawn = (dots + lines) if any(one.official for one in chart.points) else dots
    told = drawn.properties(width=400, height=130, title=altair.Title(chart.title, anchor="start", fontSize=11))
    specified: dict[str, Any] = told.configure(font=_FONT, background="white").configure_view(stroke=None).to_dict()
    return specified


def _by(channel: Any, whose: list[str], range_: tuple[str, ...]) -> Any:
    """Colour or shape by whose count it is; more than five go round."""
    told = [range_[at % len(range_)] for at in range(len(whose))]
    scale = {"domain": whose, "range": told}
    return channel("by:N", title=None, scale=scale, legend={"orient": "right", "labelLimit": 220})


def _greatest(chart: Chart) -> float:
    return max(abs(one.value) for one in chart.points)


_SCALES = ((1e9, "billion"), (1e6, "million"))
