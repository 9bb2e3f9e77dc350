"""Between which states an instrument is: a cascade from its own title to the report's pair."""

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from comity.reading.agreements.candidates import Candidate
from comity.reading.agreements.scene import Scene
from comity.reading.agreements.status import governing
from comity.reading.clauses import with_conjuncts


def parties(scene: Scene, candidate: Candidate) -> tuple[str, ...]:
    """The codes of its parties; fewer than two where they cannot be told."""
    best: tuple[str, ...] = ()
    for clue in CASCADE:
        codes = _known(clue(scene, candidate))
        if len(codes) >= 2:
            return codes
        best = best or codes
    return _completed(scene, candidate, best)


def _known(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Without lesser bodies, where they are no party beside two states."""
    states = tuple(c for c in codes if not c.startswith("X") or c == "XKX")
    return codes if len(states) >= 2 else states


def _completed(scene: Scene, candidate: Candidate, codes: tuple[str, ...]) -> tuple[str, ...]:
    """One party known: the other is the other side of the report's pair, else who was named last before."""
    who = scene.actors.who
    if not codes:
        return tuple(who.pair)
    if set(codes) & set(who.pair):
        return (*codes, *scene.actors.others(codes))
    near = (c for i in range(candidate.start - 1, -1, -1) for c in scene.actors.named(i) if c not in codes)
    other = next(iter(_known(tuple(near))), None)
    return (*codes, other) if other else codes


def _between(scene: Scene, candidate: Candidate) -> tuple[str, ...]:
    """ "between X and Y" in or right after the title."""
    doc = scene.page.doc
    sentence = scene.page.sentence_of(candidate.noun)
    stretch = doc[candidate.noun : min(candidate.end + 12, sentence.end)]
    start = next((t.i for t in stretch if t.lower_ == "between"), None)
    if start is None or (start > candidate.end + 1 and doc[start].head.head.i < candidate.noun):
        return ()
    limit = min(start + 25, sentence.end)
    stop = next(
        (t.i for t in doc[start + 1 : limit] if t.pos_ in ("VERB", "AUX") or t.lower_ in ("which", "who", "that")),
        limit,
    )
    return _codes_in(scene, start + 1, stop, 6)


def _codes_in(scene: Scene, start: int, end: int, most: int) -> tuple[str, ...]:
    codes: list[str] = []
    for position in range(start, end):
        for code in scene.actors.named(position):
            if code not in codes:
                codes.append(code)
        if len(codes) >= most:
            break
    return tuple(codes)


def _in_name(scene: Scene, candidate: Candidate) -> tuple[str, ...]:
    """Before the noun: "the Armenia-EU Comprehensive Partnership Agreement"."""
    return _codes_in(scene, candidate.start, candidate.noun, 5)


def _signers(scene: Scene, candidate: Candidate) -> tuple[str, ...]:
    """Who signs it, with whom."""
    clause = scene.clauses.of(scene.page.doc[candidate.anchor])
    partner = _partner(scene, candidate)
    acting = scene.actors.subjects(clause) if clause is not None else ()
    if partner:
        mine = tuple(c for c in acting if c not in partner)
        return (*mine, *partner) if mine else partner
    return acting if clause is not None and scene.words.verbs.of(clause.lemma) else ()


def _partner(scene: Scene, candidate: Candidate) -> tuple[str, ...]:
    """ "with X", in the title or beside the verb."""
    for token in _withs(scene, candidate):
        if codes := scene.actors.of(t.i for t in with_conjuncts(token)):
            return codes
    return ()


def _withs(scene: Scene, candidate: Candidate) -> Iterator[Token]:
    doc = scene.page.doc
    heads = [doc[candidate.noun], *(above for above, _ in governing(scene, candidate.anchor) if above.pos_ == "VERB")][
        :2
    ]
    for head in heads:
        for child in head.children:
            if child.dep_.startswith(("nmod", "obl")) and any(
                c.dep_ == "case" and c.lower_ == "with" for c in child.children
            ):
                yield child


def _own_signers(scene: Scene, candidate: Candidate) -> tuple[str, ...]:
    """Who signed it, told in its own clause: "which Cairo and Ankara signed in 2018"."""
    for child in doc_children(scene, candidate):
        clause = scene.clauses.by_predicate.get(child.i)
        if clause is not None and scene.words.verbs.of(clause.lemma):
            codes = scene.actors.subjects(clause)
            if len(codes) >= 2:
                return codes
    return ()


def doc_children(scene: Scene, candidate: Candidate) -> list[Token]:
    """The clauses' heads that hang on the noun."""
    return [c for c in scene.page.doc[candidate.noun].children if c.dep_ in ("acl", "acl:relcl")]


def _named_nearby(scene: Scene, candidate: Candidate) -> tuple[str, ...]:
    """The two states, and no others, that its sentence names or tells of."""
    sentence = scene.page.sentence_of(candidate.noun)
    codes = _known(scene.actors.who.codes_in(sentence.start, sentence.end))
    return codes if len(codes) == 2 else ()


CASCADE: tuple[Callable[[Scene, Candidate], tuple[str, ...]], ...] = (
    _between,
    _in_name,
    _own_signers,
    _signers,
    _named_nearby,
)
