"""Protests of people: a crowd before an embassy stands for its country against the embassy's."""

from collections.abc import Iterator

from spacy.tokens import Token

from comity.reading.clauses import has_case
from comity.reading.events.happening import Happening, News
from comity.reading.mentions import Clause


def from_crowds(news: News) -> Iterator[Happening]:
    """PROTEST from the country where a crowd gathers to the one whose embassy or flag it gathers at."""
    for clause in news.clauses.items:
        known = clause.predicate in news.page.sentence_numbers and clause.status == "fact" and not clause.negated
        if not known or clause.lemma not in news.words.crowds.verbs or not _is_crowd(news, clause):
            continue
        for target in _aims(news, clause):
            if (source := _home(news, clause, target)) is not None:
                yield Happening(source, target, "PROTEST", news.page.evidence(clause.predicate), 0.6, mode="demo")


def _is_crowd(news: News, clause: Clause) -> bool:
    doc = news.page.doc
    words = {t.lower_ for i in clause.subjects for t in (doc[i], *doc[i].children)}
    return bool(words & news.words.crowds.nouns)


def _aims(news: News, clause: Clause) -> tuple[str, ...]:
    """Whose embassy, consulate or flag stands below the verb."""
    marks = (t for t in news.page.doc[clause.predicate].subtree if t.lemma_.lower() in news.words.crowds.aims)
    return tuple(dict.fromkeys(code for mark in marks for code in _owners(news, mark)))[:1]


def _owners(news: News, mark: Token) -> tuple[str, ...]:
    owners = (mark, *(c for c in mark.children if c.dep_ in ("nmod:poss", "amod", "compound") or has_case(c, "of")))
    return tuple(code for owner in owners for code in news.actors.who.codes_in(owner.i, owner.i + 1))


def _home(news: News, clause: Clause, target: str) -> str | None:
    """The country of the crowd: told with it, else that of the place, else the other side of the pair."""
    sentence = news.page.sentence_of(clause.predicate)
    crowd = news.actors.of(clause.subjects)
    places = news.actors.who.codes_in(sentence.start, sentence.end)
    pair = news.actors.others((target,))
    return next((code for code in (*crowd, *places, *pair) if code != target), None)
