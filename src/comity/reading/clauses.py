"""Clauses: predicates, who acts in them and on whom, and whether they tell facts or something less.

Needs universal dependencies only. The status of a clause (fact, planned, denied ...) is decided in
``status.py`` from the vocabulary of ``terms.modality``.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from spacy.tokens import Token

from comity.reading.mentions import Clause, Clauses, Page
from comity.reading.status import Surroundings, decide
from comity.terms.modality import Modality

Tense = Literal["past", "present", "future", "none"]

_SUBJECTS = frozenset({"nsubj", "nsubj:outer", "csubj", "expl"})
_PATIENTS = frozenset({"nsubj:pass", "csubj:pass"})
_OBJECTS = frozenset({"obj", "iobj", "dobj", "nsubj:pass"})
_CLAUSAL = frozenset(
    {"root", "ccomp", "xcomp", "advcl", "advcl:relcl", "acl", "acl:relcl", "csubj", "csubj:pass", "parataxis", "conj",
     "list", "appos", "dep", "orphan"}
)  # fmt: skip
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_OPENING, _CLOSING = frozenset("“«„"), frozenset("”»")


def read(page: Page) -> Clauses:
    """All clauses of the sentences that are read, in order of their predicates."""
    words = page.terms.table(Modality)
    now = int(page.report.published[:4]) if page.report.published else None
    work = _Work(words, now, _quoted(page))
    for sentence in page.sentences:
        for token in sentence:
            if is_predicate(token):
                work.clause(token)
    return Clauses(tuple(clause for _, clause in sorted(work.done.items())))


def is_predicate(token: Token) -> bool:
    """Whether the token heads a clause: a verb that is no mere modifier, or a word with a copula or subject."""
    if token.dep_.lower() not in _CLAUSAL:
        return False
    if token.pos_ == "VERB":
        return True
    return any(child.dep_ in ("cop", "nsubj", "nsubj:pass") for child in token.children)


def threat_of(clauses: Clauses, clause: Clause, verb: Token, words: Modality) -> Clause | None:
    """The clause with "if" or "unless" on which harm depends; None where there is no harm, or no such clause."""
    objects = (verb.doc[i].lemma_.lower() for i in clause.objects)
    if not words.harming.holds(clause.lemma, objects):
        return None
    below = (c for c in verb.children if c.dep_ == "advcl" and c.i in clauses.by_predicate and _opens_if(c))
    condition = next((clauses.by_predicate[c.i] for c in below), None)
    if condition is None or (condition.lemma in words.harming.friendly and not _opens_unless(verb, condition)):
        return None
    return condition


def _opens_unless(verb: Token, condition: Clause) -> bool:
    return condition.negated or any(c.lower_ == "unless" for c in verb.doc[condition.predicate].children)


def _opens_if(token: Token) -> bool:
    first = token.left_edge
    opening = first.lower_ in ("if", "unless", "should") or first.doc[first.i : first.i + 2].text.lower() == "in case"
    return opening or any(c.lower_ in ("if", "unless") and c.dep_ in ("mark", "advmod") for c in token.children)


def with_conjuncts(token: Token) -> tuple[Token, ...]:
    """The token and what is coordinated with it, in order of the text."""
    return (token, *token.conjuncts) if token.dep_ != "conj" else (token,)


def has_case(token: Token, *words: str) -> bool:
    """Whether one of the words stands as a preposition before the noun."""
    return any(child.dep_ == "case" and child.lower_ in words for child in token.children)


def governor_of(token: Token) -> Token | None:
    """The nearest predicate above the token, if any."""
    return next((above for above in token.ancestors if is_predicate(above)), None)


@dataclass
class _Work:
    """What is known while the clauses of one report are read."""

    words: Modality
    now: int | None
    quoted: frozenset[int]
    done: dict[int, Clause] = field(default_factory=dict)

    def clause(self, token: Token) -> Clause:
        """The clause of a predicate, made once; its governor's is made first."""
        chain = [token]
        while (above := governor_of(chain[-1])) is not None and above.i not in self.done:
            chain.append(above)
        for predicate in reversed(chain):
            if predicate.i not in self.done:
                self.done[predicate.i] = self._made(predicate)
        return self.done[token.i]

    def _made(self, token: Token) -> Clause:
        above = governor_of(token)
        governor = self.done[above.i] if above is not None else None
        passive = _is_passive(token, governor)
        tense = _tense(token, governor)
        status, negated = decide(Surroundings(token, governor, tense, self.words, self.now))
        subjects, objects = _arguments(token, governor, passive)
        return Clause(
            predicate=token.i,
            lemma=_lemma(token),
            subjects=_positions(subjects),
            objects=_positions(objects),
            obliques=_positions(_obliques(token)),
            passive=passive,
            negated=negated,
            tense=tense,
            status=status,
            quoted=token.i in self.quoted,
            governor=above.i if above is not None else None,
        )


def _positions(tokens: Iterable[Token]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(token.i for token in tokens))


def _lemma(token: Token) -> str:
    particle = next((child.lower_ for child in token.children if _is_particle(child)), None)
    lemma = token.lemma_.lower()
    return f"{lemma} {particle}" if particle else lemma


def _is_particle(child: Token) -> bool:
    """A particle belongs to its verb ("carry out", "look forward"); "on Friday" taken for one does not."""
    if child.dep_ == "advmod" and child.lower_ == "forward":
        return True
    if child.dep_ != "compound:prt":
        return False
    following = child.nbor() if child.i + 1 < len(child.doc) else child
    return child.lower_ not in ("on", "in", "to", "for", "by") or following.pos_ in ("PUNCT", "ADP", "SCONJ")


def _is_passive(token: Token, governor: Clause | None) -> bool:
    kinds = {child.dep_ for child in token.children}
    before = any(child.dep_ in _PATIENTS and child.i < token.i for child in token.children)
    if before or "aux:pass" in kinds:
        return True
    if token.tag_ != "VBN" or kinds & _OBJECTS or "aux" in kinds:
        return False
    shares = token.dep_ == "conj" and governor is not None and governor.passive and not kinds & _SUBJECTS
    return token.dep_ == "acl" or shares


def _tense(token: Token, governor: Clause | None) -> Tense:
    helpers = [child for child in token.children if child.dep_.startswith("aux") or child.dep_ == "cop"]
    if any(h.lower_ in ("will", "shall", "'ll", "’ll", "wo") for h in helpers):
        return "future"
    finite = [h for h in (*helpers, token) if h.tag_ in ("VBD", "VBP", "VBZ", "MD")]
    if any(h.tag_ == "VBD" for h in finite):
        return "past"
    if any(h.lemma_ == "have" for h in helpers):
        return "past"
    if finite:
        return "present"
    bare = token.dep_ == "conj" and governor is not None and token.tag_ in ("VB", "VBN", "VBG")
    return governor.tense if bare and governor is not None else "none"


def _arguments(token: Token, governor: Clause | None, passive: bool) -> tuple[list[Token], list[Token]]:
    """Who acts and on whom: the agent of a passive acts, its patient is acted upon."""
    objects = [t for child in token.children if child.dep_ in _OBJECTS for t in with_conjuncts(child)]
    if passive:
        patients = [t for child in token.children if child.dep_ in _PATIENTS for t in _meant(child, token)]
        agents = [t for child in token.children if _is_agent(child) for t in with_conjuncts(child)]
        return agents, [*(patients or _inherited_patients(token, governor)), *objects]
    heads = [child for child in token.children if child.dep_ in ("nsubj", "nsubj:outer")]
    stray = heads[1:] if heads and heads[0].i < token.i else []
    late = [child for child in stray if child.i > token.i]
    subjects = [t for child in heads if child not in late for t in _meant(child, token)]
    objects.extend(t for child in late for t in with_conjuncts(child))
    return subjects or list(_inherited_subjects(token, governor)), objects


def _meant(child: Token, predicate: Token) -> Iterator[Token]:
    """An argument with its conjuncts on the same side of the verb; for a relative pronoun the noun it stands for."""
    if child.lower_ in _RELATIVE and predicate.dep_ in ("acl:relcl", "acl"):
        yield from with_conjuncts(predicate.head)
    else:
        yield from (t for t in with_conjuncts(child) if t.i < predicate.i or child.i > predicate.i)


def _is_agent(child: Token) -> bool:
    return child.dep_ == "obl:agent" or (child.dep_ == "obl" and has_case(child, "by"))


def _inherited_patients(token: Token, governor: Clause | None) -> Iterator[Token]:
    if token.dep_ in ("acl", "acl:relcl"):
        yield from with_conjuncts(token.head)
    elif governor is not None:
        carried = _patients(governor) if governor.passive else governor.subjects
        yield from (token.doc[i] for i in carried)


def _patients(clause: Clause) -> tuple[int, ...]:
    """The objects of a passive that stand before it: its patients, not what they were given."""
    return tuple(i for i in clause.objects if i < clause.predicate) or clause.objects


def _inherited_subjects(token: Token, governor: Clause | None) -> Iterator[Token]:
    if token.dep_ in ("acl", "acl:relcl") and token.tag_ == "VBG":
        yield from with_conjuncts(token.head)
        return
    if token.dep_ in ("acl", "acl:relcl"):
        owners = [child for child in token.head.children if child.dep_ == "nmod:poss"]
        if owners:
            yield from owners
            return
    if governor is None or token.dep_ in ("parataxis", "root"):
        return
    if stray := _between(token, governor):
        yield from stray
        return
    yield from (token.doc[i] for i in _controllers(token, governor))


def _between(token: Token, governor: Clause) -> list[Token]:
    """ "Japan will train engineers, and Kenya will buy": Kenya, joined to Japan by the parser, acts in the second."""
    if token.dep_ != "conj" or token.i < governor.predicate:
        return []
    joined = (t for i in governor.subjects if i < governor.predicate for t in token.doc[i].conjuncts)
    return [t for t in joined if governor.predicate < t.i < token.i]


def _controllers(token: Token, governor: Clause) -> tuple[int, ...]:
    """Whose act an infinitive is: of the one asked ("asked Baku to"), else of the governor's subject."""
    if token.dep_ == "xcomp" and governor.objects and governor.lemma not in ("promise", "pledge", "vow", "take"):
        return _patients(governor) if governor.passive else governor.objects
    if token.dep_ == "xcomp" and not governor.subjects:
        return governor.objects or governor.obliques
    if token.dep_ in ("xcomp", "advcl") and governor.lemma in ("call", "appeal") and governor.obliques:
        return governor.obliques
    return governor.subjects or (_patients(governor) if governor.passive else ())


def _obliques(token: Token) -> list[Token]:
    heads = [c for c in token.children if c.dep_.startswith("obl") and not (_is_agent(c) and c.dep_ == "obl:agent")]
    return [t for child in heads for t in with_conjuncts(child)]


def _quoted(page: Page) -> frozenset[int]:
    """Positions inside quotation marks; a straight mark opens and closes in turn within a paragraph."""
    inside, found = False, []
    for token in page.doc:
        text = token.text
        if text in _OPENING:
            inside = True
        elif text in _CLOSING or "\n\n" in text:
            inside = False
        elif text in ('"', "''", "``"):
            inside = not inside
        elif inside:
            found.append(token.i)
    return frozenset(found)
