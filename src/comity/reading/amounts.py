"""Every number of a report with its unit, as told: money, measures, shares, factors and counts.

One scan finds the numbers; what stands right before and behind each tells its unit, by the table
``UNITS`` in order.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal, NamedTuple

from comity.reading.mentions import Page, When, Who
from comity.reading.money import Purse
from comity.reading.numerals import DIGITS, Numerals, one_of, whole
from comity.terms import Terms
from comity.terms.calendar import Calendar
from comity.terms.currencies import Currencies
from comity.terms.measures import Measures
from comity.terms.numbers import Numbers

Kind = Literal["money", "unit", "share", "times", "bare"]


@dataclass(frozen=True, slots=True)
class Amount:
    """A number at tokens [start, end): ``share`` in percent, ``times`` a factor, ``bare`` a number without unit.

    ``scaled`` tells a number written with a scale ("7 billion"), which may lean on the unit of one before.
    """

    start: int
    end: int
    value: float | int
    unit: str | None
    kind: Kind
    scaled: bool = False


_DOLLARS = re.compile(
    r"(?i)\b(?:dollar|all|the)\s+(?:amounts|figures|sums)\s+are\s+(?:given\s+)?(?:in\s+)?(?P<whose>[A-Z]\w+)"
)


class _Told(NamedTuple):
    """An amount at characters [start, end)."""

    start: int
    end: int
    value: float | int
    unit: str | None
    kind: Kind


_LEFT = r"(?<![\d.,:/#])(?<!\w\+)(?<!\d[-–—])"
_RIGHT = r"(?![\w:/]|[.,]\d|-\d|-[a-z](?<!-s)(?<!-m))"


@dataclass(frozen=True)
class _Kit:
    """The vocabulary as patterns, made once."""

    numerals: Numerals
    purse: Purse
    measures: Measures
    calendar: Calendar

    @cached_property
    def units(self) -> dict[str, tuple[str, float]]:
        """Unit and factor by word, in the word's own case and in lower case."""
        told = {word: (u.unit, u.factor) for u in self.measures.units for word in u.words}
        return {**{word.casefold(): found for word, found in told.items()}, **told}

    @cached_property
    def scan(self) -> re.Pattern[str]:
        """Where a number may begin."""
        return re.compile(rf"(?i){_LEFT}(?={DIGITS})|(?<![\w-])(?={self.numerals.words})")

    @cached_property
    def right(self) -> re.Pattern[str]:
        months = one_of(month.capitalize() for month in self.calendar.months if len(month) > 3)
        return re.compile(rf"{_RIGHT}(?!\s+(?:(?:to|and)\s+\d{{1,2}}\s+)?(?:{months})\b)")

    @cached_property
    def plain(self) -> re.Pattern[str]:
        return re.compile(rf"(?i){self.numerals.plain}")

    @cached_property
    def money(self) -> re.Pattern[str]:
        return re.compile(rf"(?i){self.numerals.money}")

    @cached_property
    def sign_before(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w$€£])(?P<cur>{self.purse.signs})[\s-]?$")

    @cached_property
    def code_behind(self) -> re.Pattern[str]:
        return re.compile(rf"[\s-]*(?P<cur>{self.purse.codes})(?!\w)")

    @cached_property
    def word_behind(self) -> re.Pattern[str]:
        return re.compile(rf"(?i)[\s-]*(?:of\s+)?(?P<cur>{self.purse.words}|[\w.'’-]+\s+{self.purse.words})(?!\w)")

    @cached_property
    def unit_behind(self) -> re.Pattern[str]:
        units = one_of(word for u in self.measures.units for word in u.words)
        rate = rf"(?:\s*(?:of\s+[\w-]+(?:\s+[\w-]+)?\s+)??(?P<rate>{one_of(self.measures.rates)})\b)?"
        return re.compile(rf"(?i)[\s-]*(?P<unit>{units})(?![\w²³]){rate}")

    @cached_property
    def times_behind(self) -> re.Pattern[str]:
        return re.compile(r"(?i)[\s-]*(?:times\b(?!\s+(?:a|per|each)\s)|fold\b)")

    @cached_property
    def words(self) -> re.Pattern[str]:
        """Words that are a factor or a share by themselves."""
        shares, times = one_of(self.numerals.numbers.shares), one_of(self.numerals.numbers.times)
        # "A third of", "fell by a third"; but "a third round" and "half the night" tell no share.
        part = (
            r"(?=\s+(?:of|in|on|to|since|more|less|higher|lower|fewer|up|down|compared|this|last|from|than|and|but)\b"
            r"|\s*[,.;:)]|$)"
        )
        count = r"(?P<count>a|an|one|two|three|four|five|six|seven|eight|nine|\d)[\s-]+"
        return re.compile(
            rf"(?i)(?<![\w-])(?:(?P<word>{times})|{count}(?<!and\sa\s)(?P<share>{shares}){part}"
            rf"|(?P<half>half)(?!\s+an?\b){part})(?![\w-])"
        )


@cache
def _kit(terms: Terms) -> _Kit:
    return _Kit(
        Numerals(terms.table(Numbers)), Purse(terms.table(Currencies)), terms.table(Measures), terms.table(Calendar)
    )


@dataclass(frozen=True)
class Finder:
    """One report on its way through the patterns."""

    page: Page
    who: Who
    when: When
    kit: _Kit

    @cached_property
    def text(self) -> str:
        """The report's text."""
        return self.page.report.text

    @cached_property
    def dollar(self) -> str | None:
        """What "dollar amounts are Canadian" makes of "$"."""
        told = _DOLLARS.search(self.text)
        state = self.state_at(told.start("whose")) if told else None
        return self.kit.purse.of_state("dollar", (state,)) if state else None

    @cached_property
    def _starts(self) -> list[int]:
        return [token.idx for token in self.page.doc]

    def token(self, char: int) -> int:
        """The token that holds the character."""
        return max(bisect_right(self._starts, char) - 1, 0)

    def found(self) -> Iterator[Amount]:
        """Amounts, those in words first; none inside a time or another."""
        taken = bytearray(len(self.text) + 1)
        for moment in self.when.moments:
            start, end = self.page.chars(moment.start, moment.end)
            taken[start:end] = b"\1" * (end - start)
        for told in (*self._words(taken), *self._numbers(taken)):
            first, last = self.token(told.start), self.token(told.end - 1)
            if first in self.page.sentence_numbers and last in self.page.sentence_numbers:
                scaled = bool(
                    re.search(r"(?i)\d[\s-]*[a-z]|illion|thousand|crore|lakh", self.text[told.start : told.end])
                )
                yield Amount(first, last + 1, told.value, told.unit, told.kind, scaled)

    def numbers_a_name(self, char: int) -> bool:
        """As in "Boeing 787", "No. 4": the number is part of the name before it."""
        token = self.page.doc[self.token(char)]
        before = token.nbor(-1) if token.i and not token.is_sent_start else None
        if before is None:
            return False
        named = before.pos_ == "PROPN" and before.text[:1].isupper() and self.state_at(before.idx) is None
        return before.lower_ in ("no.", "no", "nr", "number") or (named and token.text.isdigit())

    def _numbers(self, taken: bytearray) -> Iterator[_Told]:
        for match in self.kit.scan.finditer(self.text):
            at = match.start()
            if taken[at]:
                continue
            told = next((found for reader in UNITS if (found := reader(self, at))), None)
            if told and not any(taken[told.start : told.end]):
                taken[told.start : told.end] = b"\1" * (told.end - told.start)
                yield told

    def _words(self, taken: bytearray) -> Iterator[_Told]:
        for match in self.kit.words.finditer(self.text):
            if not any(taken[match.start() : match.end()]) and (told := _word(match, self.kit.numerals.numbers)):
                taken[told.start : told.end] = b"\1" * (told.end - told.start)
                yield told

    def value(self, text: str) -> float | int:
        """The number that the text tells; 0 for none."""
        return self.kit.numerals.value(text) or 0

    def state_at(self, char: int) -> str | None:
        """The state whose name or adjective holds the character."""
        token = self.token(char)
        return next((s.code for s in self.who.states if s.start <= token < s.end), None)

    def near(self, char: int) -> tuple[str, ...]:
        """States in sight: the report's own side, those of the sentence, those of its relation, all others."""
        token = self.token(char)
        numbers = self.page.sentence_numbers
        here = self.page.sentence_of(token) if token in numbers else self.page.doc[0:0]
        around = self.who.states_in(here.start, here.end)
        ours = (self.who.ours,) if self.who.ours else ()
        every = (*ours, *(s.code for s in around), *self.who.pair, *(s.code for s in self.who.states))
        return tuple(dict.fromkeys(every))


def _word(match: re.Match[str], numbers: Numbers) -> _Told | None:
    place = match.span()
    if match["word"]:
        factor = numbers.times[match["word"].casefold()]
        return _Told(*place, int(factor), "times", "times") if factor >= 1 else _Told(*place, 50, "percent", "share")
    if match["half"]:
        return _Told(*place, 50, "percent", "share")
    count = numbers.words.get(match["count"].casefold()) or int(match["count"])
    value = round(100 * count * numbers.shares[match["share"].casefold()])
    return _Told(*place, value, "percent", "share") if 0 < value < 100 else None


def _sign_before(finder: Finder, at: int) -> _Told | None:
    """As in "$5bn", "Rs 500 crore", "KD 12 million"."""
    kit, reach = finder.kit, max(0, at - 10)
    sign = kit.sign_before.search(finder.text[reach:at])
    number = kit.money.match(finder.text, at) if sign else None
    code = kit.purse.meant(sign["cur"], finder.near(at)) if sign and number else None
    code = finder.dollar or code if sign and sign["cur"] == "$" else code
    if not (sign and number and code) or _named(sign[0], number[0]):
        return None
    return _Told(reach + sign.start(), number.end(), finder.value(number[0]), code, "money")


def _named(sign: str, number: str) -> bool:
    """As in "COP27", "SAR21": letters and a small number that make a name."""
    return len(sign) == 3 and sign.isalpha() and number.isdigit() and len(number) < 3


def _code_behind(finder: Finder, at: int) -> _Told | None:
    """As in "53 mln USD", "12 €"."""
    number = _standing(finder, finder.kit.money, at)
    code = finder.kit.code_behind.match(finder.text, number.end()) if number else None
    meant = finder.kit.purse.meant(code["cur"], finder.near(at)) if code else None
    return _Told(at, code.end(), finder.value(number[0]), meant, "money") if number and code and meant else None


def _word_behind(finder: Finder, at: int) -> _Told | None:
    """As in "53 million US dollars", "12 million Czech crowns"."""
    number = _standing(finder, finder.kit.money, at)
    word = finder.kit.word_behind.match(finder.text, number.end()) if number else None
    if not (number and word):
        return None
    meant = _worded(finder, word)
    return _Told(at, word.end(), finder.value(number[0]), meant, "money") if meant else None


def _worded(finder: Finder, match: re.Match[str]) -> str | None:
    purse, words = finder.kit.purse, match["cur"].split()
    whole = purse.by_word.get(" ".join(words).casefold(), [])
    if len(whole) == 1:
        return whole[0]
    state = finder.state_at(match.start("cur")) if len(words) > 1 else None
    return purse.of_state(words[-1], (state,)) if state else purse.meant(words[-1], finder.near(match.start()))


def _unit_behind(finder: Finder, at: int) -> _Told | None:
    """As in "1.05 million tonnes", "25 million cubic metres a day", "23,1 per cent"."""
    number = _standing(finder, finder.kit.plain, at)
    match = finder.kit.unit_behind.match(finder.text, number.end()) if number else None
    if not (number and match):
        return None
    word = " ".join(re.split(r"[\s-]+", match["unit"]))
    unit, factor = finder.kit.units.get(word) or finder.kit.units.get(word.casefold()) or (word, 1.0)
    rate = finder.kit.measures.rates.get(" ".join((match["rate"] or "").casefold().split()), "")
    value = finder.value(number[0])
    kind: Kind = "share" if unit == "percent" else "unit"
    return _Told(at, match.end(), whole(value * factor), unit + rate, kind)


def _times_behind(finder: Finder, at: int) -> _Told | None:
    """As in "2.4 times", "five-fold"."""
    number = _standing(finder, finder.kit.plain, at)
    match = finder.kit.times_behind.match(finder.text, number.end()) if number else None
    return _Told(at, match.end(), finder.value(number[0]), "times", "times") if number and match else None


def _bare(finder: Finder, at: int) -> _Told | None:
    """A number without unit."""
    number = _standing(finder, finder.kit.plain, at)
    if not number or finder.kit.right.match(finder.text, number.end()) is None or finder.numbers_a_name(at):
        return None
    return _Told(at, number.end(), finder.value(number[0]), None, "bare")


def _standing(finder: Finder, pattern: re.Pattern[str], at: int) -> re.Match[str] | None:
    """The number at the place, unless it is glued to a word or a sign before it."""
    glued = at > 0 and (finder.text[at - 1].isalnum() or finder.text[at - 1] in "$€£-_.,")
    return None if glued else pattern.match(finder.text, at)


UNITS: tuple[Callable[[Finder, int], _Told | None], ...] = (
    _sign_before, _code_behind, _word_behind, _unit_behind, _times_behind, _bare,
)  # fmt: skip


def amounts(page: Page, who: Who, when: When) -> tuple[Amount, ...]:
    """All amounts in order, none over another, none inside a time."""
    return tuple(sorted(Finder(page, who, when, _kit(page.terms)).found(), key=lambda amount: amount.start))
