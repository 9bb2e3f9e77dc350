"""Growth and fall: which shares and factors tell a change, which way, and of which level.

"Grew by 23.1% to reach 53 million", "2.4 times more than", "down 12 percent", "(+1.4%)".
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal

from spacy.tokens import Doc, Span

from comity.findings import Change
from comity.reading.amounts import Amount
from comity.reading.mentions import Page
from comity.reading.numerals import one_of
from comity.terms import Terms
from comity.terms.measures import Measures

Way = Literal["up", "down"]
_COMPARING = frozenset(
    [
        "more",
        "less",
        "higher",
        "lower",
        "fewer",
        "above",
        "below",
        "greater",
        "larger",
        "smaller",
        "bigger",
        "up",
        "down",
    ]
)


@dataclass(frozen=True)
class _Kit:
    """The words of growth as patterns."""

    measures: Measures

    @cached_property
    def ways(self) -> dict[str, Way]:
        growth = self.measures.growth
        return {**dict.fromkeys(growth.up, "up"), **dict.fromkeys(growth.down, "down")}

    @cached_property
    def _any(self) -> str:
        return one_of(self.ways)

    @cached_property
    def bounds(self) -> str:
        b = self.measures.bounds
        return rf"(?:(?:{one_of([*b.over, *b.under, *b.about, *self.measures.growth.emphasis])})\s+)*"

    @cached_property
    def before(self) -> re.Pattern[str]:
        """As in "Grew by almost", "an increase of", "up", "plus" right before the number."""
        between = rf"(?:\s+{one_of(self.measures.growth.manner)})?"
        within = r"(?:\s+(?:in|over|during|since|for|from)\s+[^,;.]{1,40}?)?"
        return re.compile(
            rf"(?i)(?<!\w)(?P<way>{self._any}){between}{within}(?:\s+(?:by|of|at|reaching|is|was))?\s+{self.bounds}$"
        )

    @cached_property
    def behind(self) -> re.Pattern[str]:
        """As in "More than", "increase", "below the level" right behind the number."""
        return re.compile(
            rf"(?i)[\s-]*(?:\([^)]*\)\s*)?(?:year[- ]on[- ]year\s+|annual\s+|as\s+)?"
            rf"(?P<way>{self._any}|much|many|high|large|the\s+(?:figure|amount|level|bill|number|volume|value))(?!\w)"
        )

    @cached_property
    def signed(self) -> re.Pattern[str]:
        return re.compile(r"(?:(?<=[\s(])|^)(?P<sign>[+−–-])\s?$")


@cache
def _kit(terms: Terms) -> _Kit:
    return _Kit(terms.table(Measures))


@dataclass(frozen=True, slots=True)
class Shift:
    """A change told at tokens [start, end), with its way; ``verb`` is the position of its word, if any."""

    start: int
    end: int
    change: Change
    verb: int | None


def shift(page: Page, amount: Amount) -> Shift | None:
    """The change that a share or factor tells, or None where it is a part or a rate."""
    if amount.kind not in ("share", "times"):
        return None
    kit, doc, text = _kit(page.terms), page.doc, page.report.text
    sentence = page.sentence_of(amount.start)
    left = text[sentence.start_char : doc[amount.start].idx]
    right = text[doc[amount.end - 1].idx + len(doc[amount.end - 1]) : sentence.end_char]
    found = _way(kit, left, right, amount, _told_as(doc, amount))
    if found is None:
        return None
    way, place = found
    unit: Literal["percent", "times"] = "percent" if amount.kind == "share" else "times"
    verb = _token_at(doc, sentence.start_char + place) if place is not None else None
    return Shift(amount.start, amount.end, Change(value=amount.value, unit=unit, direction=way), verb)


def _way(kit: _Kit, left: str, right: str, amount: Amount, word: str) -> tuple[Way, int | None] | None:
    signed = kit.signed.search(left + _sign_inside(word))
    if signed and amount.kind == "share" and (left[: signed.start()].rstrip().endswith("(") or signed["sign"] == "+"):
        return ("up" if signed["sign"] == "+" else "down"), None
    before = kit.before.search(left[-90:])
    if before and not _made_up(before, left):
        return kit.ways[before["way"].casefold()], max(0, len(left) - 90) + before.start("way")
    behind = kit.behind.match(right)
    if behind:
        return kit.ways.get(behind["way"].casefold(), "up"), None
    # A factor in one word ("doubled", "threefold") tells its growth by itself; "met three times",
    # "twice a week", "double taxation" none.
    alone = (
        amount.kind == "times"
        and amount.end - amount.start == 1
        and not re.match(r"(?i)\s+(?:a|per|weekly|daily|taxation|tax|\w+ity)\b", right)
    )
    return ("up", None) if alone and word not in ("twice", "thrice", "double", "triple") else None


def _told_as(doc: Doc, amount: Amount) -> str:
    """The amount's first word; a verb with an object's place ("to double trade") in its own form."""
    token = doc[amount.start]
    return f"to {token.lower_}" if token.pos_ == "VERB" else str(token.lower_)


def _sign_inside(word: str) -> str:
    """The sign that the tokenizer left on the number."""
    return word[0] if word[0] in "+−–-" else ""


def _made_up(match: re.Match[str], left: str) -> bool:
    """As in "Rose to", "make up", "set up" tell no change."""
    head = left[-90:][: match.start()]
    verb = re.search(r"(?i)\b(?:ma[dk]es?|making|set|sets|put|takes?|took|adds|added|brings?|brought)\s+$", head)
    return bool(re.search(r"(?i)\bto\s+$", match[0])) or (match["way"].casefold() == "up" and verb is not None)


def _token_at(doc: Doc, char: int) -> int | None:
    span = doc.char_span(char, char + 1, alignment_mode="expand")
    return span.start if span is not None else None


@dataclass(frozen=True, slots=True)
class _Pair:
    """A change and a level of its sentence."""

    shift: Shift
    level: Amount
    doc: Doc
    reaching: frozenset[str]

    @property
    def between(self) -> Span:
        """The words between them."""
        if self.level.start >= self.shift.end:
            return self.doc[self.shift.end : self.level.start]
        return self.doc[self.level.end : self.shift.start]

    @property
    def follows(self) -> bool:
        """Whether the level stands behind the change."""
        return self.level.start >= self.shift.end


def _distance(pair: _Pair) -> float:
    """Words between them."""
    return len(pair.between) * 0.5


def _no_goal(pair: _Pair) -> float:
    """A level behind the change without "to", "and reached", or a verb of reaching is another matter."""
    if not pair.follows:
        return 0.0
    words = {t.lower_ for t in pair.between}
    goal = words & pair.reaching or (pair.between.text.strip(" -–—") in ("", ",") and pair.level.kind == "money")
    return 0.0 if goal else 6.0


_BASES = frozenset(["than", "against", "from", "versus", "with", "vs", "below", "of"])


def _compared(pair: _Pair) -> float:
    """A level right behind "compared with", "against", "from" is the base, not what grew."""
    before = [t.lower_ for t in pair.doc[max(0, pair.level.start - 3) : pair.level.start]]
    led = [w for w in before if w in _BASES or w in ("to", "reached", "at")]
    return 8.0 if (led and led[-1] in _BASES - {"of", "with"}) or "compared" in before else 0.0


def _new_subject(pair: _Pair) -> float:
    """A verb of growth with a subject of its own between level and change speaks of something else."""
    if pair.follows or pair.shift.verb is None:
        return 0.0
    verb = pair.doc[pair.shift.verb]
    subjects = [c for c in verb.children if c.dep_.startswith("nsubj")]
    own = [c for c in subjects if c.i >= pair.level.end and c.lower_ not in ("which", "that", "it", "this")]
    return 12.0 if own else 0.0


def _contrast(pair: _Pair) -> float:
    """As in "But", "while", "whereas", a semicolon between them."""
    return 8.0 * any(t.lower_ in ("but", "while", "whereas", ";", "yet") for t in pair.between)


def _other_percent(pair: _Pair) -> float:
    """A count of days or a rate has hardly a growth of its own."""
    return 4.0 * (pair.level.unit in ("days", "years", "hours", "minutes"))


CLUES: tuple[Callable[[_Pair], float], ...] = (
    _distance, _no_goal, _compared, _new_subject, _contrast, _other_percent,
)  # fmt: skip
_FARTHEST = 9.0


def level_of(page: Page, told: Shift, levels: Sequence[Amount]) -> Amount | None:
    """The level that grew or fell, of those in the change's sentence; None where the change stands alone."""
    sentence = page.sentence_of(told.start)
    reaching = page.terms.table(Measures).lists.reaching
    pairs = [_Pair(told, level, page.doc, reaching) for level in levels if sentence.start <= level.start < sentence.end]
    strained = [(sum(clue(pair) for clue in CLUES), pair.level.start, pair.level) for pair in pairs]
    best = min(strained, default=None, key=lambda row: row[:2])
    return best[2] if best and best[0] <= _FARTHEST else None
