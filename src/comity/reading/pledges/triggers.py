"""The word that makes a clause a commitment: "will", "agreed to", "is ready to"."""

from spacy.tokens import Token

from comity.reading.mentions import Clause
from comity.reading.pledges.scene import Scene

WEAK = frozenset({"will", "shall", "would", "be to", "be going"})


def trigger_of(scene: Scene, clause: Clause) -> str:
    """The word that makes the clause a commitment: its auxiliary, or what governs it; empty without one."""
    token = scene.page.doc[clause.predicate]
    helpers = {c.lower_.replace("’", "'") for c in token.children if c.dep_.startswith("aux") or c.dep_ == "cop"}
    infinitive = any(c.lower_ == "to" and c.dep_ in ("mark", "aux") for c in token.children)
    if helpers & {"will", "shall", "'ll", "would", "'d"}:
        return _reported(scene, clause) or ("will" if helpers & {"will", "shall", "'ll"} else "would")
    if infinitive and helpers & {"is", "are", "was", "were"}:
        return "be to"
    if token.dep_ == "conj" and not infinitive:
        first = scene.clauses.by_predicate.get(token.head.i)
        return trigger_of(scene, first) if first is not None and first.status == "planned" else ""
    return _before_infinitive(scene, token) if infinitive else ""


def _reported(scene: Scene, clause: Clause) -> str:
    """ "agreed that ... would": the governing verb commits, where it is a word of commitment."""
    governor = scene.governor(clause)
    sure = governor is not None and scene.words.commitment.get(governor.lemma, 0) >= 0.7
    return governor.lemma if sure and governor is not None and governor.status in ("fact", "recalled") else ""


def _before_infinitive(scene: Scene, token: Token) -> str:
    """The word that commits to an infinitive: its head, else the nearest such word before it in the sentence; in
    headlines the infinitive itself ("Estonia to give 14 drones")."""
    told = token.head.lemma_ == "be" and token.dep_ in ("xcomp", "ccomp")
    headline = token.dep_ == "root" and any(c.dep_ == "nsubj" and c.i < token.i for c in token.children)
    if told or headline:
        return "be to"
    if token.head.lower_ == "going":
        return "be going"
    if token.head.lemma_.lower() in scene.words.commitment:
        return token.head.lemma_.lower()
    listed = token.dep_ == "conj" or token.doc[max(token.i - 2, 0)].lower_ in ("and", ",")
    reach = 40 if listed else 9
    for position in range(token.i - 1, max(token.i - reach, token.sent.start) - 1, -1):
        word = token.doc[position]
        lemma = word.lemma_.lower()
        if lemma in scene.words.commitment and word.pos_ != "AUX":
            return lemma
        if not listed and word.pos_ in ("VERB", "AUX") and position < token.i - 1:
            return ""
    return ""
