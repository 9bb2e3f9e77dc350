"""``comity list``, ``search``, ``person``, ``conflicts`` and ``promises``: questions to the record."""

import csv
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, fields
from enum import StrEnum
from io import StringIO
from typing import TYPE_CHECKING, Annotated, Any

import typer

from comity.cli.asked import AsOf, Limit, Offset
from comity.cli.place import Db, record_of
from comity.cli.writing import tell, write, write_data

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from comity.matters import Standing
    from comity.record.asking import Listed, PersonFound, Promise, Wanted
    from comity.record.search import Hit


class Kind(StrEnum):
    """What can be listed."""

    encounter = "encounter"
    agreement = "agreement"
    figure = "figure"
    pledge = "pledge"
    event = "event"
    statement = "statement"


class Format(StrEnum):
    """How a list is printed."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"


def _kind(told: str) -> Kind:
    """The kind of that name in any case, one or many: encounter, Encounters."""
    name = told.casefold().removesuffix("s")
    if name not in list(Kind):
        raise typer.BadParameter(f"{told[:60]!r} is none of {', '.join(Kind)}.")
    return Kind(name)


As = Annotated[Format, typer.Option("--format", help="table for people, jsonl or csv for programs.")]
Pair = Annotated[
    list[str] | None, typer.Argument(metavar="[COUNTRY [COUNTRY]]", help="Of two states; of all where none is told.")
]


def list_(
    kind: Annotated[Kind, typer.Argument(metavar="KIND", help="What to list.", parser=_kind)],
    *,
    having: Annotated[
        list[str] | None, typer.Option("--with", metavar="COUNTRY", help="That this state is party to.")
    ] = None,
    both: Annotated[
        tuple[str, str] | None,
        typer.Option("--between", metavar="COUNTRY COUNTRY", help="That both states are party to."),
    ] = None,
    since: Annotated[str | None, typer.Option(metavar="DAY", help="YYYY, YYYY-MM or YYYY-MM-DD.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DAY", help="YYYY, YYYY-MM or YYYY-MM-DD.")] = None,
    topic: Annotated[str | None, typer.Option(metavar="TOPIC", help="Told in reports on this topic.")] = None,
    status: Annotated[str | None, typer.Option(metavar="STATUS", help="held, planned, signed, in_force...")] = None,
    format: As = Format.table,
    limit: Limit = 50,
    offset: Offset = 0,
    db: Db = None,
) -> None:
    """List encounters, agreements, figures, pledges, events or statements, newest first."""
    from comity.cli import asked
    from comity.record.asking import Wanted, matters_like

    countries = (
        (*asked.pair(list(both)), *(asked.country(one) for one in having or ()))
        if both
        else tuple(asked.country(one) for one in having or ())
    )
    first, last = asked.between(since, until)
    wanted = Wanted(tuple(dict.fromkeys(countries)), first, last, topic, status and status.replace(" ", "_"))
    with record_of(db) as record, record.asking() as connection:
        found = matters_like(connection, kind.value, wanted, limit, offset)
        if not found:
            tell(_nothing_of(connection, kind.value, wanted))
            return
    if format is Format.table:
        write(_table(found), sys.stdout)
    else:
        write_data(printed(found, format))
    _more(found, limit, offset)


def _nothing_of(connection: "Connection", kind: Any, wanted: "Wanted") -> str:
    from comity.record.asking import counts, statuses, topics

    held = counts(connection)
    if not held:
        return "The record is empty: add reports with `comity add`."
    for word, told, known in (
        ("status", wanted.status, statuses(connection, kind)), ("topic", wanted.topic, topics(connection)),
    ):  # fmt: skip
        if told and told not in known:
            there = ", ".join(known) or "none"
            return f"The record knows no {word} {told[:60]!r}{' of such' if word == 'status' else ''}; it has {there}."
    there = ", ".join(f"{count} {name}{'' if count == 1 else 's'}" for name, count in held.items())
    return f"No {kind} is so. The record holds {there}; ask with fewer conditions."


def _more(found: Sequence[Any], limit: int, offset: int) -> None:
    if len(found) == limit:
        tell(f"There may be more: --offset {offset + limit}")


def printed(found: Sequence["Listed"], format: Format) -> str:
    """Matters as lines of JSON, or as CSV that a spreadsheet opens safely."""
    from comity.exchange.sheets import csv_cell

    rows = [asdict(one) for one in found]
    if format is Format.jsonl:
        return "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    out = StringIO()
    table = csv.DictWriter(out, [field.name for field in fields(found[0])], lineterminator="\n")
    table.writeheader()
    for row in rows:
        told = {**row, "countries": ", ".join(row["countries"])}
        table.writerow({name: csv_cell(cell) for name, cell in told.items()})
    return out.getvalue().rstrip("\n")


def _table(found: Sequence["Listed"]) -> str:
    from comity.cli.asked import names
    from comity.cli.sheet import Sheet

    sheet, known = Sheet(sys.stdout.isatty()), names()
    for one in found:
        listed_row(sheet, one, known)
    return sheet.text


def listed_row(sheet: Any, one: "Listed", names: dict[str, str]) -> None:
    """A matter in two lines: when and what; how it stands, whose, how often told, and its id."""
    from comity.dossier.wording import opened, titled

    status = (one.status or "").replace("_", " ")
    contradicted = "claims contradict each other" if one.conflict else None
    sources = f"{one.sources} source{'' if one.sources == 1 else 's'}"
    notes = [status, contradicted, ", ".join(one.countries), sources, one.id]
    sheet.row(one.date or one.period or one.first_told, opened(titled(one, names)), notes)


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help='Words, or "words that follow each other".')],
    limit: Limit = 10,
    offset: Offset = 0,
    db: Db = None,
) -> None:
    """Search the reports' full text; all words must be there, the best come first."""
    from comity.cli.sheet import Sheet
    from comity.record.search import search

    # The shell takes quotes away: what came as one argument with blanks in it was a phrase.
    asked_for = " ".join(f'"{word}"' if " " in word.strip() and '"' not in word else word for word in words)
    with record_of(db) as record, record.asking() as connection:
        hits = search(connection, asked_for, limit, offset)
    if not hits:
        tell("No report holds all of these words; try fewer, or other forms of them.")
        return
    sheet = Sheet(sys.stdout.isatty())
    for hit in hits:
        _hit(sheet, hit)
    write(sheet.text, sys.stdout)
    _more(hits, limit, offset)


def _hit(sheet: Any, hit: "Hit") -> None:
    sheet.row(hit.day, hit.title or hit.url or "untitled")
    sheet.marked(hit.snippet, hit.marks)
    versions = f"copy of {hit.copy_of}" if hit.copy_of else None, "replaced since" if hit.replaced_by else None
    sheet.notes([hit.outlet, *versions, hit.report])


def person(
    name: Annotated[list[str], typer.Argument(metavar="NAME", help="The name or a part of it, in any spelling.")],
    db: Db = None,
) -> None:
    """Show a person: all spellings, offices held and since when, and what they took part in."""
    from comity.cli.asked import names
    from comity.cli.sheet import Sheet
    from comity.record.asking import like, persons

    told = " ".join(name)
    with record_of(db) as record, record.asking() as connection:
        found = persons(connection, told)
        near = [] if found else like(connection, told)
    if not found:
        tell(f"Nobody called {told} is named in the record." + (f" Like it: {', '.join(near)}." if near else ""))
        return
    sheet, known = Sheet(sys.stdout.isatty()), names()
    for one in found:
        _person(sheet, one, known)
    write(sheet.text, sys.stdout)


def _person(sheet: Any, found: "PersonFound", names: dict[str, str]) -> None:
    one = found.person
    sheet.title(f"{one.name}{f' ({one.country})' if one.country else ''}", one.id)
    if one.names:
        sheet.sentence(f"Also written {', '.join(one.names)}.")
    for office in one.offices:
        told = (
            f"told {office.first_told} to {office.last_told}"
            if office.first_told != office.last_told
            else f"told {office.first_told}"
        )
        sheet.row("office", office.office, [told, f"{office.reports} source{'' if office.reports == 1 else 's'}"])
    sheet.heading("Took part in, or spoke", found.named)
    for matter in found.matters:
        listed_row(sheet, matter, names)
    sheet.sentence("", indent=0)


def conflicts(countries: Pair = None, as_of: AsOf = None, limit: Limit = 20, offset: Offset = 0, db: Db = None) -> None:
    """Show figures whose claims cannot all be right: every claim side by side, whose it is, and where they part."""
    from comity.cli import asked
    from comity.cli.dossier import figure_claims
    from comity.cli.sheet import Sheet

    pair, day = asked.pair(countries) if countries else None, asked.day(as_of)
    page = _contradicted(db, pair, day, (limit, offset))
    all_of_them = [entry for entry in page.figures if entry.contradicted]
    found = all_of_them[offset : offset + limit] if pair else all_of_them
    if found:
        sheet = Sheet(sys.stdout.isatty())
        for entry in found:
            sheet.row(entry.measure, entry.title, [entry.matter])
            figure_claims(sheet, entry, page.names)
        write(sheet.text, sys.stdout)
    else:
        tell(f"No{' more' if offset else ''} figures contradict each other.")
    if len(all_of_them if pair else page.figures) >= (offset + limit + 1 if pair else limit):
        tell(f"There may be more: --offset {offset + limit}")
    if unseen := page.left_out.get("figure"):
        tell(f"Only the newest figures of the two were compared; {unseen} older ones were not: `comity conflicts`.")


def _contradicted(db: str | None, pair: tuple[str, str] | None, day: str | None, page: tuple[int, int]) -> Any:
    from dataclasses import replace

    from comity import settings as all_settings
    from comity import terms
    from comity.dossier import dossier, query
    from comity.errors import NeedsPair
    from comity.run import asking
    from comity.run.clock import today

    settings = all_settings.read()
    if not pair and day and day < today():
        raise NeedsPair(f"What contradicted itself on {day} is not known of all countries at once.")
    with record_of(db) as record:
        if pair:
            account = asking.account(record, pair, settings, day)
        else:
            with record.asking() as connection:
                found = query.contradictions(connection, day or today(), *page)
            account = replace(found, conflicts=asking.conflicts(found))
    return dossier(account, terms.load(settings.terms))


def promises(
    countries: Pair = None,
    *,
    as_of: AsOf = None,
    open_: Annotated[bool, typer.Option("--open", help="Nothing told yet, and still time.")] = False,
    kept: Annotated[bool, typer.Option("--kept", help="Told to have come about.")] = False,
    broken: Annotated[bool, typer.Option("--broken", help="Told not to have come about.")] = False,
    overdue: Annotated[bool, typer.Option("--overdue", help="The deadline is past and nothing is told.")] = False,
    progressed: Annotated[bool, typer.Option("--progressed", help="Told to be under way.")] = False,
    superseded: Annotated[bool, typer.Option("--superseded", help="Something else took their place.")] = False,
    limit: Limit = 50,
    offset: Offset = 0,
    db: Db = None,
) -> None:
    """Show what was announced (pledges, targets, plans, programmes) and what became of it."""
    from comity.cli import asked
    from comity.cli.sheet import Sheet

    flags: dict[Standing, bool] = {
        "open": open_, "kept": kept, "broken": broken, "overdue": overdue, "progressed": progressed,
        "superseded": superseded,
    }  # fmt: skip
    wanted = [standing for standing, told in flags.items() if told]
    pair, day = asked.pair(countries) if countries else None, asked.day(as_of)
    found = _promised(db, pair, day, wanted, (limit, offset))
    if not found:
        tell(f"Nothing announced is {' or '.join(wanted) or 'in the record'}.")
        return
    sheet, names = Sheet(sys.stdout.isatty()), asked.names()
    for one in found:
        _promise(sheet, one, names)
    write(sheet.text, sys.stdout)
    _more(found, limit, offset)


def _promised(
    db: str | None, pair: tuple[str, str] | None, day: str | None, wanted: Sequence["Standing"], page: tuple[int, int]
) -> Sequence["Promise"]:
    from comity import settings
    from comity.dossier.sections import promised
    from comity.errors import NeedsPair
    from comity.record.asking import promises
    from comity.run import asking
    from comity.run.clock import today

    past = day is not None and day < today()
    if past and not pair:
        raise NeedsPair(f"How everything announced stood on {day} is not known of all countries at once.")
    with record_of(db) as record:
        if pair and past:
            told = promised(asking.account(record, pair, settings.read(), day))
            found = [one for one in told if not wanted or one.standing in wanted]
            return found[page[1] : page[1] + page[0]]
        with record.asking() as connection:
            return promises(connection, day or today(), pair, wanted, page)


def _promise(sheet: Any, one: "Promise", names: dict[str, str]) -> None:
    from comity.dossier.wording import opened, titled

    due = f"due {one.due}" if one.due else "no day told"
    style = {"broken": "red", "overdue": "yellow", "kept": "green"}.get(one.standing, "")
    sheet.row(
        one.standing,
        opened(titled(one, names)),
        [one.kind, ", ".join(one.countries), f"told {one.told}", due, one.matter],
        style,
    )
    sheet.notes([one.reason])
