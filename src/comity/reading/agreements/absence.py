"""Where a text names an instrument and tells that there is none: it is asked for, denied, was never signed."""

from comity.reading.agreements.above import verb_above
from comity.reading.agreements.candidates import Candidate
from comity.reading.agreements.scene import Scene

_VERBS = frozenset({"VERB", "AUX"})


def tells_of_none(scene: Scene, candidate: Candidate) -> bool:
    """Whether nothing is told of an instrument that exists or is to be."""
    return _is_asked(scene, candidate) or _is_unsigned(scene, candidate)


def _is_asked(scene: Scene, candidate: Candidate) -> bool:
    """ "Will Norway sign the treaty?": a question tells nothing; "And the treaty?" names what the answer tells of."""
    sentence = scene.page.sentence_of(candidate.noun)
    return sentence.text.rstrip(" \n”\"'").endswith("?") and any(word.pos_ in _VERBS for word in sentence)


def _is_none(scene: Scene, candidate: Candidate, verb: str) -> bool:
    """ "brought no agreement", "has never existed": there is none; where "no treaty was signed", one was to be."""
    words = scene.page.doc[candidate.noun].children
    absent = any(c.lower_ == "no" and c.dep_ in ("det", "advmod") for c in words)
    return absent and verb != "sign"


_BEING = frozenset({"exist", "have"})
_ENTERED = frozenset({"join", "accede", "reach"})


def _is_unsigned(scene: Scene, candidate: Candidate) -> bool:
    """ "Norway did not sign the agreement"; what "was not signed" by anybody, or not yet, is still to be."""
    found = verb_above(scene, candidate)
    if _is_none(scene, candidate, found[0].lemma_ if found is not None else ""):
        return True
    if found is None or found[1].i != candidate.anchor:
        return False
    clause = scene.clauses.by_predicate[found[0].i]
    if clause.negated and clause.lemma in _BEING:
        return True
    if found[1].dep_ != "obj":
        return False
    entered = clause.lemma in _ENTERED or scene.words.verbs.of(clause.lemma)[:1] == ("signed",)
    pending = any(c.lower_ in ("has", "have", "yet") for c in found[0].children)
    return entered and clause.negated and clause.status == "denied" and not pending
