"""Whose count a figure is: the statistics named in its sentence, else the official who tells it."""

from collections.abc import Callable

from spacy.tokens import Token

from comity.findings import Claim
from comity.reading.mentions import Page, PersonMention, Quantity, StateMention, Who
from comity.terms.reporting import Reporting

_ACCORDING = frozenset(("according", "by", "data", "figures", "statistics", "count"))
_COUNTS = frozenset(("count", "statistics", "data", "figures", "customs", "tables", "estimates", "records", "one"))

Source = Callable[[Page, Who, Quantity], Claim | None]


def claim_of(page: Page, who: Who, quantity: Quantity) -> Claim:
    """By which state and through which person or institution, by the first source that is named."""
    return next((claim for source in SOURCES if (claim := source(page, who, quantity))), Claim())


def _national_count(page: Page, who: Who, quantity: Quantity) -> Claim | None:
    """As in "19.6 billion by the Kazakh count and 19.65 by the Russian one"."""
    sentence = page.sentence_of(quantity.start)
    told = [m for m in who.states_in(sentence.start, sentence.end) if _counted_by(page, m)]
    if not any(page.doc[m.end].lower_ != "one" for m in told):
        return None
    nearest = min(told, key=lambda m: (abs(m.start - quantity.end), m.start))
    return Claim(by=nearest.code, via=page.doc[nearest.start : nearest.end + 1].text)


def _counted_by(page: Page, mention: StateMention) -> bool:
    """Whether the state's adjective stands before a word for counts, after "by", "on" or "according to"."""
    doc = page.doc
    follows = mention.end < len(doc) and doc[mention.end].lower_ in _COUNTS
    led = {t.lower_ for t in doc[max(0, mention.start - 3) : mention.start]} & {"by", "on", "according", "per", "from"}
    return mention.form == "adjective" and follows and bool(led)


def _statistics(page: Page, who: Who, quantity: Quantity) -> Claim | None:
    """As in "according to the Bureau of National Statistics"."""
    return _first(page, who, quantity, _is_source)


def _teller(page: Page, who: Who, quantity: Quantity) -> Claim | None:
    """The official or institution that says so."""
    return _first(page, who, quantity, _says)


SOURCES: tuple[Source, ...] = (_national_count, _statistics, _teller)


def _first(page: Page, who: Who, quantity: Quantity, fits: Callable[[Page, PersonMention], bool]) -> Claim | None:
    sentence = page.sentence_of(quantity.start)
    told = (m.person for m in who.people_in(sentence.start, sentence.end) if fits(page, m))
    return next((Claim(by=person.country, via=person.name or person.office) for person in told), None)


def _is_source(page: Page, mention: PersonMention) -> bool:
    before = {t.lower_ for t in page.doc[max(0, mention.start - 4) : mention.start]}
    return mention.how == "institution" and bool(before & _ACCORDING)


def _says(page: Page, mention: PersonMention) -> bool:
    root: Token = page.doc[mention.start : mention.end].root
    said = page.terms.table(Reporting)
    return root.dep_.startswith("nsubj") and (root.head.lemma_ in said.lists.verbs or root.head.lower_ in said.forms)
