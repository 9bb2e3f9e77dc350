"""Things promised: "pledged 30 million yuan", "plans for a bridge"."""

from collections.abc import Iterator

from spacy.tokens import Token

from comity.reading.clauses import has_case
from comity.reading.extents import words_of
from comity.reading.mentions import Clause
from comity.reading.pledges.scene import Promise, Scene

_SURENESS = 0.6
_THINGS = ("NOUN", "NUM", "SYM", "PROPN")


def things(scene: Scene, clause: Clause) -> Iterator[Promise]:
    """ "pledged 30 million yuan": the object of a verb of promising; doubted, what is only settled on."""
    if clause.status not in ("fact", "recalled", "planned"):
        return
    sure = _thing(scene, clause) if clause.status != "planned" and not clause.passive else None
    if sure is not None and sure.pos_ in _THINGS:
        yield _promise(scene, clause, sure, doubted=False)
    for thing in _doubtful(scene, clause):
        if thing != sure and thing.pos_ in _THINGS and thing.i in scene.page.sentence_numbers:
            yield _promise(scene, clause, thing, doubted=True)


def _promise(scene: Scene, clause: Clause, thing: Token, *, doubted: bool) -> Promise:
    start, end = words_of(thing, thing.left_edge.i)
    doc = scene.page.doc
    while start < thing.i and (doc[start].pos_ in ("ADP", "DET") or _is_recipient(scene, start)):
        start += 1
    return Promise(scene.actors.subjects(clause), start, end, thing.i, _SURENESS, doubted)


def _is_recipient(scene: Scene, position: int) -> bool:
    """ "promised Jordan an aid package": a state, taken for part of what it is promised."""
    after = scene.page.doc[position + 1]
    named = scene.actors.who.states_in(position, position + 1)
    return bool(named) and (after.pos_ in ("DET", "NUM", "SYM") or after.tag_ in ("NNS", "CD", "$"))


def _thing(scene: Scene, clause: Clause) -> Token | None:
    """What is promised: the object of a verb of promising, or what plans that are told of are for."""
    noun = scene.page.doc[clause.objects[0]] if clause.objects else None
    if noun is None:
        return None
    if clause.lemma in scene.words.giving.verbs:
        return noun if _may_be_given(scene, noun) else None
    if noun.lemma_.lower() in ("plan", "intention") and scene.words.commitment.get(noun.lemma_.lower()):
        return next((c for c in noun.children if c.dep_ == "nmod" and has_case(c, "for")), None)
    return None


def _may_be_given(scene: Scene, noun: Token) -> bool:
    """Whether a noun is neither somebody to whom a thing is promised nor a mere courtesy."""
    who = scene.actors.who
    people = who.people_in(noun.i, noun.i + 1) or who.states_in(noun.i, noun.i + 1)
    return not people and noun.lower_ not in scene.words.giving.words


def _doubtful(scene: Scene, clause: Clause) -> Iterator[Token]:
    """What may be promised: any object of a verb of promising, and what one of settling settles."""
    doc = scene.page.doc
    if clause.lemma in scene.words.giving.verbs:
        yield from (doc[i] for i in clause.objects if _may_be_given(scene, doc[i]))
    prepositions = scene.words.settling.get(clause.lemma, ())
    for position in clause.obliques:
        noun = doc[position]
        if has_case(noun, *prepositions) and noun.lemma_.lower() not in scene.gatherings:
            yield noun
