"""Several actors in one word: "the sides", "both ministers", "the two countries", "they"."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from comity.findings import Person
from comity.reading.mentions import PartyMention, PersonMention
from comity.reading.who.offices import Office
from comity.reading.who.people import Somebody
from comity.reading.who.scene import Scene
from comity.terms import Terms
from comity.terms.offices import Offices

SENTENCES_BACK = 3
# So many mentions of people are looked back on: more than a report has, fewer than a book.
LOOKBACK = 500
LEADERS = frozenset(("president", "premier", "king", "prince", "leader"))
# Offices that a plural without names can stand for; other words stand for anybody.
KINDS = {
    "minister": frozenset(("minister", "premier", "secretary")),
    "president": frozenset(("president",)),
    "leader": LEADERS,
    "head": LEADERS,
    "premier": frozenset(("premier",)),
    "speaker": frozenset(("speaker", "chair", "president")),
    "chairman": frozenset(("chair", "speaker")),
    "co-chair": frozenset(("minister", "premier", "chair", "secretary")),
    "governor": frozenset(("governor",)),
    "diplomat": frozenset(("minister", "ambassador", "secretary")),
    "ambassador": frozenset(("ambassador",)),
}
# What ministers are of, where only those with such an office are meant.
PORTFOLIOS = frozenset(
    ["foreign", "defence", "defense", "finance", "transport", "energy", "trade", "interior", "justice", "health",
     "education", "agriculture", "culture", "economy", "infrastructure", "environment"]
)  # fmt: skip
THREE = re.compile(r"\b(?:three|trilateral|all)\b", re.IGNORECASE)


@lru_cache(maxsize=4)
def _pattern(terms: Terms) -> re.Pattern[str]:
    lists = terms.table(Offices).lists
    states, persons = "|".join(lists.parties), "|".join(lists.persons)
    return re.compile(
        r"\b(?:(?:the|these|our|both|their|all)\s+(?:two\s+|both\s+|three\s+|four\s+)?"
        rf"(?:\w+\s+)?(?P<states>{states})"
        rf"|(?:the|both|these|all)\s+(?:two\s+|three\s+|four\s+)?(?:(?P<which>\w+)\s+)?(?P<persons>{persons})"
        r"|(?P<each>each other|one another|bilateral|mutual|two-way|trilateral|between them|both)"
        r"|(?P<they>they|them))\b",
        re.IGNORECASE,
    )


@dataclass(frozen=True)
class Cast:
    """Who may be meant: people mentioned, in order, the scene's states, and the main relation."""

    scene: Scene
    people: tuple[PersonMention, ...]
    somebodies: tuple[Somebody, ...]
    main: tuple[str, ...]

    @cached_property
    def of_state(self) -> dict[str | None, list[Somebody]]:
        """The people of each state, in order."""
        found: dict[str | None, list[Somebody]] = {}
        for somebody in self.somebodies:
            found.setdefault(somebody.code, []).append(somebody)
        return found

    @cached_property
    def kinds(self) -> dict[Person, frozenset[str]]:
        """The classes of the offices that each person holds."""
        return {somebody.person: somebody.kinds for somebody in reversed(self.somebodies)}

    def people_from(self, start: int, end: int) -> tuple[PersonMention, ...]:
        """The person mentions that start in the tokens [start, end), in order."""
        return self.people[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(mention.start for mention in self.people)


def read(cast: Cast, offices: Iterable[Office], named: frozenset[int]) -> tuple[PartyMention, ...]:
    """All parties told on the page in order."""
    plural = [office for office in offices if office.plural and office.start not in named]
    told = [party for office in plural if (party := _offices(cast, office))]
    taken = {i for party in told for i in range(party.start, party.end)}
    meant = [party for party in _words(cast) if not taken & set(range(party.start, party.end))]
    return tuple(sorted((*told, *meant), key=lambda party: party.start))


def _offices(cast: Cast, office: Office) -> PartyMention | None:
    """ "the foreign ministers of Kazakhstan and Armenia", with their names where told elsewhere."""
    if len(office.codes) < 2:
        return None
    holders = (_holder(cast, office, code) for code in office.codes)
    return PartyMention(office.left, office.reach, office.codes, tuple(h for h in holders if h))


def _holder(cast: Cast, office: Office, code: str) -> Person | None:
    fitting = (p for p in cast.of_state.get(code, ()) if p.holds(office))
    found = next(fitting, None)
    return found.person if found else None


def _words(cast: Cast) -> Iterator[PartyMention]:
    starts = {token.idx: token.i for token in cast.scene.doc}
    for found in _pattern(cast.scene.page.terms).finditer(cast.scene.doc.text):
        start = starts.get(found.start())
        if start is None or not cast.scene.is_read(start):
            continue
        span = cast.scene.doc.char_span(found.start(), found.end(), alignment_mode="expand")
        if span is None:
            continue
        word = found["persons"] or found["they"]
        people = _people(cast, start, word, (found["which"] or "").lower()) if word else ()
        codes = tuple(dict.fromkeys(p.country for p in people if p.country)) or _codes(cast, start, bool(found["they"]))
        many = bool(THREE.search(found.group()))
        if len(codes) >= 2 and (many or len(codes) == 2 or not found["they"]):
            yield PartyMention(span.start, span.end, codes if many else codes[:2], people)


def _people(cast: Cast, position: int, word: str, which: str) -> tuple[Person, ...]:
    """The two people of two states named last before the position whose office the word can name.

    ``which`` may tell the office more closely ("the two prime ministers", "both defence ministers").

    "They" reaches back three sentences only, "the two ministers" to the report's beginning.
    """
    kinds = KINDS.get(cast.scene.offices.singular(word.lower()), frozenset())
    if which == "prime":
        kinds = KINDS["premier"]
    number = cast.scene.page.sentence_numbers[position]
    floor = 0 if kinds else cast.scene.sentences[max(0, number - SENTENCES_BACK)].start
    found: dict[str, Person] = {}
    for mention in reversed(cast.people_from(floor, position)[-LOOKBACK:]):
        person = mention.person
        told = which not in PORTFOLIOS or which in (person.office or "").lower()
        if person.name and person.country and told and _is_called(cast, person, kinds):
            found.setdefault(person.country, person)
        if len(found) == 2:
            return tuple(reversed(found.values()))
    return ()


def _is_called(cast: Cast, person: Person, kinds: frozenset[str]) -> bool:
    return not kinds or bool(cast.kinds.get(person, frozenset()) & kinds)


def _codes(cast: Cast, position: int, near: bool) -> tuple[str, ...]:
    """The states told together last before the position, else the main relation."""
    number = cast.scene.page.sentence_numbers[position]
    for sentence in reversed(cast.scene.sentences[max(0, number - SENTENCES_BACK) : number + 1]):
        end = min(sentence.end, position)
        told = [(m.start, m.code) for m in cast.scene.states_from(sentence.start, end) if m.acts]
        told += [(m.start, m.person.country) for m in cast.people_from(sentence.start, end) if m.person.country]
        codes = tuple(dict.fromkeys(code for _, code in sorted(told)))
        if set(cast.main) <= set(codes) and cast.main:
            return cast.main
        if len(codes) == 2:
            return codes
    return () if near else cast.main
