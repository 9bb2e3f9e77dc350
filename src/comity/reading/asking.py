"""Proposals as questions to the appraiser: which words they rest on, and what they claim."""

from collections.abc import Iterable, Iterator
from typing import Any

from comity.findings import Agreement, Encounter, Event, Figure, Finding, Pledge, Statement
from comity.language.questions import MOST_SLOTS, Question, Slot
from comity.reading.mentions import Mention, Page, Who
from comity.reading.proposals import Proposed


def question(page: Page, who: Who, proposed: Proposed[Any]) -> Question:
    """What the appraiser is asked of one proposal."""
    finding: Finding = proposed.finding
    here = page.sentence_numbers[proposed.anchor.start]
    parties = [(code, party_mention(page, who, code, proposed.anchor)) for code in parties_of(finding)]
    slots = [] if isinstance(finding, Event) else [slot_of(page, proposed.anchor, "anchor")]
    slots += [slot_of(page, mention, role_of(finding, code)) for code, mention in parties if mention]
    slots += [slot_of(page, other, "speaker" if finding.KIND == "statement" else "person") for other in proposed.others]
    absent = sum(mention is None or page.sentence_numbers[mention.start] != here for _, mention in parties)
    claims = [*own_claims(finding), *_shared_claims(page, who, proposed), f"absent={min(absent, 3)}"]
    return Question(finding.KIND, here, tuple(slots[:MOST_SLOTS]), tuple(claims))


def slot_of(page: Page, mention: Mention, role: str) -> Slot:
    """The words of a mention in its sentence; what runs on into the next sentence is cut."""
    number = page.sentence_numbers[mention.start]
    words = page.word_places[number]
    inside = [words[at] for at in range(mention.start, mention.end) if at in words]
    return Slot(number, inside[0], inside[-1], role) if inside else Slot(number, 0, 0, role)


def parties_of(finding: Finding) -> tuple[str, ...]:
    """The states and bodies that a finding names, in its own order."""
    match finding:
        case Encounter() | Agreement() | Figure():
            return finding.countries
        case Pledge():
            return finding.by
        case Event():
            return finding.source, finding.target
        case Statement():
            return ()
    return ()


def role_of(finding: Finding, code: str) -> str:
    """The part of a party: whence and whither a figure or an act goes, who is host."""
    if isinstance(finding, Figure | Event) and code in (finding.source, finding.target):
        return "source" if code == finding.source else "target"
    if isinstance(finding, Encounter) and code == finding.host:
        return "host"
    return "party"


def party_mention(page: Page, who: Who, code: str, anchor: Mention) -> Mention | None:
    """The words nearest to the anchor that stand for a state: in its sentence, else the last before it."""
    sentence = page.sentence_of(anchor.start)
    own = list(_standing_for(who, code, sentence.start, sentence.end))
    if own:
        return min(own, key=lambda m: (abs(m.start - anchor.start), m.start))
    return max(_standing_for(who, code, 0, sentence.start), key=lambda m: m.start, default=None)


def _standing_for(who: Who, code: str, start: int, end: int) -> Iterator[Mention]:
    yield from (m for m in who.states_in(start, end) if m.code == code)
    yield from (m for m in who.people_in(start, end) if m.person.country == code)
    yield from (m for m in who.parties_in(start, end) if code in m.codes)


def own_claims(finding: Finding) -> Iterator[str]:
    """What the rules hold of the finding's own fields."""
    match finding:
        case Encounter():
            yield from (f"encounter_kind={finding.kind}", f"encounter_status={finding.status}")
            yield from _where({"dated": finding.date, "hosted": finding.host, "peopled": finding.people})
        case Agreement():
            yield from (f"agreement_kind={finding.kind}", f"agreement_status={finding.status}")
            yield from _where({"dated": finding.year})
        case Figure():
            yield from (f"figure_measure={finding.measure}", f"figure_status={finding.status}", _unit(finding))
            yield from _where({"directed": finding.source or finding.target, "dated": finding.period})
        case Statement():
            speaker = finding.speaker
            yield "named" if speaker.name else "office" if speaker.office else "nobody"
        case Event():
            yield f"event={finding.type}"
    count = len(parties_of(finding))
    if count:
        yield f"parties={min(count, 5)}"


def _where(told: dict[str, object]) -> Iterable[str]:
    return [name for name, value in told.items() if value]


def _unit(figure: Figure) -> str:
    if figure.value is None:
        return "growth"
    unit = figure.unit or ""
    if len(unit) == 3 and unit.isupper():
        return "money"
    return unit if unit in ("count", "percent") else "goods"


def _shared_claims(page: Page, who: Who, proposed: Proposed[Any]) -> Iterator[str]:
    """How sure the rules are, where in the report it stands, and how its parties lie to the report's relation."""
    yield f"belief={round(10 * proposed.finding.confidence)}"
    yield "vouched" if proposed.vouched else "unvouched"
    yield f"place={_place(page, proposed.anchor)}"
    shared = set(parties_of(proposed.finding)) & set(who.pair)
    if parties_of(proposed.finding) and who.pair:
        yield "main" if shared == set(who.pair) else "crossing" if shared else "foreign"


def _place(page: Page, anchor: Mention) -> str:
    number, count = page.sentence_numbers[anchor.start], len(page.sentences)
    if number == 0:
        return "first"
    return "early" if number < min(4, count / 3) else "middle" if number < 2 * count / 3 else "late"


def actors_in(who: Who, start: int, end: int) -> dict[str, Mention]:
    """The states and bodies that act in the tokens [start, end), each with the first words that stand for it."""
    found: dict[str, Mention] = {}
    for code in who.codes_in(start, end):
        found[code] = min(_standing_for(who, code, start, end), key=lambda m: (m.start, m.end))
    return found


def relation(page: Page, sentence: int, source: Mention, target: Mention) -> Question:
    """What the source does to the target, by a sentence that names both."""
    return Question("event", sentence, (slot_of(page, source, "source"), slot_of(page, target, "target")))
