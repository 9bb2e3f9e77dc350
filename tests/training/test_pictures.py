from xml.etree import ElementTree

from training.pictures import curve, reliability

SVG = "{http://www.w3.org/2000/svg}"


def test_each_bin_is_a_dot_and_the_fullest_is_the_largest() -> None:
    drawn = ElementTree.fromstring(reliability([(0.1, 0.2, 4), (0.8, 0.7, 64)]))
    sizes = [float(dot.get("r") or 0) for dot in drawn.iter(f"{SVG}circle")]
    assert len(sizes) == 2
    assert sizes[0] < sizes[1]


def test_a_curve_tells_its_reports_and_its_values() -> None:
    drawn = ElementTree.fromstring(curve({100: 0.71, 400: 0.83}, low=0.5))
    told = [text.text for text in drawn.iter(f"{SVG}text")]
    assert {"100", "400", "0.71", "0.83", "0.5", "1"} <= set(told)
