"""What encounters a report may tell of besides those that the rules vouch for.

Tellings that weigh too little or were joined to another, words passed over, other sides than the
likeliest, a visit in a meeting, people of two states named together: each becomes a finding of low
belief, for the appraiser to weigh.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from comity.findings import Encounter, EncounterKind
from comity.reading.encounters import circumstances, drafts, filling, joining, others, tellings, triggers
from comity.reading.encounters.candidate import Scene, Telling, Trigger
from comity.reading.encounters.filling import Draft
from comity.reading.encounters.taking_part import Part
from comity.reading.proposals import Proposed

# How often proposals of each origin are right, of those annotated to learn from.
BELIEFS = {
    "weak": 0.15, "joined": 0.15, "each": 0.15, "double": 0.08, "gathering": 0.05, "sides": 0.05, "implied": 0.05,
}  # fmt: skip
# Those that may be right beside another of the same states and kind.
FURTHER = ("joined", "each")


@dataclass(frozen=True, slots=True)
class Guess:
    """A telling that may be one, where it comes from, and the words it reads in rivalry with others."""

    origin: str
    telling: Telling
    rival: str | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """What the rules have read: words of encounter, the drafts they vouch for, groups of tellings they doubt."""

    words: Sequence[Trigger]
    told: Sequence[Draft]
    doubted: Sequence[Sequence[Telling]]


def propose(scene: Scene, read: Read) -> Iterator[Proposed[Encounter]]:
    """What may be told beside the drafts vouched for: of the same states and kind one in each sentence."""
    seen: set[tuple[object, ...]] = set()
    have = {(joining.GROUPS[draft.kind], draft.countries) for draft in read.told}
    for guess in _guesses(scene, read):
        telling = guess.telling
        key = (joining.GROUPS[telling.kind], telling.countries)
        further = guess.origin in FURTHER
        here = (*key, telling.trigger.sentence.start, telling.people if further else None)
        if len(telling.countries) > 1 and here not in seen and (further or key not in have):
            seen.add(here)
            draft = drafts.of((replace(telling, weight=BELIEFS[guess.origin]),))
            yield drafts.proposal(scene, filling.fill_one(scene, draft, read.told), guess.rival, False)


def _guesses(scene: Scene, read: Read) -> Iterator[Guess]:
    """All guesses, the likelier first."""
    yield from (Guess("weak", drafts.of(group).main) for group in read.doubted)
    for draft in read.told:
        yield from _within(draft)
    yield from _of_words(scene, read)
    yield from _implied(scene, read)


def _within(draft: Draft) -> Iterator[Guess]:
    """Others that an encounter's own tellings may tell of."""
    apart = (t for t in draft.tellings if t is not draft.main and not t.points_back and not t.adds)
    yield from (Guess("joined", telling, drafts.rival_of(telling)) for telling in apart)
    yield from (Guess("each", telling) for telling in _each(draft.main))
    if draft.kind == "visit":
        yield Guess("double", replace(draft.main, kind="meeting"))
    elif draft.kind in ("meeting", "talks") and draft.host in draft.countries and len(draft.countries) == 2:
        guests = tuple(p for p in draft.people if p.country != draft.host)
        yield Guess("double", replace(draft.main, kind="visit", people=guests, host=draft.host))
    if len(draft.countries) > 2:
        other: EncounterKind = "meeting" if draft.kind == "summit" else "summit"
        yield Guess("gathering", replace(draft.main, kind=other), drafts.rival_of(draft.main))


def _each(telling: Telling) -> Iterator[Telling]:
    """One encounter for each of several people of one side but the first: "met the President and the Speaker"."""
    for code, names in telling.sides.items():
        if len(names) > 1 and telling.kind in ("meeting", "talks", "call"):
            rest = tuple(p for p in telling.people if p.country != code)
            own = [p for p in telling.people if p.country == code and p.name]
            yield from (replace(telling, people=(*rest, person)) for person in own[1:])


def _of_words(scene: Scene, read: Read) -> Iterator[Guess]:
    """Other sides for each word of encounter, also for those that tell of none by the rules."""
    for trigger in (*read.words, *triggers.passed_over(scene)):
        place = circumstances.host(scene, trigger)
        for codes in others.sides(scene, trigger, read.told):
            part = Part(codes, others.people(scene, trigger, codes), 0.0)
            if telling := tellings.of(scene, trigger, part, place):
                yield Guess("sides", telling, drafts.rival_of(telling))


def _implied(scene: Scene, read: Read) -> Iterator[Guess]:
    """Meetings and visits without a word of encounter: people of two states in one sentence, or abroad."""
    spoken = {trigger.sentence.start for trigger in read.words}
    for sentence in scene.page.sentences:
        if sentence.start in spoken:
            continue
        root = sentence.root.i
        for kind, part, place in others.unspoken(scene, sentence):
            trigger = Trigger(root, root + 1, kind, True, sentence.root.lower_, sentence)
            if telling := tellings.of(scene, trigger, part, place or circumstances.host(scene, trigger)):
                yield Guess("implied", telling)
