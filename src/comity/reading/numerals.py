"""Numbers in digits and words to plain numbers: "1.05 million", "Rs 8.46 lakh crore", "two and a half thousand"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from comity.terms.numbers import Numbers

# A quintillion: the world's yearly output is a ten-thousandth of it in dollars.
_LARGEST = 1e18
DIGITS = r"(?:\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d{1,3}(?:[   ]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?)"
_SMALL = ("a", "an", "one", "zero", "pair", "couple", "score")


def one_of(words: Iterable[str]) -> str:
    """A pattern of the words, the longest first, any white space between their parts."""
    spelled = (re.escape(word).replace(r"\ ", r"[\s-]+") for word in sorted(words, key=lambda w: (-len(w), w)))
    return f"(?:{'|'.join(spelled)})"


@dataclass(frozen=True)
class Numerals:
    """How numbers are written, made from the vocabulary of numbers.

    ``plain`` takes any number, ``money`` also the short scales that only stand with a currency ("$5m").
    """

    numbers: Numbers

    @cached_property
    def scale(self) -> str:
        """A scale written in full, or short where it cannot be a unit."""
        short = [s for s in self.numbers.abbreviated if len(s) > 1 and s not in ("mil", "mill", "thou")]
        return rf"(?:{one_of(self.numbers.scales)}|{one_of(short)})(?![\w'’])"

    @cached_property
    def words(self) -> str:
        """A number in words; "one" alone counts nothing, "a" only before a scale."""
        small = one_of(w for w in self.numbers.words if w not in _SMALL)
        scale = one_of(self.numbers.scales)
        parts = r"(?:a|one)[\s-]+|half\s+a\s+|a\s+quarter\s+of\s+a\s+|a\s+couple\s+of\s+"
        first = rf"(?:{small}|one[\s-]+(?=and\s+a\s+half\b)|(?:{parts})(?={scale}\b))"
        return rf"(?:{first}(?:[\s-]*(?:and\s+)?(?:{small}|{scale})\b|[\s-]+and\s+a\s+half\b)*)(?!\w)"

    @cached_property
    def plain(self) -> str:
        """A number without currency."""
        return rf"(?:(?:{DIGITS}(?:[\s-]+and\s+a\s+half)?(?:(?:[\s-]*){self.scale}){{0,2}})|{self.words})"

    @cached_property
    def money(self) -> str:
        """A number beside a currency."""
        short = rf"{one_of(self.numbers.abbreviated)}(?![\w'’])"
        return rf"(?:(?:{DIGITS}(?:[\s-]+and\s+a\s+half)?(?:(?:[\s-]*)(?:{self.scale}|{short})){{0,2}})|{self.words})"

    def value(self, text: str) -> float | int | None:
        """The plain number that the text tells, None for what is no number or larger than any that is counted."""
        told = self._value(text)
        return told if told is None or told < _LARGEST else None

    def _value(self, text: str) -> float | int | None:
        match = re.match(rf"(?i)({DIGITS})(.*)", text.strip(), re.DOTALL)
        if match:
            half = 0.5 if "half" in match[2].casefold() else 0
            return whole((_digits(match[1]) + half) * self._scaled(match[2]))
        return self._in_words(text)

    def _scaled(self, text: str) -> int:
        factor, known = 1, {**self.numbers.abbreviated, **self.numbers.scales}
        for part in re.findall(r"[a-z]+", text.casefold()):
            factor *= known.get(part, 1)
        return factor

    def _in_words(self, text: str) -> float | int | None:
        known = self.numbers
        total, current, seen = 0.0, 0.0, False
        for part in re.findall(r"[a-z]+", text.casefold()):
            if part in known.scales:
                factor = known.scales[part]
                current = (current or 1) * factor
                if factor >= 1000:
                    total, current = total + current, 0.0
                seen = True
            elif part in ("half", "quarter"):
                current += known.shares[part]
            elif part in known.words and part not in ("a", "an"):
                current, seen = current + known.words[part], True
        return whole(total + current) if seen else None


def _digits(text: str) -> float:
    text = re.sub(r"[\s\u00a0\u202f]", "", text)
    grouped = re.fullmatch(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?", text) or text.count(",") > 1
    return float(text.replace(",", "" if grouped else "."))


def whole(value: float) -> float | int:
    """The value to fifteen digits, as an int where it is one."""
    rounded = float(f"{value:.15g}")
    return int(rounded) if rounded.is_integer() and rounded < _LARGEST else rounded
