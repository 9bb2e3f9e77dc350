"""Tellings: each word of encounter with who takes part, where and when, and whether it was held."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from comity.findings import EncounterKind, EncounterStatus, Person
from comity.reading.encounters import circumstances, in_turn, joining, taking_part, visits
from comity.reading.encounters.candidate import Scene, Telling, Trigger
from comity.reading.encounters.taking_part import Part
from comity.terms.holders import Holders

# What only the main relation suggests counts in a report that tells at least one encounter this surely.
SURE = 0.5
# What is left of a telling's weight where nobody named holds an office.
UNOFFICIAL = 0.4
# So many words after "again" the time is told.
AGAIN = 6
LEADERS = re.compile(r"\b(?:trilateral|presidents|leaders|heads of state|foreign ministers|prime ministers|gathered)\b")


def read(scene: Scene, triggers: Iterable[Trigger]) -> Iterator[Telling]:
    """All tellings in order; those without sides of their own take them from what was told before."""
    last: dict[str, Telling] = {}
    for trigger in triggers:
        for part, place in _sides(scene, trigger, last):
            if telling := of(scene, trigger, part, place):
                telling = _seated_as(telling, last.get(joining.GROUPS[telling.kind]))
                last[joining.GROUPS[telling.kind]] = telling
                yield telling
                yield from _again(scene, telling)


def of(scene: Scene, trigger: Trigger, part: Part, place: str | None) -> Telling | None:
    """The telling of these sides by this word; None where it tells that nothing took place."""
    status = circumstances.status(scene, trigger)
    if status is None or (trigger.phrase in scene.words.lists.attended and not part.people):
        return None
    moment = circumstances.moment(scene, trigger, status == "planned")
    date, inferred = circumstances.date(scene, trigger, status == "planned")
    status, date = circumstances.agreed(scene, trigger, status, date, inferred)
    kind, countries = _gathering(trigger, part, place)
    return Telling(
        trigger=trigger,
        kind=kind,
        status=status,
        countries=countries,
        host=place,
        date=date,
        inferred=inferred,
        people=_present(scene, trigger, kind, status, part),
        order=circumstances.order(scene, trigger),
        definite=circumstances.is_definite(scene, trigger),
        weight=_weight(trigger, part, place, date) * (1.0 if _official(scene, part) else UNOFFICIAL),
        points_back=circumstances.points_back(scene, trigger) and not circumstances.is_placed(scene, trigger),
        adds=trigger.phrase in scene.words.lists.additions,
        private=circumstances.is_private(scene, trigger),
        joint=trigger.phrase in scene.words.lists.joint_acts,
        told=moment.date if moment else None,
    )


def _seated_as(telling: Telling, last: Telling | None) -> Telling:
    """A meeting that counts on after talks ("the 13th meeting") is talks, too."""
    counts_on = telling.kind == "meeting" and telling.order and last is not None
    alike = counts_on and last is not None and last.kind == "talks" and last.order
    return replace(telling, kind="talks") if alike and last and last.countries == telling.countries else telling


def _sides(scene: Scene, trigger: Trigger, told: Mapping[str, Telling]) -> Iterator[tuple[Part, str | None]]:
    """Who takes part, and where: several for a journey to several states."""
    if trigger.kind == "visit":
        journeys = visits.read(scene, trigger)
        yield from ((journey.part, journey.host) for journey in journeys)
        last = told.get("visit")
        if not journeys and last and circumstances.dates_back(scene, trigger):
            yield Part(tuple(sorted(last.countries)), last.people, 0.7), last.host
    elif part := _part(scene, trigger, told):
        parts = tuple(in_turn.apart(scene, trigger, part)) or (part,)
        yield from ((one, circumstances.host(scene, trigger)) for one in parts)


def _part(scene: Scene, trigger: Trigger, told: Mapping[str, Telling]) -> Part | None:
    """Who takes part; where the words point back or count on ("the 10th session"), as last told of the kind."""
    part = taking_part.read(scene, trigger)
    last = told.get(joining.GROUPS[trigger.kind])
    counts_on = circumstances.order(scene, trigger) or circumstances.points_back(scene, trigger)
    if last and counts_on and (part is None or part.weight < 0.6):
        return Part(tuple(sorted(last.countries)), part.people if part else (), 0.7)
    return part


def _again(scene: Scene, telling: Telling) -> Iterator[Telling]:
    """The second time that the same met: "met on 15 January and again on 3 March"."""
    trigger = telling.trigger
    for second in circumstances.further(scene, trigger):
        times = scene.when.moments_in(second.start, min(second.start + AGAIN, trigger.sentence.end))
        if times and times[0].date != telling.date:
            place = circumstances.host(scene, second) or telling.host
            yield replace(
                telling, trigger=second, date=times[0].date, inferred=times[0].inferred, host=place, order=None
            )


def _weight(trigger: Trigger, part: Part, place: str | None, date: str | None) -> float:
    """How sure the telling is; where only the main relation can be meant, a place and a date of its own help."""
    own = (place is not None) + (date is not None)
    return (
        part.weight + 0.1 * own if part.weight < SURE and trigger.kind in ("meeting", "talks", "forum") else part.weight
    )


def _official(scene: Scene, part: Part) -> bool:
    """Whether anybody named holds an office, as far as told or known; travelling players do not.

    Among officials of two states others are taken for such, too: former presidents go without an office.
    """
    holders = scene.page.terms.table(Holders)
    return (
        scene.is_among_officials
        or not part.people
        or any(p.office or (p.name and holders.codes(p.name.split())) for p in part.people)
    )


def _present(
    scene: Scene, trigger: Trigger, kind: EncounterKind, status: EncounterStatus, part: Part
) -> tuple[Person, ...]:
    """Who is named as taking part: those who agree to convene a commission are not thereby its members."""
    if status != "planned" or kind not in ("talks", "forum", "meeting"):
        return part.people
    before = scene.low(max(trigger.sentence.start, trigger.start - 8), trigger.end + 3)
    if trigger.verb or kind == "meeting":
        return () if any(body in before for body in scene.words.lists.bodies) else part.people
    after = scene.who.people_in(trigger.end, min(trigger.end + 24, trigger.sentence.end))
    named = {m.person for m in after if m.how == "name"}
    return tuple(p for p in part.people if p in named)


def _gathering(trigger: Trigger, part: Part, place: str | None) -> tuple[EncounterKind, frozenset[str]]:
    """What it is by the number of states: two leaders' "summit" is a meeting, four ministers hold a summit."""
    told = frozenset(part.codes)
    states = frozenset(code for code in told if not taking_part.is_further_body(code))
    if trigger.kind == "summit" and len(states) < 2 and place:
        return "summit", states | {place}
    if trigger.kind == "summit" and len(told) == 2 and told == states and len(part.people) >= 2:
        return "meeting", told
    many = len(states) >= 4 or (len(states) == 3 and LEADERS.search(trigger.sentence.text.lower()))
    if trigger.kind in ("meeting", "talks") and many:
        return "summit", states
    return trigger.kind, told
