"""``comity show``: the dossier of two states in the terminal."""

import sys
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from comity.cli.asked import AsOf
from comity.cli.place import Db, record_of
from comity.cli.writing import tell, write, write_data

if TYPE_CHECKING:
    from comity.cli.sheet import Sheet
    from comity.dossier.page import Claim, Dossier, Entry, Evidence, FigureEntry, PromiseEntry
    from comity.matters import Checked

_STATEMENTS = 6
_TIMELINE = 25


class Format(StrEnum):
    """How a dossier is printed."""

    text = "text"
    json = "json"


def show(
    countries: Annotated[
        list[str], typer.Argument(metavar="COUNTRY COUNTRY", help="Codes or names; one's own may be left out.")
    ],
    as_of: AsOf = None,
    format: Annotated[Format, typer.Option(help="text for people, json for programs.")] = Format.text,
    evidence: Annotated[bool, typer.Option("--evidence", help="With the words of the reports.")] = False,
    everything: Annotated[bool, typer.Option("--all", help="The whole timeline and all statements.")] = False,
    db: Db = None,
) -> None:
    """Show what the record holds on two states: where things stand, timeline, agreements, figures, promises, people."""
    from comity import settings as all_settings
    from comity import terms
    from comity.cli import asked
    from comity.dossier import dossier
    from comity.run import asking

    settings = all_settings.read()
    pair, day = asked.pair(countries), asked.day(as_of)
    with record_of(db) as record:
        page = dossier(asking.account(record, pair, settings, day), terms.load(settings.terms))
        place = record.place
    if not page.sources:
        tell(f"The record asked is {place}, as of {page.day}.")
    if format is Format.json:
        write_data(page.model_dump_json(by_alias=True, indent=2))
    else:
        write(text_of(page, sys.stdout.isatty(), evidence, everything), sys.stdout)


def text_of(page: "Dossier", styled: bool, evidence: bool = False, everything: bool = False) -> str:
    """The dossier as text; ``evidence`` adds the reports' words, ``everything`` what is left out for length."""
    from comity.cli.sheet import Sheet
    from comity.dossier.wording import when

    sheet = Sheet(styled)
    sheet.title(" and ".join(page.names[code] for code in page.pair), f"as of {when(page.day)}")
    sheet.heading("Where things stand")
    for sentence in page.standing:
        sheet.sentence(sentence.text)
    if not page.sources:
        sheet.sentence(
            "Add reports with `comity add`, or ask for a later day; see what there is with `comity list encounter`.",
            "dim",
        )
    for section in _SECTIONS:
        section(sheet, page, evidence, everything)
    _left_out(sheet, page)
    return sheet.text


def _timeline(sheet: "Sheet", page: "Dossier", evidence: bool, everything: bool) -> None:
    _entries(sheet, "Timeline", page.timeline, (evidence, None if everything else _TIMELINE))


def _joint(sheet: "Sheet", page: "Dossier", evidence: bool, everything: bool) -> None:
    _entries(sheet, "Together with others", page.joint, (evidence, None if everything else _TIMELINE))


def _entries(sheet: "Sheet", title: str, entries: Sequence["Entry"], how: tuple[bool, int | None]) -> None:
    evidence, most = how
    if not entries:
        return
    sheet.heading(title, len(entries))
    for entry in entries[:most]:
        undated = None if entry.date else f"first told {entry.first_told}"
        sheet.row(entry.date or "no date", entry.title, [*_facts(entry), undated, entry.matter])
        _words(sheet, entry.evidence if evidence else ())
    if most and len(entries) > most:
        sheet.sentence(f"and {len(entries) - most} more: --all shows them", "dim")


def _facts(entry: "Entry") -> list[str]:
    status = (entry.status or "").replace("_", " ")
    standing = entry.standing if entry.standing not in (None, "open", "kept") else None
    doubt = "read with doubt" if entry.doubtful else None
    return [part for part in (status, standing, _sources(entry.sources), doubt) if part]


def _sources(count: int) -> str:
    return f"{count} source{'' if count == 1 else 's'}"


def _words(sheet: "Sheet", evidence: Iterable["Evidence"]) -> None:
    for one in evidence:
        if not one.copy_of:
            sheet.words(" … ".join(one.words))
            sheet.notes([one.outlet, one.day, one.report])


def _agreements(sheet: "Sheet", page: "Dossier", evidence: bool, _: bool) -> None:
    if not page.agreements:
        return
    sheet.heading("Agreements", len(page.agreements))
    for entry in page.agreements:
        history = " → ".join(f"{step.status.replace('_', ' ')} ({step.year or step.day})" for step in entry.history)
        facts = [entry.type, f"for {entry.period}" if entry.period else None, _sources(entry.sources), entry.matter]
        sheet.row((entry.status or "").replace("_", " "), entry.title, facts)
        sheet.notes([history if len(entry.history) > 1 else None])
        _words(sheet, entry.evidence if evidence else ())


def _figures(sheet: "Sheet", page: "Dossier", evidence: bool, _: bool) -> None:
    if not page.figures:
        return
    sheet.heading("Figures", len(page.figures))
    for entry in page.figures:
        mark = "claims contradict each other" if entry.contradicted else None
        sheet.row(entry.measure, entry.title, [mark, entry.matter])
        figure_claims(sheet, entry, page.names, evidence)


def figure_claims(sheet: "Sheet", entry: "FigureEntry", names: dict[str, str], evidence: bool = False) -> None:
    """Every claim of a figure in a line, those alike together; then what the camps agree on and where they part."""
    lines: dict[tuple[str, str | None, str | None], list[Claim]] = {}
    for claim in entry.claims:
        if not claim.evidence.copy_of:
            lines.setdefault((claim.amount, claim.by, claim.via), []).append(claim)
    for (amount, by, via), claims in lines.items():
        whose = f"by the count of {names.get(by, by)}" if by else "not said whose count"
        told = ", ".join(part for part in (whose, f"through {via}" if via else "") if part)
        outlets = dict.fromkeys(claim.evidence.outlet or claim.evidence.report for claim in claims)
        sheet.row("", f"• {amount}, {told} ({', '.join(outlets)})")
        if official := claims[0].official:
            official_lines(sheet, official)
    for sentence in (*entry.conflict.agrees, *entry.conflict.parts) if entry.conflict else ():
        sheet.row("", f"→ {sentence}")
    _words(sheet, (claim.evidence for claim in entry.claims) if evidence else ())


def official_lines(sheet: "Sheet", official: "Checked") -> None:
    """What official statistics say of a claim: the verdict, and its arithmetic."""
    sheet.row("", f"= official statistics: {official.verdict.replace('_', ' ')}")
    for sentence in official.sentences:
        sheet.row("", f"= {sentence}")


def _promises(sheet: "Sheet", page: "Dossier", evidence: bool, _: bool) -> None:
    if not page.promises:
        return
    sheet.heading("Promises", len(page.promises))
    for entry in page.promises:
        promise_row(sheet, entry, page.names)
        _words(sheet, entry.evidence if evidence else ())


_STYLES = {"broken": "red", "overdue": "yellow", "kept": "green"}


def promise_row(sheet: "Sheet", entry: "PromiseEntry", names: dict[str, str]) -> None:
    """A promise: how it stands, what, by whom and until when, and why it is thought so."""
    by = " and ".join(names.get(code, code) for code in entry.by)
    due = f"due {entry.deadline or entry.due}" if entry.due else "no day told"
    sheet.row(
        entry.standing or "", entry.text, [entry.kind, by, due, entry.matter], _STYLES.get(entry.standing or "", "")
    )
    sheet.notes([entry.reason])


def _people(sheet: "Sheet", page: "Dossier", _: bool, __: bool) -> None:
    if not page.people:
        return
    sheet.heading("People", len(page.people))
    for code in sorted({person.country or "" for person in page.people}):
        for person in (one for one in page.people if (one.country or "") == code):
            offices = [
                f"{one.office} ({one.first_told[:7]}{_to(one.first_told, one.last_told)})" for one in person.offices
            ]
            also = f"also {', '.join(person.names)}" if person.names else None
            sheet.row(page.names.get(code, code), person.name, ["; ".join(offices), also])


def _to(first: str, last: str) -> str:
    return "" if first[:7] == last[:7] else f" to {last[:7]}"


def _statements(sheet: "Sheet", page: "Dossier", _: bool, everything: bool) -> None:
    if not page.statements:
        return
    shown = page.statements if everything else page.statements[:_STATEMENTS]
    sheet.heading("Statements", len(page.statements))
    for one in shown:
        who = ", ".join(part for part in (one.speaker.name, one.speaker.office) if part) or "somebody"
        country = page.names.get(one.speaker.country or "", "")
        sheet.row(one.day, f"“{one.text}”", [who, country, _sources(one.sources), one.matter])
    if len(shown) < len(page.statements):
        sheet.sentence(f"and {len(page.statements) - len(shown)} more: --all shows them", "dim")


def _reports(sheet: "Sheet", page: "Dossier", _: bool, __: bool) -> None:
    if not page.sources:
        return
    sheet.heading("Sources", len(page.sources))
    for one in page.sources:
        notes = [
            one.outlet, f"copy of {one.copy_of}" if one.copy_of else None,
            f"replaced by {one.replaced_by}" if one.replaced_by else None,
            f"{len(one.withdrawn)} findings withdrawn by it" if one.withdrawn else None,
            f"{one.findings} finding{'' if one.findings == 1 else 's'} here", one.report,
        ]  # fmt: skip
        sheet.row(one.day, one.title or one.url or one.report, notes)


def _left_out(sheet: "Sheet", page: "Dossier") -> None:
    for kind, count in page.left_out.items():
        one, other = page.pair
        more = f"comity list {kind} --between {one} {other}"
        sheet.sentence(f"{count} older {kind}s are not shown: {more}", "dim", 0)


_SECTIONS: tuple[Callable[["Sheet", "Dossier", bool, bool], None], ...] = (
    _timeline, _agreements, _figures, _promises, _people, _statements, _joint, _reports,
)  # fmt: skip
