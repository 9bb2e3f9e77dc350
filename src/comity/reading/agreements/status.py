"""What became of an instrument: a table of clues, each with a weight and one sentence; the weights add up."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Span as Stretch
from spacy.tokens import Token

from comity.findings import AgreementStatus
from comity.reading.agreements.above import governing, verb_above
from comity.reading.agreements.absence import tells_of_none
from comity.reading.agreements.candidates import Candidate
from comity.reading.agreements.scene import Scene
from comity.reading.mentions import Clause
from comity.terms.modality import Modality

Sign = Callable[[Scene, Candidate], AgreementStatus | None]


@dataclass(frozen=True, slots=True)
class Clue:
    """A sign of an instrument's status; ``sign`` gives the status, or None where it does not apply."""

    weight: float
    sentence: str
    sign: Sign


_SURE = 1.0
_OUTDONE: dict[AgreementStatus, tuple[AgreementStatus, ...]] = {
    "ratified": ("signed", "in_force"), "terminated": ("signed",), "rejected": ("planned",),
}  # fmt: skip


def status(scene: Scene, candidate: Candidate) -> tuple[AgreementStatus | None, float]:
    """The status with the greatest weight of clues, and that weight; None without a clue.

    What has been ratified or ended was signed before, what has been rejected was planned: that counts no more.
    Of what was not signed nothing else counts."""
    weights = {} if tells_of_none(scene, candidate) else weighed(scene, candidate)
    if not weights:
        return None, 0.0
    for later, outdone in _OUTDONE.items():
        if weights.get(later, 0.0) >= _SURE:
            for earlier in outdone:
                weights.pop(earlier, None)
    best = max(weights, key=lambda told: weights[told])
    return best, weights[best]


def weighed(scene: Scene, candidate: Candidate) -> dict[AgreementStatus, float]:
    """For each status that a clue speaks for, the weight of its clues."""
    weights: dict[AgreementStatus, float] = {}
    for clue in CLUES:
        if (told := clue.sign(scene, candidate)) is not None:
            weights[told] = weights.get(told, 0.0) + clue.weight
    return weights


_UNDONE = ("planned", "wished", "requested", "conditional", "denied", "cancelled")


def _by_verb(scene: Scene, candidate: Candidate) -> AgreementStatus | None:
    found = verb_above(scene, candidate)
    anchor = scene.page.doc[candidate.anchor]
    if found is None or found[1] != anchor:
        return None
    clause = scene.clauses.by_predicate[found[0].i]
    if clause.lemma in _OF_OBJECTS and (clause.passive or anchor.dep_ != "obj"):
        return None
    statuses = scene.words.verbs.of(clause.lemma)
    if anchor.dep_ == "nsubj" and not clause.passive:
        return None
    if anchor.dep_.startswith(("obl", "advcl")):
        statuses = _by_phrase(scene, clause) or (statuses if clause.lemma in _WITH_PREPOSITION else ())
    if not statuses:
        return None
    if clause.status in _UNDONE:
        return _of_undone(scene, clause, statuses[0])
    return statuses[0]


# Verbs that end an instrument which is their object, and nothing else ("left with six documents", "was left open").
_OF_OBJECTS = frozenset({"leave", "end"})


def _of_undone(scene: Scene, clause: Clause, told: AgreementStatus) -> AgreementStatus | None:
    """ "will sign": planned; "refused to sign", "will not sign": rejected."""
    if told not in ("signed", "planned", "ratified"):
        return None
    turned_down = clause.negated and clause.status == "planned" and clause.lemma in _ACCEPTING
    if turned_down and _is_final(scene, clause):
        return "rejected"
    governor = scene.clauses.by_predicate.get(clause.governor) if clause.governor is not None else None
    refused = clause.status == "denied" and governor is not None and governor.status == "fact"
    if refused and governor is not None and "rejected" in scene.words.verbs.of(governor.lemma):
        return "rejected"
    return "signed" if told == "ratified" else "planned"


_ACCEPTING = frozenset({"sign", "join", "ink", "conclude", "accept", "adopt", "approve", "endorse", "accede"})


def _is_final(scene: Scene, clause: Clause) -> bool:
    """Whether "will not sign" leaves no door open ("until", "before", "unless")."""
    words = {token.lower_ for token in scene.page.doc[clause.predicate].subtree}
    return not words & {"until", "before", "unless", "yet", "if", "today"}


def _by_what_it_does(scene: Scene, candidate: Candidate) -> AgreementStatus | None:
    """ "The agreement covers ...", "expires ...": what acts is in force, or ends."""
    anchor = scene.page.doc[candidate.anchor]
    clause = scene.clauses.by_predicate.get(anchor.head.i)
    if clause is None or anchor.dep_ != "nsubj" or clause.passive or clause.status in _UNDONE:
        return None
    if clause.lemma in _OF_OBJECTS:
        return None
    return next((s for s in scene.words.verbs.of(clause.lemma) if s in ("in_force", "terminated")), None)


_WITH_PREPOSITION = frozenset(
    {"withdraw", "pull out", "agree", "work", "work on", "settle", "abide", "comply", "accede"}
)


def _by_phrase(scene: Scene, clause: Clause) -> tuple[AgreementStatus, ...]:
    """ "put their names to": a verb and its object together."""
    verb = clause.lemma.split()[0]
    return next(
        (s for i in clause.objects if (s := scene.words.phrases.of(f"{verb} {scene.page.doc[i].lemma_.lower()}"))), ()
    )


def _by_act(scene: Scene, candidate: Candidate) -> AgreementStatus | None:
    for above in (*_before(scene, candidate), *(a for a, _ in governing(scene, candidate.anchor))):
        if above.pos_ not in ("NOUN", "PROPN"):
            return None
        statuses = scene.words.acts.of(above.lower_) or scene.words.acts.of(above.lemma_.lower())
        if not statuses:
            continue
        if statuses[0] == "ratified":
            return "ratified" if _happened(scene, above) else "signed"
        if statuses[0] == "signed":
            return "signed" if _happened(scene, above) else "planned"
        return statuses[0]
    return None


def _before(scene: Scene, candidate: Candidate) -> Iterator[Token]:
    """The noun before "of the", "on a" that stand right before the title, whatever the tree says."""
    doc, position = scene.page.doc, candidate.start - 1
    first = scene.page.sentence_of(candidate.noun).start
    while position > first and doc[position].pos_ in ("DET", "ADJ", "PRON", "PUNCT", "NUM"):
        position -= 1
    if position > first and doc[position].lower_ in ("of", "on", "for", "regarding", "to", "concerning", "about"):
        yield doc[position - 1]


def _happened(scene: Scene, act: Token) -> bool:
    clause = scene.clauses.of(act)
    if clause is None:
        return True
    planning = "planned" in scene.words.verbs.of(clause.lemma) or clause.status == "wished"
    return clause.status not in _UNDONE and not planning and not _is_awaited(scene, act, clause)


def _is_awaited(scene: Scene, act: Token, clause: Clause) -> bool:
    """ "looked forward to the signing", "stressed the importance of signing": what governs the act awaits it."""
    governors = scene.page.terms.table(Modality).status_of_governor
    above = [act.head, *(token for token, _ in governing(scene, act.i))]
    words = {token.lemma_.lower() for token in above if token.i > clause.predicate or token.i == clause.predicate}
    return any(governors.get(word) in _AWAITED for word in (words | {clause.lemma}) - _TOLD_OF_THE_DONE)


_AWAITED = frozenset({"planned", "wished", "requested"})
_TOLD_OF_THE_DONE = frozenset({"welcome", "commission", "order", "arrangement", "agreement"})


def _by_participle(scene: Scene, candidate: Candidate) -> AgreementStatus | None:
    """ "signed in 2016 and ratified in 2018" after the noun: the last that happened to it."""
    told: AgreementStatus | None = None
    for clause in own_clauses(scene, candidate):
        told = _of_own_clause(scene, clause) or told
    return told


def _of_own_clause(scene: Scene, clause: Clause) -> AgreementStatus | None:
    statuses = scene.words.verbs.of(clause.lemma)
    acts = [s for i in (*clause.subjects, *clause.objects) for s in _acts_at(scene, scene.page.doc[i])]
    if "planned" in acts or (acts and acts[0] == "signed" and clause.status in _UNDONE):
        return "planned"
    if not statuses or statuses[0] not in ("signed", "ratified", "terminated", "planned"):
        return None
    if clause.status in _UNDONE:
        return "planned"
    return "in_force" if statuses[0] == "signed" and _long_signed(scene, clause) else statuses[0]


def _acts_at(scene: Scene, noun: Token) -> tuple[AgreementStatus, ...]:
    return scene.words.acts.of(noun.lower_) or scene.words.acts.of(noun.lemma_.lower())


def _long_signed(scene: Scene, clause: Clause) -> bool:
    """Whether the clause is dated to a year before the report's."""
    head = scene.page.doc[clause.predicate]
    told = scene.when.moments_in(head.i, head.right_edge.i + 1)
    return scene.when.now is not None and any(m.value[:4] < scene.when.now[:4] for m in told if m.form != "since")


def own_clauses(scene: Scene, candidate: Candidate) -> Iterator[Clause]:
    """Clauses that hang on the noun ("which entered into force"), or follow it at once ("signed in 2016")."""
    doc = scene.page.doc
    heads = [c for c in doc[candidate.noun].children if c.dep_ in ("acl", "acl:relcl", "appos", "parataxis")]
    joined = [t for head in heads for t in head.conjuncts if t.i > head.i]
    after = [t for t in doc[candidate.end : candidate.end + 2] if t.tag_ == "VBN" and t.pos_ == "VERB"]
    for position in sorted({token.i for token in (*heads, *joined, *after)}):
        if position in scene.clauses.by_predicate:
            yield scene.clauses.by_predicate[position]


def _by_preposition(scene: Scene, candidate: Candidate) -> AgreementStatus | None:
    noun = scene.page.doc[candidate.noun]
    cases = {child.lower_ for child in noun.children if child.dep_ == "case"}
    if candidate.kind == "declaration" and cases & {"in", "with"}:
        return "signed"
    return "in_force" if cases & set(scene.words.prepositions.in_force) else None


def _near(scene: Scene, candidate: Candidate, size: int = 9) -> str:
    doc = scene.page.doc
    sentence = scene.page.sentence_of(candidate.noun)
    return " ".join(t.lower_ for t in doc[candidate.end : min(candidate.end + size, sentence.end)])


def _by_words_after(scene: Scene, candidate: Candidate) -> AgreementStatus | None:
    told = scene.words.after.within(_near(scene, candidate))
    clause = scene.clauses.of(scene.page.doc[candidate.noun])
    ahead = clause is not None and clause.status in _UNDONE
    return None if told == "in_force" and ahead else told


def _by_parliament(scene: Scene, candidate: Candidate) -> AgreementStatus | None:
    """ "Parliament approved the protocol", "signed in May and approved by lawmakers": ratified."""
    found = verb_above(scene, candidate)
    above = [scene.clauses.by_predicate[found[0].i]] if found is not None else []
    bodies = scene.words.parliaments
    for clause in (*above, *own_clauses(scene, candidate)):
        doers = {scene.page.doc[i].lower_ for i in clause.subjects}
        if clause.status == "fact" and clause.lemma in bodies.verbs and doers & bodies.nouns:
            return "ratified"
    return None


def _marked(scene: Scene, candidate: Candidate) -> AgreementStatus | None:
    doc = scene.page.doc
    before = {t.lower_ for t in doc[max(candidate.start - 3, 0) : candidate.noun]}
    if before & set(scene.words.marks.planned):
        return "planned"
    return "in_force" if before & set(scene.words.marks.in_force) else None


def _by_list(scene: Scene, candidate: Candidate) -> AgreementStatus | None:
    """A line of a list without a verb shares the fate told before it."""
    number = scene.page.sentence_numbers[candidate.noun]
    if not _is_listing(scene, scene.page.sentences[number]):
        return None
    for earlier in reversed(scene.page.sentences[max(0, number - 8) : number]):
        for token in earlier:
            if (told := _signing_at(scene, token)) is not None:
                return told
    return None


def _is_listing(scene: Scene, sentence: Stretch) -> bool:
    """Whether a sentence only names things: without a verb, or with "include", "are"."""
    verbs = [t for t in sentence if t.pos_ == "VERB" and t.i in scene.clauses.by_predicate]
    heads = [t for t in verbs if t.dep_ in ("root", "conj", "ccomp")]
    return not heads or heads[0].lemma_ in ("include", "comprise", "cover", "concern")


def _signing_at(scene: Scene, token: Token) -> AgreementStatus | None:
    clause = scene.clauses.by_predicate.get(token.i)
    if clause is not None and clause.lemma in scene.words.signing.verbs:
        return "planned" if clause.status in _UNDONE else "signed"
    act = token.pos_ == "NOUN" and token.lower_ in ("signing", "signature", "adoption")
    return ("signed" if _happened(scene, token) else "planned") if act else None


def _in_sentence(scene: Scene, candidate: Candidate) -> AgreementStatus | None:
    """Somewhere in the sentence something is signed."""
    sentence = scene.page.sentence_of(candidate.noun)
    for token in sentence:
        clause = scene.clauses.by_predicate.get(token.i)
        if clause is not None and clause.lemma in scene.words.signing.verbs:
            return "planned" if clause.status in _UNDONE or clause.lemma in ("initial", "negotiate") else "signed"
    return None


def _by_pronoun(scene: Scene, candidate: Candidate) -> AgreementStatus | None:
    """The next sentence goes on with "it": "It was ratified in 2018"."""
    number = scene.page.sentence_numbers[candidate.noun] + 1
    if number >= len(scene.page.sentences):
        return None
    for token in scene.page.sentences[number][:12]:
        clause = scene.clauses.by_predicate.get(token.i)
        if clause is not None:
            heads = {scene.page.doc[i].lower_ for i in (*clause.subjects, *clause.objects)}
            return _of_own_clause(scene, clause) if heads & {"it", "they", "both", "these"} else None
    return None


def _by_verb_before(scene: Scene, candidate: Candidate) -> AgreementStatus | None:
    """A verb not far before the title, whatever the tree says."""
    doc = scene.page.doc
    first = max(scene.page.sentence_of(candidate.noun).start, candidate.start - 7)
    for position in range(candidate.start - 1, first - 1, -1):
        clause = scene.clauses.by_predicate.get(position)
        if clause is not None and doc[position].pos_ == "VERB" and clause.lemma not in _OF_OBJECTS:
            statuses = scene.words.verbs.of(clause.lemma)
            told = statuses[0] if statuses else None
            return _BEFORE.get(told, told) if told is not None and clause.status in _UNDONE else told
        if doc[position].lower_ in scene.words.by_form:
            return None
    return None


# What an instrument still is whose signing or ratification has not come about.
_BEFORE: dict[AgreementStatus, AgreementStatus] = {"signed": "planned", "ratified": "signed"}


def _headline(scene: Scene, candidate: Candidate) -> AgreementStatus | None:
    """A line in capitals that names the document itself: "JOINT STATEMENT"."""
    return "signed" if scene.page.doc[candidate.noun].is_upper and candidate.kind == "declaration" else None


def _by_headline(scene: Scene, candidate: Candidate) -> AgreementStatus | None:
    """ "Chile and Norway sign agreement on ...": in headlines the present tells what has been done."""
    doc = scene.page.doc
    if candidate.start <= scene.page.sentence_of(candidate.noun).start:
        return None
    verb = doc[candidate.start - 1]
    helped = any(c.dep_.startswith("aux") or c.lower_ in ("to", "not") for c in (verb, *verb.children))
    before = doc[verb.i - 1].lower_ if verb.i else ""
    told = verb.lower_ in scene.words.title.verbs and not helped
    return "signed" if told and before not in ("to", "will", "not", "would", "may", "must", "should") else None


def _named(scene: Scene, candidate: Candidate) -> AgreementStatus | None:
    named = candidate.definite or candidate.end - candidate.start >= 3
    if not named or candidate.bare or candidate.plural:
        return None
    return "signed" if candidate.kind == "declaration" else "in_force"


CLUES: tuple[Clue, ...] = (
    Clue(0.9, "The report is the document: a line in capitals names it.", _headline),
    Clue(0.9, "A headline's present tense tells that it was signed.", _by_headline),
    Clue(1.2, "A verb tells what was done with it.", _by_verb),
    Clue(1.3, "A parliament approved it.", _by_parliament),
    Clue(0.8, "It does something ('covers', 'expires').", _by_what_it_does),
    Clue(1.0, "A noun tells what was done with it ('the signing of').", _by_act),
    Clue(1.1, "A clause of its own tells it ('signed in 2016').", _by_participle),
    Clue(0.4, "A verb stands shortly before it.", _by_verb_before),
    Clue(0.3, "The next sentence goes on with 'it'.", _by_pronoun),
    Clue(0.7, "It stands after 'under', 'within', 'pursuant to'.", _by_preposition),
    Clue(1.3, "Words after it tell ('in force', 'under negotiation').", _by_words_after),
    Clue(1.0, "A word before it tells ('draft', 'existing').", _marked),
    Clue(0.7, "It is a line of a list of what was signed.", _by_list),
    Clue(0.3, "Something is signed in the same sentence.", _in_sentence),
    Clue(0.25, "A name of its own without any word of its fate: it exists.", _named),
)
