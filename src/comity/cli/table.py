"""A reading as a person reads it in a terminal: a header, then the findings by kind."""

import re
import shutil
import textwrap
from collections.abc import Callable, Iterable, Iterator
from io import StringIO
from typing import Any, NamedTuple

from rich.console import Console
from rich.text import Text

from comity.cli.writing import harmless
from comity.findings import (
    Agreement,
    Encounter,
    Event,
    Figure,
    Finding,
    Person,
    Pledge,
    Reading,
    Refusal,
    Statement,
)

_WIDEST = 110
_INDENT = 2


class Entry(NamedTuple):
    """One finding in words: ``head`` in a line, ``more`` in lines below, and its evidence."""

    head: str
    more: tuple[str, ...] = ()
    evidence: str = ""


NameOf = Callable[[str], str]


def table_of(reading: Reading, styled: bool, name_of: NameOf, *, clues: bool = False) -> str:
    """A reading as text as wide as the terminal, at most 110 columns, with a terminal's styles if ``styled``.

    With ``clues`` each finding tells how sure it is and what speaks for it.
    """
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    told = StringIO()
    print_table(reading, Console(file=told, width=width, highlight=False, force_terminal=styled), name_of, clues=clues)
    return told.getvalue()


def print_table(reading: Reading, console: Console, name_of: NameOf, *, clues: bool = False) -> None:
    """Print a reading; ``name_of`` gives a code's name; with ``clues``, print what speaks for each finding, too."""
    for line in _header(reading):
        console.print(line)
    for title, entries in _sections(reading, name_of, clues=clues):
        console.print(Text(f"\n{title}", style="bold"))
        for entry in entries:
            _print_entry(console, entry)
    console.print()


def _print_entry(console: Console, entry: Entry) -> None:
    near, far = " " * _INDENT, " " * 2 * _INDENT
    for line in [*_wrapped(entry.head, near, console.width), *_all_wrapped(entry.more, far, console.width)]:
        console.print(Text(harmless(line)))
    if entry.evidence:
        console.print(Text(far + shortened(harmless(entry.evidence), console.width - len(far)), style="dim"))


def _wrapped(line: str, indent: str, width: int) -> list[str]:
    return textwrap.wrap(line, width, initial_indent=indent, subsequent_indent=indent + " " * _INDENT)


def _all_wrapped(lines: Iterable[str], indent: str, width: int) -> Iterator[str]:
    return (part for line in lines for part in _wrapped(line, indent, width))


def shortened(text: str, room: int) -> str:
    """The text in one line of at most ``room`` characters, cut at a word, an ellipsis for the rest."""
    line = " ".join(text.split())
    if len(line) <= room:
        return line
    return re.sub(r"\W*\s*\S*$", "", line[: room - 1]) + "…"


def _header(reading: Reading) -> Iterator[Text]:
    report = reading.report
    title = report.title or " ".join(report.text.split())[:70]
    yield Text(harmless(title), style="bold underline")
    about = [report.outlet, report.published or "no date told", f"{len(report.text.split())} words", report.url]
    yield Text(harmless(" · ".join(part for part in about if part)), style="dim")
    if reading.topics:
        yield Text("Topics: " + ", ".join(reading.topics))


def _sections(reading: Reading, name_of: NameOf, *, clues: bool) -> Iterator[tuple[str, list[Entry]]]:
    for title, found, told in _KINDS:
        entries = [_with_clues(told(item, name_of), item if clues else None) for item in found(reading)]
        if entries:
            yield title, entries


def _with_clues(entry: Entry, item: Finding | Refusal | None) -> Entry:
    return entry._replace(more=(*entry.more, told_clues(item))) if isinstance(item, Finding) else entry


def told_clues(item: Finding) -> str:
    """How sure a finding is, and what speaks for it: "confidence 0.91: rules 0.80, appraiser 0.91"."""
    return f"confidence {item.confidence:.2f}: {', '.join(item.clues)}"


def told_encounter(item: Encounter, name_of: NameOf) -> Entry:
    """An encounter in words."""
    when = f"{item.date}{_mark(item, 'date')}" if item.date else ""
    where = f"in {name_of(item.host)}" if item.host else ""
    head = _line(item.kind, _names(item.countries, name_of), item.status, when, where)
    return Entry(head, tuple(told_person(person, name_of) for person in item.people), item.evidence[0])


def told_person(person: Person, name_of: NameOf) -> str:
    """A person with office and country: "Ararat Mirzoyan, Foreign Minister (Armenia)"."""
    named = ", ".join(part for part in (person.name, person.office) if part) or "somebody"
    return f"{named} ({name_of(person.country)})" if person.country else named


def told_statement(item: Statement, name_of: NameOf) -> Entry:
    """A statement in words: the speaker, then what was said."""
    return Entry(told_person(item.speaker, name_of), (), f"“{item.text}”")


def told_agreement(item: Agreement, name_of: NameOf) -> Entry:
    """An agreement in words."""
    year = f"{item.year}{_mark(item, 'year')}" if item.year else ""
    period = f"for {item.period[0]}-{item.period[1]}" if item.period else ""
    head = _line(item.kind, _names(item.countries, name_of), item.status.replace("_", " "), year, period)
    return Entry(head, (item.title,), item.evidence[0])


def told_figure(item: Figure, name_of: NameOf) -> Entry:
    """A figure in words: bound, value, unit, change, direction and period."""
    way = [name_of(code) if code else "?" for code in (item.source, item.target)]
    direction = " to ".join(way) if item.source or item.target else _names(item.countries, name_of)
    bound = {"exact": "", "over": "over", "under": "under", "about": "about"}[item.bound]
    amount = " ".join(part for part in (bound, told_amount(item.value, item.unit)) if part)
    period = f"in {item.period}{_mark(item, 'period')}" if item.period else ""
    target = "target" if item.status == "target" else ""
    parts = (item.measure, direction, amount, _change(item), period, target)
    by = name_of(item.claim.by) if item.claim.by else ""
    claim = " via ".join(part for part in (by, item.claim.via) if part)
    return Entry(_line(*parts), (f"as told by {claim}",) if claim else (), item.evidence[0])


def told_amount(value: float | None, unit: str | None) -> str:
    """A value with its unit: "USD 53 million", "435", "12 percent"."""
    if value is None:
        return ""
    number = _number(value)
    if unit and re.fullmatch(r"[A-Z]{3}", unit):
        return f"{unit} {number}"
    return number if unit in (None, "count") else f"{number} {unit}"


_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def _number(value: float) -> str:
    scale, name = next(((scale, name) for scale, name in _SCALES if abs(value) >= scale), (1, ""))
    return f"{value / scale:,.6g} {name}".strip() if name else f"{value:,.10g}"


def _change(item: Figure) -> str:
    if item.change is None:
        return ""
    sign = {"up": "+", "down": "-"}[item.change.direction]
    return f"{sign}{item.change.value:g}%" if item.change.unit == "percent" else f"{sign}{item.change.value:g} times"


def told_pledge(item: Pledge, name_of: NameOf) -> Entry:
    """A pledge in words: who commits, to what, until when."""
    deadline = f"by {item.deadline}{_mark(item, 'deadline')}" if item.deadline else ""
    return Entry(_line(_names(item.by, name_of), deadline), (item.text,), item.evidence[0])


def told_event(item: Event, _: NameOf) -> Entry:
    """An event in words: source, type, target."""
    return Entry(_line(f"{item.source} {item.type} {item.target}", item.quad, item.date or ""), (), item.evidence[0])


def told_refusal(item: Refusal, _: NameOf) -> Entry:
    """A refusal in words: its name, what was met, what to do."""
    return Entry(item.reason.replace("_", " "), (f"{item.detail} {item.remedy}",))


def _line(*parts: str) -> str:
    return "  ".join(part for part in parts if part)


def _names(codes: Iterable[str], name_of: NameOf) -> str:
    return ", ".join(map(name_of, codes))


def _mark(item: Finding, field: str) -> str:
    return " (reckoned)" if field in item.inferred else ""


_KINDS: tuple[tuple[str, Callable[[Reading], Iterable[Any]], Callable[[Any, NameOf], Entry]], ...] = (
    ("ENCOUNTERS", lambda reading: reading.encounters, told_encounter),
    ("STATEMENTS", lambda reading: reading.statements, told_statement),
    ("AGREEMENTS", lambda reading: reading.agreements, told_agreement),
    ("FIGURES", lambda reading: reading.figures, told_figure),
    ("PLEDGES", lambda reading: reading.pledges, told_pledge),
    ("EVENTS", lambda reading: reading.events, told_event),
    ("NOT READ", lambda reading: reading.refusals, told_refusal),
)
