"""Who is who: all sightings of one person joined, with the fullest name, an office and a state."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from heapq import nsmallest

from comity.findings import Person
from comity.reading.who.names import Name
from comity.reading.who.offices import Office
from comity.reading.who.sightings import Sighting

LEADERS = frozenset(("president", "premier", "king", "leader", "prince", "queen"))
# Who is called by one name: King Abdullah is not every Abdullah.
CROWNED = frozenset(("king", "queen", "prince", "princess", "clergy"))
# Offices that tell what somebody is, not whom they act for.
PRIVATE = frozenset(("private", "role"))
# So many people with one word in their names are told apart: more than a report has, fewer than a book.
NAMESAKES = 60


@dataclass(eq=False)
class Somebody:
    """One person of the report and every place where the report names them."""

    sightings: list[Sighting] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    office_text: str | None = None
    code: str | None = None
    gender: str | None = None

    @property
    def words(self) -> frozenset[str]:
        """All words of all forms of the name, in lower case."""
        return frozenset(w for s in self.sightings for w in s.name.words)

    @cached_property
    def name(self) -> str:
        """The fullest name in the text, the first of equals; to be asked for once all sightings are known."""
        return max((s.name for s in self.sightings), key=lambda n: len(n.words)).text

    @cached_property
    def forms(self) -> tuple[tuple[str, ...], ...]:
        """The forms of the name as words, the fullest first; to be asked for once all sightings are known."""
        return tuple(sorted(dict.fromkeys(s.name.words for s in self.sightings), key=len, reverse=True))

    @property
    def kinds(self) -> frozenset[str]:
        """Classes of the offices told."""
        return frozenset(o.kind for o in self.offices)

    @property
    def person(self) -> Person:
        """The person as findings tell it."""
        return Person(name=self.name, office=self.office_text, country=self.code)

    def holds(self, office: Office) -> bool:
        """Whether an office told without a name can be this person's."""
        return any(fits(own, office) for own in self.offices)


@dataclass(eq=False)
class Unnamed(Somebody):
    """Somebody told by office alone: "a Western diplomat", who may be "the diplomat" and "he" later."""

    @property
    def person(self) -> Person:
        """The person as findings tell it, without a name."""
        return Person(name=None, office=self.office_text, country=self.code)


def fits(own: Office, told: Office) -> bool:
    """Whether somebody with the office ``own`` may be called by the office ``told``."""
    if told.kind == "leader" and told.head == "leader":
        return own.kind in LEADERS
    if told.kind not in {own.kind, *_kinds_of_text(own)}:
        return False
    return not (told.fields and own.fields) or bool(told.fields & own.fields) or told.kind != own.kind


def _kinds_of_text(office: Office) -> tuple[str, ...]:
    """Further classes in a joined office: "Deputy Prime Minister and Minister of Defence"."""
    text = office.text.lower()
    kinds = {"minister": "minister", "premier": "prime minister", "president": "president"}
    return tuple(kind for kind, word in kinds.items() if word in text)


def join(sightings: Iterable[Sighting], genders: Mapping[str, str]) -> list[Somebody]:
    """The people behind the sightings, in order of first mention; ``genders`` are those that titles tell."""
    ordered = sorted(sightings, key=lambda s: (-len(s.name.words), s.name.start))
    people: list[Somebody] = []
    known: defaultdict[str, list[Somebody]] = defaultdict(list)
    for sighting in ordered:
        named = min((known.get(w, []) for w in _telling_words(sighting)), key=len, default=people)
        fitting = [p for p in _around(named, sighting) if _same(p, sighting)]
        if fitting:
            _nearest(fitting, sighting).sightings.append(sighting)
            continue
        people.append(Somebody([sighting]))
        for word in _parts(sighting.name):
            known[word].append(people[-1])
    for somebody in people:
        _settle(somebody, genders)
    return sorted(people, key=lambda p: p.sightings[0].name.start)


def _around(people: list[Somebody], sighting: Sighting) -> list[Somebody]:
    """Of too many people with a word in their names those told nearest to the sighting."""
    if len(people) <= NAMESAKES:
        return people
    return nsmallest(NAMESAKES, people, key=lambda p: abs(p.sightings[0].name.start - sighting.name.start))


def _same(somebody: Somebody, sighting: Sighting) -> bool:
    """A shorter form of the name first joined, the fullest: its words are words of that, and no title parts them."""
    if not set(_telling_words(sighting)) <= _parts(somebody.sightings[0].name):
        return False
    if sighting.office and sighting.office.kind in CROWNED and len(sighting.name.words) == 1:
        return any(s.office and s.office.kind in CROWNED for s in somebody.sightings)
    if not sighting.name.gender or any(s.name.gender == sighting.name.gender for s in somebody.sightings):
        return True
    return not any(s.name.gender for s in somebody.sightings)


def _telling_words(sighting: Sighting) -> list[str]:
    return [w for w in sighting.name.words if len(w) > 2] or list(sighting.name.words)


def _parts(name: Name) -> set[str]:
    return {*name.words, *(part for word in name.words for part in word.split("-"))}


def _nearest(fitting: list[Somebody], sighting: Sighting) -> Somebody:
    """Of several people with such a name, one whose last word it is, then the one named last before."""

    def likeness(somebody: Somebody) -> tuple[bool, bool, int]:
        before = [s.name.start for s in somebody.sightings if s.name.start <= sighting.name.start]
        family = any(sighting.name.words[-1] == s.name.words[-1] for s in somebody.sightings)
        same_code = sighting.code is not None and any(s.code == sighting.code for s in somebody.sightings)
        return same_code, family, max(before, default=-1)

    return max(fitting, key=likeness) if len(fitting) > 1 else fitting[0]


def _settle(somebody: Somebody, genders: Mapping[str, str]) -> None:
    somebody.sightings.sort(key=lambda s: s.name.start)
    held: dict[tuple[object, ...], Office] = {}
    for office in (s.office for s in somebody.sightings if s.office):
        if office.kind not in ("counterpart", "role"):
            held.setdefault((office.text, office.head, office.kind, office.fields, office.codes), office)
    somebody.offices = list(held.values())
    somebody.code = next((s.code for s in somebody.sightings if s.code and s.office), None)
    somebody.code = somebody.code or next((s.code for s in somebody.sightings if s.code), None)
    somebody.gender = next((s.name.gender for s in somebody.sightings if s.name.gender), None)
    somebody.gender = somebody.gender or next((genders[o.head] for o in somebody.offices if o.head in genders), None)
    best = max(somebody.offices, key=lambda o: (bool(o.codes), bool(o.fields)), default=None)
    somebody.office_text = best.text if best else None
