"""``comity stats`` and ``comity mirror``: official statistics in, and both sides' counts beside each other."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from comity.cli.place import Db, record_of
from comity.cli.writing import tell, whole_bytes, write_data

if TYPE_CHECKING:
    from comity.record.series import Held
    from comity.run.statistics import AddedSeries
    from comity.statistics.mirror import Row

app = typer.Typer(help="Official statistics: take tables in, list what is held.", no_args_is_help=True)
_MOST_TOLD = 10


@app.command()
def add(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE|URL|SOURCE...",
            help="Tables or answers; or imts:KAZ:ARM and the like, which are asked over the network.",
        ),
    ],
    map: Annotated[
        str | None, typer.Option(metavar="NAME|FILE", help="What the columns mean; else known by the header.")
    ] = None,
    vintage: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="Day of release, where the table does not tell it.")
    ] = None,
    db: Db = None,
) -> None:
    """Take official statistics into the record; releases stand beside each other, none is overwritten.

    Exit status: 0 all went in, 1 some tables or rows were refused (each with its reason), 2 wrong usage.
    """
    from comity import settings as all_settings
    from comity.cli import asked
    from comity.errors import Refused, UnknownSeriesSource
    from comity.intake.fetch import Fetcher
    from comity.run import statistics

    settings, day = all_settings.read(), asked.day(vintage)
    refused = False
    with record_of(db, create=True) as record:
        fetcher = Fetcher(settings)
        for told in sources:
            try:
                refused |= _told(told, statistics.add(record, told, settings, fetcher, map, day))
            except (Refused, UnknownSeriesSource) as refusal:
                refused = True
                tell(f"{told}: {refusal.name}: {refusal.detail}\n  {refusal.remedy}")
    raise typer.Exit(1 if refused else 0)


def _told(source: str, added: "AddedSeries") -> bool:
    """Say what became of a table; whether any of it was refused."""
    counts = [f"{added.new:,} new", f"{added.known:,} already there" if added.known else ""]
    counts += [f"{number:,} {reason}" for reason, number in sorted(added.skipped.items())]
    tell(f"{source}: {', '.join(filter(None, counts))}")
    for refusal in added.refused[:_MOST_TOLD]:
        tell(f"  {refusal.name}: {refusal.detail}")
    if len(added.refused) > _MOST_TOLD:
        tell(f"  and {len(added.refused) - _MOST_TOLD:,} more refused")
    return bool(added.refused)


@app.command("list")
def list_(db: Db = None) -> None:
    """List the releases that are held, by reporter and source."""
    from comity.cli.sheet import Sheet
    from comity.record import series

    with record_of(db) as record, record.asking() as connection:
        held = series.held(connection)
    sheet = Sheet(False)
    sheet.title("Official statistics", f"{len(held)} releases" if len(held) != 1 else "1 release")
    for one in held:
        sheet.row(one.reporter, _release(one), [one.licence])
    write_data(sheet.text)


def _release(one: "Held") -> str:
    how = "released" if one.dated == "release" else "retrieved"
    partners = f"{one.partners} partners" if one.partners != 1 else "1 partner"
    return f"{one.source}, {how} {one.vintage}: {one.cells:,} cells, {partners}, {one.first} to {one.last}"


def mirror(
    countries: Annotated[list[str], typer.Argument(metavar="COUNTRY COUNTRY", help="Codes or names of two states.")],
    chart: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Draw it, too: a file that ends in .svg or .png.")
    ] = None,
    db: Db = None,
) -> None:
    """Show what both sides count of their trade, by direction and year, and why the two may honestly differ."""
    from comity.cli import asked
    from comity.run.mirroring import mirror

    pair = asked.pair(countries)
    if chart is not None and chart.suffix not in (".svg", ".png"):
        raise typer.BadParameter(f"{chart.name[:60]} does not end in .svg or .png.", param_hint="--chart")
    with record_of(db) as record:
        rows = mirror(record, pair)
    write_data(_table(rows, asked.names()))
    if chart is not None and rows:
        from comity.statistics import drawing

        with whole_bytes(chart) as file:
            file.write(drawing.written(drawing.mirror(rows, asked.names()), png=chart.suffix == ".png"))


def _table(rows: "list[Row]", names: dict[str, str]) -> str:
    from comity.cli.sheet import Sheet
    from comity.statistics.mirror import causes

    sheet = Sheet(False)
    sheet.title("What both sides count")
    if not rows:
        sheet.sentence("No official series of these two are held: `comity stats add` takes them in.")
    for way in dict.fromkeys((row.seller, row.buyer) for row in rows):
        seller, buyer = (names.get(code, code) for code in way)
        sheet.heading(f"{seller} to {buyer}, million {next(iter(_units(rows)), '')}")
        sheet.columns(f"{'year':<6}{'exports by':>16}{'imports by':>16}  {'buyer counts':<13}", "dim")
        sheet.columns(f"{'':<6}{seller[:14]:>16}{buyer[:14]:>16}", "dim")
        for row in rows:
            if (row.seller, row.buyer) == way:
                sheet.columns(_line(row))
    named = dict.fromkeys(cause for row in rows for cause in row.causes)
    if named:
        sheet.heading("Why they may differ")
    for name in named:
        cause = causes()[name]
        sheet.row(name, f"{cause.meaning} ({cause.source})")
    return sheet.text


def _units(rows: "list[Row]") -> set[str]:
    return {one.unit for row in rows for one in (row.exports, row.imports) if one}


def _line(row: "Row") -> str:
    exports, imports = (f"{one.value / 1e6:,.1f}" if one else "not held" for one in (row.exports, row.imports))
    gap = "" if row.gap is None else f"{abs(row.gap) * 100:.0f} % {'more' if row.gap >= 0 else 'less'}"
    by = f"by {row.imports.attribution}" if row.imports and row.imports.attribution else ""
    return f"{row.year:<6}{exports:>16}{imports:>16}  {gap:<13}{by}"
