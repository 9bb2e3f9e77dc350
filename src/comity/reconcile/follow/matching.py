"""What became of an opening, as one later finding or passage tells it: a decision on the two alone."""

from collections.abc import Iterable, Iterator, Sequence

from comity.findings import Span
from comity.matters import Clue, FollowUp, Passage, Told
from comity.reconcile.follow.clues import THRESHOLD, Pair, clues
from comity.reconcile.follow.meeting import keys
from comity.reconcile.follow.openings import is_opening
from comity.reconcile.follow.subjects import subject
from comity.reconcile.follow.tellings import Telling, telling
from comity.reconcile.follow.wording import Lexicon


def follow_up(announced: Told, later: Told | Passage, lexicon: Lexicon) -> FollowUp | None:
    """What ``later`` tells of the opening; None where it is not later, or tells nothing of it."""
    if not is_later(announced, later) or not _concerned(announced, later):
        return None
    one, other = subject(announced, lexicon), subject(later, lexicon)
    told = telling(one, other)
    if told is None:
        return None
    found = clues(Pair(one, other, told))
    score = sum(clue.weight for clue in found)
    return made(announced, later, told, found) if score >= THRESHOLD else None


def is_later(announced: Told, later: Told | Passage) -> bool:
    """Whether another report tells it, no earlier; what a copy tells, its original has told."""
    sources = {later.report, later.source if isinstance(later, Told) else later.report}
    own = sources & {announced.report, announced.source}
    return len(sources) == 1 and not own and later.published >= announced.published


def _concerned(announced: Told, later: Told | Passage) -> bool:
    """Whether two of its parties are part of the later one; one, where either tells one only."""
    parties, others = set(announced.parties), set(later.parties)
    return len(parties & others) >= min(2, len(parties), len(others)) > 0


def made(announced: Told, later: Told | Passage, told: Telling, found: Sequence[Clue]) -> FollowUp:
    """The follow-up with its evidence and, as the reason, what is told and the clues that weigh most."""
    best = sorted((clue for clue in found if clue.weight > 0), key=lambda clue: -clue.weight)[:3]
    reasons = [clue.sentence.rstrip(".") for clue in best]
    return FollowUp(
        basis="matter" if told.by == "matter" else "later",
        opening=announced.id,
        report=later.report,
        finding=later.id if isinstance(later, Told) else None,
        span=span_of(later),
        outcome=told.outcome,
        published=later.published,
        reason=told.sentence + (": " + "; ".join(_small(reason) for reason in reasons) if reasons else "") + ".",
        score=round(sum(clue.weight for clue in found), 3),
    )


def _small(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def span_of(item: Told | Passage) -> Span:
    """Where the evidence stands: its first span."""
    return item.finding.spans[0] if isinstance(item, Told) else item.span


def follow_ups(openings: Iterable[Told], later: Iterable[Told | Passage], lexicon: Lexicon) -> list[FollowUp]:
    """What the later ones tell of the openings, one follow-up for each place of a report that tells of one.

    Only those that meet in a key are compared, so that it does not matter what else is given.
    """
    found: dict[tuple[str, str, Span], FollowUp] = {}
    for announced, item in _meeting(openings, later, lexicon):
        told = follow_up(announced, item, lexicon)
        if told:
            key = (told.opening, told.report, told.span)
            found[key] = max(found.get(key, told), told, key=_rank)
    return sorted(found.values(), key=lambda told: (told.opening, told.published, told.report, told.span))


def _meeting(
    openings: Iterable[Told], later: Iterable[Told | Passage], lexicon: Lexicon
) -> Iterator[tuple[Told, Told | Passage]]:
    """Every opening with those that are kept where it looks."""
    kept: dict[str, dict[str, Told | Passage]] = {}
    for item in later:
        for key in keys(item, lexicon).kept:
            kept.setdefault(key, {})[item.id] = item
    for announced in openings:
        met = {id: item for key in keys(announced, lexicon).sought for id, item in kept.get(key, {}).items()}
        yield from ((announced, item) for item in met.values() if is_opening(announced))


def _rank(told: FollowUp) -> tuple[float, bool, str]:
    return (told.score, told.finding is not None, told.finding or "")
