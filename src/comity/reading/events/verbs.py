"""Events that verbs tell: the clause's row of the vocabulary, its status, who acts and on whom."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from spacy.tokens import Token

from comity.findings import EventType
from comity.reading.dates import moment_for
from comity.reading.events.deeds import doers, victims
from comity.reading.events.happening import Happening, News
from comity.reading.mentions import Clause
from comity.reading.status import is_infinitive
from comity.terms.event_verbs import EventRow

_CUT = frozenset({"acl:relcl", "advcl", "parataxis", "ccomp", "conj"})
_MOST_TARGETS = 4
_MOST_TOGETHER = 5


def from_clauses(news: News) -> Iterator[Happening]:
    """Every event that a clause tells as news."""
    for clause in news.clauses.items:
        row = row_of(news, clause) if clause.predicate in news.page.sentence_numbers else None
        if row is None:
            continue
        kind = _type_of(news, clause, row)
        if kind is None:
            continue
        for source, target in _pairs(news, clause, row):
            yield _happening(news, clause, row, kind, source, target)


def row_of(news: News, clause: Clause) -> EventRow | None:
    """The row of the vocabulary that the clause's verb, with its nouns, fits."""
    told = _told(clause)
    for verb in (*_with_prepositions(news, clause), clause.lemma):
        for row in news.words.by_verb.get(verb, ()):
            if row.told != told and (row.told != "fact" or told == "refused"):
                continue
            if not row.nouns or _nouns(news, clause, row.reach) & row.nouns:
                return row
    return None


def _told(clause: Clause) -> str:
    if clause.status != "planned":
        return "fact"
    return "refused" if clause.negated else "planned"


_PREPOSITIONS = frozenset({"on", "upon", "for", "against", "by", "with", "to", "at", "from", "into"})


def _with_prepositions(news: News, clause: Clause) -> Iterator[str]:
    """ "call on", "call for", "tell ... to": the verb with the prepositions of its obliques, or an infinitive."""
    if any(is_infinitive(c) for c in news.page.doc[clause.predicate].children if c.dep_ in ("xcomp", "ccomp")):
        yield f"{clause.lemma} to"
    for position in clause.obliques:
        for child in news.page.doc[position].children:
            if position > clause.predicate and child.dep_ == "case" and child.lower_ in _PREPOSITIONS:
                yield f"{clause.lemma} {child.lower_}"


def _nouns(news: News, clause: Clause, reach: int) -> set[str]:
    """The nouns beside the verb, in lemma and form, with what they govern; ``reach`` more words after the verb."""
    doc = news.page.doc
    heads = [doc[i] for i in (*clause.objects, *clause.obliques)]
    below = [child for head in heads for child in head.children if child.dep_.startswith(("nmod", "compound", "amod"))]
    end = news.page.sentence_of(clause.predicate).end
    after = doc[clause.predicate + 1 : min(clause.predicate + 1 + reach, end)] if reach else ()
    return {word for token in (*heads, *below, *after) for word in (token.lemma_.lower(), token.lower_)}


def _type_of(news: News, clause: Clause, row: EventRow) -> EventType | None:
    if row.told != "fact":
        return row.type
    if clause.status in ("fact", "cancelled"):
        return None if clause.negated or _is_idle(news, clause) else row.type
    if row.type in _SAID and _is_said(news, clause):
        return row.type
    if clause.status == "planned" and not clause.negated:
        return news.words.follow.planned.get(row.type)
    return None


_SAID = frozenset({"SUPPORT", "REQUEST", "ACCUSE"})


def _is_said(news: News, clause: Clause) -> bool:
    """ "telephoned to thank", "I want to thank", "would like to congratulate": what is said is done."""
    verb = news.page.doc[clause.predicate]
    governor = news.clauses.by_predicate.get(clause.governor) if clause.governor is not None else None
    if governor is None or clause.negated or clause.lemma not in _SPOKEN:
        return False
    return (verb.dep_ == "advcl" and governor.status == "fact") or governor.lemma in ("want", "like", "wish", "take")


# Acts of speech: done when somebody sets out to do them.
_SPOKEN = frozenset(
    {"thank", "congratulate", "express", "offer", "convey", "ask", "urge", "protest", "condemn", "demand", "extend"}
)
_IDLE = frozenset({"name", "identify", "quote", "about", "whether"})


def _is_idle(news: News, clause: Clause) -> bool:
    """ "asked not to be named", "asked about", "asked whether": no request."""
    if clause.lemma != "ask":
        return False
    verb = news.page.doc[clause.predicate]
    return clause.passive or any(
        t.lower_ in _IDLE or t.lemma_.lower() in _IDLE for t in verb.subtree if 0 < t.i - verb.i < 6
    )


def _pairs(news: News, clause: Clause, row: EventRow) -> Iterator[tuple[str, str]]:
    sources = news.actors.subjects(clause) or quoted_source(news, clause) or _further_up(news, clause, row)
    if not sources and clause.passive:
        yield from _agentless(news, clause, row)
    if not sources:
        return
    if row.target.startswith("both"):
        yield from _mutual(news, clause, row, sources)
        return
    targets = _targets(news, clause, row, sources)
    for source in sources[:_MOST_TARGETS]:
        for target in targets[:_MOST_TARGETS]:
            if source != target:
                yield source, target


def quoted_source(news: News, clause: Clause) -> tuple[str, ...]:
    """ "We condemn", he said: who speaks acts."""
    doc = news.page.doc
    if not any(doc[i].lower_ in ("we", "i") for i in clause.subjects):
        return ()
    for token in news.page.sentence_of(clause.predicate):
        other = news.clauses.by_predicate.get(token.i)
        speaking = other is not None and not other.quoted and other.lemma in news.speech
        if speaking and other is not None and (codes := news.actors.subjects(other)):
            return codes
    return (news.actors.who.ours,) if news.actors.who.ours else ()


def _further_up(news: News, clause: Clause, row: EventRow) -> tuple[str, ...]:
    """ "Ankara said its aircraft were training and accused Greece": who spoke before goes on speaking."""
    verb = news.page.doc[clause.predicate]
    if row.type not in _SAID or clause.passive or any(i in clause.subjects for i in (c.i for c in verb.children)):
        return ()
    above = verb.head
    while verb.dep_ != "root" and above != verb:
        upper = news.clauses.by_predicate.get(above.i)
        if upper is not None and (codes := news.actors.subjects(upper)):
            return codes
        verb, above = above, above.head
    return ()


def _mutual(news: News, clause: Clause, row: EventRow, sources: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if len(sources) == 1:
        others = _deep(news, (*clause.objects, *clause.obliques), sources) or news.actors.counterparts(sources)
        yield from ((sources[0], other) for other in others[:_MOST_TARGETS])
        return
    joined = (i for i in clause.obliques if any(c.lower_ == "with" for c in news.page.doc[i].children))
    for one, other in combinations((*sources, *_deep(news, joined, sources))[:_MOST_TOGETHER], 2):
        yield one, other
        if row.type not in ("COOPERATE", "SUPPORT"):
            yield other, one


def _targets(news: News, clause: Clause, row: EventRow, sources: tuple[str, ...]) -> tuple[str, ...]:
    """On whom the clause acts: what its arguments name, in the row's order, else the other side of the pair.

    Who is told to do something is named at once, or it is nobody abroad ("told its citizens not to travel")."""
    if clause.lemma == "tell":
        return _deep(news, clause.objects, sources)
    suffering = victims(news, clause) if row.type == "ACCUSE" else ()
    codes = _named_targets(news, clause, row, (*sources, *suffering))
    if codes or suffering or _is_told_otherwise(news, clause):
        return _both_sides(news, clause, sources) or codes
    return _other_side(news, clause, row, sources)


def _named_targets(news: News, clause: Clause, row: EventRow, but: tuple[str, ...]) -> tuple[str, ...]:
    """The states that the clause's arguments name, the words after it, or what was told before of a deed."""
    places = {
        "object": (clause.objects, clause.obliques, _complement(news, clause)),
        "oblique": (clause.obliques, clause.objects, _complement(news, clause)),
        "complement": (_complement(news, clause), clause.objects, clause.obliques),
        "other": (clause.objects, clause.obliques),
    }[row.target]
    for positions in (*places, _complement(news, clause, obliques=True)):
        if codes := _near(news, positions, but) if row.type in _AIMED else _deep(news, positions, but):
            return codes
    return _within_reach(news, clause, row, but) or _told_before(news, clause, row, but)


def _other_side(news: News, clause: Clause, row: EventRow, sources: tuple[str, ...]) -> tuple[str, ...]:
    """Nobody is named: of one that speaks from outside both of the report's pair, else the other of it."""
    pair = news.actors.who.pair
    if row.type in _FROM_OUTSIDE and not set(sources) & set(pair):
        return pair
    if len(sources) > 1:
        return sources if _is_reciprocal(news, clause) else ()
    return news.actors.counterparts(sources)


def _both_sides(news: News, clause: Clause, sources: tuple[str, ...]) -> tuple[str, ...]:
    """ "Moscow urged both sides": two others than who speaks, named last before, though it be a side elsewhere."""
    doc = news.page.doc
    both = (i for i in clause.objects if any(c.lower_ in ("both", "two") for c in doc[i].children))
    meant = next((news.actors.named(i) for i in both if doc[i].lower_ in ("sides", "parties", "countries")), ())
    if not set(meant) & set(sources):
        return ()
    before = (code for i in range(clause.predicate - 1, -1, -1) for code in news.actors.named(i))
    others = tuple(dict.fromkeys(code for code in before if code not in sources and not code.startswith("X")))[:2]
    return others if len(others) > 1 else ()


def _is_told_otherwise(news: News, clause: Clause) -> bool:
    """ "congratulated the team": somebody is named who is no state, so that no other is meant."""
    heads = [news.page.doc[i] for i in clause.objects]
    return clause.lemma in news.words.personal.verbs and any(
        t.pos_ in ("NOUN", "PROPN") and t.lemma_.lower() not in news.words.personal.states for t in heads
    )


def _within_reach(news: News, clause: Clause, row: EventRow, sources: tuple[str, ...]) -> tuple[str, ...]:
    """ "what it called an Israeli massacre": named within the reach of the verb."""
    end = min(clause.predicate + 1 + row.reach, news.page.sentence_of(clause.predicate).end)
    for position in range(clause.predicate + 1, end):
        if news.page.doc[position].text == ";":
            return ()
        if codes := tuple(code for code in news.actors.named(position) if code not in sources):
            return codes
    return ()


def _told_before(news: News, clause: Clause, row: EventRow, sources: tuple[str, ...]) -> tuple[str, ...]:
    return doers(news, clause, sources) if row.type == "ACCUSE" else ()


# What is aimed at one state, though others be named within what it did.
_AIMED = frozenset({"SUPPORT", "ACCUSE", "SANCTION", "COERCE"})
_FROM_OUTSIDE = frozenset({"SUPPORT", "REQUEST"})


def _is_reciprocal(news: News, clause: Clause) -> bool:
    """ "accused each other", "exchanged fire"."""
    words = {news.page.doc[i].lower_ for i in (*clause.objects, *clause.obliques)}
    return bool(words & {"other", "another", "each"}) or clause.lemma in ("exchange", "trade")


def _agentless(news: News, clause: Clause, row: EventRow) -> Iterator[tuple[str, str]]:
    """A passive that tells no agent: the other side of the report's pair did it."""
    targets = _deep(news, clause.objects, ())
    if len(targets) == 1 and row.type in _HOSTILE:
        yield from ((source, targets[0]) for source in news.actors.counterparts(targets))


_HOSTILE = frozenset({"ACCUSE", "SANCTION", "COERCE", "RETREAT"})


def _complement(news: News, clause: Clause, obliques: bool = False) -> tuple[int, ...]:
    """Subjects and objects of the clauses that the clause governs ("alleged that Tehran had ..."), or obliques."""
    return tuple(
        position
        for other in news.clauses.items
        if other.governor == clause.predicate and news.page.doc[other.predicate].dep_ in ("ccomp", "xcomp", "advcl")
        for position in (other.obliques if obliques else (*other.subjects, *other.objects))
    )


def _deep(news: News, positions: Iterable[int], but: tuple[str, ...]) -> tuple[str, ...]:
    """The states named anywhere in noun phrases, by themselves or by whose they are, without some."""
    codes: list[str] = []
    for position in positions:
        for token in _phrase(news.page.doc[position]):
            codes.extend(code for code in news.actors.named(token.i) if code not in but)
    return tuple(dict.fromkeys(codes))


def _near(news: News, positions: Iterable[int], but: tuple[str, ...]) -> tuple[str, ...]:
    """Of each noun phrase the states named first, with what is joined to them: not the bodies they bid to enter."""
    codes: list[str] = []
    for position in positions:
        named = [t for t in _phrase(news.page.doc[position]) if set(news.actors.named(t.i)) - set(but)]
        first = min(named, key=lambda token: token.i, default=None)
        joined = {first.i, *(t.i for t in first.conjuncts)} if first is not None else set()
        codes.extend(c for t in named if t.i in joined for c in news.actors.named(t.i) if c not in but)
    return tuple(dict.fromkeys(codes))


def _phrase(head: Token) -> Iterator[Token]:
    """The tokens of a noun phrase without clauses that hang on it."""
    stack = [head]
    while stack:
        token = stack.pop()
        yield token
        stack.extend(
            child
            for child in token.children
            if child.dep_ not in _CUT or (child.dep_ == "conj" and child.pos_ in ("PROPN", "NOUN"))
        )


def _happening(news: News, clause: Clause, row: EventRow, kind: EventType, source: str, target: str) -> Happening:
    moment = moment_for(news.page, news.when, clause.predicate, ("point",))
    told = moment.value if moment is not None else None
    return Happening(
        source=source,
        target=target,
        type=kind,
        spans=news.page.evidence(clause.predicate),
        weight=0.6,
        mode=row.mode if kind == row.type else None,
        context=row.contexts[0] if row.contexts else None,
        date=told,
        joint=row.target == "both",
    )
