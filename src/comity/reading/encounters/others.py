"""Other sides that a word of encounter may tell of, and those of encounters without such a word."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from spacy.tokens import Span as Stretch

from comity.findings import EncounterKind, Person
from comity.reading.encounters.candidate import Scene, Trigger
from comity.reading.encounters.filling import Draft
from comity.reading.encounters.taking_part import PEOPLE, Part, actors, is_further_body

# So many states nearest to the word are tried two by two.
NEAREST = 3
# So many towns of a sentence a visit may lead to.
TOWNS = 3
CITY = ("capital", "place")


def sides(scene: Scene, trigger: Trigger, told: Sequence[Draft]) -> tuple[tuple[str, ...], ...]:
    """Sets of states that may take part: those named near, the main relation, those of what was told before."""
    near = _codes(scene, trigger)
    found = list(_journeys(scene, trigger, near) if trigger.kind == "visit" else _assemblies(scene, trigger, near))
    found += [(code, other) for code in near[:1] for other in (*scene.who.pair, scene.who.ours) if other]
    found += [scene.who.pair, *_before(trigger, told)]
    return tuple(dict.fromkeys(tuple(sorted(set(codes))) for codes in found if len(set(codes)) > 1))


def people(scene: Scene, trigger: Trigger, codes: tuple[str, ...]) -> tuple[Person, ...]:
    """Everybody of these states whom the sentence names, for a visit those who may travel."""
    near = actors(scene, trigger.sentence.start, trigger.sentence.end)
    return tuple(dict.fromkeys(p for a in near for p in a.people if p.country in codes))


def unspoken(scene: Scene, sentence: Stretch) -> Iterator[tuple[EncounterKind, Part, str | None]]:
    """Who may have met, or travelled, by a sentence without a word of encounter."""
    told = [a for a in actors(scene, sentence.start, sentence.end) if a.at not in scene.quoted]
    named = [a for a in told if a.people and a.form in PEOPLE and len(a.codes) == 1]
    codes = tuple(dict.fromkeys(code for a in named for code in a.codes if not is_further_body(code)))
    if len(codes) == 2:
        yield "meeting", Part(codes, tuple(dict.fromkeys(p for a in named for p in a.people)), 0.0), None
    for place in scene.who.states_in(sentence.start, sentence.end):
        if place.form in CITY and len(codes) == 1 and place.code not in codes:
            yield "visit", Part((*codes, place.code), named[0].people, 0.0), place.code


def _codes(scene: Scene, trigger: Trigger) -> list[str]:
    """The states that act in the sentence, those nearest to the word first."""
    near = actors(scene, trigger.sentence.start, trigger.sentence.end)
    ordered = sorted(near, key=lambda a: max(a.at - trigger.end, trigger.start - a.end))
    return list(dict.fromkeys(code for a in ordered for code in a.codes))


def _journeys(scene: Scene, trigger: Trigger, near: list[str]) -> Iterator[tuple[str, ...]]:
    """From each of the nearest states, or those of the main relation, to each place."""
    places = [m.code for m in scene.who.states_in(trigger.sentence.start, trigger.sentence.end)]
    for home in (near or list(scene.who.pair))[:2]:
        yield from ((home, place) for place in list(dict.fromkeys(places))[:TOWNS])


def _assemblies(scene: Scene, trigger: Trigger, near: list[str]) -> Iterator[tuple[str, ...]]:
    named = {p.country for p in people(scene, trigger, tuple(near))}
    yield tuple(code for code in near if code in named)
    yield tuple(near)
    yield from combinations(near[:NEAREST], 2)


def _before(trigger: Trigger, told: Sequence[Draft]) -> Iterator[tuple[str, ...]]:
    """The states of the encounter told last before."""
    earlier = [d for d in told if d.start < trigger.start]
    yield from (tuple(d.countries) for d in sorted(earlier, key=lambda d: d.start)[-1:])
