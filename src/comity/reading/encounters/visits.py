"""Visits: who travels, and where to."""

from collections.abc import Iterator
from dataclasses import dataclass

from comity.findings import Person
from comity.reading.encounters.candidate import Actor, Scene, Trigger
from comity.reading.encounters.taking_part import Around, Part, principals
from comity.reading.mentions import StateMention

REACH = 14
SOMEBODY = frozenset(("name", "office", "pronoun", "owner", "party", "institution"))
JOINS = frozenset((",", "and", "then", "the", "to"))
CITY = ("capital", "place")
# "invited his Foreign Ministry counterpart": so near stands whom the verb asks.
NEXT = 4
# "his counterpart, Chilean Foreign Minister Pedro Aravena": so near stands the name, if any.
NAMED = 6
PEERS = frozenset(("counterpart", "colleague", "host", "interlocutor"))


@dataclass(frozen=True, slots=True)
class Journey:
    """A visit's two sides, its traveller and destination."""

    part: Part
    host: str | None


def read(scene: Scene, trigger: Trigger) -> tuple[Journey, ...]:
    """The journeys told by the trigger, one for each state gone to; none without traveller or other state."""
    around = Around(scene, trigger)
    travellers = _travellers(around)
    home = tuple(dict.fromkeys(code for a in travellers for code in a.codes))
    people = tuple(dict.fromkeys(p for a in (*travellers, *_inviters(around, travellers)) for p in a.people))
    if not trigger.verb and trigger.phrase != "visit" and not people:
        return ()
    places = tuple(_destinations(scene, trigger, home))
    if trigger.verb and (
        (not travellers and not _sends_somebody(scene, trigger)) or (not places and not _arrives(scene, trigger))
    ):
        return ()
    made = (_journey(scene, home, people, place) for place in places or (None,))
    return tuple(journey for journey in made if journey)


def _journey(scene: Scene, home: tuple[str, ...], people: tuple[Person, ...], place: str | None) -> Journey | None:
    if home and place and place not in home:
        return Journey(Part((*home[:1], place) if len(people) < 2 else (*home, place), people, 0.9), place)
    other = _other_side(scene, home[0] if home else place)
    if other is None:
        return None
    if home and place is None:
        return Journey(Part((home[0], other), people, 0.6), other)
    return Journey(Part((other, place), people, 0.5), place) if place and not home else None


def _other_side(scene: Scene, code: str | None) -> str | None:
    """The other state of the main relation, else the side the report takes."""
    pair = scene.who.pair
    if code in pair:
        return next(c for c in pair if c != code)
    return scene.who.ours if code and scene.who.ours != code else None


def _arrives(scene: Scene, trigger: Trigger) -> bool:
    """Whether the verb alone tells a visit: "arrived on Sunday", "who is visiting the country"."""
    lists = scene.words.lists
    after = scene.low(trigger.end, trigger.end + 4)
    here = after.startswith(lists.here)
    if trigger.phrase in ("is in", "was in"):
        return here
    if trigger.phrase in lists.visiting and (
        _guest(scene, trigger) or scene.when.moments_in(trigger.end, trigger.end + 4)
    ):
        return True
    there = trigger.phrase in lists.loose_travel and scene.low(trigger.end + 1, trigger.end + 5).startswith(lists.here)
    return (
        trigger.phrase in lists.arriving
        or (trigger.phrase in lists.visiting and after.startswith((*lists.here, *lists.whom)))
        or there
    )


def _travellers(around: Around) -> tuple[Actor, ...]:
    """Who travels: the owner of the visit, "by X" or "of X" after it, the guest invited, else the subject."""
    trigger, lists = around.trigger, around.scene.words.lists
    asks = trigger.phrase in lists.inviting and around.scene.low(trigger.end, trigger.end + 1) != "by"
    if asks or _is_guest(around):
        return _asked(around) if asks else _first_right(around)
    if guest := _guest_asked(around, trigger.start):
        return (guest,)
    if not trigger.verb and (found := _people(around.owner) or _after_link(around)):
        return found
    left = _people(around.left_people)
    if trigger.phrase in lists.loose_travel and left and trigger.start - left[-1].end > REACH:
        return ()
    return left or (() if trigger.verb else around.phrase)


def _asked(around: Around) -> tuple[Actor, ...]:
    """Who is invited: the subject of "was invited", else whom the verb takes."""
    trigger = around.trigger
    if around.scene.low(trigger.start - 1, trigger.start) in ("been", "was", "were", "is", "be"):
        return _people(around.left_people)
    guest = _guest_asked(around, trigger.end)
    return (guest,) if guest else _first_right(around)


def _first_right(around: Around) -> tuple[Actor, ...]:
    return _people(tuple(a for a in principals(around.right) if a.form != "owner")[:1])


def _sends_somebody(scene: Scene, trigger: Trigger) -> bool:
    """Whether the subject is somebody's without a name: "a delegation is expected in Caracas"."""
    before = scene.doc[max(trigger.sentence.start, trigger.start - REACH) : trigger.start]
    return any(t.lower_ in scene.words.lists.envoys for t in before) and not any(t.pos_ == "VERB" for t in before)


def _guest_asked(around: Around, end: int) -> Actor | None:
    """ "X invited his counterpart to pay a visit", the verb before ``end``: the last told of the other state."""
    scene = around.scene
    start = max(around.trigger.sentence.start, end - REACH)
    asked = [t.i for t in scene.doc[start:end] if t.lower_ in scene.words.lists.inviting]
    last = max(end, asked[-1] + NEXT) if asked else end
    peers = [t.i for t in scene.doc[asked[-1] : last] if t.lower_ in PEERS] if asked else []
    if not peers or any(a.people and a.form != "owner" for a in around.actors if asked[-1] < a.at < peers[-1] + NAMED):
        return None
    inviters = [a for a in around.actors if a.end <= asked[-1] and a.people and a.codes]
    code = _other_side(scene, inviters[-1].codes[0]) if inviters else None
    if code is None:
        return None
    return Actor(peers[-1], peers[-1] + 1, (code,), scene.last_named(code, start), "office")


def _is_guest(around: Around) -> bool:
    """Whether "visiting" stands before the guest: "the visiting minister"."""
    return _guest(around.scene, around.trigger)


def _guest(scene: Scene, trigger: Trigger) -> bool:
    before = scene.low(trigger.start - 1, trigger.start)
    return trigger.phrase == "visiting" and before in ("the", "a", "his", "her", "their", "its")


def _inviters(around: Around, travellers: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The hosts told as such: "at the invitation of X", "as the guest of X"."""
    return tuple(a for a in around.actors if a not in travellers and a.people and around.invites(a))


def _people(found: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Those who can travel: of "her host" the host alone."""
    wider = {a.at for a in found if a.form != "owner"}
    able = (a for a in found if a.form in SOMEBODY and not (a.form == "institution" and not a.codes))
    return tuple(a for a in able if a.form != "owner" or a.at not in wider)


def _after_link(around: Around) -> tuple[Actor, ...]:
    """ "the visit of President X", "a visit by a delegation"."""
    for actor in around.actors:
        gap = around.scene.doc[around.trigger.end : actor.at]
        if actor.at < around.trigger.end or len(gap) > REACH or not _people((actor,)):
            continue
        linked = any(t.lower_ in ("by", "of", "that", "which") for t in gap)
        return (actor,) if linked and not any(t.pos_ in ("VERB", "AUX") for t in gap) else ()
    return ()


def _destinations(scene: Scene, trigger: Trigger, home: tuple[str, ...]) -> Iterator[str]:
    """The nearest states or towns after the trigger that are not the traveller's, several in a list;
    for a noun else one told before it."""
    end = min(trigger.sentence.end, trigger.end + REACH)
    abroad = [m for m in _abroad(scene, trigger, home) if trigger.end <= m.start]
    goals = [m for m in abroad if m.end <= end and _is_goal(scene, trigger, m)]
    gone_to = _antecedent(scene, trigger)
    if gone_to and any(gone_to == m.code for m in _abroad(scene, trigger, home)):
        yield gone_to
    elif goals:
        yield goals[0].code
        yield from _further(scene, goals[0], abroad)
    elif not trigger.verb:
        yield from [m.code for m in _abroad(scene, trigger, home) if m.form in CITY][:1]


def _antecedent(scene: Scene, trigger: Trigger) -> str | None:
    """The state before a clause of its own: "Peru, which the minister had visited"."""
    verb = scene.doc[trigger.start]
    if not trigger.verb or not verb.dep_.endswith("relcl") or not any(t.tag_ == "WDT" for t in verb.children):
        return None
    head = verb.head
    told = scene.who.states_in(trigger.sentence.start, head.i + 1)
    subject = any(t.tag_ == "WDT" and t.dep_.startswith("nsubj") for t in verb.children)
    return next((m.code for m in told if m.start <= head.i < m.end and not subject), None)


def _further(scene: Scene, first: StateMention, abroad: list[StateMention]) -> Iterator[str]:
    """States listed after the first: "Fiji, Tuvalu and Kiribati"."""
    last, told = first, {first.code}
    for mention in abroad:
        gap = {t.lower_ for t in scene.doc[last.end : mention.start]}
        if mention.start >= last.end and gap and gap <= JOINS and gap & {",", "and"} and mention.form == first.form:
            if mention.code not in told:
                yield mention.code
            told.add(mention.code)
            last = mention


def _abroad(scene: Scene, trigger: Trigger, home: tuple[str, ...]) -> list[StateMention]:
    told = scene.who.states_in(trigger.sentence.start, trigger.sentence.end)
    return [m for m in told if m.code not in home and m.start not in scene.quoted]


def _is_goal(scene: Scene, trigger: Trigger, mention: StateMention) -> bool:
    """Whether the words lead there: "to Dushanbe", "visited Georgia", not "visited the Georgian plant"."""
    if mention.form in ("adjective", "demonym"):
        return scene.low(mention.end, mention.end + 1) in ("capital", "city", "port", "town", "resort")
    before = {t.lower_ for t in scene.doc[max(trigger.start, mention.start - 3) : mention.start]}
    between = scene.doc[trigger.end : mention.start]
    words = {t.lower_ for t in between}
    linked = bool({"to", "in", "at", "into", "for", "and"} & before) or ("of" in before and bool({"to", "in"} & words))
    direct = trigger.verb and len(between) <= 1
    loose = mention.form in CITY and trigger.verb
    return (linked or direct) and (loose or not any(t.pos_ == "VERB" and t.tag_ != "VBG" for t in between))
