"""Which clauses and things promised may be pledges, in order of the text, each with who commits."""

from collections.abc import Iterator

from spacy.tokens import Token

from comity.reading.extents import words_of
from comity.reading.mentions import Clause
from comity.reading.pledges.committed import are_named, committed, from_context
from comity.reading.pledges.doubts import Commitment, doubts, is_hopeless
from comity.reading.pledges.scene import Promise, Scene
from comity.reading.pledges.things import things
from comity.reading.pledges.triggers import trigger_of


def promises(scene: Scene) -> Iterator[Promise]:
    """Everything that may be promised; what is doubted tells so."""
    last: Promise | None = None
    for clause in scene.clauses.items:
        found = _of_clause(scene, clause, last)
        if found is not None:
            last = found if found.by and not found.doubted else last
            yield found
        yield from things(scene, clause)


def _of_clause(scene: Scene, clause: Clause, last: Promise | None) -> Promise | None:
    token = scene.page.doc[clause.predicate]
    if clause.status in _NEVER or token.i not in scene.page.sentence_numbers or token.pos_ not in ("VERB", "AUX"):
        return None
    trigger = trigger_of(scene, clause)
    weight = scene.words.commitment.get(trigger, 0.0)
    if not weight:
        return None
    by, own = committed(scene, clause)
    by = by or from_context(scene, clause, last)
    held = doubts(scene, Commitment(clause, token, trigger, by, own))
    if is_hopeless(held):
        return None
    start, end = words_of(token, _with_denial(token) if own else _first_of(token))
    return Promise(by, start, end, token.i, weight, bool(held), named=are_named(scene, clause, by))


_NEVER = ("denied", "cancelled")


def _with_denial(token: Token) -> int:
    """A promise not to do something begins with "not"."""
    return token.i - 1 if token.i > 0 and token.nbor(-1).lower_ in ("not", "n't", "never") else token.i


def _first_of(token: Token) -> int:
    """Where the clause's own words begin: its subject, behind "that" and openers."""
    subject = next((c for c in token.children if c.dep_ in ("nsubj", "nsubj:pass", "nsubj:outer")), None)
    return subject.left_edge.i if subject is not None else token.i
