"""Findings into matters: where they meet, how likely two tell of one thing, and what they make together.

The story: each told finding is kept under block keys and looks for others under keys; those that
meet are compared by the clues of their kind (``links``), and a component of links falls into matters
(``matters``), the strongest links first, never against a veto or a judgement. All of it is pure:
links are pairwise, a matter depends on its component only, so any order of adding gives the same.
Names of people go the same way (``naming_blocks``, ``naming_links``, ``people``).
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from comity.matters import Blocks, Judgement, Link, Matter, Naming, Told
from comity.reconcile import agreements, encounters, events, figures, pledges, statements
from comity.reconcile.cluster import Ground, groups
from comity.reconcile.kinds import Kind
from comity.reconcile.people import clear, fullest_name, naming_blocks, naming_clues, namings_apart
from comity.reconcile.thinning import holds_without, thinned

__all__ = [
    "KINDS",
    "blocks",
    "fullest_name",
    "holds_without",
    "links",
    "matters",
    "meet",
    "naming_blocks",
    "naming_links",
    "people",
    "thinned",
]

# Kinds that are not here (topics) are not joined: each finding stands for itself and makes no matter.
KINDS: Mapping[str, Kind] = {
    "encounter": encounters.KIND,
    "agreement": agreements.KIND,
    "figure": figures.KIND,
    "event": events.KIND,
    "statement": statements.KIND,
    "pledge": pledges.KIND,
}
NAMING_THRESHOLD = 5.0

T = TypeVar("T", Told, Naming)


def blocks(told: Told) -> Blocks:
    """The keys a finding is kept under and those under which it looks for others; none for topics."""
    kind = KINDS.get(told.kind)
    if kind is None:
        return Blocks(frozenset(), frozenset())
    found = kind.blocks(told)
    return Blocks(_of_kind(told.kind, found.kept), _of_kind(told.kind, found.sought))


def _of_kind(kind: str, keys: Iterable[str]) -> frozenset[str]:
    return frozenset(f"{kind}:{key}" for key in keys)


def meet(one: Blocks, other: Blocks) -> bool:
    """Whether two findings are compared at all."""
    return not (one.kept.isdisjoint(other.sought) and other.kept.isdisjoint(one.sought))


def links(new: Iterable[Told], near: Iterable[Told], blocks_of: Callable[[Told], Blocks] = blocks) -> list[Link]:
    """Every pair of a new finding and another new or near one that may be one matter, with its clues.

    Only pairs that meet in a key are compared, so the links do not depend on what else is given.
    ``blocks_of`` gives what ``blocks`` does, from where it is known already.
    """
    found = (_link(one, other) for one, other in _pairs(new, near, blocks_of))
    return [link for link in found if link]


def _link(one: Told, other: Told) -> Link | None:
    kind = KINDS[one.kind]
    if not kind.may_be_one(one, other):
        return None
    told = tuple(kind.clues(one, other))
    score = round(sum(clue.weight for clue in told), 3)
    return Link(one.id, other.id, score, told) if score >= kind.threshold else None


def _pairs(new: Iterable[T], near: Iterable[T], blocks_of: Callable[[T], Blocks]) -> Iterator[tuple[T, T]]:
    """The pairs that meet, with ``one.id < other.id``, each once, in order."""
    fresh = {item.id: item for item in new}
    known = {item.id: item for item in near} | fresh
    keys = {name: blocks_of(item) for name, item in known.items()}
    kept: dict[str, list[str]] = {}
    for name, block in keys.items():
        for key in block.kept:
            kept.setdefault(key, []).append(name)
    met = {
        (min(name, other), max(name, other))
        for name in fresh
        for key in keys[name].sought
        for other in kept.get(key, ())
    }
    yield from ((known[one], known[other]) for one, other in sorted(met) if one != other)


def matters(told: Collection[Told], links: Iterable[Link], judgements: Iterable[Judgement]) -> list[Matter]:
    """What the findings tell of, each finding in exactly one matter; topics make none.

    ``links`` are those among ``told``; what ``thinned`` leaves out counts for nothing. Judgements ``same`` and
    ``apart`` are heeded, ``same`` only between findings of one kind. In the order of the matters' first telling.
    """
    by_kind: dict[str, list[Told]] = {}
    for one in told:
        by_kind.setdefault(one.kind, []).append(one)
    judged, stored = tuple(judgements), thinned(links)
    found = [matter for kind in KINDS for matter in _matters(kind, by_kind.get(kind, []), stored, judged)]
    return sorted(found, key=lambda matter: (matter.first_told, matter.id))


def _matters(name: str, told: Sequence[Told], links: Sequence[Link], judgements: Sequence[Judgement]) -> list[Matter]:
    kind, by_id = KINDS[name], {one.id: one for one in told}
    ground = Ground[Told](
        apart=lambda one, other: kind.apart(one, other) is not None,
        identity=lambda one: one.id,
        essence=kind.essence,
        report=lambda one: one.report,
        within=lambda one, other: kind.once or kind.within(one, other) is not None,
    )
    clusters = groups(told, links, judgements, ground)
    return [kind.matter(sorted((by_id[name] for name in ids), key=lambda one: one.order)) for ids in clusters]


def naming_links(new: Iterable[Naming], near: Iterable[Naming]) -> list[Link]:
    """Every pair of a new name and another new or near one that may be one person's, with its clues."""
    found = []
    for one, other in _pairs(new, near, naming_blocks):
        told = () if namings_apart(one, other) else tuple(naming_clues(one, other))
        score = round(sum(clue.weight for clue in told), 3)
        if told and score >= NAMING_THRESHOLD:
            found.append(Link(one.id, other.id, score, told))
    return found


def people(
    namings: Collection[Naming], links: Iterable[Link], judgements: Iterable[Judgement]
) -> list[tuple[str, ...]]:
    """The names of each person: groups of naming ids, the earliest first; each naming in exactly one."""
    by_id = {one.id: one for one in namings}
    ground = Ground[Naming](
        apart=lambda one, other: namings_apart(one, other) is not None,
        identity=lambda one: one.id,
        essence=lambda one: (one.name, one.country),
    )
    known = [link for link in links if link.one in by_id and link.other in by_id]
    clusters = groups(namings, clear(by_id, known), judgements, ground)
    ordered = (sorted((by_id[name] for name in ids), key=lambda one: one.order) for ids in clusters)
    return [tuple(one.id for one in group) for group in sorted(ordered, key=lambda group: group[0].order)]
