"""Whether what happens around a token lies behind or ahead: the tense that a time without a year needs.

Policy as a table: the clues are asked in order, the first that speaks decides.
"""

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Span, Token

from comity.reading.dates.reckoning import Tense
from comity.reading.mentions import Clause, Clauses
from comity.terms.calendar import Calendar

_AHEAD = {"planned", "wished", "requested"}


@dataclass(frozen=True, slots=True)
class _Sight:
    """A time's words, the word before them, the verb above them and its clause."""

    stretch: Span
    before: str
    begins: bool
    verb: Token | None
    clause: Clause | None
    calendar: Calendar


def _limit_ahead(sight: _Sight) -> Tense:
    """As in "By", "until" a time: it lies ahead, unless the verb says "had"."""
    had = sight.verb is not None and any(c.lower_ == "had" for c in sight.verb.lefts)
    return "future" if sight.before in ("by", "until", "till", "within") and not had else "none"


def _infinitive(sight: _Sight) -> Tense:
    """As in "Will come", "is to come", "to be held", "due to": ahead."""
    if sight.verb is None:
        return "none"
    words = {sight.verb.lower_, *(c.lower_ for c in sight.verb.lefts if c.dep_[:3] in ("aux", "mar", "adv", "cop"))}
    return "future" if words & set(sight.calendar.future) else "none"


def _participle(sight: _Sight) -> Tense:
    """As in "Signed in June" below a noun: behind."""
    verb = sight.verb
    bare = verb is not None and verb.tag_ == "VBN" and not any(c.dep_.startswith("aux") for c in verb.lefts)
    return "past" if bare else "none"


def _begins(sight: _Sight) -> Tense:
    """As in "From October, he said": what begins then lies ahead, the saying behind."""
    saying = sight.verb is not None and sight.verb.lemma_ in sight.calendar.announcing
    return "future" if sight.begins and saying else "none"


def _told_clause(sight: _Sight) -> Tense:
    """What the clause itself tells."""
    clause = sight.clause
    if clause is None:
        return "none"
    if clause.status in _AHEAD or clause.tense == "future":
        return "future"
    return "past" if clause.tense == "past" else "none"


def _finite(sight: _Sight) -> Tense:
    """A verb in the past; a verb in the present that is no saying is a timetable ("flies on Saturday")."""
    verb = sight.verb
    if verb is None:
        return "none"
    chain = (verb, *(c for c in verb.lefts if c.dep_.startswith(("aux", "cop"))))
    if any(t.tag_ == "VBD" or t.lower_ in ("have", "has", "had") for t in chain):
        return "past"
    plain = (
        _is_day(sight)
        and verb.tag_ in ("VBZ", "VBP")
        and verb.lemma_ not in sight.calendar.announcing
        and verb.lemma_ not in ("be", "have")
    )
    return "future" if plain and len(chain) == 1 else "none"


def _is_day(sight: _Sight) -> bool:
    """A weekday or a numbered day, for which a timetable speaks; not a month or a quarter."""
    return any(t.lower_ in sight.calendar.weekdays or t.text[:1].isdigit() for t in sight.stretch)


CLUES: tuple[Callable[[_Sight], Tense], ...] = (
    _limit_ahead, _begins, _infinitive, _participle, _told_clause, _finite,
)  # fmt: skip


def tense_at(stretch: Span, clauses: Clauses, calendar: Calendar) -> tuple[Tense, bool]:
    """The tense of what happens at the time that the stretch tells, and whether its own verb tells it.

    Below a noun ("the visit in May") the verb above that noun is a weak witness.
    """
    root = stretch.root
    above = (root, *root.ancestors)
    verb = next((t for t in above if t.pos_ in ("VERB", "AUX") or t.lower_ in calendar.due), None)
    between = above[1 : above.index(verb)] if verb is not None else above[1:]
    words = [t.lower_ for t in stretch.doc[max(0, stretch.start - 2) : stretch.start]]
    begins = " ".join(words).endswith(tuple(calendar.starting)) if words else False
    sight = _Sight(stretch, words[-1] if words else "", begins, verb, clauses.of(root), calendar)
    told: tuple[Tense, ...] = tuple(clue(sight) for clue in CLUES)
    tense = next((one for one in told if one != "none"), told[-1])
    return tense, not any(t.pos_ in ("NOUN", "PROPN") for t in between) or sight.before in calendar.deadline
