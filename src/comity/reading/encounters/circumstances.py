"""Where an encounter took place, when, and whether it did."""

import re

from comity.findings import EncounterStatus
from comity.reading import dates
from comity.reading.encounters.candidate import Scene, Trigger
from comity.reading.mentions import Moment, StateMention

PLACE_LINKS = frozenset(("in", "at", "near", "to", "into", "for", "from", "of"))
CITY = ("capital", "place")
NEAR = 14
# A bare year farther off dates something else.
YEAR_NEAR = 14
ORDER = re.compile(
    r"\b(\d{1,3})(?:st|nd|rd|th)\b|\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|next|previous|last|inaugural|new)\b"
)


def host(scene: Scene, trigger: Trigger, countries: frozenset[str]) -> str | None:
    """The state where it takes place: a town or state after "in", "at" or "to", nearest to the word."""
    if trigger.kind == "call":
        return None
    told = [
        (m, weight)
        for m in scene.who.states_in(trigger.sentence.start, trigger.sentence.end)
        if (weight := _place_weight(scene, trigger, m))
    ]
    return max(told, key=lambda pair: pair[1])[0].code if told else None


def _place_weight(scene: Scene, trigger: Trigger, mention: StateMention) -> float:
    """How likely the mention tells the place; 0 if it does not."""
    if mention.start in scene.quoted:
        return 0.0
    before = scene.doc[mention.start - 1].lower_ if mention.start > trigger.sentence.start else ""
    if before == "the" and mention.start - 1 > trigger.sentence.start:
        before = scene.doc[mention.start - 2].lower_
    distance = min(abs(mention.start - trigger.end), abs(trigger.start - mention.end))
    closeness = max(0.0, 1 - distance / 40)
    linked = before in ("in", "at", "to", "near", "into", "for")
    if mention.form in CITY:
        return (1.5 if linked else 0.6) * closeness
    return (
        0.8 * closeness
        if linked and before in ("in", "to") and mention.form == "name" and mention.start >= trigger.end
        else 0.0
    )


def date(scene: Scene, trigger: Trigger) -> tuple[str | None, bool]:
    """The date told in the sentence that fits best, and whether it was reckoned."""
    moment = dates.moment_for(scene.page, scene.when, trigger.start)
    if moment is None or (len(moment.date) == 4 and _apart(trigger, moment) > YEAR_NEAR):
        return None, False
    return moment.date, moment.inferred


def _apart(trigger: Trigger, moment: Moment) -> int:
    """Tokens between the word of encounter and the time."""
    return max(moment.start - trigger.end, trigger.start - moment.end, 0)


def status(scene: Scene, trigger: Trigger) -> EncounterStatus | None:
    """Held, planned or cancelled; None where it is denied to have taken place."""
    clause = scene.clauses.of(scene.doc[trigger.start])
    near = scene.low(max(trigger.sentence.start, trigger.start - NEAR), min(trigger.sentence.end, trigger.end + 10))
    patterns = scene.words.status_patterns
    if patterns["cancelled"].search(near) or (clause and clause.status == "cancelled"):
        return "cancelled"
    if clause and clause.status == "denied":
        return None
    if points_back(scene, trigger):
        return "held"
    if (clause and clause.status in ("planned", "requested", "wished", "conditional")) or patterns["planned"].search(
        near
    ):
        return "planned"
    return "held"


def order(scene: Scene, trigger: Trigger) -> str | None:
    """The ordinal told right before or after the word: "9th session"."""
    if trigger.verb:
        return None
    before = scene.low(trigger.start - 6, trigger.start)
    found = ORDER.findall(before)
    return (found[-1][0] or found[-1][1]) if found else None


def points_back(scene: Scene, trigger: Trigger) -> bool:
    """Whether the words speak of an encounter already told: "after the talks", "during the visit"."""
    if trigger.verb or scene.low(trigger.end, trigger.end + 1) in ("to", "with", "between", "of"):
        return False
    before = scene.low(max(trigger.sentence.start, trigger.start - 5), trigger.start)
    return any(
        before.endswith((f"{word} the", f"{word} his", f"{word} her", f"{word} their"))
        for word in scene.words.lists.pointers
    )


def is_definite(scene: Scene, trigger: Trigger) -> bool:
    """Whether the words point back: "the meeting", "during the talks"."""
    return not trigger.verb and scene.low(trigger.start - 1, trigger.start) in (
        "the",
        "this",
        "that",
        "these",
        "his",
        "her",
        "their",
    )
