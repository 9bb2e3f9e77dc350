"""Whose deed it is: "condemned the raid" names no doer, so what the report told before of the raid is looked up."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from comity.reading.clauses import has_case
from comity.reading.events.happening import News
from comity.reading.mentions import Clause

_STEM = 4
_NEAR = 3


def doers(news: News, clause: Clause, but: tuple[str, ...]) -> tuple[str, ...]:
    """The states whose deed the clause's arguments speak of, as told before; none where no deed is spoken of."""
    heads = [news.page.doc[i] for i in (*clause.objects, *clause.obliques)]
    deed = next((head for head in heads if head.lemma_.lower() in news.words.deeds.nouns), None)
    if deed is None:
        return ()
    told = _same(news, deed, but) or _nearest(news, clause, but)
    return next(iter(told), ())


def victims(news: News, clause: Clause) -> tuple[str, ...]:
    """The states that a deed spoken of is done to: "the attack on Armenia", "the shelling of Armenian villages"."""
    heads = [news.page.doc[i] for i in (*clause.objects, *clause.obliques)]
    return news.actors.of(token.i for head in heads for token in _hit(news, head))


def _hit(news: News, deed: Token) -> Iterator[Token]:
    if deed.lemma_.lower() in news.words.deeds.harmful:
        yield from (c for c in (*deed.subtree, *deed.head.children) if has_case(c, "on", "against", "upon", "in"))
    if deed.lemma_.lower() in news.words.deeds.endured:
        yield from (c for c in deed.children if has_case(c, "of"))


def _same(news: News, deed: Token, but: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Who did the same before, the nearest first: "the Russian strike", "launched a rocket"."""
    stem = deed.lemma_.lower()[:_STEM]
    return list(_owned(news, (t for t in _before(news, deed.i, 0) if t.lemma_.lower()[:_STEM] == stem), but))


def _nearest(news: News, clause: Clause, but: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Who did any deed shortly before."""
    first = max(news.page.sentence_numbers[clause.predicate] - _NEAR, 0)
    start = news.page.sentences[first].start
    deeds = (t for t in _before(news, clause.predicate, start) if t.lemma_.lower() in news.words.deeds.nouns)
    return list(_owned(news, deeds, but))


def _before(news: News, end: int, start: int) -> Iterator[Token]:
    return (news.page.doc[position] for position in range(end - 1, start - 1, -1))


def _owned(news: News, tokens: Iterable[Token], but: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for token in tokens:
        clause = news.clauses.by_predicate.get(token.i) if token.pos_ == "VERB" else None
        found = news.actors.subjects(clause) if clause is not None else _owner(news, token)
        if codes := tuple(code for code in found if code not in but):
            yield codes


def _owner(news: News, noun: Token) -> tuple[str, ...]:
    """The states that stand before or behind a noun as its owners: "Israel's attacks", "attacks by Israel"."""
    owners = (
        child
        for child in noun.children
        if child.dep_ in ("nmod:poss", "amod", "compound")
        or (child.dep_ == "nmod" and any(case.lower_ in ("by", "of", "from") for case in child.children))
    )
    return tuple(code for owner in owners for code in news.actors.named(owner.i))
