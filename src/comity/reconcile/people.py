"""Names into people: one person under several spellings; different first names are different people."""

from collections.abc import Collection, Iterable, Mapping
from itertools import combinations

from comity.matters import Blocks, Clue, Link, Naming
from comity.reconcile.names import DIFFERENT, INITIAL, SURNAME, WHOLE, fullness, likeness, parts, plain, skeletons
from comity.terms import load
from comity.terms.joining import Joining

_SENTENCES = {
    WHOLE: ("name", 6.0, "{one} and {other} are spellings of one name."),
    INITIAL: ("initial", 4.0, "{one} and {other} agree in the surname and an initial."),
    SURNAME: ("surname", 3.0, "{one} and {other} agree in the surname, the only part told of one."),
}


def naming_blocks(naming: Naming) -> Blocks:
    """Names meet by the consonants of a surname within a country, or where one has no country."""
    country = naming.country or "-"
    kept = {f"{country}:{bone}" for bone in skeletons(naming.name)}
    anywhere = {f"any:{bone}" for bone in skeletons(naming.name)}
    if naming.country is None:
        return Blocks(frozenset(kept), frozenset(kept | anywhere))
    nowhere = {f"-:{bone}" for bone in skeletons(naming.name)}
    return Blocks(frozenset(kept | anywhere), frozenset(kept | nowhere))


def namings_apart(one: Naming, other: Naming) -> str | None:
    """Why two names cannot be one person's, else None."""
    if one.country and other.country and one.country != other.country:
        return "They act for different states."
    if likeness(one.name, other.name) == DIFFERENT:
        return f"{one.name} and {other.name} are different names."
    return None


def naming_clues(one: Naming, other: Naming) -> list[Clue]:
    """What speaks for two names being one person's."""
    clue, weight, sentence = _SENTENCES[likeness(one.name, other.name)]
    found = [Clue(clue, weight, sentence.format(one=one.name, other=other.name))]
    if one.country and one.country == other.country:
        found.append(Clue("country", 2.0, f"Both act for {one.country}."))
    else:
        found.append(Clue("no country", -1.0, "Of one the country is not told."))
    mine, theirs = _roles(one), _roles(other)
    if mine & theirs:
        found.append(Clue("office", 2.0, "Both hold the same office."))
    elif mine and theirs:
        found.append(Clue("other office", -1.0, "They hold different offices."))
    return found


def _roles(naming: Naming) -> frozenset[str]:
    return load().table(Joining).roles_in(plain(" ; ".join(naming.offices)))


def fullest_name(namings: Iterable[Naming]) -> str:
    """The fullest of the names, the earliest told of those equally full."""
    return max(sorted(namings, key=lambda one: one.order), key=lambda one: fullness(one.name)).name


def clear(namings: Mapping[str, Naming], links: Collection[Link]) -> list[Link]:
    """The links without those of a bare surname that several people may bear, unless one fits best.

    "Mirzoyan" alone is nobody's where both Ararat and Arsen Mirzoyan act for the state, unless its
    office is that of one of them.
    """
    ends: dict[str, list[Link]] = {}
    for link in links:
        for end in {link.one, link.other}:
            ends.setdefault(end, []).append(link)
    doubtful = {
        name: _best(naming, namings, ends.get(name, [])) for name, naming in namings.items() if _is_bare(naming)
    }
    return [link for link in links if all(link in doubtful.get(end, [link]) for end in (link.one, link.other))]


def _best(bare: Naming, namings: Mapping[str, Naming], links: Collection[Link]) -> list[Link]:
    """Of the links of a bare surname those to who can be one person: all, else the strongest, else none."""
    most = max((link.score for link in links), default=0.0)
    top = [link for link in links if link.score == most]
    return next((list(some) for some in (links, top) if _agree(bare, namings, some)), [])


def _agree(bare: Naming, namings: Mapping[str, Naming], links: Iterable[Link]) -> bool:
    others = [namings[link.other if link.one == bare.id else link.one] for link in links]
    return all(namings_apart(one, other) is None for one, other in combinations(others, 2))


def _is_bare(naming: Naming) -> bool:
    """Whether one part alone is told in full: several people may bear it."""
    return sum(len(part) > 1 for part in parts(naming.name)) < 2
