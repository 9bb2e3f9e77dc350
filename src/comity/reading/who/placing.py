"""Whose side people are on whose state is not told beside their name.

The clues in their order: what an office or possessive tells, the delegation they lead, lists of
officials of several states, the other side of somebody they meet, the side the report takes.
"""

import re
from collections.abc import Callable, Iterable

from comity.reading.who import anaphora
from comity.reading.who.anaphora import Memory
from comity.reading.who.people import PRIVATE, Somebody
from comity.reading.who.sightings import Sighting
from comity.terms.holders import Holders

BODIES = frozenset(("EUU", "UNO", "NAT", "ASE", "AFU"))
# "The Omani delegation was received by": whoever stands there is of the other side.
RECEIVES = frozenset(("received", "welcomed", "hosted", "greeted", "met"))
TOWN = ("capital", "place")
# Words of travel, and how far after a name they and the state gone to stand.
TRAVELS = re.compile(r"\b(?:visit(?:ed|s)?|came|travelled|traveled|flew|arrived|been|trip) (?:to |in )?$")
NEAR = 14
JOURNEYS = frozenset(("visit", "visits", "trip", "arrival", "journey"))
MEETINGS = frozenset(("meeting", "talks", "conversation", "met", "discussions", "consultations"))
JOINTLY = re.compile(r"\b(?:signed|initialled|co-chaired|chaired|presided over) by\b|\bbetween\b")


def place(memory: Memory, seen: tuple[Sighting, ...]) -> None:
    """Give everybody with an office a state where the report tells it in any way."""
    owners = {id(s): p for p in memory.people for s in p.sightings}
    titled = [(owners[id(s)], s) for s in seen if s.office]
    for somebody, sighting in titled:
        _from_counterpart(memory, sighting, somebody)
    for clue in CLUES:
        for somebody, sighting in titled:
            if somebody.code is None and (somebody.offices or sighting.office) and not _private(somebody):
                somebody.code = clue(memory, sighting, somebody)
    _without_office(memory)


def _without_office(memory: Memory) -> None:
    """Well-known people whom the report names without an office; and the gender of women among them."""
    holders = memory.scene.page.terms.table(Holders)
    for somebody in memory.people:
        first = somebody.sightings[0]
        if somebody.code is None and not _private(somebody):
            somebody.code = _known(memory, first, somebody)
        if somebody.code is None and not memory.main and (somebody.offices or first.office):
            somebody.code = memory.ours
        if somebody.code is None:
            somebody.code = _at_head(memory, first) or _traveller(memory, first, somebody) or _around(memory, first)
        if somebody.gender is None and holders.is_woman(somebody.name.split()):
            somebody.gender = "f"


def _at_head(memory: Memory, first: Sighting) -> str | None:
    """The state of the delegation that somebody without an office leads: "a Chilean delegation led by X"."""
    at, scene = first.name.start - 1, memory.scene
    if scene.low[max(0, at - 1) : at + 1] not in (("led", "by"), ("headed", "by")):
        return None
    told = scene.states_from(max(scene.bounds(at)[0], at - 9), at)
    return next((m.code for m in reversed(told) if _is_party(memory, m.start, m.end, at)), None)


def _around(memory: Memory, first: Sighting) -> str | None:
    """The one state told in the sentence where somebody is first named, else in the one before."""
    number = memory.scene.page.sentence_numbers[first.name.start]
    for sentence in reversed(memory.scene.sentences[max(0, number - 1) : number + 1]):
        inside = memory.scene.states_from(sentence.start, sentence.end)
        told = {m.code for m in inside if m.start not in memory.scene.quoted}
        if len(told) == 1:
            return told.pop()
    return None


def _private(somebody: Somebody) -> bool:
    return bool(somebody.offices) and somebody.kinds <= PRIVATE


def _from_counterpart(memory: Memory, sighting: Sighting, somebody: Somebody) -> None:
    """A counterpart holds the office of the person named before."""
    assert sighting.office is not None
    if sighting.office.kind != "counterpart":
        return
    first = next((p for p in memory.before(sighting.office.start) if p is not somebody), None)
    if first is None:
        return
    somebody.offices = somebody.offices or list(first.offices)
    text = first.office_text or ""
    somebody.office_text = somebody.office_text or (text[7:] if text.startswith("Acting ") else text) or None


def _owner(memory: Memory, sighting: Sighting, somebody: Somebody) -> str | None:
    """ "its foreign minister", "ambassador to Kazakhstan"."""
    office = sighting.office
    if office and office.whose is not None and (code := anaphora.owner(memory, office.whose)):
        return code
    return memory.other(office.posted) if office and office.posted else None


def _union(memory: Memory, sighting: Sighting, somebody: Somebody) -> str | None:
    """A commissioner is the European Union's where the report names it."""
    return "EUU" if "EUU" in memory.scene.codes and "commissioner" in somebody.kinds else None


def _leads(memory: Memory, sighting: Sighting, somebody: Somebody) -> str | None:
    """ "A Burundian delegation headed by the Governor", "signed for Chad by", "X led the Nepali delegation"."""
    assert sighting.office is not None
    scene = memory.scene
    start, end = scene.bounds(sighting.office.start)
    first = min(sighting.office.left, sighting.name.start)
    at = next((i for i in range(first - 1, max(start, first - 4) - 1, -1) if scene.low[i] in ("by", "under")), None)
    before = scene.states_from(start, at) if at is not None else ()
    told = [m for m in before if at is not None and _is_party(memory, m.start, m.end, at)]
    if told and at is not None and RECEIVES & set(scene.low[max(told[-1].end, at - 7) : at]):
        return memory.other(told[-1].code)
    after = max(sighting.name.end, sighting.office.reach)
    led = [m for m in scene.states_from(after, min(end, after + 6)) if _leads_it(memory, after, m.start, m.end)]
    return told[-1].code if told else led[0].code if led else None


def _is_party(memory: Memory, start: int, end: int, by: int) -> bool:
    """Whether the state is one party of what is done by somebody: "the Omani delegation", "on behalf of Kuwait"."""
    low, side = memory.scene.low, memory.scene.offices.lists.side
    near = bool(set(low[end : end + 4]) & side) or bool(set(low[max(0, start - 7) : start]) & side)
    return near or bool({"for", "behalf"} & set(low[max(0, start - 4) : start]) and by - end <= 2)


def _leads_it(memory: Memory, after: int, start: int, end: int) -> bool:
    low, side = memory.scene.low, memory.scene.offices.lists.side
    return bool({"led", "headed", "leads", "heads", "represented"} & set(low[after:start])) and bool(
        set(low[end : end + 3]) & side
    )


def _counterpart(memory: Memory, sighting: Sighting, somebody: Somebody) -> str | None:
    """A counterpart acts for the other state."""
    office = sighting.office
    if office is None or office.kind != "counterpart":
        return None
    first = next((p for p in memory.before(office.start) if p is not somebody and p.code), None)
    return _elsewhere(memory, *memory.scene.bounds(sighting.name.start), first.code) if first and first.code else None


def _ambassador(memory: Memory, sighting: Sighting, somebody: Somebody) -> str | None:
    """An ambassador told without a state is the other side's."""
    return memory.other(memory.ours) if memory.ours and "ambassador" in somebody.kinds else None


def _listed(memory: Memory, sighting: Sighting, somebody: Somebody) -> str | None:
    """Two names after one plural office are of two sides."""
    office = sighting.office
    if office is None or not office.plural or office.codes:
        return None
    beside = [p for p in memory.sharing(office) if p is not somebody]
    if len(beside) != 1:
        return None
    if beside[0].code:
        return memory.other(beside[0].code)
    return memory.ours if memory.ours in memory.main else next(iter(memory.main), None)


def _known(memory: Memory, sighting: Sighting, somebody: Somebody) -> str | None:
    """A well-known office holder, for a state that the report names if there is a choice."""
    codes = _known_codes(memory, somebody)
    told = memory.scene.codes
    by_state = bool(somebody.kinds & {"premier", "president", "minister"})
    ranked = sorted(codes, key=lambda code: (code not in told, (code in BODIES) == by_state))
    return ranked[0] if ranked else None


def _known_codes(memory: Memory, somebody: Somebody) -> tuple[str, ...]:
    return memory.scene.page.terms.table(Holders).codes(somebody.forms[0])


def _other_side(memory: Memory, sighting: Sighting, somebody: Somebody) -> str | None:
    """The other side of somebody placed who is named in the same sentence across a word of meeting."""
    start, end = memory.scene.bounds(sighting.name.start)
    for at, other in memory.seen_in(start, end):
        if other is somebody or other.code is None:
            continue
        low, high = sorted((at, sighting.name.start))
        between = memory.scene.low[low:high]
        crossed = memory.scene.offices.lists.across & set(between) or (
            "and" in between and JOINTLY.search(memory.scene.text(start, low).lower())
        )
        if crossed and (at < sighting.name.start or other.code == memory.ours):
            return _elsewhere(memory, start, end, other.code)
    return None


def _elsewhere(memory: Memory, start: int, end: int, code: str) -> str | None:
    """The one other state told in the sentence, else the other one of the main relation, else that of a town."""
    states = memory.scene.states_from(start, end)
    told = {m.code for m in states if m.form not in TOWN} - {code}
    if len(told) == 1:
        return next(iter(told))
    towns = {m.code for m in states if m.form in TOWN} - {code}
    return memory.other(code) or (next(iter(towns)) if len(towns) == 1 else None)


def _met(memory: Memory, sighting: Sighting, somebody: Somebody) -> str | None:
    """Who is told as met "with" is of the other side: "recalled her meeting with Foreign Minister X"."""
    first = min(sighting.office.left, sighting.name.start) if sighting.office else sighting.name.start
    low = memory.scene.low[max(0, first - 3) : first]
    return memory.other(memory.ours) if memory.ours and low[-1:] == ("with",) and MEETINGS & set(low) else None


def _traveller(memory: Memory, sighting: Sighting, somebody: Somebody) -> str | None:
    """Who comes to one side of the relation is of the other: "President X paid a state visit to Peru"."""
    after = max(sighting.name.end, sighting.office.reach if sighting.office else 0)
    end = min(memory.scene.bounds(sighting.name.start)[1], after + NEAR)
    first = min(sighting.office.left, sighting.name.start) if sighting.office else sighting.name.start
    owned = JOURNEYS & set(memory.scene.low[max(0, first - 4) : first])
    for goal in memory.scene.states_from(after, end)[:1]:
        between = " ".join(memory.scene.low[after : goal.start])
        if goal.form in ("name", *TOWN) and (TRAVELS.search(f"{between} ") or (owned and between == "to")):
            return memory.other(goal.code)
    return None


def _ours_first(memory: Memory, sighting: Sighting, somebody: Somebody) -> str | None:
    """The side the report takes; but somebody met by one already placed there is of the other side."""
    return _counterpart(memory, sighting, somebody) or _other_side(memory, sighting, somebody) or memory.ours


Clue = Callable[[Memory, Sighting, Somebody], str | None]
CLUES: Iterable[Clue] = (
    _owner,
    _known,
    _union,
    _leads,
    _traveller,
    _listed,
    _counterpart,
    _ambassador,
    _met,
    _ours_first,
)
