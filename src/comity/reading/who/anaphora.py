"""Whom a role, an institution or a pronoun means: "the minister", "the embassy", "he".

Each is resolved from what was told before it, else after it; what stays open is told as it stands.
"""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from comity.findings import Person
from comity.reading.mentions import PersonMention
from comity.reading.who.offices import ARTICLES, Office
from comity.reading.who.people import LEADERS, Somebody, Unnamed
from comity.reading.who.scene import Scene

PRONOUNS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
SENTENCES_BACK = 4
# So many mentions are looked back on, or ahead: more than a report has, fewer than a book.
LOOKBACK = 500
INDEFINITE = frozenset(("a", "an", "one", "another", "some", "any", "no", "every"))


def _place(mention: tuple[int, Somebody]) -> int:
    return mention[0]


@dataclass
class Memory:
    """Who has been mentioned where, as the text is gone through."""

    scene: Scene
    people: list[Somebody]
    ours: str | None
    main: tuple[str, ...]
    seen: list[tuple[int, Somebody]] = field(default_factory=list)
    institutions: list[tuple[int, str, str | None]] = field(default_factory=list)
    first: dict[Somebody, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.seen = sorted(((s.name.start, p) for p in self.people for s in p.sightings), key=_place)
        for position, somebody in reversed(self.seen):
            self.first[somebody] = position

    def note(self, position: int, somebody: Somebody) -> None:
        """Remember that the person is meant at the position."""
        insort(self.seen, (position, somebody), key=_place)
        self.first[somebody] = min(position, self.first.get(somebody, position))

    def seen_in(self, start: int, end: int) -> list[tuple[int, Somebody]]:
        """Who is mentioned in the tokens [start, end), with where, in order."""
        return self.seen[bisect_left(self.seen, start, key=_place) : bisect_left(self.seen, end, key=_place)]

    def lately(self, position: int) -> list[tuple[int, Somebody]]:
        """The last ``LOOKBACK`` mentions before the position, in order."""
        end = bisect_left(self.seen, position, key=_place)
        return self.seen[max(0, end - LOOKBACK) : end]

    def before(self, position: int) -> list[Somebody]:
        """People by how lately they were mentioned before the position, each once."""
        return list(dict.fromkeys(p for _, p in reversed(self.lately(position))))

    def after(self, position: int) -> list[Somebody]:
        """The next people who are first mentioned after the position."""
        start = bisect_left(self.seen, position, key=_place)
        told = dict.fromkeys(p for _, p in self.seen[start : start + LOOKBACK])
        return [p for p in told if p.sightings and self.first[p] >= position]

    def sharing(self, office: Office) -> list[Somebody]:
        """The people named beside one office, in order."""
        return self._named_beside.get(office.start, [])

    def beside(self, position: int) -> Somebody | None:
        """Who is named at the position, with or without an office before the name."""
        for at, somebody in self.seen[bisect_left(self.seen, position, key=_place) :][:1]:
            starts = {s.office.left for s in somebody.sightings if s.office and s.name.start == at}
            return somebody if position in {at, *starts} else None
        return None

    @cached_property
    def _named_beside(self) -> dict[int, list[Somebody]]:
        beside: dict[int, dict[Somebody, None]] = {}
        for somebody in self.people:
            for sighting in somebody.sightings:
                if sighting.office:
                    beside.setdefault(sighting.office.start, {})[somebody] = None
        return {start: list(people) for start, people in beside.items()}

    def other(self, code: str | None) -> str | None:
        """The other state of the main relation."""
        rest = [c for c in self.main if c != code]
        return rest[0] if len(rest) == 1 and len(self.main) == 2 else None


def read(memory: Memory, offices: tuple[Office, ...], named: frozenset[int]) -> Iterator[PersonMention]:
    """Every role, institution and pronoun as whom it means; ``named`` are the offices told beside a name."""
    roles = {office.start: office for office in offices if office.start not in named and not office.plural}
    for token in memory.scene.doc:
        position = token.i
        if not memory.scene.is_read(position):
            continue
        if office := roles.get(position):
            yield from _role(memory, office)
        elif _is_pronoun(memory.scene, position) and (somebody := pronoun(memory, position)):
            memory.note(position, somebody)
            yield PersonMention(position, position + 1, somebody.person, "pronoun")


def _is_pronoun(scene: Scene, position: int) -> bool:
    """ "his", but not that of "His Excellency"."""
    return scene.low[position] in PRONOUNS and not scene.one_of(position + 1, scene.offices.lists.honorifics)


def _role(memory: Memory, office: Office) -> Iterator[PersonMention]:
    if office.kind == "institution":
        yield from _institution(memory, office)
        return
    somebody = holder(memory, office)
    if somebody:
        memory.note(office.start, somebody)
        yield PersonMention(office.left, office.reach, somebody.person, "office")
    elif office.kind not in ("role", "counterpart", "member"):
        someone_else = Unnamed([], [office], office.text, _code(memory, office))
        memory.note(office.start, someone_else)
        yield PersonMention(office.left, office.reach, someone_else.person, "office")
    elif office.kind == "counterpart" and office.codes:
        someone = Person(name=None, office=office.text, country=office.codes[0])
        yield PersonMention(office.left, office.reach, someone, "office")


def holder(memory: Memory, office: Office) -> Somebody | None:
    """The named person an office told alone means."""
    if _indefinite(memory.scene, office):
        return None
    if office.kind == "role":
        return _guest_or_host(memory, office)
    before = memory.before(office.start)
    later = memory.after(office.start)
    code = _told_code(memory, office)
    fitting = [p for p in (*before, *later) if _may_hold(memory, p, office, code)]
    if not fitting:
        return _without_office(memory, office, before, code)
    if fitting[0] in later and len(fitting) > 1 and not code:
        return None
    fitting = _called_so(fitting, office)
    at_home = [p for p in fitting if p.code == memory.ours and p.code]
    if at_home and not code and memory.scene.doc[office.start].text[0].isupper():
        return at_home[0]
    return _lately_subject(memory, fitting, office) if not code and not office.fields else fitting[0]


def _called_so(fitting: list[Somebody], office: Office) -> list[Somebody]:
    """Those whose office is told in the same words, if any: "the Vice Minister" is no minister's name."""
    same = [p for p in fitting if any(office.text.lower() in own.text.lower() for own in p.offices)]
    return same or fitting


def _without_office(memory: Memory, office: Office, before: list[Somebody], code: str | None) -> Somebody | None:
    """The one person named without an office, where a head of state or government is meant."""
    bare = [p for p in before if not p.offices and p.sightings and (code is None or p.code == code) and p.code]
    return bare[0] if len(bare) == 1 and office.kind in LEADERS else None


def _lately_subject(memory: Memory, fitting: list[Somebody], office: Office) -> Somebody:
    """Of several, the one who was last the subject of a sentence: "the minister" is whom the report follows."""
    for at, somebody in reversed(memory.lately(office.start)):
        if somebody in fitting and is_subject(memory.scene, at):
            return somebody
    return fitting[0]


def _may_hold(memory: Memory, somebody: Somebody, office: Office, code: str | None) -> bool:
    if office.kind == "counterpart":
        first = next(iter(memory.before(office.start)), None)
        return bool(code) and somebody.code == code and somebody is not first
    return somebody.holds(office) and (code is None or somebody.code in (code, None))


def _told_code(memory: Memory, office: Office) -> str | None:
    if office.codes:
        return office.codes[0]
    return owner(memory, office.whose) if office.whose is not None else None


def owner(memory: Memory, position: int) -> str | None:
    """The state that "its" or "their" at the position stands for; None for "his" and "her"."""
    if memory.scene.low[position] not in ("its", "their"):
        return None
    start = memory.scene.bounds(position)[0]
    inside = [m for m in memory.scene.states_from(start, position) if m.acts]
    if inside:
        return inside[0].code
    number = memory.scene.page.sentence_numbers[position]
    for sentence in reversed(memory.scene.sentences[max(0, number - 2) : number]):
        told = [m for m in memory.scene.states_from(sentence.start, sentence.end) if m.acts]
        if told:
            return told[0].code
    return None


def _code(memory: Memory, office: Office) -> str | None:
    """The state of somebody told by office alone: what is told, else the side the report takes."""
    if code := _told_code(memory, office):
        return code
    if office.posted:
        return memory.other(office.posted)
    anybody = office.kind in ("private", "diplomat")
    return None if anybody and memory.main else memory.ours


def _indefinite(scene: Scene, office: Office) -> bool:
    return scene.one_of(office.left - 1, INDEFINITE)


def _guest_or_host(memory: Memory, office: Office) -> Somebody | None:
    """ "the guest": the one from elsewhere; "the host": the one from here; "interlocutor": the other one.

    Who is named right after is meant: "his host, Foreign Minister Y".
    """
    if memory.scene.one_of(office.reach, (",",)) and (named := memory.beside(office.reach + 1)):
        return named
    before = [p for p in memory.before(office.start) if p.code and p.sightings]
    if office.codes:
        return next((p for p in before if p.code == office.codes[0]), None)
    if facing := _facing(memory, office, before):
        return facing
    if office.head == "interlocutor":
        return before[1] if len(before) > 1 else None
    home = memory.ours
    if home is None:
        return None
    fitting = [p for p in before if (p.code == home) == (office.head == "host")]
    return fitting[0] if fitting else None


def _facing(memory: Memory, office: Office, before: list[Somebody]) -> Somebody | None:
    """ "her host": of those from another state than she, the one told most often before; else who was told first."""
    whose = office.whose
    whom = pronoun(memory, whose) if whose is not None and memory.scene.low[whose] in PRONOUNS else None
    if whom is None or whom.code is None:
        return None
    told = Counter(p for _, p in memory.lately(office.start))
    others = [p for p in reversed(before) if p.code != whom.code]
    return max(others, key=lambda p: told[p], default=None)


def _institution(memory: Memory, office: Office) -> Iterator[PersonMention]:
    code = _told_code(memory, office)
    text = office.text
    if code is None and office.posted:
        code = memory.other(office.posted)
    if code is None:
        again = [
            (t, c)
            for at, t, c in memory.institutions[-LOOKBACK:]
            if (at < office.start and t.lower().split()[-1] == office.head.split()[-1]) or office.head in t.lower()
        ]
        if again and memory.scene.one_of(office.left - 1, ARTICLES) and not office.fields:
            text, code = again[-1]
    if code is None and office.head not in memory.scene.offices.lists.collective:
        code = memory.ours
    if code:
        memory.institutions.append((office.start, text, code))
        yield PersonMention(office.left, office.reach, Person(name=None, office=text, country=code), "institution")


def pronoun(memory: Memory, position: int) -> Somebody | None:
    """The person "he" or "she" means: the subject before it in its sentence, else that of an earlier one."""
    gender = PRONOUNS[memory.scene.low[position]]
    number = memory.scene.page.sentence_numbers[position]
    for sentence in reversed(memory.scene.sentences[max(0, number - SENTENCES_BACK) : number + 1]):
        told = [
            (at, p)
            for at, p in memory.seen_in(sentence.start, min(sentence.end, position))
            if p.gender in (gender, None) and (position in memory.scene.quoted or at not in memory.scene.quoted)
        ]
        if told:
            return _subject(memory.scene, told)
    return None


def _subject(scene: Scene, told: list[tuple[int, Somebody]]) -> Somebody:
    subjects = [p for at, p in told if is_subject(scene, at)]
    return subjects[0] if subjects else told[0][1]


def is_subject(scene: Scene, position: int) -> bool:
    """Whether the token, or the noun it is a part of, is the subject of a clause."""
    token = scene.doc[position]
    for _ in range(3):
        if token.dep_.startswith("nsubj"):
            return True
        if token.dep_ not in ("flat", "appos", "compound", "amod", "det", "nmod:poss", "flat:name", "nmod"):
            return False
        token = token.head
    return False
