"""Each place where a person is named, with the office and state told beside the name.

"Minister of Foreign Affairs of Kazakhstan Murat Nurtleu", "Ararat Mirzoyan, Foreign Minister of
Armenia", "his Armenian counterpart, Ararat Mirzoyan", "Mr Lavrov", "Presidents A and B".
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from comity.reading.who import names
from comity.reading.who.names import Name
from comity.reading.who.offices import ARTICLES, JOINS, POSSESSIVE, RANKS, Office
from comity.reading.who.scene import Scene
from comity.terms.holders import Holders
from comity.terms.reporting import Reporting

INITIAL = re.compile(r"[A-Z][a-z]?\.")
# Before an office held at another time: "X, then the president of Switzerland".
AT_THAT_TIME = ("then", "now", "currently", "formerly", "later", "today")
# Whose several people are who are named after: "of the two countries".
SIDES = ("the", "both", "two", "three", "countries", "states", "sides", "nations", "governments", "parties")
PRONOUN_OWNERS = ("his", "her", "its", "their")


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name, the office beside it, and the state that office or the words around the name tell."""

    name: Name
    office: Office | None = None
    code: str | None = None


def read(scene: Scene, offices: tuple[Office, ...]) -> tuple[Sighting, ...]:
    """All sightings of people by name, in order, none overlapping another."""
    titled = _ranked(scene, [s for office in offices for s in _titled(scene, office)], offices)
    taken = _cover(titled)
    followed = [s for s in _followed(scene, offices) if not taken & set(range(s.name.start, s.name.end))]
    taken |= _cover(followed)
    plain = [s for s in _plain(scene) if not taken & set(range(s.name.start, s.name.end))]
    known = _later(scene, [*titled, *followed, *plain])
    found = (s for s in (*titled, *followed, *plain, *known) if _stands(scene, s.name))
    return tuple(sorted(found, key=lambda s: s.name.start))


def _stands(scene: Scene, name: Name) -> bool:
    """Whether a name is one: in a headline in title case it must return in the running text."""
    return name.start not in scene.headlines or scene.doc[name.end - 1].text in scene.running_words


def offices_named(offices: Iterable[Office], seen: Iterable[Sighting]) -> frozenset[int]:
    """Starts of the offices told beside a name, ranks between office and name among them."""
    names_at = {s.name.start for s in seen}
    beside = (o.start for o in offices if o.reach in names_at or o.reach + 1 in names_at)
    return frozenset((*(s.office.start for s in seen if s.office), *beside))


def _ranked(scene: Scene, titled: list[Sighting], offices: tuple[Office, ...]) -> list[Sighting]:
    """An office before a rank is the holder's: "the Governor of Kayanza, Colonel Remy Cishahayo"."""
    ends = {office.reach: office for office in offices if not office.plural and office.kind not in RANKS}
    return [_with_office_before(scene, sighting, ends) for sighting in titled]


def _with_office_before(scene: Scene, sighting: Sighting, ends: dict[int, Office]) -> Sighting:
    rank = sighting.office
    if rank is None or rank.kind not in RANKS:
        return sighting
    before = ends.get(rank.left) or (ends.get(rank.left - 1) if scene.one_of(rank.left - 1, (",",)) else None)
    if before is None or scene.bounds(before.start) != scene.bounds(rank.start):
        return sighting
    return Sighting(sighting.name, before, _nth(before.codes, 0) or sighting.code)


def _cover(sightings: Iterable[Sighting]) -> set[int]:
    return {i for s in sightings for i in range(s.name.start, s.name.end)}


def _titled(scene: Scene, office: Office) -> Iterator[Sighting]:
    """Names that follow the office: one, or a list of them after a plural."""
    if office.kind == "institution":
        return
    ceiling = scene.bounds(office.start)[1]
    at = _past_sides(scene, office)
    comma = scene.one_of(at, (",", "(", ":"))
    if comma and _holder_before(scene, office):
        return
    name = names.starting_at(scene, at + comma, ceiling, bold=not comma)
    if not name and comma and office.kind != "role":
        name = _apposed(scene, at + 1, ceiling)
    number = 0
    while name:
        yield Sighting(name, office, _code_after(scene, name) or _nth(office.codes, number))
        number += 1
        name = _next_of_list(scene, name, ceiling) if office.plural else None


def _past_sides(scene: Scene, office: Office) -> int:
    """One past the office and, of several, the sides they are of: "the ministers of the two countries, A and B"."""
    if not office.plural or not scene.one_of(office.reach, ("of", "from")):
        return office.reach
    at = office.reach + 1
    while scene.one_of(at, SIDES):
        at += 1
    return at if at > office.reach + 2 else office.reach


def _holder_before(scene: Scene, office: Office) -> Name | None:
    """Whose office it is by the words before it: "Ararat Mirzoyan, Foreign Minister of Armenia"."""
    at = office.left - 1
    while scene.one_of(at, ARTICLES) or scene.one_of(at, PRONOUN_OWNERS) or scene.one_of(at, AT_THAT_TIME):
        at -= 1
    if office.plural or at <= 0 or not scene.one_of(at, (",", "(", "—", "–")) or not scene.is_read(at - 1):
        return None
    end = at
    if (mention := scene.state_at.get(end - 1)) and scene.one_of(mention.start - 1, ("of",)):
        end = mention.start - 1
    return _ending_at(scene, end)


def _nth(codes: tuple[str, ...], number: int) -> str | None:
    return codes[min(number, len(codes) - 1)] if codes else None


def _apposed(scene: Scene, at: int, ceiling: int) -> Name | None:
    """A name of two words or more between commas."""
    name = names.starting_at(scene, at, ceiling, bold=True)
    closed = name and (
        name.end == ceiling
        or scene.one_of(name.end, (",", ".", ";", ")", "—", "–", "-", "and"))
        or scene.doc[name.end].pos_ in ("VERB", "AUX")
    )
    full = name and (len(name.words) > 1 or INITIAL.match(name.text))
    return name if name and closed and full else None


def _next_of_list(scene: Scene, name: Name, ceiling: int) -> Name | None:
    at = name.end
    if scene.one_of(at, ("of", "from", "(")) and (mention := scene.state_at.get(at + 1)):
        at = mention.end + scene.one_of(mention.end, (")",))
    joined = at
    while scene.one_of(joined, JOINS):
        joined += 1
    return names.starting_at(scene, joined, ceiling, bold=True) if joined > at else None


def _code_after(scene: Scene, name: Name) -> str | None:
    """The state in "Ararat Mirzoyan of Armenia"."""
    linked = scene.one_of(name.end, ("of", "from", "("))
    mention = scene.state_at.get(name.end + 1 + scene.one_of(name.end + 1, ARTICLES)) if linked else None
    return mention.code if mention else None


def _code_before(scene: Scene, name: Name) -> str | None:
    """The state in "Chile's Gabriel Boric"."""
    at = name.start - 1
    if scene.one_of(at, POSSESSIVE) or (
        scene.one_of(at, (",",)) and at - 1 in scene.state_at and _after_of(scene, scene.state_at[at - 1].start)
    ):
        at -= 1
    mention = scene.state_at.get(at)
    return mention.code if mention and mention.end >= name.start - 1 else None


def _followed(scene: Scene, offices: tuple[Office, ...]) -> Iterator[Sighting]:
    """Names with the office after them: "Ararat Mirzoyan, Foreign Minister of Armenia"."""
    for office in offices:
        if name := _holder_before(scene, office):
            yield Sighting(name, office, _nth(office.codes, 0) or _code_after(scene, name) or _code_before(scene, name))


def _ending_at(scene: Scene, end: int) -> Name | None:
    """The name of two words or more that ends before the token ``end``."""
    floor = scene.bounds(end - 1)[0]
    start = end
    for at in range(end - 1, max(floor, end - names.MOST_WORDS) - 1, -1):
        if names.run_end(scene, at, end) == end:
            start = at
    name = names.starting_at(scene, start, end, bold=True) if start < end else None
    vouched = name and (len(name.words) > 1 or name.start in scene.person_at)
    return name if name and name.end == end and vouched else None


def _plain(scene: Scene) -> Iterator[Sighting]:
    """Names that the encoder, a form of address, or a verb of saying vouches for."""
    done = -1
    for token in scene.doc:
        if token.i < done or not scene.is_read(token.i) or not (token.text[:1].isupper() or token.i in scene.person_at):
            continue
        vouched = _speaks(scene, token.i) or _of_state(scene, token.i)
        name = names.starting_at(scene, token.i, scene.bounds(token.i)[1], bold=vouched)
        if name and _has_letters(name):
            done = name.end
            if not vouched and not name.addressed and not _is_somebody(scene, name):
                continue
            yield Sighting(name, None, _code_after(scene, name) or _code_before(scene, name))


def _is_somebody(scene: Scene, name: Name) -> bool:
    """Whether a name that only the encoder vouches for can stand: two words, or a known or repeated family name.

    A single capitalised word told once, or a word in capitals, is more often a place or an agency.
    """
    if scene.doc[name.start : name.end].text.isupper() and len(name.text) > 3:
        return False
    if len(name.words) > 1:
        return not any(word in scene.offices.lists.bodies for word in name.words)
    held = scene.page.terms.table(Holders).codes(name.words)
    return bool(held) or scene.person_words[name.words[0]] > 1 or _speaks_alone(scene, name)


def _speaks_alone(scene: Scene, name: Name) -> bool:
    """Whether a verb of saying stands right beside the word."""
    verbs = scene.page.terms.table(Reporting).forms
    return any(scene.low[p] in verbs for p in (name.start - 1, name.end) if 0 <= p < len(scene.low))


def _has_letters(name: Name) -> bool:
    return any(len(word.strip(".")) > 1 for word in name.words)


def _speaks(scene: Scene, at: int) -> bool:
    """Whether a run of two or three capitalised words stands next to a verb of saying."""
    end = names.run_end(scene, at, scene.bounds(at)[1])
    verbs = scene.page.terms.table(Reporting).forms
    beside = [p for p in (at - 1, end) if scene.is_read(p)] if 2 <= end - at <= 4 else []
    return any(scene.low[p] in verbs for p in beside)


def _of_state(scene: Scene, at: int) -> bool:
    """Whether two to four capitalised words stand after "Thailand's" or, in a list, "Thailand, "."""
    listed = (
        scene.one_of(at - 1, (",",)) and at - 2 in scene.state_at and _after_of(scene, scene.state_at[at - 2].start)
    )
    owned = (scene.one_of(at - 1, POSSESSIVE) and at - 2 in scene.state_at) or listed
    end = names.run_end(scene, at, scene.bounds(at)[1]) if owned else at
    return 2 <= end - at <= 4 and not any(scene.doc[i].ent_type_ in ("ORG", "EVENT") for i in range(at, end))


def _after_of(scene: Scene, start: int) -> bool:
    return scene.one_of(start - 1, ("of",)) or (scene.one_of(start - 1, ARTICLES) and scene.one_of(start - 2, ("of",)))


def _later(scene: Scene, found: list[Sighting]) -> list[Sighting]:
    """Single capitalised words that repeat a word of a name told elsewhere."""
    taken = _cover(found)
    words = {
        w
        for s in found
        if len(s.name.words) > 1
        for w in s.name.words
        if len(w) > 2 or w == s.name.words[-1] or w == s.name.words[0]
    }
    words -= scene.offices.lists.particles | scene.offices.lists.honorifics | set(scene.offices.heads)
    again = []
    for token in scene.doc:
        low = scene.low[token.i]
        if (
            low in words
            and token.i not in taken
            and token.text[:1].isupper()
            and scene.is_read(token.i)
            and token.i not in scene.state_at
        ):
            again.append(Sighting(names.made(scene, token.i, token.i + 1), None, None))
    return again
