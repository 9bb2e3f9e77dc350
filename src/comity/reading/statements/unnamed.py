"""Speakers who are told by nothing but a noun: "a detective wrote", "the judges found", "my mother says"."""

from collections.abc import Iterator

from spacy.tokens import Token

from comity.findings import Person
from comity.reading.mentions import Mention
from comity.reading.statements.quote import SUBJECTS, Actor, Quote, Told
from comity.terms.reporting import Reporting

_ARTICLES = frozenset(("a", "an", "the", "this", "that", "my", "our", "his", "her", "its", "their"))
_NEAR = 3
_LINKED = ("compound", "amod", "nmod:poss", "nummod", "case", "det", "flat")


def subject_of(quote: Quote, verb: int, actors: list[Actor]) -> Told | None:
    """Somebody new who is the verb's subject: "a detective", not "the guest", who has a name elsewhere."""
    told = noun_of(quote, verb)
    if told is None or _told_of(quote, told.mention, verb, actors):
        return None
    noun = quote.doc[told.mention.end - 1]
    definite = any(c.lower_ in ("the", "this", "that") for c in noun.children if c.dep_ == "det")
    return None if definite or noun.tag_ == "NNS" else told


def noun_of(quote: Quote, verb: int) -> Told | None:
    """The noun that is the verb's subject, whomever it means."""
    papers = quote.page.terms.table(Reporting).lists.papers
    nouns = (noun for noun in _subjects(quote.doc[verb]) if noun.pos_ == "NOUN")
    return next((_told(quote, noun) for noun in nouns if noun.lemma_.lower() not in papers), None)


def _told_of(quote: Quote, noun: Mention, verb: int, actors: list[Actor]) -> bool:
    """Whether somebody else acts in the subject's words or between it and the verb: "his lawyer, X, said"."""
    at = noun.end - 1
    inside = {t.i for t in quote.doc[at].subtree} | set(range(min(at, verb), max(at, verb)))
    return any(inside & set(range(a.start, a.end)) or at < a.start <= at + _NEAR for a in actors)


def _subjects(verb: Token) -> Iterator[Token]:
    """The verb's subject, or that of the verb it is joined to."""
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    yield from own or ([c for c in verb.head.children if c.dep_ in SUBJECTS] if verb.dep_ == "conj" else ())


def _told(quote: Quote, noun: Token) -> Told:
    before = [t.i for t in noun.children if t.i < noun.i and t.dep_.startswith(_LINKED)]
    start = min([noun.i, *before])
    while start < noun.i and quote.doc[start].lower_ in _ARTICLES:
        start += 1
    mention = Mention(start, noun.i + 1)
    code = quote.voices.code_in(start, noun.i + 1) or quote.voices.ours
    return Told(Person(name=None, office=quote.doc[start : noun.i + 1].text, country=code), mention, 0.8)
