"""Who commits: the clause's own subject, who speaks for it, or who was told of just before."""

from comity.reading.closest import nearest
from comity.reading.mentions import Clause, Mention
from comity.reading.pledges.scene import Promise, Scene


def committed(scene: Scene, clause: Clause) -> tuple[tuple[str, ...], bool]:
    """Who commits, and whether they are the clause's own subject (else its words are part of the pledge)."""
    subjects = scene.actors.subjects(clause)
    token = scene.page.doc[clause.predicate]
    own_subject = any(c.dep_ in ("nsubj", "nsubj:pass", "nsubj:outer") for c in token.children)
    governor = scene.governor(clause)
    if not clause.passive and not own_subject:
        if (first := _first_of_list(scene, clause)) is not None:
            return committed(scene, first)
        if governor is not None and _is_settled(scene, governor):
            return scene.actors.who.pair, True
    if not clause.passive and clause.subjects and _is_acting(scene, clause):
        return _of_speaker(scene, clause, governor) or _all_of(scene, clause, subjects), True
    if not clause.passive and len(subjects) == 1 and own_subject:
        return subjects, False
    return _speakers(scene, governor), not own_subject and not clause.passive


def _first_of_list(scene: Scene, clause: Clause) -> Clause | None:
    """Of "agreed to build a port and to open a school" the first for the second: they have one subject."""
    token = scene.page.doc[clause.predicate]
    listed = token.dep_ == "conj" or (token.dep_ == "advcl" and token.left_edge.text in (",", "and"))
    first = scene.clauses.by_predicate.get(token.head.i) if listed else None
    return first if first is not None and first.status == "planned" and not first.passive else None


def _is_settled(scene: Scene, governor: Clause) -> bool:
    """ "It was agreed to", "we agreed to": by both, whoever is told before."""
    subjects = {child.lower_ for child in scene.page.doc[governor.predicate].children if child.dep_ in _SUBJECTS}
    settled = governor.passive and governor.lemma in _JOINT and subjects == {"it"}
    return settled or (governor.lemma == "agree" and subjects == {"we"})


_JOINT = frozenset({"agree", "decide", "resolve", "settle"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "expl", "expl:pass"})
_OWN = frozenset({"his", "her", "its", "my", "our"})


def _of_speaker(scene: Scene, clause: Clause, governor: Clause | None) -> tuple[str, ...]:
    """ "The envoy told the minister that his government would": the envoy's."""
    owned = (c for i in clause.subjects for c in scene.page.doc[i].children if c.dep_ == "nmod:poss")
    if governor is None or governor.lemma not in scene.words.reports or not any(c.lower_ in _OWN for c in owned):
        return ()
    codes = scene.actors.subjects(governor)
    return codes if len(codes) == 1 else ()


def _all_of(scene: Scene, clause: Clause, subjects: tuple[str, ...]) -> tuple[str, ...]:
    """Of "Chile's minister and his Norwegian colleague agreed" both, though but one was made out."""
    governor = scene.governor(clause)
    if len(subjects) != 1 or governor is None or governor.lemma not in _JOINT:
        return subjects
    joined = [t for i in clause.subjects for t in scene.page.doc[i].conjuncts if t.i < governor.predicate]
    return tuple(dict.fromkeys((*subjects, *scene.actors.of(t.i for t in joined))))


def from_context(scene: Scene, clause: Clause, last: Promise | None) -> tuple[str, ...]:
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
        if _is_settled(scene, governor):
            return scene.actors.who.pair
        if codes := scene.actors.subjects(governor):
            return codes
        if governor.lemma in ("agree", "decide", "resolve", "reach", "settle"):
            return tuple(scene.actors.who.pair)
        governor = scene.governor(governor)
    return ()


def are_named(scene: Scene, clause: Clause, by: tuple[str, ...]) -> bool:
    """Whether those who commit are the clause's subjects, and named as states there: "the Chilean side will"."""
    heads = [scene.page.doc[i] for i in clause.subjects]
    named = {m.code for head in heads for m in scene.actors.who.states_in(head.left_edge.i, head.i + 1) if m.acts}
    return bool(by) and set(by) == set(scene.actors.subjects(clause)) and set(by) <= named


def possible_committed(scene: Scene, promise: Promise) -> tuple[tuple[str, ...], ...]:
    """Further sets of those who may commit, each once, the likelier first.

    For one state the other side, then both; for several all who deal with each other, then either side; for nobody
    either side, whoever stands nearest."""
    who, own = scene.actors.who, set(promise.by)
    sentence = scene.page.sentence_of(promise.head)
    here = tuple(code for code in who.codes_in(sentence.start, sentence.end) if code not in own)
    near = nearest(who, Mention(promise.start, promise.start + 1))
    other = scene.actors.others(promise.by)
    sets: tuple[tuple[str, ...], ...]
    if len(own) == 1:
        sets = (other if len(other) == 1 else here[:1], who.pair, here[:1], near[1:2])
    elif own:
        sets = (scene.company, here[:1], who.pair[:1], who.pair[1:], near[:1])
    else:
        sets = (who.pair[:1], near[:1], who.pair[1:], who.pair)
    fit = (tuple(sorted(codes)) for codes in sets if codes and set(codes) != own)
    return tuple(dict.fromkeys(fit))
