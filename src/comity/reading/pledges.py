"""Pledges: what states, or their officials for them, commit to do.

A pledge is a clause that lies ahead ("will", "agreed to", "is ready to", "promised that"), or the
thing promised ("pledged 30 million euros"); its text is the shortest that says what is to be done,
without the deadline.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Token

from comity.findings import Agreement, Encounter, Pledge
from comity.reading.actors import Actors
from comity.reading.clauses import has_case, threat_of
from comity.reading.extents import BEFORE_TIME, without_deadline, words_of
from comity.reading.mentions import Clause, Clauses, Moment, Page, When, Who
from comity.terms.modality import Modality

_LEAST, _SURE = 0.55, 0.75
_FEWEST_WORDS = 2


@dataclass(frozen=True)
class Scene:
    """What the report tells: actors, clauses, times; and the vocabulary."""

    page: Page
    actors: Actors
    clauses: Clauses
    when: When
    words: Modality

    @cached_property
    def happening(self) -> frozenset[str]:
        """Verbs of what only happens."""
        return frozenset(self.words.happening.verbs)

    @cached_property
    def meeting(self) -> frozenset[str]:
        """Verbs of encounters, signings and states of mind."""
        return frozenset(self.words.meeting.verbs)

    @cached_property
    def gatherings(self) -> frozenset[str]:
        """Nouns of encounters."""
        return frozenset(self.words.gatherings.words)


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment before its words are cut: who commits, the tokens [start, end), the word that commits."""

    by: tuple[str, ...]
    start: int
    end: int
    head: int
    weight: float


def read(
    page: Page, who: Who, clauses: Clauses, when: When, agreements: Iterable[Agreement], encounters: Iterable[Encounter]
) -> tuple[Pledge, ...]:
    """Every pledge of the report, in order, each once."""
    scene = Scene(page, Actors(page, who), clauses, when, page.terms.table(Modality))
    kept: list[Promise] = []
    related = frozenset((*(c for a in agreements for c in a.countries), *(c for e in encounters for c in e.countries)))
    for promise in sorted(_promises(scene), key=lambda p: (p.start, -p.end)):
        sure = promise.weight >= _LEAST and promise.by and _concerns_others(scene, promise, related)
        if sure and not any(_overlap(promise, other) for other in kept):
            kept.append(promise)
    found = (_finding(scene, promise) for promise in kept)
    return tuple(pledge for pledge in found if pledge is not None)


def _concerns_others(scene: Scene, promise: Promise, related: frozenset[str]) -> bool:
    """A pledge between states: of several, of one that meets or agrees with others, or with another named nearby."""
    if len(promise.by) > 1 or set(promise.by) & related:
        return True
    number = scene.page.sentence_numbers[promise.head]
    reach = 1 if promise.weight >= _SURE else 0
    near = scene.page.sentences[max(0, number - reach) : number + reach + 1]
    named = {m.code for s in near for m in scene.actors.who.states_in(s.start, s.end)}
    return bool(named - set(promise.by))


def _overlap(one: Promise, other: Promise) -> bool:
    return one.start < other.end and other.start < one.end


def _promises(scene: Scene) -> Iterator[Promise]:
    last: Promise | None = None
    for clause in scene.clauses.items:
        found = _of_clause(scene, clause, last)
        if found is not None:
            last = found if found.by else last
            yield found
        yield from _things(scene, clause)


def _of_clause(scene: Scene, clause: Clause, last: Promise | None) -> Promise | None:
    token = scene.page.doc[clause.predicate]
    if clause.status != "planned" or token.i not in scene.page.sentence_numbers or token.pos_ not in ("VERB", "AUX"):
        return None
    if _is_doubted(scene, clause) or _is_no_deed(token):
        return None
    trigger = trigger_of(scene, clause)
    weight = scene.words.commitment.get(trigger, 0.0)
    if not weight:
        return None
    by, own = _committed(scene, clause)
    if not own and (_only_happens(scene, clause, trigger) or token.dep_ == "acl:relcl"):
        return None
    by = by or _from_context(scene, clause, last)
    unmeant = _is_meeting(scene, clause) if own else _is_said_of_things(clause, trigger)
    if unmeant or _is_of_some_firm(scene, clause, trigger) or _is_threat(scene, clause, by):
        return None
    start = _with_denial(token) if own else _first_of(token)
    start, end = words_of(token, start)
    return Promise(by, start, end, token.i, weight)


def _is_said_of_things(clause: Clause, trigger: str) -> bool:
    """What things will do in somebody's own words: "the second bridge will prove"."""
    return clause.quoted and not clause.passive and trigger in _WEAK


def _is_of_some_firm(scene: Scene, clause: Clause, trigger: str) -> bool:
    """ "A Peruvian firm will sell": no state takes it upon itself, unless one told so."""
    governor = _governor(scene, clause)
    told = governor is not None and bool(scene.actors.subjects(governor))
    weak = not clause.passive and not told and trigger in _WEAK
    return weak and any(_is_some_firm(scene, i) for i in clause.subjects)


def _is_some_firm(scene: Scene, position: int) -> bool:
    """ "a Peruvian firm", "Peruvian firms": private ones, not the one that the report tells of."""
    noun = scene.page.doc[position]
    known = any(c.dep_ in ("det", "nmod:poss") and c.lower_ not in ("a", "an", "some") for c in noun.children)
    return noun.lemma_.lower() in scene.words.firms.words and not known


def _is_threat(scene: Scene, clause: Clause, by: tuple[str, ...]) -> bool:
    """Harm that is to follow if another state does something."""
    condition = threat_of(scene.clauses, clause, scene.page.doc[clause.predicate], scene.words)
    return condition is not None and bool(set(scene.actors.subjects(condition)) - set(by))


_CONTENT = frozenset({"ccomp", "xcomp", "acl", "advcl"})
_DOUBTED = ("denied", "cancelled")


def _is_doubted(scene: Scene, clause: Clause) -> bool:
    """Whether a clause above is no fact: "denied that it agreed to", "hopes that ... will"."""
    below: Clause | None = clause
    for _ in range(3):
        if below is None or scene.page.doc[below.predicate].dep_ not in _CONTENT:
            return False
        below = _governor(scene, below)
        if below is not None and below.status in _DOUBTED:
            return True
    return False


def _is_no_deed(token: Token) -> bool:
    """ "will have received", "will have to make do": nothing that somebody takes upon himself."""
    done = any(c.dep_ == "aux" and c.lemma_ == "have" for c in token.children)
    return done or (token.lemma_ == "have" and any(c.dep_ == "xcomp" for c in token.children))


def _with_denial(token: Token) -> int:
    """A promise not to do something begins with "not"."""
    return token.i - 1 if token.i > 0 and token.nbor(-1).lower_ in ("not", "n't", "never") else token.i


def _is_meeting(scene: Scene, clause: Clause) -> bool:
    """A verb of encounters, alone or with its object ("take part")."""
    objects = (scene.page.doc[i].lemma_.lower() for i in clause.objects)
    return clause.lemma in scene.meeting or any(f"{clause.lemma} {noun}" in scene.meeting for noun in objects)


def _only_happens(scene: Scene, clause: Clause, trigger: str) -> bool:
    """A thing's future that nobody commits to, or an encounter that will be held."""
    heads = (*clause.subjects, *clause.objects)
    if any(scene.page.doc[i].lemma_.lower() in scene.gatherings for i in heads[:1]):
        return True
    return trigger == "be to" or (trigger in _WEAK and clause.lemma in scene.happening)


_WEAK = frozenset({"will", "shall", "would", "be to", "be going"})


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
    governor = _governor(scene, clause)
    sure = governor is not None and scene.words.commitment.get(governor.lemma, 0) >= 0.7
    return governor.lemma if sure and governor is not None and governor.status in ("fact", "recalled") else ""


def _before_infinitive(scene: Scene, token: Token) -> str:
    """The word that commits to an infinitive: its head, else the nearest such word before it in the sentence."""
    if token.head.lemma_ == "be" and token.dep_ in ("xcomp", "ccomp"):
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


def _committed(scene: Scene, clause: Clause) -> tuple[tuple[str, ...], bool]:
    """Who commits, and whether they are the clause's own subject (else its words are part of the pledge)."""
    subjects = scene.actors.subjects(clause)
    token = scene.page.doc[clause.predicate]
    own_subject = any(c.dep_ in ("nsubj", "nsubj:pass", "nsubj:outer") for c in token.children)
    if not clause.passive and clause.subjects and _is_acting(scene, clause):
        return subjects, True
    governor = _governor(scene, clause)
    return _speakers(scene, governor), not own_subject and not clause.passive


def _from_context(scene: Scene, clause: Clause, last: Promise | None) -> tuple[str, ...]:
    """Nobody is told to commit: whoever speaks in the sentence, else who committed just before, else our side."""
    sentence = scene.page.sentence_of(clause.predicate)
    for token in sentence:
        other = scene.clauses.by_predicate.get(token.i)
        speaking = other is not None and not other.quoted and other.lemma in scene.words.reports
        if speaking and other is not None and (codes := scene.actors.subjects(other)):
            return codes
    token = scene.page.doc[clause.predicate]
    if any(c.lower_ == "we" for c in token.children) and scene.actors.who.ours:
        return (scene.actors.who.ours,)
    if not clause.passive and (codes := scene.actors.subjects(clause)):
        return codes
    near = last is not None and 0 <= clause.predicate - last.head <= 60
    return last.by if near and last is not None else ()


def _governor(scene: Scene, clause: Clause) -> Clause | None:
    return scene.clauses.by_predicate.get(clause.governor) if clause.governor is not None else None


def _is_acting(scene: Scene, clause: Clause) -> bool:
    """A state, an official or a body of one, not a thing that belongs to one ("Turkish exports will")."""
    return any(
        scene.actors.named(i) or scene.page.doc[i].lemma_.lower() in scene.words.bodies.words for i in clause.subjects
    )


def _speakers(scene: Scene, governor: Clause | None) -> tuple[str, ...]:
    """For whom the governing clause speaks: "Tashkent announced that ...", "it was agreed that ..."."""
    for _ in range(6):
        if governor is None:
            break
        if codes := scene.actors.subjects(governor):
            return codes
        if governor.lemma in ("agree", "decide", "resolve", "reach", "settle"):
            return tuple(scene.actors.who.pair)
        governor = _governor(scene, governor)
    return ()


def _first_of(token: Token) -> int:
    """Where the clause's own words begin: its subject, behind "that" and openers."""
    subject = next((c for c in token.children if c.dep_ in ("nsubj", "nsubj:pass", "nsubj:outer")), None)
    return subject.left_edge.i if subject is not None else token.i


def _things(scene: Scene, clause: Clause) -> Iterator[Promise]:
    """ "pledged 30 million yuan": the object of a verb of promising."""
    if clause.status not in ("fact", "recalled") or clause.passive or not clause.objects:
        return
    thing = _thing(scene, clause, scene.page.doc[clause.objects[0]])
    if thing is not None and thing.pos_ in ("NOUN", "NUM", "SYM", "PROPN"):
        start, end = words_of(thing, thing.left_edge.i)
        while start < thing.i and scene.page.doc[start].pos_ in ("ADP", "DET"):
            start += 1
        yield Promise(scene.actors.subjects(clause), start, end, thing.i, 0.6)


def _thing(scene: Scene, clause: Clause, noun: Token) -> Token | None:
    """What is promised: the object of a verb of promising, or what plans that are told of are for."""
    if clause.lemma in scene.words.giving.verbs:
        people = scene.actors.who.people_in(noun.i, noun.i + 1) or scene.actors.who.states_in(noun.i, noun.i + 1)
        return None if people or noun.lower_ in scene.words.giving.words else noun
    if noun.lemma_.lower() in ("plan", "intention") and scene.words.commitment.get(noun.lemma_.lower()):
        return next((c for c in noun.children if c.dep_ == "nmod" and has_case(c, "for")), None)
    return None


def _finding(scene: Scene, promise: Promise) -> Pledge | None:
    """The pledge, unless one word or none is left of what is to be done ("will respond")."""
    deadline = _deadline(scene, promise)
    start, end = without_deadline(scene.page, promise.start, promise.end, deadline)
    if end - start < _FEWEST_WORDS:
        return None
    first, last = scene.page.chars(start, end)
    return Pledge.found(
        scene.page.report,
        scene.page.evidence(promise.head),
        step="pledges",
        confidence=promise.weight,
        inferred=("deadline",) if deadline is not None and deadline.inferred and scene.when.now_inferred else (),
        by=tuple(sorted(set(promise.by))),
        text=scene.page.report.text[first:last],
        deadline=_until(deadline) if deadline is not None else None,
    )


def _deadline(scene: Scene, promise: Promise) -> Moment | None:
    """The time told within the pledge's words, right after them, or before its verb in the same clause."""
    doc = scene.page.doc
    sentence = scene.page.sentence_of(promise.head)
    now = scene.when.now
    for moment in scene.when.moments_in(sentence.start, sentence.end):
        ahead = now is None or moment.date >= now[: len(moment.date)] or (moment.last or "") >= now[:4]
        if ahead and moment.form in _DEADLINES and _belongs(doc, promise, moment):
            return moment
    return None


_DEADLINES = frozenset({"deadline", "point", "period", "fiscal", "since"})


def _belongs(doc: Doc, promise: Promise, moment: Moment) -> bool:
    if promise.start <= moment.start < promise.end:
        return True
    if moment.start >= promise.end:
        gap = doc[promise.end : moment.start]
        return len(gap) <= 9 and all(t.lower_ in BEFORE_TIME for t in gap)
    head = doc[moment.start : moment.end].root
    return any(above.i == promise.head for above in head.ancestors)


def _until(moment: Moment) -> str:
    """A deadline as one date: of a stretch of years its last."""
    return moment.last if moment.last is not None and len(moment.last) == 4 else moment.date
