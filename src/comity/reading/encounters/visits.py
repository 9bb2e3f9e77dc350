"""Visits: who travels, and where to."""

from dataclasses import dataclass

from comity.findings import Person
from comity.reading.encounters.candidate import Actor, Scene, Trigger
from comity.reading.encounters.taking_part import Around, Part
from comity.reading.mentions import StateMention

REACH = 14
SOMEBODY = frozenset(("name", "office", "pronoun", "owner", "party", "institution"))


@dataclass(frozen=True, slots=True)
class Journey:
    """A visit's two sides, its traveller and destination, where told."""

    part: Part
    host: str | None


def read(scene: Scene, trigger: Trigger) -> Journey | None:
    """The journey told by the trigger, or None where no traveller or no other state is told."""
    around = Around(scene, trigger)
    travellers = _travellers(around)
    home = tuple(dict.fromkeys(code for a in travellers for code in a.codes))
    people = tuple(dict.fromkeys(p for a in travellers for p in a.people))
    place = _destination(scene, trigger, home)
    if not trigger.verb and trigger.phrase not in ("visit", "visits") and not people:
        return None
    if trigger.verb and (not travellers or (place is None and not _arrives(scene, trigger))):
        return None
    return _journey(scene, home[:1] if len(home) != 1 else home, people, place)


def _journey(scene: Scene, home: tuple[str, ...], people: tuple[Person, ...], place: str | None) -> Journey | None:
    pair = scene.who.pair
    if home and place and place not in home:
        return Journey(Part((*home, place), people, 0.9), place)
    if home and home[0] in pair and place is None:
        other = next(code for code in pair if code != home[0])
        return Journey(Part((home[0], other), people, 0.6), other)
    if place and not home and place in pair:
        other = next(code for code in pair if code != place)
        return Journey(Part((other, place), people, 0.5), place)
    return None


def _arrives(scene: Scene, trigger: Trigger) -> bool:
    """Whether the verb alone tells a visit: "arrived on Sunday", "who is visiting the country"."""
    after = scene.low(trigger.end, trigger.end + 4)
    if trigger.phrase in scene.words.lists.arriving:
        return True
    return trigger.phrase in scene.words.lists.visiting and after.startswith(scene.words.lists.here)


def _travellers(around: Around) -> tuple[Actor, ...]:
    """Who travels: the owner of the visit, "by X" or "of X" after it, the guest invited, else the subject."""
    trigger = around.trigger
    if trigger.phrase in around.scene.words.lists.inviting or trigger.phrase == "visiting":
        return _people(around.right[:1])
    if not trigger.verb:
        after = _after_link(around)
        owner = _people(around.owner)
        if owner or after:
            return owner or after
    if (
        trigger.phrase in around.scene.words.lists.loose_travel
        and around.left
        and trigger.start - around.left[-1].end > REACH
    ):
        return ()
    return _people(around.left) or (() if trigger.verb else around.phrase)


def _people(found: tuple[Actor, ...]) -> tuple[Actor, ...]:
    return tuple(a for a in found if a.form in SOMEBODY and not (a.form == "institution" and not a.codes))


def _after_link(around: Around) -> tuple[Actor, ...]:
    """ "the visit of President X", "a visit by a delegation"."""
    for actor in around.actors:
        gap = around.scene.doc[around.trigger.end : actor.at]
        if (
            actor.at >= around.trigger.end
            and len(gap) <= REACH
            and any(t.lower_ in ("by", "of") for t in gap)
            and not any(t.pos_ in ("VERB", "AUX") or t.text == "," for t in gap)
        ):
            return _people((actor,))
    return ()


def _destination(scene: Scene, trigger: Trigger, home: tuple[str, ...]) -> str | None:
    """The nearest state or town after the trigger that is not the traveller's; else one before it after "in"."""
    end = min(trigger.sentence.end, trigger.end + REACH)
    after = [
        m
        for m in scene.who.states_in(trigger.end, end)
        if m.code not in home and m.start not in scene.quoted and _is_goal(scene, trigger, m)
    ]
    if after:
        return after[0].code
    if trigger.verb:
        return None
    near = [
        m
        for m in scene.who.states_in(trigger.sentence.start, trigger.sentence.end)
        if m.form in ("capital", "place") and m.code not in home and m.start not in scene.quoted
    ]
    return near[0].code if near else None


def _is_goal(scene: Scene, trigger: Trigger, mention: StateMention) -> bool:
    """Whether the words lead there: "to Dushanbe", "visited Georgia", not "visited the Georgian plant"."""
    before = [t.lower_ for t in scene.doc[max(trigger.start, mention.start - 3) : mention.start]]
    between = scene.doc[trigger.end : mention.start]
    if mention.form in ("adjective", "demonym"):
        return (
            scene.doc[mention.end].lower_ in ("capital", "city", "port", "town", "resort")
            if mention.end < len(scene.doc)
            else False
        )
    linked = bool({"to", "in", "at", "into", "for"} & set(before))
    direct = trigger.verb and len(between) <= 1
    open_way = sum(t.pos_ == "VERB" for t in between) == 0 or mention.form in ("capital", "place")
    of_realm = "of" in before and bool({"to", "in"} & {t.lower_ for t in between})
    return (linked or direct or of_realm or "and" in before) and open_way
