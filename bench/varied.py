"""Readings for the benchmarks of the record, made by varying the composed relations; the reader is bypassed.

Each variation is a whole relation (all reports of examples/kazarm or of tests/cases/relations/egy-srb with
their annotation) between two other states, in other years, with other people, outlets, addresses and
figures. More than half of the longer words are others too, and each report ends with a paragraph of its
own, so that two variations of one report are no copies of each other. Whatever is replaced is replaced
alike in all reports of a relation and in all fields of its findings, so that what told of the same still
does; spans move with the text. ``COPIES`` of the reports come again from another outlet, ``VERSIONS`` as
a corrected page that tells no figures.

All follows from the seed. Relations are mingled: reports come from ``OPEN`` of them in turn by chance.
"""

import hashlib
import json
import random
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, combinations
from typing import Any, TypeVar

from comity.findings import Finding, Reading, Report, TopicFinding, finding_id
from comity.terms import load
from comity.terms.states import State, States
from tests.quality.relations import RELATIONS, annotated, reports_of

STATES = 190
COPIES = 0.02
VERSIONS = 0.01
OPEN = 64
OUTLETS = 400
# The share of words of four letters and more, told in small letters, that a variation replaces.
REPLACED = 0.65
TOPICS = 3
F = TypeVar("F", bound=Finding)

_KINDS = ("topic_findings", "encounters", "statements", "agreements", "figures", "pledges", "events")
_TEXTS = ("text", "title", "via", "name", "office")
_DATES = ("date", "deadline", "period", "published")
_CODES = ("host", "country", "source", "target", "by")
_PARTS = ("speaker", "claim")
_WORD = r"[^\W\d_]+"
_YEAR = re.compile(r"(?:19|20)\d\d")
_SYLLABLES = [first + last for first in "bdfgklmnprstvz" for last in ("a", "e", "i", "o", "u", "an", "el", "or")]


@dataclass(frozen=True, slots=True)
class Template:
    """A composed relation: its readings, the two states, their text in pieces, and what the pieces are."""

    readings: Sequence[Reading]
    pair: tuple[str, str]
    others: Sequence[str]
    pattern: re.Pattern[str]
    forms: Mapping[str, tuple[str, str]]
    names: frozenset[str]
    pieces: Mapping[str, tuple[str, ...]]


def readings(seed: int, count: int) -> Iterator[Reading]:
    """So many readings, always the same for a seed."""
    chance = random.Random(seed)
    templates = [_template("kazarm", ("ARM", "KAZ")), _template("egy-srb", ("EGY", "SRB"))]
    words = sorted({piece for one in templates for told in one.pieces.values() for piece in told if _plain(piece)})
    relations = _relations(chance, templates, words)
    going = [next(relations) for _ in range(OPEN)]
    for _ in range(count):
        place = chance.randrange(OPEN)
        found = next(going[place], None)
        while found is None:
            going[place] = next(relations)
            found = next(going[place], None)
        yield found


def _relations(
    chance: random.Random, templates: Sequence[Template], words: Sequence[str]
) -> Iterator[Iterator[Reading]]:
    """Relations without end, the two templates in turn, the pairs of states in an order by chance."""
    states = [state for state in load().table(States).states.values() if state.capitals and state.adjectives]
    chosen = chance.sample(states, STATES)
    pairs = list(combinations(range(STATES), 2))
    number = 0
    while True:
        chance.shuffle(pairs)
        for one, other in pairs:
            own = random.Random(chance.random())
            actors = own.sample([chosen[one], chosen[other]], 2)
            yield Relation(own, templates[number % 2], actors, chosen, words, number).readings()
            number += 1


class Relation:
    """One variation of a template."""

    def __init__(
        self,
        chance: random.Random,
        template: Template,
        pair: Sequence[State],
        states: Sequence[State],
        words: Sequence[str],
        number: int,
    ) -> None:
        self._chance = chance
        self._template = template
        self._vocabulary = words
        self._number = number
        self._years = chance.randint(-25, 0)
        self._scale = chance.randint(1, 9)
        third = chance.sample([state for state in states if state not in pair], len(template.others))
        self._actors = dict(zip((*template.pair, *template.others), (*pair, *third), strict=True))
        self._words = self._replaced()
        self._turned: Mapping[str, Callable[[Any], Any]] = {
            **dict.fromkeys(_TEXTS, self._text),
            **dict.fromkeys(_CODES, self._code),
            **dict.fromkeys(_DATES, self._date),
            **dict.fromkeys(_PARTS, self._part),
            "value": lambda value: value * self._scale,
            "year": lambda year: year + self._years,
        }

    def _replaced(self) -> dict[str, str]:
        """What stands for each piece that is replaced."""
        chance, told = self._chance, self._template
        new: dict[str, str] = {}
        # In order, as that of a set of texts is another in each process.
        for piece in sorted({piece for pieces in told.pieces.values() for piece in pieces}):
            if piece in told.forms:
                new[piece] = self._form(*told.forms[piece])
            elif piece in told.names:
                new[piece] = "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))).capitalize()
            elif _YEAR.fullmatch(piece):
                new[piece] = str(int(piece) + self._years)
            elif piece.isdecimal() and len(piece) > 2:
                new[piece] = str(chance.randrange(10 ** (len(piece) - 1), 10 ** len(piece)))
            elif _plain(piece) and chance.random() < REPLACED:
                new[piece] = chance.choice(self._vocabulary)
        return new

    def _form(self, code: str, form: str) -> str:
        state = self._actors[code]
        told = {"adjective": state.adjectives, "capital": state.capitals, "demonym": state.demonyms or state.adjectives}
        return (told.get(form) or (state.name,))[0]

    def readings(self) -> Iterator[Reading]:
        """The relation's readings, mingled, with the copies and versions of some."""
        given = list(self._template.readings)
        self._chance.shuffle(given)
        for reading in given:
            made = self._varied(reading)
            yield made
            draw = self._chance.random()
            if draw < COPIES:
                yield self._copy(made)
            elif draw < COPIES + VERSIONS:
                yield self._corrected(made)

    def _varied(self, reading: Reading) -> Reading:
        report, get = reading.report, self._words.get
        pieces = self._template.pieces[report.text]
        new = [get(piece, piece) for piece in pieces]
        end = "\n\n" + " ".join(self._chance.choices(self._vocabulary, k=self._chance.randint(20, 60))) + "."
        text = "".join(new) + end
        old_starts = [0, *accumulate(map(len, pieces))]
        new_starts = [0, *accumulate(map(len, new))]

        def moved(place: int) -> int:
            at = bisect_right(old_starts, place) - 1
            return min(new_starts[at] + place - old_starts[at], new_starts[min(at + 1, len(new))])

        made = self._report(
            report, text, f"{self._number}/{report.id}", self._title(report), self._date(report.published)
        )
        return self._with(reading, made, lambda one: self._fields(one, text, moved))

    def _report(self, report: Report, text: str, path: str, title: str | None, published: str | None) -> Report:
        outlet = self._chance.randrange(OUTLETS)
        url = f"https://outlet{outlet}.example/{path}"
        return report.model_copy(
            update={
                "id": hashlib.sha256(f"{url} {text}".encode()).hexdigest()[:16],
                "url": url,
                "outlet": f"Outlet {outlet}",
                "title": title,
                "published": published,
                "text": text,
            }
        )

    def _with(self, reading: Reading, report: Report, change: Callable[[Finding], Finding]) -> Reading:
        found = {kind: tuple(_named(change(one), report) for one in getattr(reading, kind)) for kind in _KINDS}
        return reading.model_copy(update={"report": report, **found})

    def _copy(self, reading: Reading) -> Reading:
        report = reading.report
        again = self._report(report, report.text, f"again/{report.id}", report.title, report.published)
        return self._with(reading, again, lambda one: one)

    def _corrected(self, reading: Reading) -> Reading:
        report, text = reading.report, reading.report.text + "\n\nThe figures were withdrawn."
        id = hashlib.sha256(f"{report.url} {text}".encode()).hexdigest()[:16]
        later = report.model_copy(update={"id": id, "text": text})
        return self._with(reading.model_copy(update={"figures": ()}), later, lambda one: one)

    def _fields(self, finding: F, text: str, moved: Callable[[int], int]) -> F:
        spans = tuple((moved(start), moved(end)) for start, end in finding.spans)
        update: dict[str, Any] = {"spans": spans, "evidence": tuple(text[start:end] for start, end in spans)}
        for field in type(finding).model_fields:
            if field not in update and (told := getattr(finding, field)) is not None:
                update[field] = self._value(field, told)
        if finding.KIND == "event":
            # PLOVER's own words, of which one is called by what is a text elsewhere.
            update |= {"mode": getattr(finding, "mode"), "context": getattr(finding, "context")}  # noqa: B009
        return finding.model_copy(update=update)

    def _value(self, field: str, told: Any) -> Any:
        if isinstance(told, tuple):
            return self._list(field, told)
        return self._turned[field](told) if field in self._turned else told

    def _list(self, field: str, told: tuple[Any, ...]) -> tuple[Any, ...]:
        if field in {"countries", "by"}:
            return tuple(sorted(map(self._code, told)))
        if field == "people":
            return tuple(map(self._part, told))
        return (told[0] + self._years, told[1] + self._years) if field == "period" else told

    def _part(self, told: Any) -> Any:
        fields = {field: getattr(told, field) for field in type(told).model_fields}
        return told.model_copy(
            update={field: self._value(field, value) for field, value in fields.items() if value is not None}
        )

    def _code(self, code: str) -> str:
        return self._actors[code].code if code in self._actors else code

    def _title(self, report: Report) -> str | None:
        return report.title and self._text(report.title)

    def _text(self, told: str) -> str:
        get = self._words.get
        return "".join([get(piece, piece) for piece in self._template.pieces[told]])

    def _date(self, told: str | None) -> str | None:
        if told is None:
            return None
        new = re.sub(r"\d{4}", lambda year: str(int(year[0]) + self._years), told)
        return new.replace("-02-29", "-02-28")


def _named(finding: F, report: Report) -> F:
    naming = [getattr(finding, name) for name in finding.NAMING]
    return finding.model_copy(update={"id": finding_id(report.id, finding.KIND, finding.spans, naming)})


def _plain(piece: str) -> bool:
    return len(piece) > 3 and piece.isalpha() and piece.islower()


# the composed relations
def _template(folder: str, pair: tuple[str, str]) -> Template:
    gold = [json.loads(path.read_text(encoding="utf-8")) for path in reports_of(RELATIONS / folder)]
    told = [_with_topics(annotated(one), one["topics"]) for one in gold]
    states = load().table(States)
    codes = {code for reading in told for code in _codes(reading)} & states.states.keys()
    others = sorted(codes - set(pair))
    forms: dict[str, tuple[str, str]] = {}
    for code in (*pair, *others):
        for form, kind in states.states[code].forms():
            forms.setdefault(form, (code, kind))
    pattern = re.compile(
        rf"\b(?:{'|'.join(map(re.escape, sorted(forms, key=lambda form: (-len(form), form))))})\b|\d+|{_WORD}"
    )
    texts = {text for reading in told for text in _texts(reading)}
    return Template(
        readings=told,
        pair=pair,
        others=others,
        pattern=pattern,
        forms=forms,
        names=frozenset(word for reading in told for name in _names(reading) for word in re.findall(_WORD, name)
                        if len(word) > 2 and word not in forms),
        pieces={text: _pieces(pattern, text) for text in texts},
    )  # fmt: skip


def _with_topics(reading: Reading, topics: Sequence[Any]) -> Reading:
    """The reading with its first topics, each told where the report begins."""
    span = (0, min(60, len(reading.report.text)))
    told = tuple(sorted(topics)[:TOPICS])
    found = tuple(TopicFinding.found(reading.report, [span], "gold", 1.0, topic=topic) for topic in told)
    return reading.model_copy(update={"topics": told, "topic_findings": found})


def _pieces(pattern: re.Pattern[str], text: str) -> tuple[str, ...]:
    """The text cut into words, names of states, numbers, and what is between."""
    pieces, place = [], 0
    for found in pattern.finditer(text):
        pieces += [text[place : found.start()], found[0]]
        place = found.end()
    return (*pieces, text[place:])


def _values(told: Any) -> Iterator[tuple[str, Any]]:
    """Every field and value in a reading, at any depth."""
    if isinstance(told, dict):
        for field, value in told.items():
            for item in value if isinstance(value, list | tuple) else [value]:
                yield field, item
                yield from _values(item)


def _texts(reading: Reading) -> Iterator[str]:
    return (value for field, value in _values(reading.model_dump()) if field in _TEXTS and value)


def _names(reading: Reading) -> Iterator[str]:
    return (value for field, value in _values(reading.model_dump()) if field == "name" and value)


def _codes(reading: Reading) -> Iterator[str]:
    told = _values(reading.model_dump(by_alias=False))
    return (value for field, value in told if field in {*_CODES, "countries"} and isinstance(value, str))
