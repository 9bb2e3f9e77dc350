"""What a quantity measures: told by the counted noun, else by the words around the number.

Each cue word speaks for its measure, the nearer the louder; the factors below say what weakens it.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from spacy.tokens import Span, Token

from comity.reading.mentions import Page, Quantity
from comity.terms import Terms
from comity.terms.measures import Measures, MeasureWords

FLOWS = ("exports", "imports")
SOLD = frozenset(("export", "import", "sell", "sale", "buy", "purchase", "market"))


@dataclass(frozen=True)
class Lexicon:
    """The measures' words as lookups from lemma or form."""

    measures: Measures

    @cached_property
    def counted(self) -> dict[str, str]:
        """Measure by counted noun."""
        return {word: measure for measure, words in self.measures.counted.items() for word in words}

    @cached_property
    def cues(self) -> dict[str, tuple[str, float]]:
        """Measure and weight by cue word."""
        hints = {w: (m, 0.5) for m, words in self.measures.hints.items() for w in words}
        return {**hints, **{w: (m, 1.0) for m, words in self.measures.cues.items() for w in words}}


@cache
def lexicon(terms: Terms) -> Lexicon:
    """The lexicon of a vocabulary, made once."""
    return Lexicon(terms.table(Measures))


@dataclass(frozen=True, slots=True)
class _Cue:
    """A cue word and the quantity that it may be about."""

    token: Token
    measure: str
    quantity: Quantity
    others: tuple[Quantity, ...]

    @property
    def between(self) -> Span:
        """The words between cue and number."""
        q = self.quantity
        doc = self.token.doc
        return doc[self.token.i + 1 : q.start] if self.token.i < q.start else doc[q.end : self.token.i]


def _near(cue: _Cue) -> float:
    """Half as loud at five words."""
    return math.exp(-len(cue.between) / 10)


def _past_another(cue: _Cue) -> float:
    """Another number in between takes it."""
    first, last = sorted((cue.token.i, cue.quantity.start))
    return 0.35 if any(first < other.start < last for other in cue.others) else 1.0


def _across(cue: _Cue) -> float:
    """A new clause in between."""
    broken = any(
        t.text in (";", ":") or t.lower_ in ("while", "whereas", "but", "although", "whom") for t in cue.between
    )
    return 0.5 if broken else 1.0


def _behind(cue: _Cue) -> float:
    """A word behind the number speaks for it only right behind, or after "in", "of", "worth of"."""
    if cue.token.i < cue.quantity.start or len(cue.between) <= 3:
        return 1.0
    return 0.6


def _above(cue: _Cue) -> float:
    """The word that the number hangs on."""
    number = cue.token.doc[cue.quantity.end - 1]
    return 1.6 if cue.token in number.ancestors else 1.0


def _subject(cue: _Cue) -> float:
    """The subject of the number's verb: "exports to the island rose to $4 billion"."""
    number = cue.token.doc[cue.quantity.end - 1]
    subject = cue.token.dep_.startswith("nsubj") and cue.token.head in number.ancestors
    return 1.8 if subject else 1.0


FACTORS: tuple[Callable[[_Cue], float], ...] = (_near, _past_another, _across, _behind, _above, _subject)


def scores(page: Page, quantity: Quantity, others: tuple[Quantity, ...]) -> dict[str, float]:
    """How loudly the words of the sentence speak for each measure."""
    sentence = page.sentence_of(quantity.start)
    told: dict[str, float] = {}
    for token, measure, weight in _cues(page, sentence, quantity):
        cue = _Cue(token, measure, quantity, others)
        told[measure] = told.get(measure, 0.0) + weight * math.prod(factor(cue) for factor in FACTORS)
    return told or _told_before(page, sentence)


def _told_before(page: Page, sentence: Span) -> dict[str, float]:
    """The cues of the sentence before, faintly: "It totalled $560 million" speaks of what was told there."""
    number = page.sentence_numbers[sentence.start] - 1
    told: dict[str, float] = {}
    if number >= 0:
        for _, measure, weight in _cues(page, page.sentences[number], None):
            told[measure] = told.get(measure, 0.0) + 0.15 * weight
    return told


def _cues(page: Page, sentence: Span, quantity: Quantity | None) -> Iterator[tuple[Token, str, float]]:
    words, lists = lexicon(page.terms).cues, page.terms.table(Measures).lists
    for token in sentence:
        if quantity is not None and quantity.start <= token.i < quantity.end:
            continue
        found = (
            ("investment", 1.2)
            if _put_into(token, lists)
            else words.get(token.lemma_.lower()) or words.get(token.lower_)
        )
        if found and (measure := _sense(token, found[0], lists)):
            yield token, measure, found[1]


def _sense(token: Token, measure: str, lists: MeasureWords) -> str | None:
    """The measure that the word has in its place: a trade minister trades nothing, a trade deficit is no trade."""
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if measure == "trade" and token.pos_ == "NOUN" and following is not None and following.pos_ == "NOUN":
        if following.lemma_ in lists.balances:
            return "other"
        return "trade" if following.lemma_ in lists.trade_heads else None
    if token.lower_ in ("exchange", "exchanges") and token.pos_ == "VERB":
        return None
    if token.lemma_ in ("send", "transfer") and following is not None and following.lower_ in ("home", "back"):
        return "other"
    return measure


def _put_into(token: Token, lists: MeasureWords) -> bool:
    """As in "Put $75m into agribusiness" is an investment."""
    return token.lemma_ in lists.put and any(t.lower_ == "into" for t in token.doc[token.i + 1 : token.i + 9])


def of_noun(page: Page, quantity: Quantity) -> str | None:
    """The measure of the counted noun: companies, projects, people, other; None for an unknown noun."""
    if quantity.noun is None:
        return None
    token = page.doc[quantity.noun]
    known = lexicon(page.terms).counted
    return known.get(token.lemma_.lower()) or known.get(token.lower_) or known.get(token.lower_.removesuffix("s"))


@dataclass(frozen=True, slots=True)
class Context:
    """What the measure of a quantity may lean on: the report's other quantities, tokens that name peoples,
    and the measure of the quantity of the same kind told right before."""

    others: tuple[Quantity, ...]
    peoples: frozenset[int]
    last: str | None = None


def measure_of(page: Page, quantity: Quantity, context: Context) -> tuple[str, float] | None:
    """The measure and how sure it is (0 to 1); None where nothing tells it."""
    told = scores(page, quantity, context.others)
    if _is_gift(page, quantity):
        return "other", 0.8
    if quantity.unit == "count":
        return _of_count(page, quantity, told, context.peoples)
    family = family_of(quantity)
    prior = dict(_PRIORS[family])
    if context.last and context.last in _ALLOWED[family]:
        prior[context.last] = prior.get(context.last, 0.0) + 0.3
    weighed = {m: told.get(m, 0.0) + prior.get(m, 0.0) for m in {*told, *prior} & _ALLOWED[family]}
    if not weighed or max(weighed.values()) <= 0:
        return None
    best = max(sorted(weighed), key=lambda m: weighed[m])
    return best, weighed[best] / (sum(weighed.values()) + 0.3)


def possible(page: Page, quantity: Quantity, context: Context) -> tuple[str, ...]:
    """All measures that it may have: those that words nearby speak for, the loudest first, then the usual ones."""
    family = "count" if quantity.unit == "count" else family_of(quantity)
    told = scores(page, quantity, context.others)
    heard = [m for m in sorted(told, key=lambda m: (-told[m], m)) if m in _USUAL[family]]
    return tuple(dict.fromkeys((*heard, *_USUAL[family])))


def _is_gift(page: Page, quantity: Quantity) -> bool:
    """As in "sent 40 tonnes of medical supplies": goods by weight that are given are no exports."""
    if family_of(quantity) != "unit" or quantity.unit == "count":
        return False
    sentence, lists = page.sentence_of(quantity.start), page.terms.table(Measures).lists
    near = page.doc[max(sentence.start, quantity.start - 6) : min(sentence.end, quantity.end + 6)]
    told = {t.lemma_.lower() for t in near}
    return bool(told & lists.gifts) and not told & SOLD


_MONEY = frozenset(("trade", "exports", "imports", "investment", "finance", "other"))
_ALLOWED: dict[str, frozenset[str]] = {
    "money": _MONEY,
    "percent": _MONEY,
    "growth": _MONEY | {"people"},
    "unit": frozenset(("exports", "imports", "other")),
}
# What quantities of each kind mostly measure, where no word tells it.
_USUAL: dict[str, tuple[str, ...]] = {
    "money": ("finance", "investment", "other", "trade", "exports", "imports"),
    "percent": ("other", "exports", "imports", "investment", "trade"),
    "growth": ("trade", "exports", "imports", "investment", "other", "people"),
    "unit": ("other", "exports", "imports"),
    "count": ("people", "other", "companies", "projects"),
}
_PRIORS: dict[str, dict[str, float]] = {
    "percent": {"other": 0.5},
    "unit": {"other": 0.25, "exports": 0.1},
    "money": {},
    "growth": {},
}


def family_of(quantity: Quantity) -> str:
    """As in "money", "percent", "growth" (no level), else "unit"."""
    if quantity.value is None:
        return "growth"
    if quantity.unit == "percent":
        return "percent"
    return "money" if quantity.unit and len(quantity.unit) == 3 and quantity.unit.isupper() else "unit"


def _of_count(
    page: Page, quantity: Quantity, told: dict[str, float], peoples: frozenset[int]
) -> tuple[str, float] | None:
    if quantity.noun in peoples:
        return "people", 0.9
    measure = of_noun(page, quantity)
    if measure is None:
        return None
    traded = max(FLOWS, key=lambda flow: told.get(flow, 0.0))
    if measure == "other" and told.get(traded, 0.0) > 1.5:
        return traded, 0.6
    return measure, 0.8
