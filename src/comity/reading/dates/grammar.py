"""The pieces that patterns of time are made of, and the rules that carry them.

A rule is a template and a function. In the template ``<name:piece>`` stands for a named group
of a piece below ("<m:month>"), ``<piece>`` for the piece without a name.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from comity.reading.dates.reckoning import Now, Tense, Told, year_of
from comity.terms.calendar import Calendar
from comity.terms.numbers import Numbers

Match = re.Match[str]


@dataclass(frozen=True)
class Words:
    """The calendar's and the numbers' vocabulary as patterns and lookups."""

    calendar: Calendar
    numbers: Numbers

    @cached_property
    def pieces(self) -> dict[str, str]:
        """Each piece's pattern by its name."""
        count = _one_of(w for w, n in self.numbers.words.items() if n)
        return {
            "month": _one_of(form for m in self.calendar.months for form in _capitals(m)) + r"(?!\w)",
            "fullday": _one_of(d.capitalize() for d in self.calendar.weekdays if d.endswith("day")) + r"(?!\w)",
            "weekday": _one_of(form for d in self.calendar.weekdays for form in _capitals(d)) + r"(?!\w)",
            "season": _one_of(s for s in self.calendar.seasons if s != "fall"),
            "seasonal": _one_of(self.calendar.seasons),
            "soon": _one_of(self.calendar.days),
            "step": _one_of(self.calendar.steps),
            "ordinal": rf"(?:\d{{1,3}}(?:st|nd|rd|th)|(?:{count}-)?{_one_of(self.numbers.ordinals)})",
            "n": rf"(?:\d{{1,3}}|(?:{count})(?:-{count})?)",
            **FIXED,
        }

    @cached_property
    def year_told(self) -> re.Pattern[str]:
        """As in "In 2024", "this year": a year told by itself."""
        return re.compile(rf"(?i){_OF_YEAR}")

    def number(self, text: str) -> int | None:
        """The whole number that digits, a word ("seven", "twenty-five") or a rank ("25th") tell."""
        text = text.casefold()
        digits = re.match(r"\d{1,4}(?!\d)", text)
        if digits:
            return int(digits[0])
        known = {**self.numbers.words, **self.numbers.ordinals}
        parts = [known.get(part) for part in text.split("-")]
        return None if None in parts else sum(part for part in parts if part)

    def month(self, text: str) -> int:
        """1 to 12; raises ``KeyError`` for another word."""
        return self.calendar.months[text.casefold()]

    def step(self, text: str) -> int:
        """-1, 0 or 1 for "last", "this", "next"; raises ``KeyError`` for another word."""
        return self.calendar.steps[" ".join(text.casefold().split())]


_OF_YEAR = (
    r"(?:,?\s+(?:of\s+|in\s+)?(?:the\s+year\s+)?(?P<year>(?:19|20)\d\d)(?!\d|[.,]\d)"
    r"|,?\s+(?:of\s+|in\s+)?(?P<rel>this|last|next|that|the|the\s+(?:same|current|present|previous|past|coming|next"
    r"|following|running))\s+year\b|\s+(?P<bare>last|next)(?=\s*(?:[,.;:)]|$)))"
)
FIXED = {
    "day": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%])",
    "year": r"(?:19|20)\d\d(?!\d|[.,]\d|%)",
    "to": r"(?:\s*[-–—]\s*|\s+(?:to|till|until|through|up\s+to)\s+)",
    "Y": rf"(?:{_OF_YEAR})?",
    "early": r"(?:(?:early|mid|late)(?:\s*-\s*|\s+)(?:in\s+)?"
    r"|(?:the\s+)?(?:very\s+)?(?:beginning|start|middle|end)\s+of\s+)?",
    "fiscal": r"(?:fiscal|financial|academic|school|budget(?:ary)?(?=\s+year)|marketing|study)",
}


@dataclass(frozen=True, slots=True)
class Scene:
    """What a rule may lean on: the report's now, the tense around the words, the time told before."""

    words: Words
    now: Now
    tense: Tense = "none"
    firm: bool = True
    before: Told | None = None

    @property
    def ahead(self) -> bool:
        """Whether the verb itself speaks of the future."""
        return self.tense == "future" and self.firm

    def year(self, match: Match, month: int | None = None, day: int | None = None) -> int | None:
        """The year that the match tells after a month or day, or the one that the tense gives."""
        told = match.groupdict()
        if told.get("year"):
            return int(told["year"])
        relative = told.get("rel") or told.get("bare")
        if relative:
            return self.relative_year(relative)
        return year_of(self.now, (month, day), self.tense, self.firm) if month else self.now.year

    def relative_year(self, word: str) -> int | None:
        """The year that "this", "last", "the same" name."""
        word = " ".join(word.casefold().split())
        if word in ("that", "the same", "the following"):
            told = int(self.before.value[:4]) if self.before else self.now.year
            return told and told + (word == "the following")
        step = 0 if word == "the" else self.words.step(word)
        return self.now.year + step if self.now.year else None


def group(match: Match, name: str) -> str | None:
    """What the named group took, or None where the pattern has no such group."""
    return match.groupdict().get(name)


Reckon = Callable[[Match, Scene], Told | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern of time: its template, and what reckons the time it tells."""

    template: str
    reckon: Reckon
    cue: str

    def compiled(self, words: Words) -> re.Pattern[str]:
        """The template with its pieces filled in."""
        return re.compile(_filled(self.template, words.pieces))


def cues(words: Words) -> dict[str, re.Pattern[str]]:
    """Cheap patterns of which one must be near for a rule to hold: rules are tried only around them."""
    return {
        "month": re.compile(words.pieces["month"]),
        "year": re.compile(r"(?:19|20)\d\d"),
        "number": re.compile(r"\d[-./]\d|\d(?:st|nd|rd|th)\b"),
        "season": re.compile(rf"(?i)\b{words.pieces['seasonal']}\b"),
        "fiscal": re.compile(rf"\bFY|(?i:\b{words.pieces['fiscal']}\b|\bseason)"),
        "part": re.compile(r"(?i)quarter|half|trimester|semester|months?\b|\b[QH][1-4]\b"),
        "unit": re.compile(r"(?i)\b(?:days?|weeks?|weekend|months?|years?|decades?|century|centuries)\b"),
        "weekday": re.compile(rf"\b{words.pieces['fullday']}"),
        "soon": re.compile(rf"(?i)\b{words.pieces['soon']}\b"),
        "feast": re.compile(r"(?i)anniversar|jubilee|years of\b"),
        "same": re.compile(r"(?i)\b(?:same|corresponding|similar|comparable|analogous|mentioned|said)\b"),
    }


def windows(cue: re.Pattern[str], text: str, reach: int = 70) -> list[tuple[int, int]]:
    """Stretches of the text around the cue, merged where they touch."""
    found: list[tuple[int, int]] = []
    for match in cue.finditer(text):
        start, end = max(0, match.start() - reach), match.end() + reach
        if found and start <= found[-1][1]:
            start = found.pop()[0]
        found.append((start, end))
    return found


def _filled(template: str, pieces: dict[str, str]) -> str:
    named = re.sub(r"<(\w+):(\w+)>", lambda m: f"(?P<{m[1]}>{pieces[m[2]]})", template)
    return re.sub(r"(?<!\?P)<(\w+)>", lambda m: pieces[m[1]] if m[1] in pieces else m[0], named)


def _one_of(words: Iterable[str]) -> str:
    spelled = sorted((re.escape(w).replace(r"\ ", r"\s+") for w in words), key=len, reverse=True)
    return f"(?:{'|'.join(spelled)})"


_SHORT = frozenset(("may", "june", "july"))


def _capitals(word: str) -> tuple[str, ...]:
    return (
        word.capitalize(),
        word.upper(),
        *((word.capitalize() + ".",) if len(word) <= 4 and word not in _SHORT else ()),
    )
