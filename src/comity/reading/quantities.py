"""How much: every number of a report with its unit, bound, growth and counted noun."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from spacy.tokens import Doc

from comity.findings import Bound, Change
from comity.reading import growth
from comity.reading.amounts import Amount, amounts
from comity.reading.mentions import Page, Quantity, When, Who
from comity.reading.nouns import Nouns
from comity.reading.numerals import one_of, whole
from comity.terms import Terms
from comity.terms.measures import Measures


@dataclass(frozen=True)
class _Kit:
    """The words of bounds as patterns."""

    measures: Measures

    @cached_property
    def before(self) -> tuple[tuple[re.Pattern[str], Bound], ...]:
        bounds = self.measures.bounds
        told: tuple[tuple[list[str], Bound], ...] = (
            (bounds.over, "over"),
            (bounds.under, "under"),
            (bounds.about, "about"),
        )
        filler = r"(?:\s+(?:a|an|the|total\s+of|total|sum\s+of|another|mark\s+of|level\s+of|record))*"
        return tuple((re.compile(rf"(?i)(?<!\w)({one_of(words)}){filler}\s*$"), bound) for words, bound in told)

    @cached_property
    def behind(self) -> tuple[tuple[re.Pattern[str], Bound], ...]:
        bounds = self.measures.bounds
        told: tuple[tuple[list[str], Bound], ...] = (
            (bounds.over_after, "over"), (bounds.under_after, "under"), (bounds.about_after, "about"),
        )  # fmt: skip
        return tuple((re.compile(rf"(?i)\s*{one_of(words)}(?!\w)"), bound) for words, bound in told)

    @cached_property
    def idle_before(self) -> re.Pattern[str]:
        return re.compile(rf"(?i)\b{one_of(self.measures.bounds.idle_before)}\s*$")

    @cached_property
    def idle(self) -> frozenset[str]:
        return frozenset(self.measures.idle.nouns)


@cache
def _kit(terms: Terms) -> _Kit:
    return _Kit(terms.table(Measures))


def read(page: Page, who: Who, when: When) -> tuple[Quantity, ...]:
    """All quantities, in order; a change is joined to its level, or stands alone with a value of None.

    An amount that is told again in another currency ("$5m (€4.6m)") is one quantity, as told first.
    """
    nouns = Nouns(page, who, when)
    told = _leaning(nouns, _told_once(page, amounts(page, who, when)))
    shifts = [shift for amount in told if (shift := growth.shift(page, amount))]
    changing = {shift.start for shift in shifts}
    plain = (a for a in told if a.start not in changing and a.kind != "times")
    levels = [(amount, nouns.of(amount)) for amount in plain if not _list_number(page, amount)]
    levels = [(amount, noun) for amount, noun in _elliptic(page, levels) if _counts(page, amount, noun)]
    joined, alone = _joined(page, shifts, [amount for amount, _ in levels])
    found = [*(_quantity(page, a, noun, joined.get(a.start)) for a, noun in levels), *(_lone(page, s) for s in alone)]
    return tuple(sorted(found, key=lambda q: q.start))


def _elliptic(page: Page, levels: Sequence[tuple[Amount, int | None]]) -> Iterator[tuple[Amount, int | None]]:
    """As in "150 quotas, including 40 in engineering": a bare number takes the noun counted before."""
    last: int | None = None
    for amount, noun in levels:
        counted = noun
        if last is not None and amount.kind == "bare" and amount.value > 2 and _lacks_noun(page, amount, noun):
            apart = page.sentence_numbers[amount.start] - page.sentence_numbers[last]
            counted = last if apart == 0 or (apart == 1 and _of_them(page, amount)) else noun
        last = counted if amount.kind == "bare" and counted is not None else last
        yield amount, counted


def _lacks_noun(page: Page, amount: Amount, noun: int | None) -> bool:
    return noun is None or noun < amount.start or page.doc[noun].lemma_ in ("one", "ones")


def _of_them(page: Page, amount: Amount) -> bool:
    return " ".join(t.lower_ for t in page.doc[amount.end : amount.end + 2]) in ("of them", "of these", "of those")


def _counts(page: Page, amount: Amount, noun: int | None) -> bool:
    """Whether a number counts or measures anything: not two sides, three days, or a number by itself."""
    if amount.kind != "bare":
        return True
    return noun is not None and amount.value > 0 and page.doc[noun].lemma_.lower() not in _kit(page.terms).idle


def _joined(
    page: Page, shifts: Sequence[growth.Shift], levels: Sequence[Amount]
) -> tuple[dict[int, Change], list[growth.Shift]]:
    """Changes by the start of their level, and those without a level."""
    numbers = page.sentence_numbers
    here: dict[int, list[Amount]] = {}
    for amount in levels:
        if amount.kind != "share":
            here.setdefault(numbers[amount.start], []).append(amount)
    joined: dict[int, Change] = {}
    alone = []
    for shift in shifts:
        free = [a for a in here.get(numbers[shift.start], ()) if a.start not in joined]
        level = growth.level_of(page, shift, free)
        if level:
            joined[level.start] = shift.change
        else:
            alone.append(shift)
    return joined, alone


_SAME = r"(?:or|that is|equivalent to|equal to|i\.e\.|/|=)"
_ROUGHLY = r"(?:about|around|some|approximately|approx\.?|nearly|over|more than|roughly|an estimated)"
_BRACKET = re.compile(rf"(?i)[(\[]\s*(?:{_SAME}|{_ROUGHLY}|~|≈|[,\s])*")
_ASIDE = re.compile(rf"(?i),?\s*{_SAME}(?:\s*{_ROUGHLY})*")


def _told_once(page: Page, told: Sequence[Amount]) -> list[Amount]:
    """Without the amounts that repeat the one before in another currency."""
    kept: list[Amount] = []
    last: Amount | None = None
    for amount in told:
        if not (last and last.kind == amount.kind == "money" and _repeats(page.doc, last, amount)):
            kept.append(amount)
        last = amount
    return kept


def _repeats(doc: Doc, first: Amount, second: Amount) -> bool:
    between = doc[first.end : second.start].text.strip()
    return first.unit != second.unit and bool(_BRACKET.fullmatch(between) or _ASIDE.fullmatch(between))


def _leaning(nouns: Nouns, told: Sequence[Amount]) -> list[Amount]:
    """Numbers without a unit take that of the number they stand with.

    "From 30 to 10 dollars", "8-10 million euros" lean forward; "$11 billion, compared with 7 billion" back.
    """
    found: list[Amount] = []
    for at, amount in enumerate(told):
        leaned = amount
        if amount.kind == "bare":
            leaned = _forward(nouns, amount, told[at + 1 : at + 2]) or _back(nouns, amount, found) or amount
        found.append(leaned)
    return found


_JOINING = frozenset(
    ("to", "and", "or", "-", "–", "—", "in", "from", "against", "compared", "with", "about", "some", "as", ",", "the")
)


def _forward(nouns: Nouns, amount: Amount, following: Sequence[Amount]) -> Amount | None:
    """The unit, and scale, of the next amount where nothing but a time or a comparison parts them."""
    for other in following:
        between = nouns.untimed(amount.end, other.start)
        near = len(between) <= 6 and {t.lower_ for t in between} <= _JOINING
        if other.kind in ("money", "unit", "share") and near and amount.end < other.start:
            scale = 1000 ** int(math.log(other.value, 1000)) if other.value >= 1000 and amount.value < 1000 else 1
            value = whole(amount.value * (scale if other.scaled and not amount.scaled else 1))
            return replace(amount, value=value, unit=other.unit, kind=other.kind)
    return None


_LOOKED_BACK = 8


def _back(nouns: Nouns, amount: Amount, before: Sequence[Amount]) -> Amount | None:
    """The unit of the amount told before: of money for large sums, of any like amount in the sentence."""
    numbers = nouns.page.sentence_numbers
    if nouns.behind(amount) is not None:
        return None
    big = amount.scaled and amount.value >= 10_000
    for other in reversed(before[-_LOOKED_BACK:]):
        away = numbers[amount.start] - numbers[other.start]
        alike = away == 0 and other.value > 0 and 0.02 < amount.value / other.value < 50
        if (other.kind == "money" and big and away <= 3) or (other.kind in ("money", "unit") and alike):
            return replace(amount, unit=other.unit, kind=other.kind)
    return None


def _list_number(page: Page, amount: Amount) -> bool:
    """As in "1." or "2)" at the head of a sentence."""
    sentence = page.sentence_of(amount.start)
    behind = page.doc[amount.end].text if amount.end < len(page.doc) else ""
    return amount.kind == "bare" and amount.start == sentence.start and behind in (".", ")") and amount.value < 100


def _quantity(page: Page, amount: Amount, noun: int | None, change: Change | None) -> Quantity:
    unit = "count" if amount.kind == "bare" else amount.unit
    return Quantity(amount.start, amount.end, amount.value, unit, bound(page, amount.start, amount.end), change, noun)


def _lone(page: Page, shift: growth.Shift) -> Quantity:
    return Quantity(shift.start, shift.end, None, None, bound(page, shift.start, shift.end), shift.change, None)


def bound(page: Page, start: int, end: int) -> Bound:
    """The bound that the words right before or behind the number at tokens [start, end) tell."""
    kit, doc, text = _kit(page.terms), page.doc, page.report.text
    sentence = page.sentence_of(start)
    left = text[max(sentence.start_char, doc[start].idx - 40) : doc[start].idx]
    after = doc[end - 1].idx + len(doc[end - 1])
    right = text[after : after + 20]
    told = [(match.start(), b) for pattern, b in kit.before if (match := pattern.search(left))]
    told = [(at, b) for at, b in told if not kit.idle_before.search(left[:at])]
    if told:
        return min(told)[1]
    return next((b for pattern, b in kit.behind if pattern.match(right)), "exact")
