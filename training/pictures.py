"""The pictures of the model's explanation, as SVG: how far probabilities hold, and what more reports are worth."""

from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape

WIDE, HIGH, EDGE = 360, 320, 44
Point = tuple[float, float]
STYLE = (
    "text{font:12px system-ui,sans-serif;fill:#333}.axis{stroke:#999}.even{stroke:#999;stroke-dasharray:4 4}"
    ".line{fill:none;stroke:#0b5394;stroke-width:2}.dot{fill:#0b5394}"
)


def reliability(bins: Sequence[tuple[float, float, int]]) -> str:
    """Mean probability against the share that is right, one dot for each bin, as large as the bin is full."""
    most = max((count for *_, count in bins), default=1)
    dots = [_dot((told, right), 3 + 7 * (count / most) ** 0.5) for told, right, count in bins]
    even = _line([(0.0, 0.0), (1.0, 1.0)], "even")
    across = [_text((x, 0), f"{x:g}", dy=16) for x in (0.0, 0.5, 1.0)]
    title = "Of findings told with a probability, how many are right"
    return _picture(
        title, ("probability", "share right"), [even, _line([(a, b) for a, b, _ in bins]), *dots, *across, *_heights(0)]
    )


def curve(points: Mapping[int, float], low: float) -> str:
    """Average precision against the number of reports learnt from; the lower edge stands for `low`."""
    most = max(points)
    placed = [(reports / most, (value - low) / (1 - low)) for reports, value in sorted(points.items())]
    names = [
        _text((x, y), f"{value:.2f}", dy=-10) for (x, y), (_, value) in zip(placed, sorted(points.items()), strict=True)
    ]
    counts = [_text((x, 0), str(reports), dy=16) for (x, _), reports in zip(placed, sorted(points), strict=True)]
    title = "What more annotated reports are worth"
    dots = [_dot(point, 4) for point in placed]
    return _picture(
        title, ("annotated reports", "average precision"), [_line(placed), *dots, *names, *counts, *_heights(low)]
    )


def _picture(title: str, axes: tuple[str, str], parts: Iterable[str]) -> str:
    frame = [_line([(0, 0), (1, 0)], "axis"), _line([(0, 0), (0, 1)], "axis")]
    across, up = axes
    told = [
        f'<text x="{WIDE / 2}" y="18" text-anchor="middle">{escape(title)}</text>',
        f'<text x="{WIDE / 2}" y="{HIGH - 8}" text-anchor="middle">{escape(across)}</text>',
        f'<text x="14" y="{HIGH / 2}" text-anchor="middle" transform="rotate(-90 14 {HIGH / 2})">{escape(up)}</text>',
    ]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" role="img">'
    inside = [f"<title>{escape(title)}</title>", f"<style>{STYLE}</style>"]
    inside.append(f'<rect width="{WIDE}" height="{HIGH}" fill="#fff"/>')
    return "\n".join([head, *inside, *frame, *parts, *told, "</svg>"]) + "\n"


def _heights(low: float) -> list[str]:
    """What the upright axis stands for, from its foot to its head."""
    return [_text((-0.05, y), f"{low + y * (1 - low):g}", dy=4) for y in (0.0, 0.5, 1.0)]


def _at(point: Point) -> tuple[float, float]:
    x, y = point
    return round(EDGE + x * (WIDE - 2 * EDGE), 1), round(HIGH - EDGE - y * (HIGH - 2 * EDGE), 1)


def _line(points: Iterable[Point], style: str = "line") -> str:
    told = " ".join(f"{x},{y}" for x, y in map(_at, points))
    return f'<polyline class="{style}" points="{told}"/>'


def _dot(point: Point, size: float) -> str:
    x, y = _at(point)
    return f'<circle class="dot" cx="{x}" cy="{y}" r="{size:.1f}"/>'


def _text(point: Point, text: str, dy: int) -> str:
    x, y = _at(point)
    return f'<text x="{x}" y="{y + dy}" text-anchor="middle">{escape(text)}</text>'
