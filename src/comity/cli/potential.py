"""``comity potential``: trade of two states against what their other trade lets one expect."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from comity.cli.writing import whole_bytes, write_data

if TYPE_CHECKING:
    from comity.run.potential import ByProduct, Potential
    from comity.statistics.gravity.potential import Expected


def potential(
    countries: Annotated[list[str], typer.Argument(metavar="COUNTRY COUNTRY", help="Codes or names of two states.")],
    panel: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="CSV of flows: exporter, importer, year, trade, and columns that explain."),
    ] = None,
    products: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="CSV of flows by product: exporter, importer, product (HS4, HS6), value."),
    ] = None,
    year: Annotated[int | None, typer.Option(help="Of this year; else the last in which both are told.")] = None,
    by: Annotated[
        list[str] | None, typer.Option(metavar="COLUMN", help="What explains the flows; may be repeated; else all do.")
    ] = None,
    chart: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Draw it, too: a file that ends in .svg or .png.")
    ] = None,
) -> None:
    """Show how much two states trade against what their trade with all others lets one expect.

    A flow is low or high relative to both countries' other trade. It is no forecast and no promise: what is expected
    adds up to what each country trades in all, so that more in one place is less in another.
    """
    from comity.cli import asked
    from comity.errors import NoSeriesHeld
    from comity.run.potential import by_product, of_file

    pair, names = asked.pair(countries), asked.names()
    if panel is None and products is None:
        raise NoSeriesHeld("Neither a panel of flows nor flows by product are given.")
    if chart is not None and chart.suffix not in (".svg", ".png"):
        raise typer.BadParameter(f"{chart.name[:60]} does not end in .svg or .png.", param_hint="--chart")
    if products is not None:
        write_data(_products(by_product(products, pair), names))
    if panel is None:
        return
    found = of_file(panel, pair, year, by or [])
    write_data(_sheet(found, names))
    if chart is not None:
        from comity.statistics import drawing

        with whole_bytes(chart) as file:
            drawn = drawing.potential(found.peers, pair, names, found.year)
            file.write(drawing.written(drawn, png=chart.suffix == ".png"))


def _sheet(found: "Potential", names: dict[str, str]) -> str:
    from comity.cli.sheet import Sheet

    sheet = Sheet(False)
    sheet.title("Trade against what other trade lets one expect", str(found.year))
    sheet.sentence(
        f"Gravity of {found.flows:,} flows of {found.countries} countries with an effect of each exporter and importer "
        "(PPML), the pair left out. In the unit of the panel."
    )
    for way in dict.fromkeys((one.exporter, one.importer) for one in found.expected):
        rows = [one for one in found.expected if (one.exporter, one.importer) == way]
        seller, buyer = (names.get(code, code) for code in way)
        sheet.heading(f"{seller} to {buyer}: {_number(rows[0].actual)}")
        sheet.columns(f"{'by':<26}{'expected':>10}{'ratio':>7}{'4 of 5 like it':>19}{'above %':>9}", "dim")
        for one in rows:
            sheet.columns(_line(one))
        sheet.sentence(_said(rows))
    sheet.heading("How to read it")
    sheet.sentence(
        "ratio: actual to expected. 4 of 5 like it: where four of five flows of like expected size lie, each left out "
        "in its turn; most lie below what is expected of them. above %: how many of them have a lower ratio. It says "
        "whether a flow is low or high relative to both countries' other trade; it is no forecast and no promise."
    )
    sheet.sentence(f"The benchmark itself may be {_range(found.expected[0].benchmark)} for the first line (bootstrap).")
    return sheet.text


def _products(found: "dict[tuple[str, str], ByProduct]", names: dict[str, str]) -> str:
    from comity.cli.sheet import Sheet

    sheet = Sheet(False)
    sheet.title("What each could sell the other more of")
    for (seller, buyer), told in found.items():
        rows = told.opportunities
        sheet.heading(f"{names.get(seller, seller)} to {names.get(buyer, buyer)}", len(rows))
        sheet.sentence(
            f"Intensity {told.intensity:.2f}: the buyer's share in the seller's exports over its share in all. "
            f"Complementarity {told.complementarity:.0f} of 100 over {told.products:,} products: how far what is sold "
            "anywhere meets what is bought anywhere."
        )
        if not rows:
            sheet.sentence("Nothing that is sold with advantage, or near to it, falls short of its potential.")
        for one in rows:
            facts = [f"traded {_number(one.actual)}", f"potential {_number(one.potential)}", one.reason]
            sheet.row(one.product, f"{_number(one.unrealised)} not traded", facts)
    sheet.heading("How to read it")
    sheet.sentence(
        "potential: supply times demand times the ease of the two's other trade (ITC's measure in its bare form). It "
        "adds up to their actual trade, so that what is gained in one product is lost in others; it cannot see that "
        "two countries trade little in all. A list to look into, no forecast."
    )
    return sheet.text


def _line(one: "Expected") -> str:
    low, high = one.interval
    return (
        f"{one.specification[:25]:<26}{_number(one.expected):>10}{one.ratio:>7.2f}"
        f"{f'{_number(low)} to {_number(high)}':>19}{one.percentile:>9.0f}"
    )


def _said(rows: "list[Expected]") -> str:
    """Low, high or usual, where all specifications say so; else that they do not agree."""
    told = {
        "low" if one.actual < one.interval[0] else "high" if one.actual > one.interval[1] else "usual" for one in rows
    }
    if len(told) > 1:
        return "The specifications do not agree: one covariate decides the answer."
    words = {
        "low": "Low relative to both countries' other trade, by every specification.",
        "high": "High relative to both countries' other trade, by every specification.",
        "usual": "Within what flows of like expected size usually are, by every specification.",
    }
    return words[told.pop()]


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"


def _range(told: tuple[float, float]) -> str:
    return f"{_number(told[0])} to {_number(told[1])}"
