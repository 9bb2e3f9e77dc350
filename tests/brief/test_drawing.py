"""Charts as vector graphics."""

from xml.etree import ElementTree

from comity.brief import drawing
from comity.brief.model import Chart, Point

POINTS = (Point(year=2022, value=43.1e6, by="Armenia"), Point(year=2023, value=53.1e6, by="Kazakhstan"))


def test_a_chart_names_years_unit_and_whose_counts() -> None:
    drawn = drawing.svg(Chart(title="Trade by year, USD", unit="USD", points=POINTS))
    told = {"".join(one.itertext()) for one in ElementTree.fromstring(drawn).iter("{http://www.w3.org/2000/svg}text")}
    assert {"2022", "2023", "million USD", "Armenia", "Kazakhstan", "Trade by year, USD"} <= told


def test_an_official_series_is_a_line_and_claims_are_not_joined() -> None:
    series = tuple(Point(year=year, value=5e7, by="Bureau", official=True) for year in (2021, 2022, 2023))
    bare = drawing.svg(Chart(title="t", unit="USD", points=POINTS))
    assert "mark-line" not in bare
    assert drawing.svg(Chart(title="t", unit="USD", points=(*POINTS, *series))).count("role-mark") > bare.count(
        "role-mark"
    )


def test_a_chart_as_pixels_is_a_png() -> None:
    assert drawing.png(drawing.svg(Chart(title="t", unit="count", points=POINTS))).startswith(b"\x89PNG")
