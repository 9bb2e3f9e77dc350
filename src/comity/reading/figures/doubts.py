"""What speaks against a number being a figure of the relation: casualties, durations, domestic statistics.

Policy as a table: each doubt says how much it takes from the confidence (0 to 1); the gravest counts.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Span

from comity.reading.mentions import Page, Quantity, Who

_DEAD = frozenset("kill killed die died dead death casualty wound wounded injure injured victim lose perish behead drown crash".split())
_IDLE_UNITS = frozenset("years days hours minutes metres miles seconds kilometres".split())
_HOME = frozenset("gdp inflation unemployment population budget salary wage ticket seat vote election reserve bank rate".split())


@dataclass(frozen=True, slots=True)
class _Case:
    """A quantity in its sentence."""

    page: Page
    who: Who
    quantity: Quantity
    measure: str

    @property
    def sentence(self) -> Span:
        """The quantity's sentence."""
        return self.page.sentence_of(self.quantity.start)

    def near(self, words: int) -> Span:
        """So many words on either side, within the sentence."""
        sentence = self.sentence
        return self.page.doc[max(sentence.start, self.quantity.start - words) : min(sentence.end, self.quantity.end + words)]


def _casualties(case: _Case) -> float:
    """Killed, wounded, dead: no figure."""
    if case.measure != "people":
        return 0.0
    return 0.9 if any(t.lemma_.lower() in _DEAD or t.lower_ in _DEAD for t in case.near(6)) else 0.0


_LINES = frozenset("line railway pipeline road section stretch highway motorway border cable canal corridor tunnel".split())


def _duration(case: _Case) -> float:
    """Years, days, hours, lengths: the frame, not the figure; but a line between two states has its length."""
    unit = case.quantity.unit.split()[0] if case.quantity.unit else ""
    if unit == "kilometres" and any(t.lemma_.lower() in _LINES for t in case.near(6)):
        return 0.3
    return 0.9 if unit in _IDLE_UNITS else 0.0


def _no_relation(case: _Case) -> float:
    """A report without a relation, or a sentence that names no state of it."""
    return 0.9 if not case.who.pair and len(case.who.codes_in(case.sentence.start, case.sentence.end)) < 2 else 0.0


def _small_count(case: _Case) -> float:
    """One or two of anything, or "the three", is hardly a statistic."""
    if case.quantity.unit != "count" or (case.quantity.value or 0) > 4:
        return 0.0
    before = case.page.doc[case.quantity.start - 1].lower_ if case.quantity.start else ""
    definite = before in ("the", "these", "those", "both", "all", "their", "his", "its")
    return 0.7 if definite else 0.45 * ((case.quantity.value or 0) < 3)


def _at_home(case: _Case) -> float:
    """A country's own economy."""
    return 0.5 if any(t.lemma_.lower() in _HOME for t in case.near(6)) and case.measure in ("other", "finance") else 0.0


_TRADED = frozenset("duty tariff export import trade supply foreign share gas oil electricity good turnover investment stake capital".split())
_RATES = frozenset("interest inflation rate point maturity grace growth poll turnout vote price wage".split())


def _share(case: _Case) -> float:
    """A share is a figure where it is one of trade, of a duty, of a flow; an interest rate is none."""
    if case.quantity.unit != "percent":
        return 0.0
    near = {t.lemma_.lower() for t in case.near(7)}
    if near & _RATES:
        return 0.8
    told_in_words = case.page.doc[case.quantity.end - 1].pos_ in ("NOUN", "ADJ") and not case.page.doc[case.quantity.start].like_num
    if near & _TRADED:
        return 0.45 if told_in_words else 0.0
    return 0.75 if told_in_words else 0.5


def _lone_growth(case: _Case) -> float:
    """Growth of prices, or of nobody knows what."""
    if case.quantity.value is not None:
        return 0.0
    near = {t.lemma_.lower() for t in case.near(8)}
    return 0.8 if near & (_RATES - {"growth"}) or not near & _TRADED else 0.0


def _in_passing(case: _Case) -> float:
    """A report that hardly ever names both states of its relation together is about something else.

    Of the annotated reports that hold nothing, nine in ten do so in no or one sentence, of the others one in
    twenty-five.
    """
    pair = set(case.who.pair)
    together = sum(len(pair & set(case.who.codes_in(s.start, s.end))) >= 2 for s in case.page.sentences)
    here = len(set(case.who.codes_in(case.sentence.start, case.sentence.end))) >= 2
    if together < 2:
        return 0.4 if here else 0.9
    return 0.35 if together == 2 and not here else 0.0


def _vague(case: _Case) -> float:
    """A count of things in a sentence that names no two states is seldom one of the relation."""
    here = len(set(case.who.codes_in(case.sentence.start, case.sentence.end))) >= 2
    return 0.5 if case.measure == "other" and case.quantity.unit == "count" and not here else 0.0


DOUBTS: tuple[Callable[[_Case], float], ...] = (
    _casualties, _duration, _no_relation, _small_count, _at_home, _share, _lone_growth, _in_passing, _vague,
)  # fmt: skip


def doubt(page: Page, who: Who, quantity: Quantity, measure: str) -> float:
    """All doubts together, 0 for none: each leaves its share of what the others left."""
    case = _Case(page, who, quantity, measure)
    return 1 - math.prod(1 - one(case) for one in DOUBTS)
