"""What became of what was announced: openings, what later reports tell of them, and how they stand.

The story: a pledge, a target, a planned encounter or agreement, or a programme with a period is an
opening (``openings``). Later findings tell its outcome, and so do passages: sentences with words of
outcome (``sentences``, ``outcomes``). An opening and its evidence meet by keys (``meeting``); of the two
alone it is told what the evidence would say (``tellings``) and whether it speaks of the opening at
all, by a table of clues (``clues``, ``matching``). Within one matter a plan is followed by what was
held or signed (``settling``). How an opening stands on a day is reckoned when it is asked
(``record.asking.standing_of``).
"""

from collections.abc import Iterable, Sequence

from comity.findings import Code, Day, Report
from comity.matters import Blocks, FollowUp, Matter, Passage, Told
from comity.reconcile.follow import matching as _matching
from comity.reconcile.follow import meeting as _meeting
from comity.reconcile.follow import sentences as _sentences
from comity.reconcile.follow import settling as _settling
from comity.reconcile.follow.openings import is_opening, opening
from comity.reconcile.follow.settling import chosen
from comity.reconcile.follow.wording import lexicon
from comity.terms import Terms

__all__ = ["chosen", "follow_ups", "is_opening", "keys", "of_matter", "opening", "passages"]


def passages(report: Report, parties: Sequence[Code], day: Day, terms: Terms | None = None) -> list[Passage]:
    """The sentences of a report that tell an outcome, in order.

    ``parties`` are the states and bodies its findings join, for sentences that name none; ``day`` is
    the report's date, else the day it was added.
    """
    return _sentences.passages(report, parties, day, lexicon(terms))


def keys(item: Told | Passage, terms: Terms | None = None) -> Blocks:
    """The keys under which an opening or its evidence is kept and looks for the other."""
    return _meeting.keys(item, lexicon(terms))


def follow_ups(openings: Iterable[Told], later: Iterable[Told | Passage], terms: Terms | None = None) -> list[FollowUp]:
    """What later findings and passages tell of the openings; each pair that meets is decided by the two alone."""
    return _matching.follow_ups(openings, later, lexicon(terms))


def of_matter(matter: Matter, members: Sequence[Told], terms: Terms | None = None) -> list[FollowUp]:
    """What the later members of one matter tell of its planned ones."""
    return _settling.of_matter(matter, members, lexicon(terms))
