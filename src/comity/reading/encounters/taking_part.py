"""Who takes part in an encounter: from its phrase, its subject, its object, else the report's relation."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from comity.findings import Person
from comity.reading.encounters.candidate import Actor, Scene, Trigger
from comity.reading.mentions import PersonMention

POSSESSIVES = frozenset(("his", "her", "their", "its"))
REACH = 22
# So many words after one actor of a group stands the next: room for an office.
NEXT = 12
# So many words, as in "on the eve of", may stand before a "his" that points ahead.
OPENING = 4
# So many words before a body it may be told that others meet on its margins.
MARGIN = 10
ADVERBS = frozenset(("by", "on", "over", "via", "in", "virtually", "through"))
INVITED = frozenset((("invitation", "of"), ("guest", "of"), ("invited", "by")))
# Before a clause of its own.
OPENERS = frozenset(("when", "where", "while", "whereupon"))
FIRST_PERSON = frozenset(("i", "we", "us", "me"))


@dataclass(frozen=True, slots=True)
class Part:
    """The states and people that take part, and how sure that is (0-1)."""

    codes: tuple[str, ...]
    people: tuple[Person, ...]
    weight: float


@dataclass(frozen=True)
class Around:
    """The actors of a trigger's sentence, before and after it."""

    scene: Scene
    trigger: Trigger

    @cached_property
    def actors(self) -> tuple[Actor, ...]:
        """All actors of the sentence outside quotations, in order."""
        start, end = self.trigger.sentence.start, self.trigger.sentence.end
        told = (a for a in actors(self.scene, start, end) if a.at not in self.scene.quoted)
        return tuple(a for a in told if a.people or not self._on_its_margins(a))

    @cached_property
    def left(self) -> tuple[Actor, ...]:
        """The group of actors that is the subject before the trigger: the nearest one to it."""
        before = [a for a in self.actors if a.end <= self.trigger.start and a.form != "owner"]
        subject = [a for a in before if a.form != "state" or self._is_alone(a)]
        if told := self._both_subjects(subject):
            return told
        if self._in_relative(subject):
            return principals(subject)[-1:]
        return self._or_subject(self._last_group(subject))

    @cached_property
    def subject(self) -> tuple[Actor, ...]:
        """Who the verb's own subject is, or that of an earlier verb joined to it: "he called on X, then met Y"."""
        verb = next((t for t in (self._root, *self._root.ancestors) if t.pos_ == "VERB"), None)
        while verb is not None and verb.dep_ == "conj" and not _subjects(verb):
            verb = verb.head
        heads = {h.i for t in _subjects(verb) for h in (t, *t.conjuncts)} if verb is not None else set()
        told = tuple(a for a in self.actors if a.form != "owner" and self._heads(a) & heads)
        people = any(a.codes and a.form in (*PEOPLE, "institution") for a in told)
        return told if people and all(a.end <= self.trigger.start for a in told) else ()

    def _or_subject(self, nearest: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """The nearest group, or the subject where that is somebody else, named or known."""
        named = any(a.people for a in self.subject)
        return self.subject if named and not set(self.subject) & set(nearest) else nearest

    @property
    def _root(self) -> Token:
        return self.scene.doc[self.trigger.start : self.trigger.end].root

    @cached_property
    def left_people(self) -> tuple[Actor, ...]:
        """The nearest group of people before the trigger, states left out."""
        before = [a for a in self.actors if a.end <= self.trigger.start and a.form in (*PEOPLE, "institution")]
        before = [a for a in before if not self.invites(a)] or before
        if self._in_relative(before):
            return tuple(before[-1:])
        return self._or_subject(self._last_group(before))

    @cached_property
    def undergone(self) -> bool:
        """Whether a paper is only told as signed, beside the main verb: "the treaty signed in May"."""
        verb = next((t for t in self.scene.doc[self.trigger.start : self.trigger.end] if t.tag_ == "VBN"), None)
        return verb is not None and verb.dep_ == "acl"

    def does(self, actor: Actor) -> bool:
        """Whether "by" stands between the act and the actor."""
        return "by" in self.scene.low(self.trigger.start, actor.at).split()

    def _on_its_margins(self, actor: Actor) -> bool:
        """Whether it names the gathering beside which others meet: "on the margins of the UN General Assembly"."""
        before = self.scene.low(max(self.trigger.sentence.start, actor.at - MARGIN), actor.at)
        told = max((before.rfind(f"{word} of") for word in self.scene.words.lists.margins), default=-1)
        return told >= 0 and "," not in before[told:]

    def _both_subjects(self, among: list[Actor]) -> tuple[Actor, ...]:
        """The two subjects of the main verb, of whom the latter has a clause of his own: "X and Y, who is ..., had"."""
        verb = next((t for t in self.scene.doc[self.trigger.start].ancestors if t.pos_ == "VERB"), None)
        clause = self.scene.clauses.by_predicate.get(verb.i) if verb is not None else None
        told = tuple(a for a in among if clause and self._heads(a) & set(clause.subjects))
        between = self.scene.doc[told[-1].end : self.trigger.start] if told else ()
        both = len({code for a in told for code in a.codes}) == 2
        return told if both and any(t.tag_ in ("WP", "WDT") for t in between) else ()

    def _heads(self, actor: Actor) -> set[int]:
        """The actor's words and the office that its name stands beside."""
        root = self.scene.doc[actor.at : actor.end].root
        beside = {root.head.i} if root.dep_ in ("flat", "appos", "compound") else set()
        return {*range(actor.at, actor.end), *beside}

    def _in_relative(self, subject: list[Actor]) -> bool:
        """Whether "who" stands right after the last actor: its clause is about that one alone."""
        between = self.scene.doc[subject[-1].end : self.trigger.start] if subject else ()
        return any(t.lower_ in ("who", "whom") for t in between)

    @cached_property
    def right(self) -> tuple[Actor, ...]:
        """The group of actors next after the trigger."""
        after = [a for a in self.actors if self.trigger.end <= a.at]
        group = [a for a in after[:1] if a.at < self.trigger.end + REACH]
        if not group:
            return ()
        for actor in after[1:]:
            near = actor.at < max(self.trigger.end + REACH, group[-1].end + NEXT)
            if near and not self._verb_between(group[-1].end, actor.at) and not self._leaves(group[-1].end, actor.at):
                group.append(actor)
            else:
                break
        return tuple(group)

    @cached_property
    def phrase(self) -> tuple[Actor, ...]:
        """States that qualify the noun: "the Armenian-Iranian intergovernmental commission"."""
        start = self.trigger.start
        while (
            start > self.trigger.sentence.start
            and start > self.trigger.start - 8
            and self.scene.doc[start - 1].pos_ in ("ADJ", "NOUN", "PROPN", "PUNCT", "NUM", "X")
            and self.scene.doc[start - 1].text not in (",", ";", ":", "—", "–")
        ):
            start -= 1
        return tuple(a for a in self.actors if start <= a.at < self.trigger.start and a.form in ("state", "party"))

    @cached_property
    def owner(self) -> tuple[Actor, ...]:
        """Whose visit or meeting it is: "his visit", "Putin's visit", "the visit of X"."""
        near = [a for a in self.actors if a.form == "owner" and 0 <= self.trigger.start - a.end <= 4]
        return self._named_after(near[-1]) or tuple(near[-1:]) if near else ()

    def _named_after(self, owner: Actor) -> tuple[Actor, ...]:
        """Who "his" means that opens the sentence: the subject named after it, "on his visit to Lima, X said"."""
        opening = self.scene.doc[self.trigger.sentence.start : owner.at]
        if (
            self.scene.doc[owner.at].lower_ not in POSSESSIVES
            or len(opening) > OPENING
            or any(a.end <= owner.at for a in self.actors)
        ):
            return ()
        root = self.scene.clauses.by_predicate.get(self.trigger.sentence.root.i)
        heads = root.subjects if root and not root.passive else ()
        told = [a for a in self.actors if a.form in ("name", "office") and any(a.at <= i < a.end for i in heads)]
        return tuple(a for a in told[:1] if a.at > self.trigger.end)

    def invites(self, actor: Actor) -> bool:
        """Whether the actor is told as host: "at the invitation of the President of Chile, X", "invited by X"."""
        start = max(self.trigger.sentence.start, actor.at - REACH)
        words = [t.lower_ for t in self.scene.doc[start : actor.at]]
        told = [i for i in range(len(words) - 1) if tuple(words[i : i + 2]) in INVITED]
        if not told or "and" in words[told[-1] :]:
            return False
        before = [a for a in self.actors if start + told[-1] < a.at < actor.at]
        office = bool(before) and all(a.form == "state" and a.codes == actor.codes for a in before)
        return office or "," not in words[told[-1] :]

    def _is_alone(self, actor: Actor) -> bool:
        after = self.scene.doc[actor.end] if actor.end < len(self.scene.doc) else None
        return after is None or (after.pos_ not in ("NOUN", "PROPN", "ADJ") and after.lower_ not in ("'s", "’s"))

    def _last_group(self, found: list[Actor]) -> tuple[Actor, ...]:
        group = found[-1:]
        for actor in reversed(found[:-1]):
            if self._verb_between(actor.end, group[0].at):
                break
            group.insert(0, actor)
        return tuple(group)

    def _leaves(self, start: int, end: int) -> bool:
        """Whether words between lead on to something else: "received A in May, and again during a call with B"."""
        return any(t.lower_ in ("during", "when", "while", "again") for t in self.scene.doc[start:end])

    def _verb_between(self, start: int, end: int) -> bool:
        return any(
            t.pos_ in ("VERB", "AUX") or t.text in (";", "—", "–") or t.dep_ == "mark" or t.lower_ in OPENERS
            for t in self.scene.doc[start:end]
        )


def _subjects(verb: Token) -> list[Token]:
    return [t for t in verb.children if t.dep_ in ("nsubj", "nsubj:pass") and t.i < verb.i]


def actors(scene: Scene, start: int, end: int) -> tuple[Actor, ...]:
    """Everybody who may take part in what the tokens [start, end) tell, in order; no actor twice."""
    found = [_person(scene, m) for m in scene.who.people_in(start, end) if m.person.country or m.person.name]
    found += [Actor(m.start, m.end, m.codes, m.people, "party") for m in scene.who.parties_in(start, end)]
    if scene.who.ours:
        found += [
            Actor(t.i, t.i + 1, (scene.who.ours,), (), "pronoun")
            for t in scene.doc[start:end]
            if t.lower_ in FIRST_PERSON
        ]
    inside = {i for a in found for i in range(a.at, a.end)}
    found += [
        Actor(m.start, m.end, (m.code,), (), "state" if m.acts else "place")
        for m in scene.who.states_in(start, end)
        if m.start not in inside
    ]
    return tuple(sorted((a for a in found if a.form != "place"), key=lambda a: a.at))


def _person(scene: Scene, mention: PersonMention) -> Actor:
    codes = (mention.person.country,) if mention.person.country else ()
    people = (mention.person,) if mention.person.name else ()
    doc = scene.doc
    owned = mention.end < len(doc) and doc[mention.end].lower_ in ("'s", "’s", "'", "’")
    possessive = mention.how == "pronoun" and doc[mention.start].lower_ in POSSESSIVES
    form = "owner" if owned or possessive else mention.how
    return Actor(mention.start, mention.end, codes, people, form)


# "South Africa and Benin meet" is told of teams as often as of governments.
ONLY_STATES = 0.35
PEOPLE = ("name", "office", "pronoun", "owner", "party")


def principals(group: Iterable[Actor]) -> tuple[Actor, ...]:
    """The people of a group, where there are any: "the minister and the Kazakh side" is the minister."""
    members = tuple(group)
    people = tuple(a for a in members if a.form in PEOPLE and a.codes)
    return people or members


def union(groups: Iterable[Iterable[Actor]], weight: float) -> Part:
    """All that take part of several groups, each once."""
    members = [a for group in groups for a in principals(group)]
    codes = tuple(dict.fromkeys(code for a in members for code in a.codes))
    people = tuple(dict.fromkeys(p for a in members for p in a.people))
    return Part(codes, people, weight)


def between(around: Around) -> Part | None:
    """ "talks between A and B", "the commission of A and B"."""
    end = around.trigger.end
    linked = "between" in around.scene.low(end, end + 8).split() or "of" in around.scene.low(end, end + 3).split()
    part = union((around.right,), 0.9)
    return part if linked and len(part.codes) >= 2 else None


def compound(around: Around) -> Part | None:
    """ "Armenian-Iranian talks"."""
    part = union((around.phrase,), 0.9)
    people = union((around.left, around.right), 0.9).people
    return Part(part.codes, people, 0.9) if len(part.codes) >= 2 else None


def both_sides(around: Around) -> Part | None:
    """Subject and object: "A met B", "A held talks with B", "A was received by B"."""
    left = union((around.owner, around.left), 0.9)
    part = (
        left
        if len(left.codes) >= 2 and not _joined_by(around)
        else union((around.owner, around.left, around.right), 0.9)
    )
    if len(part.codes) < 2:
        return None
    only_states = all(a.form == "state" for a in (*around.owner, *around.left, *around.right))
    return Part(part.codes, part.people, ONLY_STATES if only_states and around.trigger.verb else part.weight)


def _joined_by(around: Around) -> bool:
    """Whether a further side is met by both: "A and B met with C", "A and B received C"."""
    after = around.scene.low(around.trigger.end, around.trigger.end + 4)
    return "with" in after.split() or any(a.form in PEOPLE for a in around.right)


def own_and_phrase(around: Around) -> Part | None:
    """One side in the phrase or subject, one in the other."""
    part = union((around.owner, around.phrase, around.left, around.right), 0.8)
    return part if len(part.codes) >= 2 else None


def in_sentence(around: Around) -> Part | None:
    """All people of the sentence, else all actors, where they are of two states."""
    people = [a for a in around.actors if a.form in ("name", "office", "pronoun", "owner", "party")]
    for group in (people, around.actors):
        part = union((group,), 0.6)
        if len(part.codes) == 2:
            return part
    return None


def with_us(around: Around) -> Part | None:
    """ "There was a meeting with the Chilean minister": the other side is that which the report takes."""
    ours, end = around.scene.who.ours, around.trigger.end
    linked = not around.trigger.verb and "with" in around.scene.low(end, end + 4).split()
    part = union((around.right,), 0.55)
    if not linked or around.left or around.owner or around.phrase or not part.people or ours is None:
        return None
    return Part((ours, *part.codes), part.people, 0.55) if len(part.codes) == 1 and ours not in part.codes else None


def of_the_relation(around: Around) -> Part | None:
    """The main relation, where one of its states or nobody is told."""
    pair = around.scene.who.pair
    part = union((around.owner, around.left, around.phrase, around.right), 0.5)
    if around.trigger.kind != "call" and len(pair) == 2 and set(part.codes) <= set(pair):
        return Part(pair, part.people, 0.45 if part.codes else 0.35)
    return None


Clue = Callable[[Around], Part | None]
CLUES: tuple[Clue, ...] = (compound, between, both_sides, own_and_phrase, in_sentence, with_us, of_the_relation)


def read(scene: Scene, trigger: Trigger) -> Part | None:
    """Who takes part in the encounter, by the first clue that tells two states or more."""
    around = Around(scene, trigger)
    if trigger.phrase in scene.words.lists.joint_acts:
        return joint_act(around)
    if (
        trigger.kind == "call"
        and trigger.verb
        and trigger.phrase.split()[0] in ADVERBS
        and (part := in_sentence(around))
    ):
        return part
    if trigger.kind == "summit" and (part := attending(around)):
        return part
    return next((part for clue in CLUES if (part := clue(around))), None)


def attending(around: Around) -> Part | None:
    """Everybody whom the sentence names at a summit: three states or more."""
    people = [a for a in around.actors if a.form in PEOPLE]
    states = [a for a in around.actors if a.form == "state" and len(a.codes) == 1]
    part = union((people,), 0.8)
    if len(part.codes) < 3:
        part = Part(union((people, states), 0.8).codes, part.people, 0.7)
    real = tuple(code for code in part.codes if not is_further_body(code))
    return Part(real, part.people, part.weight) if len(real) >= 3 else None


def is_further_body(code: str) -> bool:
    """Whether the code is that of a body beyond the guide's own."""
    return code.startswith("X") and code != "XKX"


def joint_act(around: Around) -> Part | None:
    """Two named people of two states who sign or open something together meet."""
    named = [a for a in around.actors if a.people and a.form in ("name", "office", "pronoun", "party")]
    named = [a for a in named if a.form != "party" or a.at < around.trigger.start or around.does(a)]
    if around.undergone:
        named = [a for a in named if a.at >= around.trigger.start and around.does(a)]
    part = union((named,), 0.6)
    return part if len(part.codes) == 2 and len(part.people) >= 2 else None
