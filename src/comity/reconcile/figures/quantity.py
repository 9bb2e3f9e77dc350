"""What a figure counts: measure, way, period, currency, and the words around the number.

Only flows between states in a period are *series*: trade, exports, imports and investment in money, and
travellers in thousands, whom both sides count. There is one such number a year, so that two values for
one year contradict. Of companies, other people, projects and loans there are many at a time: two
different numbers are two things unless the words say otherwise.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cached_property, lru_cache

from comity.findings import Code, Figure
from comity.reconcile.wording import stem, stems
from comity.rounding import Value, change_of, value_of
from comity.terms import load
from comity.terms.currencies import Currencies
from comity.terms.states import States

# Money of a state in one year; investment is told by project as often as by year, so its words count, too.
SERIES = frozenset({"trade", "exports", "imports", "investment"})
FLOWS = frozenset({"trade", "exports", "imports"})
_REACH = 70
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# As in "since 2005", "over the past five years": a sum over years is no yearly number.
_CUMULATIVE = re.compile(
    r"(?i)\b(?:since\s+(?:\w+\s+)?(?:\d{4}|independence|the\s+(?:beginning|start|establishment))|cumulative(?:ly)?|accumulated|"
    r"to\s+date|in\s+(?:all|total)\s+since|(?:over|in|during|within|for)\s+(?:the\s+)?(?:past|last|previous)\s+"
    r"(?:\w+\s+)?(?:years|decades?)|over\s+(?:\w+\s+)?(?:years|decades?))\b"
)
_TRAVEL = re.compile(
    r"(?i)\b(?:touris|visit|holiday|travel|arriv|trips?\b|pilgrim|came\b|went\b|come\b|crossed\b|entered\b)"
)
# Below it stand single groups: the passengers of an aeroplane, the members of a delegation.
_FEWEST_TRAVELLERS = 1000
# Money put in stands "by the end of" a time; of trade the same words tell the year's result, and firms always stand.
_AS_OF = re.compile(r"(?i)\b(?:by|at|as\s+of)\s+(?:the\s+)?(?:end|beginning|close|start)\s+of\b|\bas\s+of\b")
_SENTENCE = re.compile(r"[;?!]|\.(?=\s|$)")
_GOODS_BEFORE = re.compile(
    r"(?i)\b(?![a-z]+(?:ed|ing)\b)([a-z]+)\s+(?:exports?|imports?|supplies|deliveries|shipments|trade|sales)\b"
)
_GOODS_AFTER = re.compile(
    r"(?i)\b(?:exports?|imports?|supplies|supply|deliver(?:y|ies)|shipments?|sales|purchases|trade|tonnes|tons|barrels|metres|meters|litres)"
    r"\s+(?:of|in)\s+((?:[a-z]+(?:,\s+|\s+and\s+|\s+))?[a-z]+)"
)
_LEFT_OUT = re.compile(r"(?i)\b(?:excluding|except|apart\s+from|not\s+counting|leaving\s+out|minus|without)\s+([a-z]+)")
_WORTH = re.compile(r"(?i)\b([a-z]+)\s+(?:(?:was|were)\s+)?worth\b")
# Words around "trade" and "exports" that tell no kind of goods.
_ALL_GOODS = frozenset(
    stem(word)
    for word in re.findall(
        r"\w+",
        """goods good products commodities merchandise mutual bilateral foreign total overall annual trade exports
        imports
        turnover two way external commercial commodity general its their our the of to and by in from a present direct
        yearly increase growth volume value worth rise year month january february march april may june july august
        september october november december period quarter half current actual global national dollars euros us both
        more less that this these those such exporting importing raise raising further neighbours islands crossed""",
    )
)


@dataclass(frozen=True, eq=False)
class Quantity:
    """What one figure counts.

    ``way`` is whence and whither where both are told, else all countries; ``period`` is in its shortest
    form; ``goods`` the stems of what alone is counted ("wheat"), empty for all; ``summed`` says that it
    is a sum over years, ``stock`` that it stands at the end of a time; ``growth`` is the change as a
    factor, and ``yearly`` whether it is from the year before; ``travel`` says that travellers are counted.
    Quantities are equal whatever their words.
    """

    measure: str
    way: tuple[Code, ...]
    directed: bool
    period: str | None
    unit: str | None
    status: str
    value: Value | None
    growth: Value | None
    yearly: bool
    goods: frozenset[str]
    summed: bool
    stock: bool
    travel: bool
    words: frozenset[str]

    @cached_property
    def name(self) -> str:
        """All but the words, as one text: its hash is reckoned once, where a tuple's is each time."""
        return repr([getattr(self, part.name) for part in fields(self) if part.name not in ("words", "goods")]) + repr(
            sorted(self.goods)
        )

    def __hash__(self) -> int:
        return hash(self.name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Quantity) and self.name == other.name

    @property
    def series(self) -> bool:
        """Whether there is one such number for its period."""
        money = self.value is None or self.unit in load().table(Currencies).currencies
        counted = self.status == "reported" and self.period is not None and not self.summed
        return counted and ((self.measure in SERIES and money) or self.travel)

    @property
    def told(self) -> Value | None:
        """The value, else the growth."""
        return self.value or self.growth


@lru_cache(maxsize=4096)
def quantity(figure: Figure) -> Quantity:
    """What the figure counts, as it and its evidence tell."""
    near = " ".join(_near(figure))
    directed = bool(figure.source and figure.target)
    period = shortest(figure.period)
    return Quantity(
        measure=figure.measure,
        way=(figure.source or "", figure.target or "") if directed else figure.countries,
        directed=directed,
        period=period,
        unit=figure.unit if figure.value is not None else None,
        status=figure.status,
        value=value_of(figure),
        growth=change_of(figure.change) if figure.change else None,
        yearly=figure.change is not None and _is_yearly(figure, period),
        goods=_goods(figure, near),
        words=stems(" ".join(figure.evidence), names=False),
        summed=figure.status == "reported" and bool(_CUMULATIVE.search(near)),
        travel=_is_travel(figure, period, near),
        stock=figure.measure in ("investment", "finance") and bool(_AS_OF.search(near)),
    )


def shortest(period: str | None) -> str | None:
    """A period in its shortest form: "2023-01/2023-12" and "2023-01-01/2023-12-31" are "2023"."""
    if period is None or "/" not in period:
        return period
    first, last = period.split("/")
    if first == last:
        return first
    if len(first) == len(last) == 10 and first.endswith("-01") and int(last[8:]) == _days(last):
        return shortest(f"{first[:7]}/{last[:7]}")
    whole = first[:4] == last[:4] and first[4:] == "-01" and last[4:] == "-12"
    return first[:4] if whole else period


def year_before(period: str) -> str:
    """The same period a year earlier: "2023-01/2023-11" -> "2022-01/2022-11"."""
    return re.sub(r"(?<![\d-])\d{4}", lambda match: f"{max(int(match[0]) - 1, 0):04}", period)


def months(period: str) -> tuple[str, str]:
    """The first and last month of a period: "2023" -> ("2023-01", "2023-12")."""
    first, _, last = period.partition("/")
    last = last or first
    return (first if len(first) > 4 else f"{first}-01")[:7], (last if len(last) > 4 else f"{last}-12")[:7]


def _days(day: str) -> int:
    return monthrange(int(day[:4]), int(day[5:7]))[1] if "01" <= day[5:7] <= "12" and day[:4] > "0000" else 0


def _near(figure: Figure) -> Iterator[str]:
    """The words around the number: all evidence where the number is not found in digits."""
    wanted = f"{abs(figure.value or 0):.15e}".partition("e")[0].replace(".", "").strip("0")
    for evidence in figure.evidence:
        at = next((m for m in _NUMBER.finditer(evidence) if wanted and _same_digits(m[0], wanted)), None)
        if at is None:
            yield evidence
            continue
        first = max(0, at.start() - _REACH)
        reached = evidence[first : at.start()].partition(" ")[2] if first else evidence[: at.start()]
        before = _SENTENCE.split(reached)[-1]
        yield before + at[0] + _SENTENCE.split(evidence[at.end() : at.end() + _REACH])[0]


def _same_digits(text: str, wanted: str) -> bool:
    return text.replace(".", "").replace(",", "").strip("0") == wanted


def _goods(figure: Figure, near: str) -> frozenset[str]:
    """What alone is counted: the goods named beside exports, supplies and tonnes, none for all goods."""
    if figure.measure not in FLOWS:
        return frozenset()
    # All trade, too, "is worth" something; what is exported is named so alone.
    patterns = (_GOODS_BEFORE, _GOODS_AFTER, _LEFT_OUT, *(() if figure.measure == "trade" else (_WORTH,)))
    lowered = (match[1] for pattern in patterns for match in pattern.finditer(near))
    words = (word for found in lowered if not _is_name(found, near) for word in re.findall(r"[a-z]+", found.lower()))
    return frozenset(stem(word) for word in words if len(word) > 2 and stem(word) not in _ALL_GOODS and stems(word))


def _is_travel(figure: Figure, period: str | None, near: str) -> bool:
    """Whether a figure counts travellers over a month or more."""
    many = figure.measure == "people" and (figure.value or 0) >= _FEWEST_TRAVELLERS
    return many and period is not None and len(period.partition("/")[0]) < 10 and bool(_TRAVEL.search(near))


def _is_name(words: str, near: str) -> bool:
    """Whether words in capitals are a name and not merely what opens the sentence."""
    return not words.islower() and (not near.startswith(words) or words in load().table(States).senses)


def _is_yearly(figure: Figure, period: str | None) -> bool:
    """Whether a change is from the year before: no other year or longer time is named to count from."""
    text = " ".join(_near(figure))
    if period is None or _CUMULATIVE.search(text) or re.search(r"(?i)\bdecade|\bday\b|\bquarter", text):
        return False
    known = {months(period)[0][:4], months(period)[1][:4], months(year_before(period))[0][:4]}
    return all(
        year in known for year in re.findall(r"(?:since|than in|compared (?:to|with)|against|from)\s+(\d{4})", text)
    )
