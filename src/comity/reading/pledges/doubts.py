"""What speaks against a commitment: a table of doubts, each with one sentence."""

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

from comity.reading.clauses import threat_of
from comity.reading.mentions import Clause
from comity.reading.pledges.scene import Scene
from comity.reading.pledges.triggers import WEAK


@dataclass(frozen=True, slots=True)
class Commitment:
    """A clause with a word that commits: who is taken to commit, and whether they are its own subject."""

    clause: Clause
    token: Token
    trigger: str
    by: tuple[str, ...]
    own: bool


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a clause with a word of commitment may be no pledge; ``grave`` where it is none for sure."""

    sentence: str
    holds: Callable[[Scene, Commitment], bool]
    grave: bool = False


def doubts(scene: Scene, commitment: Commitment) -> tuple[Doubt, ...]:
    """Every doubt that holds."""
    return tuple(doubt for doubt in DOUBTS if doubt.holds(scene, commitment))


def is_hopeless(held: tuple[Doubt, ...]) -> bool:
    """Whether it is not even worth weighing: for two reasons, or for one that never fails."""
    return len(held) > 1 or any(doubt.grave for doubt in held)


def _is_not_ahead(scene: Scene, commitment: Commitment) -> bool:
    return commitment.clause.status != "planned"


_CONTENT = frozenset({"ccomp", "xcomp", "acl", "advcl"})
_UNDONE = ("denied", "cancelled")


def _is_denied(scene: Scene, commitment: Commitment) -> bool:
    """ "denied that it agreed to"."""
    below: Clause | None = commitment.clause
    for _ in range(3):
        if below is None or scene.page.doc[below.predicate].dep_ not in _CONTENT:
            return False
        below = scene.governor(below)
        if below is not None and below.status in _UNDONE:
            return True
    return False


def _is_no_deed(scene: Scene, commitment: Commitment) -> bool:
    """ "will have received", "will have to make do": nothing that somebody takes upon himself."""
    token = commitment.token
    done = any(c.dep_ == "aux" and c.lemma_ == "have" for c in token.children)
    return done or (token.lemma_ == "have" and any(c.dep_ == "xcomp" for c in token.children))


def _is_aside(scene: Scene, commitment: Commitment) -> bool:
    """ "which will cross the border": what a relative clause tells of a thing."""
    return not commitment.own and commitment.token.dep_ == "acl:relcl"


def _only_happens(scene: Scene, commitment: Commitment) -> bool:
    """A thing's future that nobody commits to, or an encounter that will be held."""
    if commitment.own:
        return False
    clause = commitment.clause
    heads = (*clause.subjects, *clause.objects)
    if any(scene.page.doc[i].lemma_.lower() in scene.gatherings for i in heads[:1]):
        return True
    weak = commitment.trigger in WEAK and clause.lemma in scene.happening
    return commitment.trigger == "be to" or weak


def _is_meeting(scene: Scene, commitment: Commitment) -> bool:
    """A verb of encounters, alone or with its object ("take part")."""
    clause = commitment.clause
    objects = (scene.page.doc[i].lemma_.lower() for i in clause.objects)
    named = clause.lemma in scene.meeting or any(f"{clause.lemma} {noun}" in scene.meeting for noun in objects)
    return commitment.own and named


def _is_said_of_things(scene: Scene, commitment: Commitment) -> bool:
    """What things will do in somebody's own words: "the second bridge will prove"."""
    clause = commitment.clause
    return not commitment.own and clause.quoted and not clause.passive and commitment.trigger in WEAK


def _is_of_some_firm(scene: Scene, commitment: Commitment) -> bool:
    """ "A Peruvian firm will sell": no state takes it upon itself, unless one told so."""
    clause = commitment.clause
    governor = scene.governor(clause)
    told = governor is not None and bool(scene.actors.subjects(governor))
    weak = not clause.passive and not told and commitment.trigger in WEAK
    return weak and any(_is_some_firm(scene, i) for i in clause.subjects)


def _is_some_firm(scene: Scene, position: int) -> bool:
    """ "a Peruvian firm", "Peruvian firms": private ones, not the one that the report tells of."""
    noun = scene.page.doc[position]
    known = any(c.dep_ in ("det", "nmod:poss") and c.lower_ not in ("a", "an", "some") for c in noun.children)
    return noun.lemma_.lower() in scene.words.firms.words and not known


def _is_threat(scene: Scene, commitment: Commitment) -> bool:
    """Harm that is to follow if another state does something."""
    condition = threat_of(scene.clauses, commitment.clause, commitment.token, scene.words)
    return condition is not None and bool(set(scene.actors.subjects(condition)) - set(commitment.by))


def _is_question(scene: Scene, commitment: Commitment) -> bool:
    """ "Will Norway pay?"."""
    return scene.page.sentence_of(commitment.token.i).text.rstrip(" \n”\"'").endswith("?")


def _is_refusal_in_own_words(scene: Scene, commitment: Commitment) -> bool:
    """ "We will not be taught by anybody", he said: a flourish more often than a promise."""
    return commitment.clause.negated and commitment.clause.quoted


def _is_preference(scene: Scene, commitment: Commitment) -> bool:
    """ "would sooner go to court"."""
    return any(child.lower_ in ("rather", "sooner") for child in commitment.token.children)


DOUBTS = (
    Doubt("It is no plan: told as done, as a wish, a request or a condition.", _is_not_ahead),
    Doubt("A clause above denies it or calls it off.", _is_denied, grave=True),
    Doubt("It is no deed that somebody takes upon himself.", _is_no_deed, grave=True),
    Doubt("It is told in passing of a thing.", _is_aside),
    Doubt("It only happens.", _only_happens),
    Doubt("It is an encounter, a signing or a state of mind.", _is_meeting),
    Doubt("Somebody says it of things.", _is_said_of_things, grave=True),
    Doubt("A private firm will do it.", _is_of_some_firm),
    Doubt("It is a threat.", _is_threat, grave=True),
    Doubt("It is a question.", _is_question, grave=True),
    Doubt("It is a refusal in somebody's own words.", _is_refusal_in_own_words),
    Doubt("It is what somebody would rather do.", _is_preference),
)
