"""Whether a clause tells a fact, a plan, a denial, a condition, a wish, a request or mere recall.

The decision is a table of clues, each a small function with a weight and one sentence; the clue with
the greatest weight that applies holds, and what governs the clause may override it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

from comity.reading.mentions import Clause, ClauseStatus
from comity.terms.modality import Modality

_COMPLEMENTS = frozenset({"ccomp", "xcomp", "advcl", "acl", "csubj", "csubj:pass"})
_LOOSE = frozenset({"on", "in", "to", "for", "by"})
_YEAR = re.compile(r"(?:18|19|20)\d\d$")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A predicate with its governing clause, its tense, the vocabulary, and the year of publication if known."""

    token: Token
    governor: Clause | None
    tense: str
    words: Modality
    now: int | None


@dataclass(frozen=True, slots=True)
class Clue:
    """A sign of a clause's status: ``sign`` gives the status, or None where it does not apply."""

    weight: float
    sentence: str
    sign: Callable[[Surroundings], ClauseStatus | None]


def decide(around: Surroundings) -> tuple[ClauseStatus, bool]:
    """The clause's status, and whether it is negated."""
    negated = _is_negated(around.token, around.words)
    own: ClauseStatus = next((status for clue in CLUES if (status := clue.sign(around))), "fact")
    if negated and own == "fact":
        own = "denied"
    return _under_governor(own, around), negated


def _under_governor(own: ClauseStatus, around: Surroundings) -> ClauseStatus:
    """What the governing clause makes of a complement: what is denied or hoped for stays so below."""
    governor, token = around.governor, around.token
    if governor is None or token.dep_ not in (*_COMPLEMENTS, "conj") or _is_free(token):
        return own
    if token.dep_ not in ("xcomp", "ccomp"):
        return own
    if governor.status in ("denied", "cancelled", "conditional", "wished"):
        return governor.status
    above = around.words.status_of_governor.get(governor.lemma) if token.head.i == governor.predicate else None
    return _as_status(above) if above in ("denied", "conditional", "wished") and own == "planned" else own


def _is_free(token: Token) -> bool:
    """A coordinated clause with its own subject or finite verb stands on its own feet."""
    return token.dep_ == "conj" and any(c.dep_ in ("nsubj", "nsubj:pass", "aux") for c in token.children)


def _is_negated(token: Token, words: Modality) -> bool:
    for child in token.children:
        if child.dep_ in ("advmod", "neg", "aux", "mark") and child.lower_ in words.denials:
            return True
        if child.dep_ in ("nsubj", "nsubj:pass", "obj") and (
            child.lower_ in words.denials or any(d.dep_ == "det" and d.lower_ in words.denials for d in child.children)
        ):
            return True
    return False


def _condition(around: Surroundings) -> ClauseStatus | None:
    marks = {child.lower_ for child in around.token.children if child.dep_ in ("mark", "advmod")}
    inverted = around.token.dep_ == "advcl" and any(
        c.dep_ == "aux" and c.lower_ in ("should", "had", "were") and c.i < min(_starts(around.token), default=c.i)
        for c in around.token.children
    )
    return "conditional" if inverted or marks & around.words.status_of_opener.keys() else None


def _starts(token: Token) -> list[int]:
    return [child.i for child in token.children if child.dep_.startswith("nsubj")]


def _auxiliary(around: Surroundings) -> ClauseStatus | None:
    """What an auxiliary tells; of what hopes and doubts are about ("the hope that ... would") it tells nothing."""
    if around.token.dep_ == "acl" and (above := _governed(around)) in ("wished", "conditional"):
        return above
    for child in around.token.children:
        if child.dep_ in ("aux", "aux:pass", "cop"):
            status = around.words.status_of_auxiliary.get(child.lower_.replace("’", "'"))
            if status == "backshifted":
                return "planned" if _is_reported(around) and not _has_perfect(around.token) else "conditional"
            if status:
                return _as_status(status)
    return None


def _has_perfect(token: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "have" for child in token.children)


def _is_reported(around: Surroundings) -> bool:
    head = around.token.head
    nominal = around.token.dep_ in ("acl", "ccomp", "conj", "acl:relcl")
    verbal = around.governor is not None and around.governor.lemma.split()[0] in around.words.reports
    return nominal or verbal or head.lemma_ in around.words.status_of_governor


def _due(around: Surroundings) -> ClauseStatus | None:
    """ "is to sign", "are to be opened", "is going to open": an infinitive under "be", or a headline's."""
    token, head = around.token, around.token.head
    if not is_infinitive(token):
        return None
    if token.dep_.lower() == "root" and _starts(token):
        return "planned"
    own = any(
        (c.dep_.startswith("aux") or c.dep_ == "cop") and c.lower_ in ("is", "are", "was", "were", "'s", "’s")
        for c in token.children
    )
    going = head.lower_ == "going" and any(c.lemma_ == "be" for c in head.children)
    return "planned" if own or (token.dep_ in ("xcomp", "ccomp") and (head.lemma_ == "be" or going)) else None


def is_infinitive(token: Token) -> bool:
    """Whether a verb stands with "to"."""
    return any(child.dep_ in ("mark", "aux") and child.lower_ == "to" for child in token.children)


def _governed(around: Surroundings) -> ClauseStatus | None:
    token = around.token
    if token.dep_ not in _COMPLEMENTS:
        return None
    infinitive = is_infinitive(token)
    if token.dep_ in ("advcl", "acl") and not infinitive and token.dep_ != "acl":
        return None
    if token.dep_ == "acl" and token.tag_ in ("VBN", "VBD"):
        return None
    status = _of_object(around) or around.words.status_of_governor.get(_full_lemma(token.head))
    if status is None and _is_order(around):
        return "requested"
    finite = around.tense in ("past", "present") and token.dep_ == "ccomp" and not infinitive
    if status == "planned" and finite:
        return None
    return _as_status(status) if status else None


def _is_order(around: Surroundings) -> bool:
    """ "told Norway to lower its fees"."""
    token = around.token
    told = token.head.lemma_ == "tell" and token.dep_ in ("xcomp", "ccomp")
    return told and is_infinitive(token) and not _is_negated(token, around.words)


def _of_object(around: Surroundings) -> str | None:
    """ "voiced the hope that", "denied a report that": verb and object govern together, and doubt prevails."""
    token = around.token
    if token.dep_ != "ccomp" or token.head.pos_ != "VERB":
        return None
    objects = (c for c in token.head.children if c.dep_ == "obj" and c.i < token.i)
    found = (around.words.status_of_governor.get(c.lemma_.lower()) for c in objects)
    return next((status for status in found if status in ("wished", "conditional", "requested")), None)


def _full_lemma(token: Token) -> str:
    particles = (c.lower_ for c in token.children if c.dep_ == "compound:prt" or c.lower_ == "forward")
    particle = next((f" {word}" for word in particles if word not in _LOOSE), "")
    return f"{token.lemma_.lower()}{particle}"


def _purpose(around: Surroundings) -> ClauseStatus | None:
    """ "flew to Astana to sign": a purpose is not yet a fact; "voted to ratify" is one."""
    token = around.token
    if _full_lemma(token.head) in around.words.achieving.verbs:
        return None
    return "planned" if token.dep_ in ("advcl", "acl") and is_infinitive(token) else None


def _shared(around: Surroundings) -> ClauseStatus | None:
    token, governor = around.token, around.governor
    if token.dep_ != "conj" or governor is None or governor.predicate != token.head.i or _is_free(token):
        return None
    if is_infinitive(token) and governor.status == "fact":
        return _as_status(around.words.status_of_governor.get(governor.lemma, "planned"))
    return governor.status if token.tag_ in ("VB", "VBN", "VBG") and governor.status != "fact" else None


def _own_meaning(around: Surroundings) -> ClauseStatus | None:
    status = around.words.status_of_governor.get(_full_lemma(around.token))
    return "cancelled" if status == "cancelled" else None


def _pluperfect(around: Surroundings) -> ClauseStatus | None:
    had = any(c.dep_ == "aux" and c.lower_ in ("had", "'d") for c in around.token.children)
    reported = around.governor is not None and around.governor.lemma in around.words.reports
    return "recalled" if had and not reported else None


def _long_ago(around: Surroundings) -> ClauseStatus | None:
    if around.tense != "past":
        return None
    for child in around.token.children:
        if child.dep_.startswith("obl") and _is_past_time(child, around.now):
            return "recalled"
    return None


def _is_past_time(token: Token, now: int | None) -> bool:
    words = [token, *token.children]
    if now is not None and any(_YEAR.match(w.text) and int(w.text) < now for w in words) and _is_point(token):
        return True
    texts = {w.lower_ for w in words}
    return token.lemma_ in ("year", "decade", "century") and bool(texts & {"last", "ago", "previous"})


def _is_point(token: Token) -> bool:
    return not any(c.dep_ == "case" and c.lower_ in ("since", "from", "for", "under") for c in token.children)


def _as_status(name: str) -> ClauseStatus:
    return _STATUSES[name]


_STATUSES: dict[str, ClauseStatus] = {
    "fact": "fact", "planned": "planned", "denied": "denied", "cancelled": "cancelled", "conditional": "conditional",
    "wished": "wished", "requested": "requested", "recalled": "recalled",
}  # fmt: skip

CLUES: tuple[Clue, ...] = tuple(
    sorted(
        (
            Clue(1.0, "It opens with a word of condition.", _condition),
            Clue(0.9, "An auxiliary tells a plan, a possibility or a duty.", _auxiliary),
            Clue(0.8, "It is due: an infinitive under 'be'.", _due),
            Clue(0.7, "The word that governs it tells a plan, refusal, wish, request or recall.", _governed),
            Clue(0.6, "It shares the auxiliary of the clause it is joined to.", _shared),
            Clue(0.5, "It names a purpose.", _purpose),
            Clue(0.4, "The verb itself calls something off.", _own_meaning),
            Clue(0.3, "It lies before another past event.", _pluperfect),
            Clue(0.2, "It is dated to an earlier year.", _long_ago),
        ),
        key=lambda clue: -clue.weight,
    )
)
