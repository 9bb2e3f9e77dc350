"""What a new version of a report withdraws, and which finding of a new reading a judgement is on now."""

from collections.abc import Callable, Collection, Iterable, Mapping

from rapidfuzz import fuzz

from comity.findings import (
    Agreement,
    Code,
    Encounter,
    Event,
    Figure,
    Finding,
    Moment,
    Pledge,
    Span,
    Statement,
    TopicFinding,
)
from comity.reconcile.figures.quantity import shortest
from comity.reconcile.wording import normal

# Of words lightly edited so much stays; of other words about half does by chance of language.
_REWORDED = 80.0
_HALF = 0.5


def withdrawn(old: Collection[Finding], new: Collection[Finding]) -> tuple[str, ...]:
    """The ids of those old findings that the new version no longer tells, in the order given.

    A finding is still told where one of its kind tells the same, wherever it stands now and however its
    evidence is worded; each new finding stands for one old one at most, the most alike. A figure with
    another value, or a meeting held that is planned now, is withdrawn; a plan that was carried out is not.
    """
    fresh = list(new)
    pairs = [
        (-fuzz.ratio(_words(one), _words(other)), place, at)
        for place, one in enumerate(old)
        for at, other in enumerate(fresh)
        if _tells_the_same(one, other)
    ]
    kept, taken = set[int](), set[int]()
    for _, place, at in sorted(pairs):
        if place not in kept and at not in taken:
            kept.add(place)
            taken.add(at)
    return tuple(finding.id for place, finding in enumerate(old) if place not in kept)


def counterpart(
    judged: Finding, parties: tuple[Code, ...], new: Mapping[str, tuple[Finding, tuple[Code, ...]]]
) -> str | None:
    """The id in ``new`` (a reading of the same text) that a judgement on ``judged`` is on now, None if there is none.

    Of those of the same kind and parties it is the one whose spans share most with the judged one's, at
    least half of its characters; of several, the one that fits its spans best, then the one named alike.
    """
    wanted = set(parties)
    ranked = [
        (*_fit(judged.spans, finding.spans), _naming(judged) == _naming(finding), id)
        for id, (finding, codes) in new.items()
        if finding.KIND == judged.KIND and set(codes) == wanted
    ]
    fitting = [rank for rank in ranked if rank[0] >= _HALF]
    return min(fitting, key=lambda rank: (-rank[0], -rank[1], not rank[2], rank[3]))[3] if fitting else None


def counterpart_in_version(judged: Finding, new: Mapping[str, Finding]) -> str | None:
    """The id in ``new``, told by another version of the report, of the finding that tells the same, if one does.

    Of several it is the one worded most alike. The texts differ, so that places in them say nothing.
    """
    same = [(-fuzz.ratio(_words(judged), _words(one)), id) for id, one in new.items() if _tells_the_same(judged, one)]
    return min(same)[1] if same else None


def _fit(judged: Iterable[Span], other: Iterable[Span]) -> tuple[float, float]:
    """The share of the judged spans' characters that the other's hold, and that of all characters both hold."""
    one, two = _characters(judged), _characters(other)
    shared = len(one & two)
    return shared / max(len(one), 1), shared / max(len(one | two), 1)


def _characters(spans: Iterable[Span]) -> set[int]:
    return {at for start, end in spans for at in range(start, end)}


def _naming(finding: Finding) -> list[object]:
    return [getattr(finding, name) for name in finding.NAMING]


def _words(finding: Finding) -> str:
    return normal(" ".join(finding.evidence))


def _tells_the_same(old: Finding, new: Finding) -> bool:
    """Whether both are of one kind and tell the same of what names it."""
    same = _SAME.get(type(old))
    return type(old) is type(new) and same is not None and same(old, new)


def _same_encounter(old: Finding, new: Finding) -> bool:
    assert isinstance(old, Encounter)
    assert isinstance(new, Encounter)
    told = (old.kind, old.countries) == (new.kind, new.countries)
    return told and _carried_on(old.status, new.status) and _same_moment(old.date, new.date)


def _same_agreement(old: Finding, new: Finding) -> bool:
    assert isinstance(old, Agreement)
    assert isinstance(new, Agreement)
    told = (old.kind, old.countries) == (new.kind, new.countries) and _carried_on(old.status, new.status)
    years = old.year is None or new.year is None or old.year == new.year
    return told and years and old.period == new.period and _reworded(old.title, new.title)


def _same_figure(old: Finding, new: Finding) -> bool:
    assert isinstance(old, Figure)
    assert isinstance(new, Figure)
    told = _naming(old) == _naming(new) and old.status == new.status and set(old.countries) == set(new.countries)
    return told and shortest(old.period) == shortest(new.period)


def _same_pledge(old: Finding, new: Finding) -> bool:
    assert isinstance(old, Pledge)
    assert isinstance(new, Pledge)
    return set(old.by) == set(new.by) and _same_moment(old.deadline, new.deadline) and _reworded(old.text, new.text)


def _same_statement(old: Finding, new: Finding) -> bool:
    assert isinstance(old, Statement)
    assert isinstance(new, Statement)
    return _reworded(old.text, new.text)


def _same_naming(old: Finding, new: Finding) -> bool:
    return _naming(old) == _naming(new)


_SAME: Mapping[type[Finding], Callable[[Finding, Finding], bool]] = {
    Encounter: _same_encounter,
    Agreement: _same_agreement,
    Figure: _same_figure,
    Pledge: _same_pledge,
    Statement: _same_statement,
    Event: _same_naming,
    TopicFinding: _same_naming,
}


def _carried_on(old: str, new: str) -> bool:
    """Whether nothing is taken back: the same status, or what came of a plan."""
    return old in (new, "planned")


def _same_moment(old: Moment | None, new: Moment | None) -> bool:
    """Whether both may be one: one is part of the other, or one is not told."""
    return old is None or new is None or old.startswith(new) or new.startswith(old)


def _reworded(old: str, new: str) -> bool:
    return fuzz.ratio(normal(old), normal(new)) >= _REWORDED
