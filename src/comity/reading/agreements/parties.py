"""Between which states an instrument is: a cascade from its own title to the report's pair."""

from collections.abc import Callable, Iterator
from itertools import combinations

from spacy.tokens import Token

from comity.reading.agreements.above import governing
from comity.reading.agreements.candidates import Candidate
from comity.reading.agreements.scene import Scene
from comity.reading.clauses import has_case, with_conjuncts
from comity.reading.closest import nearest
from comity.reading.mentions import Mention


def parties(scene: Scene, candidate: Candidate) -> tuple[str, ...]:
    """The codes of its parties; fewer than two where they cannot be told."""
    best: tuple[str, ...] = ()
    for clue in CASCADE:
        codes = _known(clue(scene, candidate))
        if len(codes) >= 2:
            return codes
        best = best or codes
    return _completed(scene, candidate, best)


def names_parties(scene: Scene, candidate: Candidate) -> bool:
    """Whether its own title names two or more."""
    return any(len(_known(clue(scene, candidate))) > 1 for clue in (_between, _in_name))


def possible_parties(scene: Scene, candidate: Candidate) -> tuple[tuple[str, ...], ...]:
    """Further sets of parties, each once, the likelier first: what each clue tells, the report's main pair,
    all that the sentence names, and those who stand nearest."""
    who = scene.actors.who
    sentence = scene.page.sentence_of(candidate.noun)
    here = _known(who.codes_in(sentence.start, sentence.end))
    near = _known(nearest(who, Mention(candidate.start, candidate.end)))
    told = [_known(clue(scene, candidate)) for clue in CASCADE]
    completed = [_completed(scene, candidate, codes) for codes in told if len(codes) == 1]
    several = near[:3] if len(here) > 2 or _is_of_several(scene, candidate) else ()
    crossed = combinations(near[:3], 2)
    sets = (*(codes for codes in told if len(codes) > 1), *completed, who.pair, several, here, *crossed)
    fit = (tuple(sorted(set(codes))) for codes in sets)
    return tuple(dict.fromkeys(codes for codes in fit if 2 <= len(codes) <= _MOST_PARTIES))


_MOST_PARTIES = 6


def _is_of_several(scene: Scene, candidate: Candidate) -> bool:
    """Whether its sentence tells that more than two take part."""
    return any(token.lower_ in _NUMBERS for token in scene.page.sentence_of(candidate.noun))


def _known(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Without lesser bodies, where they are no party beside two states."""
    states = tuple(c for c in codes if not c.startswith("X") or c == "XKX")
    return codes if len(states) >= 2 else states


def _completed(scene: Scene, candidate: Candidate, codes: tuple[str, ...]) -> tuple[str, ...]:
    """One party known: the other is the other side of the report's pair, else who was named last before."""
    who = scene.actors.who
    if not codes:
        return tuple(who.pair)
    if set(codes) & set(who.pair):
        return (*codes, *scene.actors.others(codes))
    near = (c for i in range(candidate.start - 1, -1, -1) for c in scene.actors.named(i) if c not in codes)
    other = next(iter(_known(tuple(near))), None)
    return (*codes, other) if other else codes


def _between(scene: Scene, candidate: Candidate) -> tuple[str, ...]:
    """ "between X and Y" in or right after the title."""
    doc = scene.page.doc
    sentence = scene.page.sentence_of(candidate.noun)
    stretch = doc[candidate.noun : min(candidate.end + 12, sentence.end)]
    start = next((t.i for t in stretch if t.lower_ == "between"), None)
    if start is None or (start > candidate.end + 1 and doc[start].head.head.i < candidate.noun):
        return ()
    limit = min(start + 25, sentence.end)
    return _listed(scene, start, limit)


def _codes_in(scene: Scene, start: int, end: int, most: int) -> tuple[str, ...]:
    codes: list[str] = []
    for position in range(start, end):
        for code in scene.actors.named(position):
            if code not in codes:
                codes.append(code)
        if len(codes) >= most:
            break
    return tuple(codes)


def _in_name(scene: Scene, candidate: Candidate) -> tuple[str, ...]:
    """Before the noun: "the Armenia-EU Comprehensive Partnership Agreement"."""
    return _codes_in(scene, candidate.start, candidate.noun, 5)


def _signers(scene: Scene, candidate: Candidate) -> tuple[str, ...]:
    """Who signs it, with whom."""
    clause = scene.clauses.of(scene.page.doc[candidate.anchor])
    partner = _partner(scene, candidate)
    acting = scene.actors.subjects(clause) if clause is not None else ()
    if partner:
        mine = tuple(c for c in acting if c not in partner)
        return (*mine, *partner) if mine else partner
    return acting if clause is not None and scene.words.verbs.of(clause.lemma) else ()


def _partner(scene: Scene, candidate: Candidate) -> tuple[str, ...]:
    """ "with X", in the title or beside the verb."""
    for token in _withs(scene, candidate):
        if codes := scene.actors.of(t.i for t in with_conjuncts(token)):
            return codes
    return ()


def _withs(scene: Scene, candidate: Candidate) -> Iterator[Token]:
    doc = scene.page.doc
    heads = [doc[candidate.noun], *(above for above, _ in governing(scene, candidate.anchor) if above.pos_ == "VERB")][
        :2
    ]
    for head in heads:
        for child in head.children:
            if child.dep_.startswith(("nmod", "obl")) and any(
                c.dep_ == "case" and c.lower_ == "with" for c in child.children
            ):
                yield child


def _own_signers(scene: Scene, candidate: Candidate) -> tuple[str, ...]:
    """Who signed it, told in its own clause: "which Cairo and Ankara signed", "which Cairo signed with Ankara"."""
    doc = scene.page.doc
    title = doc[candidate.noun : candidate.end]
    heads = [c for t in title for c in t.children if c.i >= candidate.end and c.dep_ in ("acl", "acl:relcl")]
    for head in heads:
        clause = scene.clauses.by_predicate.get(head.i)
        if clause is not None and scene.words.verbs.of(clause.lemma):
            partners = scene.actors.of(i for i in clause.obliques if has_case(doc[i], "with"))
            codes = tuple(dict.fromkeys((*scene.actors.subjects(clause), *partners)))
            if len(codes) >= 2:
                return codes
    return ()


def _agents(scene: Scene, candidate: Candidate) -> tuple[str, ...]:
    """Who signed it, told behind its title: "concluded in 2017 by Chile, Peru and Bolivia"."""
    doc = scene.page.doc
    limit = min(candidate.end + 25, scene.page.sentence_of(candidate.noun).end)
    # Right behind a title the past form is a participle: the tagger takes one for the other.
    done = next((t for t in doc[candidate.end : min(candidate.end + 2, limit)] if t.tag_ in ("VBN", "VBD")), None)
    if done is None or not scene.words.verbs.of(done.lemma_.lower()):
        return ()
    by = next((t.i for t in doc[done.i + 1 : min(done.i + 9, limit)] if t.lower_ == "by"), None)
    return _listed(scene, by, limit) if by is not None else ()


def _listed(scene: Scene, start: int, limit: int) -> tuple[str, ...]:
    """Those named after a preposition, up to the next verb."""
    stop = (t.i for t in scene.page.doc[start + 1 : limit] if t.pos_ in ("VERB", "AUX") or t.lower_ in _RELATIVE)
    return _codes_in(scene, start + 1, next(stop, limit), 6)


_RELATIVE = frozenset({"which", "who", "that"})
_NUMBERS = {"three": 3, "four": 4, "five": 5, "six": 6, "trilateral": 3, "tripartite": 3, "quadrilateral": 4}
_BACK = 4


def _of_several(scene: Scene, candidate: Candidate) -> tuple[str, ...]:
    """ "The three sides signed", "a trilateral memorandum": so many as its sentence and those before it name."""
    doc = scene.page.doc
    clause = scene.clauses.of(doc[candidate.anchor])
    subjects = [t for i in clause.subjects for t in (doc[i], *doc[i].children)] if clause is not None else []
    title = doc[candidate.start : candidate.noun]
    number = next((_NUMBERS[t.lower_] for t in (*subjects, *title) if t.lower_ in _NUMBERS), None)
    if number is None:
        return ()
    here = scene.page.sentence_numbers[candidate.noun]
    for first in range(here, max(-1, here - _BACK), -1):
        stretch = scene.page.sentences[first].start, scene.page.sentences[here].end
        codes = _known(scene.actors.who.codes_in(*stretch))
        if len(codes) >= number:
            return codes if len(codes) == number else ()
    return ()


def _named_nearby(scene: Scene, candidate: Candidate) -> tuple[str, ...]:
    """The two states, and no others, that its sentence names or tells of."""
    sentence = scene.page.sentence_of(candidate.noun)
    codes = _known(scene.actors.who.codes_in(sentence.start, sentence.end))
    return codes if len(codes) == 2 else ()


CASCADE: tuple[Callable[[Scene, Candidate], tuple[str, ...]], ...] = (
    _between,
    _of_several,
    _in_name,
    _agents,
    _own_signers,
    _signers,
    _named_nearby,
)
