"""``comity read``: reports in, findings out."""

import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, TextIO

import typer

from comity.cli.writing import whole, write

if TYPE_CHECKING:
    from comity.cli.progress import Progress
    from comity.findings import Reading


class Format(StrEnum):
    """How readings are printed."""

    table = "table"
    json = "json"
    jsonl = "jsonl"


def read(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH|URL|-...", help="Files, folders, addresses; - is standard input.")
    ],
    *,
    format: Annotated[
        Format | None, typer.Option(help="table on a terminal, jsonl in a pipe or file, unless told.")
    ] = None,
    published: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Date of publication.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published the reports.")] = None,
    min_confidence: Annotated[
        float | None,
        typer.Option(
            metavar="P", help="Print what is at least so sure, 0 to 1, whatever its kind: less gives more findings."
        ),
    ] = None,
    clues: Annotated[bool, typer.Option("--clues", help="In a table, tell what speaks for each finding.")] = False,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE.")] = None,
) -> None:
    """Read reports and print their findings.

    Without --min-confidence each kind of finding has a least confidence of its own.

    Exit status: 0 all were read, 1 some were refused (each with its reason), 2 wrong usage.
    """
    from comity import intake
    from comity import settings as all_settings
    from comity.cli.progress import Progress
    from comity.cli.tally import Tally
    from comity.run.reading import read_all

    settings = all_settings.read().telling(min_confidence)
    given = intake.gather(paths, settings, published=published, outlet=outlet)
    with Progress(intake.count(paths)) as progress:
        tally = Tally(progress)
        results = progress.follow(read_all(given, settings, progress.within))
        _write(tally.readings(results), Printer(format or _usual_format(output), progress, clues), output)
    tally.close()
    raise typer.Exit(1 if tally.refused else 0)


def _usual_format(output: Path | None) -> Format:
    if output:
        return Format.json if output.suffix == ".json" else Format.jsonl
    return Format.table if sys.stdout.isatty() else Format.jsonl


class Printer(NamedTuple):
    """How readings are printed, the progress bar that makes way for them, and whether tables tell clues."""

    format: Format
    progress: "Progress"
    clues: bool = False

    def print(self, readings: Iterator["Reading"], out: TextIO) -> None:
        """Print the readings as they come."""
        told = {Format.table: self._tables, Format.json: _json, Format.jsonl: _jsonl}[self.format]
        for text in told(readings, out):
            with self.progress.paused():
                write(text, out)

    def _tables(self, readings: Iterator["Reading"], out: TextIO) -> Iterator[str]:
        from comity import settings, terms
        from comity.cli.table import table_of
        from comity.terms.states import States

        known = terms.load(settings.read().terms).table(States).by_code
        for reading in readings:
            yield table_of(
                reading, out.isatty(), lambda code: known[code].name if code in known else code, clues=self.clues
            )


def _write(readings: Iterator["Reading"], printer: Printer, output: Path | None) -> None:
    if output is None:
        printer.print(readings, sys.stdout)
        return
    with whole(output) as out:
        printer.print(readings, out)


def _jsonl(readings: Iterator["Reading"], _: TextIO) -> Iterator[str]:
    return (reading.model_dump_json(by_alias=True) for reading in readings)


def _json(readings: Iterator["Reading"], _: TextIO) -> Iterator[str]:
    """One report as its object; several as an array of objects."""
    first, *others = [reading.model_dump_json(by_alias=True, indent=2) for reading in readings] or ["[]"]
    yield f"[{', '.join([first, *others])}]" if others else first
