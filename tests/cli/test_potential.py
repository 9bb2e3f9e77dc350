"""``comity potential`` on the sample of gegravity and on made flows by product."""

from itertools import permutations
from pathlib import Path

import pytest
from typer.testing import CliRunner

from comity import errors
from comity.cli import app
from tests.reports import ROOT

SAMPLE = str(ROOT / "tests" / "statistics" / "data" / "gravity" / "gegravity_sample_2006.csv")
COUNTRIES = ("ARM", "GEO", "KAZ", "KGZ", "TJK", "UZB")
EXPLAINING = [part for name in ("lndist", "contiguity", "pta") for part in ("--by", name)]


def run(*arguments: str, code: int = 0) -> str:
    done = CliRunner().invoke(app, ["potential", *arguments], catch_exceptions=False)
    assert done.exit_code == code, done.output
    return done.output


@pytest.fixture
def products(tmp_path: Path) -> Path:
    """Six countries; every one sells every heading, each most of its own twenty."""
    rows = [
        f"{seller},{buyer},{heading:04},{40 if heading % 6 == COUNTRIES.index(seller) else 1 + heading % 3}"
        for seller, buyer in permutations(COUNTRIES, 2)
        for heading in range(120)
        if not (seller == "KAZ" and buyer == "ARM" and heading < 12)
    ]
    path = tmp_path / "products.csv"
    path.write_text("\n".join(["exporter,importer,product,value", *rows]) + "\n")
    return path


def test_several_specifications_are_shown_with_what_they_mean(tmp_path: Path) -> None:
    told = run("GBR", "Australia", "--panel", SAMPLE, *EXPLAINING, "--chart", str(tmp_path / "chart.svg"))
    assert "United Kingdom to Australia: 4,310" in told
    assert {"all covariates", "without contiguity", "lndist alone"} <= {
        line[2:28].strip() for line in told.splitlines()
    }
    assert "no forecast and no promise" in " ".join(told.split())
    assert max(map(len, told.splitlines())) <= 80
    assert (tmp_path / "chart.svg").read_text().startswith("<svg")


def test_products_are_ranked_each_with_its_reason(products: Path) -> None:
    told = run("KAZ", "ARM", "--products", str(products))
    assert "Kazakhstan to Armenia" in told
    assert "sold with advantage already" in told
    assert "of 100 over 120 products" in told
    assert max(map(len, told.splitlines())) <= 80


def test_too_few_products_are_refused(products: Path) -> None:
    few = [line for line in products.read_text().splitlines() if line.split(",")[2] < "0021" or "product" in line]
    products.write_text("\n".join(few) + "\n")
    with pytest.raises(errors.TooCoarse, match="21 groups"):
        run("KAZ", "ARM", "--products", str(products))


def test_without_figures_what_is_missing_is_told() -> None:
    with pytest.raises(errors.NoSeriesHeld) as refusal:
        run("KAZ", "ARM")
    assert "--panel" in refusal.value.remedy


def test_who_is_not_in_the_panel_is_refused() -> None:
    with pytest.raises(errors.NotInPanel, match="No flow between ARM and KAZ"):
        run("KAZ", "ARM", "--panel", SAMPLE)
    with pytest.raises(errors.NotInPanel, match="Of 1999"):
        run("GBR", "AUS", "--panel", SAMPLE, "--year", "1999")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(errors.NoAccess):
        run("GBR", "AUS", "--panel", str(tmp_path / "nothing.csv"))
