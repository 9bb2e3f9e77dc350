"""Several met or called one after another in one sentence: an encounter with each."""

from collections.abc import Iterator
from itertools import pairwise

from comity.reading.encounters.candidate import Actor, Scene, Trigger
from comity.reading.encounters.taking_part import Around, Part, principals


def apart(scene: Scene, trigger: Trigger, part: Part) -> Iterator[Part]:
    """One part for each whom somebody calls or meets one after another: "rang both sides", "called on A and B"."""
    around = Around(scene, trigger)
    left, right = principals(around.left), principals(around.right)
    home = tuple(dict.fromkeys(code for a in left for code in a.codes))
    if trigger.kind == "call" and len(part.codes) == 3 and len(home) == 1:
        for code in part.codes:
            if code not in home:
                yield Part((*home, code), tuple(p for p in part.people if p.country in (*home, code)), part.weight)
    elif len(home) == 1 and len(right) > 1 and _in_turn(around, part, right):
        for actor in right:
            if actor.people and not set(actor.codes) & set(home):
                people = tuple(dict.fromkeys(p for a in (*left, actor) for p in a.people))
                yield Part((*home, *actor.codes), people, part.weight)


def _in_turn(around: Around, part: Part, right: tuple[Actor, ...]) -> bool:
    """Whether those met are told as met one by one: by the verb, each by a "with", or each on a day."""
    trigger = around.trigger
    if trigger.phrase in around.scene.words.lists.in_turn and len(part.codes) == 2:
        return True
    gaps = [(a.end, b.at) for a, b in pairwise(right)]
    again = all("with" in around.scene.low(*gap).split() for gap in gaps)
    return trigger.kind == "meeting" and (again or all(around.scene.when.moments_in(*gap) for gap in gaps))
