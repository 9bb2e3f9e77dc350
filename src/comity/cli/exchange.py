"""``comity export`` and ``comity import``: the record in other people's forms, and back."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from enum import StrEnum
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO, NamedTuple

import typer

from comity.cli.place import Db, record_of
from comity.cli.writing import harmless, tell, whole, whole_bytes, whole_folder, write

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from comity.exchange.columns import Tables
    from comity.exchange.restoring import Taken
    from comity.record.dump import Scope


class Format(StrEnum):
    """What an export is written as."""

    jsonl = "jsonl"
    csv = "csv"
    xlsx = "xlsx"
    parquet = "parquet"
    plover = "plover"
    cameo = "cameo"
    ics = "ics"


class Job(NamedTuple):
    """What is to be exported: what of the record, which tables, for whom, and where to."""

    scope: "Scope"
    kinds: tuple[str, ...]
    for_others: bool
    output: Path | None


def export(
    *,
    format: Annotated[Format, typer.Option(help="jsonl gives the record back; the others are for other programs.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE|FOLDER", help="Where to; else standard output.")
    ] = None,
    between: Annotated[
        tuple[str, str] | None, typer.Option(metavar="A B", help="Only what joins these two, by code or name.")
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DAY", help="From this day on: YYYY, YYYY-MM or YYYY-MM-DD.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DAY", help="Up to this day: YYYY, YYYY-MM or YYYY-MM-DD.")
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(metavar="TABLE", help="Only this table of csv, xlsx or parquet; may be repeated."),
    ] = None,
    for_others: Annotated[
        bool,
        typer.Option(
            "--for-others",
            help="Without texts of sources that show evidence only, and why reports were forgotten (jsonl).",
        ),
    ] = False,
    db: Db = None,
) -> None:
    """Write the record out: as lines that give it back, as tables, as event data, as a calendar.

    csv and parquet are a file a table in a folder (csv also in a .zip); one --kind alone is one file.
    """
    if for_others and format is not Format.jsonl:
        raise typer.BadParameter(
            f"{format} never holds a report's text, only evidence: leave it out.", param_hint="--for-others"
        )
    job = Job(_scope(between, since, until), _kinds(kind, format), for_others, output)
    with record_of(db) as record, record.asking() as connection:
        _EXPORTS[format](connection, job)


def _scope(between: tuple[str, str] | None, since: str | None, until: str | None) -> "Scope":
    from comity.cli import asked
    from comity.record.dump import Scope

    return Scope(asked.pair(list(between)) if between else (), *asked.between(since, until))


def _kinds(kinds: list[str] | None, format: Format) -> tuple[str, ...]:
    from comity.run.tables import KINDS

    if kinds and format not in (Format.csv, Format.xlsx, Format.parquet):
        raise typer.BadParameter(f"{format} has no tables to choose from.", param_hint="--kind")
    if unknown := set(kinds or ()) - set(KINDS):
        raise typer.BadParameter(f"{min(unknown)!r} is none of {', '.join(KINDS)}.", param_hint="--kind")
    return tuple(kinds or KINDS)


def _write_lines(lines: Iterable[str], output: Path | None) -> None:
    if output is None:
        for line in lines:
            write(harmless(line) if sys.stdout.isatty() else line, sys.stdout)
        return
    with whole(output) as out:
        for line in lines:
            write(line, out)


def _jsonl(connection: "Connection", job: Job) -> None:
    from comity.exchange.lines import lines

    _write_lines(lines(connection, job.scope, job.for_others), job.output)


def _plover(connection: "Connection", job: Job) -> None:
    from comity.exchange.events import plover_lines

    _write_lines(plover_lines(connection, job.scope, _name_of), job.output)


def _cameo(connection: "Connection", job: Job) -> None:
    from comity.exchange.events import cameo_lines

    _write_lines(cameo_lines(connection, job.scope, _name_of), job.output)


def _ics(connection: "Connection", job: Job) -> None:
    from comity.exchange.calendar import calendar

    with _bytes_to(job.output, text=True) as out:
        for part in calendar(connection, job.scope, _name_of):
            out.write(part)


def _tables(job: Job) -> "Tables":
    """The tables asked for."""
    from comity import settings, terms
    from comity.run.tables import tables

    known = tables(terms.load(settings.read().terms))
    return {kind: known[kind] for kind in job.kinds}


def _csv(connection: "Connection", job: Job) -> None:
    from comity.exchange import sheets

    tables = _tables(job)
    first = next(iter(tables.values()))
    if job.output and job.output.suffix == ".zip":
        with whole_bytes(job.output) as out:
            sheets.write_csv_zip(connection, job.scope, out, tables)
    elif len(tables) > 1:
        with whole_folder(_named(job, "a folder")) as folder:
            sheets.write_csv_folder(connection, job.scope, folder, tables)
    elif job.output is None:
        with _told_aloud():
            sheets.write_csv(first, connection, job.scope, _Terminal() if sys.stdout.isatty() else sys.stdout)
    else:
        with whole(job.output) as file:
            sheets.write_csv(first, connection, job.scope, file)


def _xlsx(connection: "Connection", job: Job) -> None:
    from comity.exchange import sheets

    with _bytes_to(job.output) as out:
        sheets.write_xlsx(connection, job.scope, out, _tables(job))


def _parquet(connection: "Connection", job: Job) -> None:
    from comity.exchange import sheets

    tables = _tables(job)
    if len(tables) > 1:
        with whole_folder(_named(job, "a folder")) as folder:
            sheets.write_parquet_folder(connection, job.scope, folder, tables)
    else:
        with _bytes_to(job.output) as out:
            sheets.write_parquet(next(iter(tables.values())), connection, job.scope, out)


_EXPORTS = {
    Format.jsonl: _jsonl, Format.csv: _csv, Format.xlsx: _xlsx, Format.parquet: _parquet,
    Format.plover: _plover, Format.cameo: _cameo, Format.ics: _ics,
}  # fmt: skip


def _named(job: Job, what: str) -> Path:
    from comity.errors import NeedsFile

    if job.output is None:
        raise NeedsFile(f"Several tables need {what}.")
    return job.output


@contextmanager
def _bytes_to(output: Path | None, *, text: bool = False) -> Iterator[BinaryIO]:
    """Where to write bytes: the file, else standard output, but what is no text never to a terminal."""
    from comity.errors import NeedsFile

    if output is not None:
        with whole_bytes(output) as out:
            yield out
    elif sys.stdout.isatty() and not text:
        raise NeedsFile("A terminal shows no such file.")
    else:
        with _told_aloud():
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()


@contextmanager
def _told_aloud() -> Iterator[None]:
    """Names what goes wrong in writing to standard output."""
    from comity.errors import CannotWrite

    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as problem:
        raise CannotWrite(f"The output: {problem.strerror}.") from problem


class _Terminal(StringIO):
    """Standard output where it is a terminal, which obeys some characters that a report may hold."""

    def write(self, text: str) -> int:
        return sys.stdout.write(harmless(text.replace("\r\n", "\n")))


def _name_of(code: str) -> str:
    from comity import settings, terms
    from comity.terms.states import States

    actor = terms.load(settings.read().terms).table(States).by_code.get(code)
    return actor.name if actor else code


def import_(
    file: Annotated[
        str, typer.Argument(metavar="FILE|-", help="Lines of an export, or readings; - is standard input.")
    ],
    db: Db = None,
) -> None:
    """Take lines of `comity export --format jsonl`, or of `comity read`, into the record.

    What is there already is left as it is. Exit status: 0 all went in, 1 some lines were refused (each
    with its number and reason), 2 wrong usage.
    """
    from comity import settings as all_settings
    from comity.run.exchange import imported

    with _lines_of(file) as lines, record_of(db, create=True) as record:
        counts = Counter(_told(imported(record, lines, all_settings.read()), file))
    tell(", ".join(f"{counts[outcome]} {outcome}" for outcome in ("new", "already there", "refused")))
    raise typer.Exit(1 if counts["refused"] else 0)


@contextmanager
def _lines_of(file: str) -> Iterator[BinaryIO]:
    from comity.errors import NotFound

    if file == "-":
        yield sys.stdin.buffer
        return
    with ExitStack() as opened:
        try:
            lines = opened.enter_context(Path(file).open("rb"))
        except OSError as problem:
            raise NotFound(f"{file}: {problem.strerror}.") from problem
        yield lines


def _told(taken: Iterable["Taken"], file: str) -> Iterator[str]:
    """How each report, reading or judgement went; what was refused is told as it comes."""
    for one in taken:
        if one.refusal:
            refusal = one.refusal
            tell(f"refused {file}, line {one.line}: {refusal.name}: {refusal.detail}\n  {refusal.remedy}")
            yield "refused"
        elif one.kind != "record":
            yield "new" if one.new else "already there"
