"""``comity check``: whether official statistics bear out what reports claim of trade."""

import csv
import json
import sys
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from comity.cli.asked import AsOf
from comity.cli.asking import Format
from comity.cli.place import Db, record_of
from comity.cli.writing import write_data

if TYPE_CHECKING:
    from comity.record.db import Record
    from comity.settings import Settings

# What is told of each claim, in order.
FIELDS = ("claim", "period", "by", "report", "day", "verdict", "then", "sentences", "finding", "matter")

# Verdicts that are too long for the left column.
SHORT = {"matches_partner_only": "one side", "not_checkable": "unchecked"}


def check(
    asked_for: Annotated[
        list[str], typer.Argument(metavar="COUNTRY COUNTRY|REPORT", help="Two states; or a report: its id, or a file.")
    ],
    format: Annotated[Format, typer.Option(help="table for people, jsonl or csv for programs.")] = Format.table,
    as_of: AsOf = None,
    db: Db = None,
) -> None:
    """Check what is claimed of trade against the official statistics held in the record.

    Each claim is compared with every reporter, basis and release that is held: matches, superseded (an earlier
    release says so), outdated, matches_partner_only, contradicted, or not_checkable and why; as known now, and as
    known on the day it was published.
    """
    from comity import settings as all_settings

    settings = all_settings.read()
    with record_of(db) as record:
        if len(asked_for) == 1:
            rows = _of_report(record, asked_for[0], settings)
        else:
            rows = _of_pair(record, asked_for, settings, as_of)
    write_data(_as(rows, format))


def _of_pair(record: "Record", countries: list[str], settings: "Settings", as_of: str | None) -> list[dict[str, Any]]:
    from comity import terms
    from comity.cli import asked
    from comity.dossier import dossier
    from comity.run import asking

    page = dossier(
        asking.account(record, asked.pair(countries), settings, asked.day(as_of)), terms.load(settings.terms)
    )
    return [
        {
            "claim": f"{entry.title}: {claim.amount}",
            "period": claim.period or entry.period,
            "by": claim.by,
            "report": claim.evidence.outlet or claim.evidence.report,
            "day": claim.evidence.day,
            **claim.official.model_dump(),
            "finding": claim.evidence.finding,
            "matter": entry.matter,
        }
        for entry in page.figures
        for claim in entry.claims
        if claim.official and not claim.evidence.copy_of
    ]


def _of_report(record: "Record", told: str, settings: "Settings") -> list[dict[str, Any]]:
    from comity import terms
    from comity.dossier.wording import amount
    from comity.run.checking import of_reading

    reading = _reading(record, told, settings)
    with record.asking() as db:
        found = of_reading(db, reading, terms.load(settings.terms))
    return [
        {
            "claim": f"{one.figure.measure}: {amount(one.figure)}",
            "period": one.figure.period,
            "by": one.figure.claim.by,
            "report": reading.report.outlet or reading.report.id,
            "day": one.published,
            **one.checked.model_dump(),
            "finding": one.figure.id,
            "matter": None,
        }
        for one in found
    ]


def _reading(record: "Record", told: str, settings: "Settings") -> Any:
    """Of a file or address the reading made now, of a report of the record the one that stands."""
    from comity import intake
    from comity.record import mapping
    from comity.record.resolving import resolve_report
    from comity.run.reading import read_all

    if Path(told).exists() or "://" in told:
        for reading in read_all(intake.gather([told], settings), settings):
            if isinstance(reading, intake.Skipped):
                raise reading.refusal
            return reading
    with record.asking() as db:
        return mapping.reading(db, resolve_report(db, told))


def _as(rows: list[dict[str, Any]], format: Format) -> str:
    if format is Format.jsonl:
        return "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    if format is Format.csv:
        out = StringIO()
        table = csv.DictWriter(out, FIELDS, lineterminator="\n")
        table.writeheader()
        table.writerows({**row, "sentences": " ".join(row["sentences"])} for row in rows)
        return out.getvalue().removesuffix("\n")
    return _sheet(rows)


def _sheet(rows: list[dict[str, Any]]) -> str:
    from comity.cli.asked import names
    from comity.cli.sheet import Sheet

    sheet = Sheet(sys.stdout.isatty())
    sheet.title("Claims on trade and official statistics", f"{len(rows)} claims" if len(rows) != 1 else "1 claim")
    if not rows:
        sheet.sentence("No claim on trade can be compared: no official series of these states are held.")
        sheet.sentence("`comity stats add` takes tables in.")
    known = names()
    for row in rows:
        by = f"by the count of {known.get(row['by'], row['by'])}" if row["by"] else "not said whose count"
        when = f"for {row['period']}" if row["period"] else None
        sheet.row(SHORT.get(row["verdict"], row["verdict"]), row["claim"], [when, by, row["report"], row["day"]])
        for sentence in row["sentences"]:
            sheet.row("", f"→ {sentence}")
        if row["then"] != row["verdict"]:
            sheet.row("", f"→ As known on {row['day']}: {row['then'].replace('_', ' ')}.")
    return sheet.text
