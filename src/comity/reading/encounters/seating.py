"""Whose meeting it is: that of a commission is talks, that of a business council a forum."""

from dataclasses import replace

from comity.reading.encounters.candidate import Scene, Trigger

BEFORE, AFTER = 8, 10
ENDS = frozenset((",", ";", ":", "–", "—", "(", ")"))


def seated(scene: Scene, trigger: Trigger) -> Trigger:
    """The trigger, as talks or a forum where the words around it name a body as that which meets."""
    if trigger.kind != "meeting" or trigger.phrase not in scene.words.lists.sittings:
        return trigger
    named = _subject(scene, trigger) if trigger.verb else _name(scene, trigger)
    if any(body in named for body in scene.words.lists.business):
        return replace(trigger, kind="forum")
    seats = any(f"{body} " in f"{named} " for body in scene.words.lists.bodies)
    return replace(trigger, kind="talks") if seats else trigger


def _subject(scene: Scene, trigger: Trigger) -> str:
    """The subject of the verb with what hangs on it before its own clauses."""
    clause = scene.clauses.of(scene.doc[trigger.start])
    heads = [scene.doc[i] for i in clause.subjects] if clause else []
    return " ".join(scene.low(head.i - 2, head.i + 1) for head in heads if head.i < trigger.start)


def _name(scene: Scene, trigger: Trigger) -> str:
    """The noun's own phrase: what stands right before it, and after "of"."""
    start = trigger.start
    while start > max(trigger.sentence.start, trigger.start - BEFORE) and _goes_on(scene, start - 1):
        start -= 1
    end = trigger.end
    if scene.low(end, end + 1) == "of":
        end += 1
        while end < min(trigger.sentence.end, trigger.end + AFTER) and _goes_on(scene, end):
            end += 1
    return scene.low(start, end)


def _goes_on(scene: Scene, position: int) -> bool:
    token = scene.doc[position]
    return token.pos_ not in ("VERB", "AUX") and token.text not in ENDS
