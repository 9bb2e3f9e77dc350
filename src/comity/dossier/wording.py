"""Dates, amounts and names in plain English, as they stand in a dossier."""

import re
from collections.abc import Iterable, Mapping
from typing import Protocol

from comity.findings import Change, Code, Event, Figure, Moment

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def when(moment: Moment | None) -> str:
    """A date for people: "15 April 2024", "April 2024", "2024"; empty where there is none."""
    year, *rest = (moment or "").split("-")
    if not rest:
        return year
    month = _MONTHS[int(rest[0]) - 1]
    return " ".join([*(str(int(day)) for day in rest[1:]), month, year])


def amount(figure: Figure) -> str:
    """A figure's number: "over USD 53.1 million, up 23.1 percent"."""
    bound = "" if figure.bound == "exact" else figure.bound
    number = " ".join(part for part in (bound, number_of(figure.value, figure.unit)) if part)
    return ", ".join(part for part in (number if figure.value is not None else "", _change(figure.change)) if part)


def number_of(value: float | None, unit: str | None) -> str:
    """A value with its unit: "USD 53.1 million", "435", "12 percent"."""
    if value is None:
        return ""
    size, name = next(((size, name) for size, name in _SCALES if abs(value) >= size), (1, ""))
    number = f"{value / size:,.6g} {name}".strip() if name else f"{value:,.10g}"
    if unit and re.fullmatch(r"[A-Z]{3}", unit):
        return f"{unit} {number}"
    return number if unit in (None, "count") else f"{number} {unit}"


def _change(change: Change | None) -> str:
    if change is None:
        return ""
    return f"{change.direction} {change.value:g} {change.unit}"


def listed(parts: Iterable[str]) -> str:
    """Several things in a row: "A, B and C"."""
    *most, last = list(parts) or [""]
    return f"{', '.join(most)} and {last}" if most else last


def named(text: str, names: Mapping[Code, str]) -> str:
    """The text with the codes of states and bodies in it as their names, "ARM, KAZ" as "Armenia and Kazakhstan"."""

    def worded(codes: re.Match[str]) -> str:
        known = codes[0].split(", ")
        return listed(names[code] for code in known) if names.keys() >= set(known) else codes[0]

    return re.sub(r"\b[A-Z]{3}(, [A-Z]{3})*\b", worded, text)


class Titled(Protocol):
    """What has a title that may hold codes."""

    @property
    def kind(self) -> str:
        """Its kind: encounter, agreement, figure, pledge, event or statement."""

    @property
    def title(self) -> str:
        """A line for people."""


def titled(matter: Titled, names: Mapping[Code, str]) -> str:
    """A matter's title with names for codes; a report's own words in it stay as they are."""
    if matter.kind not in ("agreement", "pledge", "statement"):
        return named(matter.title, names)
    who, colon, words = matter.title.partition(": ")
    return named(who, names) + colon + words if re.fullmatch(r"[A-Z]{3}(,? (and )?[A-Z]{3})*", who) else matter.title


def deed(event: Event, names: Mapping[Code, str]) -> str:
    """An event as a sentence: "Kazakhstan accused Armenia"."""
    source, target = names.get(event.source, event.source), names.get(event.target, event.target)
    return f"{source} {_DEEDS[event.type]} {target}"


_DEEDS = {
    "AGREE": "agreed with", "CONSULT": "consulted", "SUPPORT": "supported", "COOPERATE": "cooperated with",
    "AID": "aided", "CONCEDE": "conceded to", "RETREAT": "retreated before", "REQUEST": "made a request of",
    "ACCUSE": "accused", "REJECT": "rejected a demand of", "THREATEN": "threatened", "PROTEST": "protested against",
    "SANCTION": "imposed sanctions on", "MOBILIZE": "mobilized forces against", "COERCE": "coerced",
    "ASSAULT": "attacked",
}  # fmt: skip


def opened(text: str) -> str:
    """The text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number of things: "1 report", "3 reports"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def clipped(text: str, room: int = 90) -> str:
    """The text in one line, cut at a word where it is longer."""
    line = " ".join(text.split())
    return line if len(line) <= room else re.sub(r"\W*\s*\S*$", "", line[: room - 1]) + "…"
