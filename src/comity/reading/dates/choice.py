"""Which of the times told is the time of what happens at a token.

Policy as a table of clues: each says how far a time stands from what happens; the nearest wins.
"""

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

from comity.reading.mentions import Moment, Page, When
from comity.terms.calendar import Calendar

POINTS = ("point", "period", "fiscal")


@dataclass(frozen=True, slots=True)
class _Pair:
    """A time and the token it may date, with the predicates they hang on."""

    moment: Moment
    near: Token
    time_verbs: tuple[Token, ...]
    verbs: tuple[Token, ...]
    announcing: frozenset[str]


def _other_predicate(pair: _Pair) -> float:
    """A time that hangs on another predicate dates that one: one step for each predicate between."""
    if not (pair.verbs and pair.time_verbs):
        return 0.0
    ours, theirs = [v.i for v in pair.verbs], [v.i for v in pair.time_verbs]
    shared = next((i for i in ours if i in theirs), None)
    return 6.0 if shared is None else ours.index(shared) + 1.5 * theirs.index(shared)


def _of_saying(pair: _Pair) -> float:
    """As in "announced on Tuesday": a time right on the verb of saying dates the announcement."""
    first = pair.time_verbs[0] if pair.time_verbs else None
    if first is None or first == pair.near or first.lemma_ not in pair.announcing:
        return 0.0
    head = pair.near.doc[pair.moment.start : pair.moment.end].root
    return 2.0 if head.head == first and not (pair.verbs and pair.verbs[0] == first) else 0.0


def _of_other_noun(pair: _Pair) -> float:
    """As in "the meeting in May and the visit of June": a time that hangs on another noun dates that one."""
    head = pair.near.doc[pair.moment.start : pair.moment.end].root
    above = next((t for t in head.ancestors if t.pos_ in ("NOUN", "PROPN", "VERB", "AUX")), None)
    if above is None or above.pos_ not in ("NOUN", "PROPN") or pair.near.pos_ != "NOUN":
        return 0.0
    return 0.0 if above == pair.near or pair.near in above.ancestors else 1.0


def _words_between(pair: _Pair) -> float:
    """Words between, a little."""
    gap = max(pair.moment.start - pair.near.i, pair.near.i - pair.moment.end + 1, 0)
    return gap / 12


def _marked_off(pair: _Pair) -> float:
    """A bracket, semicolon or dash between them."""
    first, last = sorted((pair.moment.start, pair.near.i))
    return 1.5 * any(t.text in (";", "(", ")") for t in pair.near.doc[first:last])


CLUES: tuple[Callable[[_Pair], float], ...] = (
    _other_predicate,
    _of_saying,
    _of_other_noun,
    _words_between,
    _marked_off,
)


def moment_for(page: Page, when: When, near: int, forms: tuple[str, ...] = POINTS) -> Moment | None:
    """The time told in the token's sentence that fits it best, of those with such a form; None without one."""
    if near not in page.sentence_numbers:
        return None
    sentence = page.sentence_of(near)
    told = [m for m in when.moments_in(sentence.start, sentence.end) if m.form in forms]
    token = page.doc[near]
    return min(told, key=lambda m: (distance(page, m, token), m.start), default=None)


def distance(page: Page, moment: Moment, near: Token) -> float:
    """How far the time stands from the token: 0 beside it on the same predicate, more the less they belong."""
    head = page.doc[moment.start : moment.end].root
    announcing = page.terms.table(Calendar).announcing
    pair = _Pair(moment, near, _predicates(head), _predicates(near), announcing)
    return sum(clue(pair) for clue in CLUES)


def _predicates(token: Token) -> tuple[Token, ...]:
    return tuple(t for t in (token, *token.ancestors) if t.pos_ in ("VERB", "AUX") or t.head == t)
