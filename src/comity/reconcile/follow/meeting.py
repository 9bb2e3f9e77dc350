"""Where openings and what may tell their outcome meet, so that nothing is compared with everything."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import combinations

from comity.findings import Agreement, Encounter, Figure, Pledge
from comity.matters import Blocks, Passage, Told
from comity.reconcile.follow.openings import is_opening
from comity.reconcile.follow.subjects import Subject, subject
from comity.reconcile.follow.wording import Lexicon

# Of an opening so many of its rarest stems are taken into keys, of a passage so many, of a finding so many.
_OF_OPENING, _OF_PASSAGE, _OF_FINDING = 5, 12, 5
# Of more than two parties the first three, by code, are taken in pairs, with fewer stems.
_PARTIES, _FEWER = 3, 5
_OPENING, _EVIDENCE = "follow<", "follow>"
_BROAD = frozenset(("trade", "politics", "multilateral"))


@lru_cache(maxsize=4096)
def keys(item: Told | Passage, lexicon: Lexicon) -> Blocks:
    """The keys an item is kept under and those it looks under.

    Openings are kept under ``follow<`` and look under ``follow>``, evidence the other way round, by
    the same keys: so whichever comes first, the other finds it.
    """
    one = subject(item, lexicon)
    opens = set(_of_opening(one)) if isinstance(item, Told) and is_opening(item) else set()
    tells = set(_of_evidence(one))
    return Blocks(
        kept=frozenset({_OPENING + key for key in opens} | {_EVIDENCE + key for key in tells}),
        sought=frozenset({_EVIDENCE + key for key in opens} | {_OPENING + key for key in tells}),
    )


def _of_opening(one: Subject) -> Iterator[str]:
    core = _rarest(one.core)
    yield from _stems(one, [*core, *(stem for stem in _rarest(one.content) if stem not in core)], _OF_OPENING)
    match one.finding:
        case Pledge():
            yield from (f"{pair}~{way}" for pair in _pairs(one) for way in one.ways & {"host", "meet", "sign", "trade"})
            yield from _goods(one) if {"deliver", "fund"} & one.ways else ()
        case Figure():
            yield _direction(one.finding)


def _of_evidence(one: Subject) -> Iterator[str]:
    match one.finding:
        case None:
            yield from _stems(one, _rarest(one.content), _OF_PASSAGE)
        case Encounter(status="held" | "cancelled", kind="forum"):
            yield from (f"{pair}~{way}" for pair in _pairs(one) for way in ("host", "meet", "trade"))
        case Encounter(status="held" | "cancelled", kind="meeting" | "talks" | "summit" | "call"):
            yield from (f"{pair}~{way}" for pair in _pairs(one) for way in ("host", "meet"))
        case Agreement(status="signed" | "in_force" | "ratified" | "rejected" | "terminated"):
            yield from _stems(one, _rarest(one.core), _OF_FINDING)
            yield from (f"{pair}~sign" for pair in _pairs(one) if one.finding.status == "ratified")
        case Figure():
            yield _direction(one.finding)
            yield from (*_goods(one), *_stems(one, _rarest(one.core), _OF_FINDING))


def _rarest(content: Mapping[str, float]) -> list[str]:
    return sorted(content, key=lambda stem: (-content[stem], -len(stem), stem))


def _stems(one: Subject, ranked: list[str], most: int) -> Iterator[str]:
    pairs = _pairs(one)
    for pair in pairs:
        yield from (f"{pair}:{stem}" for stem in ranked[: most if len(pairs) == 1 else _FEWER])


def _pairs(one: Subject) -> list[str]:
    """Its parties in pairs: two make one pair, three make three; one stands alone."""
    parties = sorted(set(one.item.parties))[:_PARTIES]
    return ["+".join(pair) for pair in combinations(parties, 2)] or parties


def _direction(figure: Figure) -> str:
    return f"{figure.measure}:{figure.source or '+'.join(figure.countries)}>{figure.target or ''}"


def _goods(one: Subject) -> Iterator[str]:
    """The topics of what is delivered or counted, for the first pair of parties."""
    yield from (f"{pair}={topic}" for pair in _pairs(one)[:1] for topic in sorted(one.topics - _BROAD)[:2])
