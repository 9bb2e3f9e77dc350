"""``comity why``: what stands behind a report, a finding, a matter or a person."""

import sys
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from comity.cli.place import Db, record_of
from comity.cli.writing import write

if TYPE_CHECKING:
    from comity.matters import Checked
    from comity.record.asking import Ground, Judged, Who, Why


def why(
    id: Annotated[str, typer.Argument(metavar="ID", help="Of a report, a finding, a matter or a person.")],
    db: Db = None,
) -> None:
    """Say why: the reports and their words, the reader, the clues that joined them, and what people judged."""
    from comity import settings, terms
    from comity.errors import UnknownId
    from comity.record.asking import who, why
    from comity.run.checking import of_findings
    from comity.run.forwarding import present

    words = terms.load(settings.read().terms)
    with record_of(db) as record, record.asking() as connection:
        try:
            found = why(connection, present(connection, id, words))
            checks = of_findings(connection, [one.id for one in found.grounds if one.kind == "figure"], words)
            told = text_of(found, sys.stdout.isatty(), checks)
        except UnknownId:
            told = person_of(who(connection, id), sys.stdout.isatty())
    write(told, sys.stdout)


def person_of(told: "Who", styled: bool) -> str:
    """What stands behind a person, as text."""
    from comity.cli.sheet import Sheet

    sheet = Sheet(styled)
    sheet.title(told.person.name if told.person else told.namings[0].name, told.id)
    if not told.person:
        sheet.sentence("No finding that stands names this person.", "dim")
    sheet.heading("Names", len(told.namings))
    for one in told.namings:
        sheet.row(one.published, one.name, [one.country, *one.offices, one.id])
    _ties(sheet, told)
    _judgements(sheet, told)
    return sheet.text


def text_of(told: "Why", styled: bool, checks: "Mapping[str, Checked]") -> str:
    """What stands behind it, as text; ``checks`` are what official statistics say of figures, by finding."""
    from comity.cli.sheet import Sheet

    sheet = Sheet(styled)
    sheet.title(_title(told), told.matter.id if told.matter else "")
    if told.matter:
        one = told.matter
        facts = [
            one.kind,
            one.type if one.type != one.kind else None,
            (one.status or "").replace("_", " "),
            one.date,
            ", ".join(one.countries),
            f"{one.sources} of {one.reports} reports count as sources",
        ]
        sheet.sentence(" · ".join(fact for fact in facts if fact), "dim")
    for section in (_grounds, _ties, _outcomes, _judgements, _former, _sources):
        section(sheet, told)
    _official(sheet, checks)
    return sheet.text


def _official(sheet: Any, checks: "Mapping[str, Checked]") -> None:
    if checks:
        sheet.heading("Official statistics", len(checks))
    for finding, checked in checks.items():
        sheet.row("", f"{checked.verdict.replace('_', ' ')}: figure {finding}")
        for sentence in checked.sentences:
            sheet.row("", f"→ {sentence}")


def _title(told: "Why") -> str:
    from comity.cli.asked import names
    from comity.dossier.wording import opened, titled

    if told.matter:
        return opened(titled(told.matter, names()))
    return next((one.title for one in told.sources if one.id == told.asked and one.title), told.asked)


def _grounds(sheet: Any, told: "Why") -> None:
    if told.grounds:
        sheet.heading("Findings", len(told.grounds))
    for ground in told.grounds:
        _ground(sheet, ground)


def _ground(sheet: Any, ground: "Ground") -> None:
    said = ["held by a judgement" if ground.held else None, ground.verdict and f"judged: {ground.verdict}"]
    reckoned = f"reckoned: {', '.join(ground.inferred)}" if ground.inferred else None
    due = f"announces something{f', due {ground.due}' if ground.due else ''}" if ground.opening else None
    sheet.row(ground.day, f"{ground.kind} {ground.id}", [f"report {ground.report}", *said, reckoned, due])
    for (start, end), words in ground.evidence:
        sheet.words(words)
        sheet.notes([f"characters {start} to {end}"])
    sheet.notes(
        [
            f"found by {ground.step}",
            f"confidence {ground.confidence:.2f}",
            ", ".join(ground.clues),
            f"Comity {ground.version}, model {ground.model[:8]}, terms {ground.terms[:8]}, read {ground.made[:10]}",
        ]
    )


def _ties(sheet: Any, told: "Why | Who") -> None:
    if told.ties:
        sheet.heading("Why they are one", len(told.ties))
    for tie in told.ties:
        sheet.row(f"{tie.score:+.1f}", f"{tie.one} and {tie.other}")
        for clue in tie.clues:
            sheet.row("", f"{clue.weight:+.1f}  {clue.sentence}")


def _outcomes(sheet: Any, told: "Why") -> None:
    if told.follow_ups:
        sheet.heading("What became of it", len(told.follow_ups))
    for one in told.follow_ups:
        by = (
            f"finding {one.finding}"
            if one.finding
            else f"report {one.report}, characters {one.span[0]} to {one.span[1]}"
        )
        sheet.row(one.outcome, one.reason, [one.published, f"of {one.opening}", f"told by {by}"])


def _judgements(sheet: Any, told: "Why | Who") -> None:
    if told.judgements:
        sheet.heading("Judgements", len(told.judgements))
    for one in told.judgements:
        _judgement(sheet, one)


def _judgement(sheet: Any, one: "Judged") -> None:
    on = ", ".join(
        f"{subject.id}{f' (side {subject.side})' if one.verdict == 'apart' else ''}" for subject in one.subjects
    )
    changed = ", ".join(f"{field} = {value}" for field, value in one.amended) or None
    undone = f"undone {one.undone[:10]}" if one.undone else None
    sheet.row(
        one.verdict, one.reason or "no reason given", [on, changed, f"by {one.author}, {one.made[:10]}", undone, one.id]
    )


def _former(sheet: Any, told: "Why") -> None:
    if told.former:
        sheet.heading("No longer part of the account", len(told.former))
    replaced = {one.id for one in told.sources if one.replaced_by}
    for ground in told.former:
        sheet.row(
            ground.day,
            f"{ground.kind} {ground.id}",
            [_why_not(ground, replaced), f"report {ground.report}", f"Comity {ground.version}"],
        )
        sheet.words(" … ".join(words for _, words in ground.evidence))


def _why_not(ground: "Ground", replaced: Collection[str]) -> str:
    if ground.verdict == "reject":
        return "rejected"
    if ground.report in replaced:
        return "its report was replaced by a newer version"
    return f"its report was read anew on {ground.until[:10]}" if ground.until else "not joined"


def _sources(sheet: Any, told: "Why") -> None:
    sheet.heading("Reports", len(told.sources))
    for one in told.sources:
        versions = (
            f"copy of {one.copy_of}" if one.copy_of else None,
            f"replaced by {one.replaced_by}" if one.replaced_by else None,
        )
        shows = "others see evidence only" if one.shows == "evidence" else None
        sheet.row(one.day, one.title or one.origin, [one.outlet, *versions, shows, f"added {one.added[:10]}", one.id])
        sheet.notes([one.url or one.origin])
