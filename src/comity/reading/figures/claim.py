"""Whose count a figure is: the statistics named in its sentence, else the official who tells it."""

from spacy.tokens import Token

from comity.findings import Claim
from comity.reading.mentions import Page, PersonMention, Quantity, Who

_ACCORDING = frozenset("according by data figures statistics count".split())


def claim_of(page: Page, who: Who, quantity: Quantity) -> Claim:
    """By which state and through which person or institution; both None where nobody is named."""
    sentence = page.sentence_of(quantity.start)
    people = who.people_in(sentence.start, sentence.end)
    source = next((p for p in people if _is_source(page, p)), None) or next((p for p in people if _says(page, p)), None)
    if source is None:
        return Claim()
    person = source.person
    return Claim(by=person.country, via=person.name or person.office)


def _is_source(page: Page, mention: PersonMention) -> bool:
    """"According to the Bureau of National Statistics"."""
    before = {t.lower_ for t in page.doc[max(0, mention.start - 4) : mention.start]}
    return mention.how == "institution" and bool(before & _ACCORDING)


def _says(page: Page, mention: PersonMention) -> bool:
    root: Token = page.doc[mention.start : mention.end].root
    return root.dep_.startswith("nsubj") and root.head.lemma_ in _SAYING


_SAYING = frozenset("say tell announce report note state add inform stress recall point specify disclose reveal underline emphasise emphasize highlight remark declare".split())
