"""What speaks against a number being a figure of the relation: casualties, durations, domestic statistics.

Policy as a table: each doubt says how much it takes from the confidence (0 to 1); the gravest counts.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Span

from comity.reading.mentions import Page, Quantity, Who
from comity.terms.measures import Measures, MeasureWords


@dataclass(frozen=True, slots=True)
class Relation:
    """How much a report speaks of its relation: sentences that name both states ``together``, and how
    many of the two have an official ``acting``."""

    together: int
    acting: int

    @classmethod
    def of(cls, page: Page, who: Who) -> "Relation":
        """The relation of a report."""
        pair = set(who.pair)
        together = sum(len(pair & set(who.codes_in(s.start, s.end))) >= 2 for s in page.sentences)
        return cls(together, len({m.person.country for m in who.people if m.person.office} & pair))


@dataclass(frozen=True, slots=True)
class _Case:
    """A quantity in its sentence."""

    page: Page
    who: Who
    quantity: Quantity
    measure: str
    relation: Relation

    @property
    def words(self) -> MeasureWords:
        """The lists of words that doubts ask for."""
        return self.page.terms.table(Measures).lists

    @property
    def sentence(self) -> Span:
        """The quantity's sentence."""
        return self.page.sentence_of(self.quantity.start)

    def near(self, words: int) -> Span:
        """So many words on either side, within the sentence."""
        sentence = self.sentence
        return self.page.doc[
            max(sentence.start, self.quantity.start - words) : min(sentence.end, self.quantity.end + words)
        ]


def _casualties(case: _Case) -> float:
    """Killed, wounded, dead: no figure."""
    if case.measure != "people":
        return 0.0
    return 0.9 if any(t.lemma_.lower() in case.words.dead or t.lower_ in case.words.dead for t in case.near(6)) else 0.0


def _duration(case: _Case) -> float:
    """Years, days, hours, lengths: the frame, not the figure; but a line between two states has its length."""
    unit = case.quantity.unit.split()[0] if case.quantity.unit else ""
    if unit == "kilometres" and any(t.lemma_.lower() in case.words.lines for t in case.near(6)):
        return 0.3
    return 0.9 if unit in case.words.frame_units else 0.0


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
    """A country's own economy, or its population."""
    near = {t.lemma_.lower() for t in case.near(6)}
    if case.measure == "people":
        return 0.7 if near & {"population", "inhabitant"} else 0.0
    if case.measure == "finance":
        return 0.5 if near & (case.words.at_home - {"bank", "budget", "reserve"}) else 0.0
    return 0.5 if near & case.words.at_home and case.measure == "other" else 0.0


def _share(case: _Case) -> float:
    """A share is a figure where it is one of trade, of a duty, of a flow; an interest rate is none."""
    if case.quantity.unit != "percent":
        return 0.0
    near = {t.lemma_.lower() for t in case.near(7)}
    if near & case.words.rates or case.measure == "finance":
        return 0.8
    told_in_words = (
        case.page.doc[case.quantity.end - 1].pos_ in ("NOUN", "ADJ") and not case.page.doc[case.quantity.start].like_num
    )
    if near & case.words.traded:
        return 0.45 if told_in_words else 0.15
    return 0.8 if told_in_words else 0.6


def _bare_measure(case: _Case) -> float:
    """Tonnes, megawatts or cubic metres of which nothing says that they are sold, given or carried across."""
    if (
        case.measure != "other"
        or case.quantity.unit in (None, "count", "percent")
        or len(case.quantity.unit or "") == 3
    ):
        return 0.0
    near = {t.lemma_.lower() for t in case.near(8)}
    return 0.0 if near & case.words.moved else 0.55


def _lone_growth(case: _Case) -> float:
    """Growth of prices, or of nobody knows what."""
    if case.quantity.value is not None:
        return 0.0
    near = {t.lemma_.lower() for t in case.near(8)}
    if near & (case.words.rates - {"growth"}):
        return 0.8
    return 0.0 if case.measure in ("trade", "exports", "imports", "investment") else 0.7


def _in_passing(case: _Case) -> float:
    """A report that hardly ever names both states together, or no official of both, is about something else.

    Of the annotated reports that hold nothing, nine in ten name both states in no more than one sentence,
    and all but one give no official to one of them; of the others, one in twenty-five and one in eight.
    """
    together = case.relation.together
    here = len(set(case.who.codes_in(case.sentence.start, case.sentence.end))) >= 2
    if together > 2 or together >= 0.4 * len(case.page.sentences):
        return 0.0
    strangers = (0.5, 0.35, 0.0)[case.relation.acting]
    apart = (0.5, 0.35, 0.1)[together]
    doubt = min(0.95, strangers + apart + (0.0 if here else 0.3))
    return doubt / 2 if case.measure == "trade" else doubt


def _in_battle(case: _Case) -> float:
    """Things shot, burnt or sunk, and people in the midst of it, are seldom counted as a relation's."""
    if case.quantity.unit != "count" or case.measure not in ("other", "people"):
        return 0.0
    fought = any(t.lemma_.lower() in case.words.fighting for t in case.near(10))
    return fought * (0.6 if case.measure == "other" else 0.25)


def _out_of_danger(case: _Case) -> float:
    """People brought out of fighting or fire are those of one place; a state's citizens come home from another."""
    noun = case.quantity.noun
    own = noun is not None and case.page.doc[noun].lemma_.lower() in ("citizen", "national", "compatriot")
    if case.measure != "people" or own:
        return 0.0
    return 0.9 if any(t.lemma_.lower() in case.words.fleeing for t in case.near(6)) else 0.0


def _vague(case: _Case) -> float:
    """A count of things in a sentence that names no two states is seldom one of the relation."""
    here = len(set(case.who.codes_in(case.sentence.start, case.sentence.end))) >= 2
    return 0.5 if case.measure == "other" and case.quantity.unit == "count" and not here else 0.0


DOUBTS: tuple[Callable[[_Case], float], ...] = (
    _casualties, _duration, _no_relation, _small_count, _at_home,
    _share, _bare_measure, _lone_growth, _in_passing, _in_battle, _out_of_danger, _vague,
)  # fmt: skip


def doubt(page: Page, who: Who, quantity: Quantity, measure: str, relation: Relation) -> float:
    """All doubts together, 0 for none: each leaves its share of what the others left."""
    case = _Case(page, who, quantity, measure, relation)
    return 1 - math.prod(1 - one(case) for one in DOUBTS)
