"""What became of a plan within its matter, and which of the follow-ups of an opening are to be shown."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from comity.findings import Agreement, Encounter
from comity.matters import Clue, FollowUp, Matter, Outcome, Told
from comity.reconcile.follow.matching import is_later, made
from comity.reconcile.follow.tellings import Telling
from comity.reconcile.follow.wording import Lexicon

_SAME = Clue("same", 3.0, "Both tell of one matter.")
_RECALLED = Clue("recalled", 1.0, "The later report says that it had been announced.")
_SAID: dict[Outcome, str] = {
    "kept": "What was planned took place",
    "broken": "What was planned did not take place",
    "progressed": "A step on the way is told",
}
_DONE: dict[str, Outcome] = {
    "held": "kept", "cancelled": "broken", "signed": "kept", "in_force": "kept", "ratified": "kept",
    "rejected": "broken", "terminated": "broken",
}  # fmt: skip


def chosen(follow_ups: Iterable[FollowUp]) -> list[FollowUp]:
    """Of the follow-ups of openings those to be shown, without echoes.

    A report tells one outcome of an opening, that of the highest score. What was kept or broken is not
    so again, nor is a step on the way of interest after; a step told once more in the same way is no
    other step.
    """
    best: dict[tuple[str, str], FollowUp] = {}
    for told in follow_ups:
        key = (told.opening, told.report)
        best[key] = max(best.get(key, told), told, key=lambda f: (f.score, f.finding or "", f.span))
    ordered = sorted(best.values(), key=lambda f: (f.opening, f.published, f.report))
    return [told for _, group in groupby(ordered, key=lambda f: f.opening) for told in _without_echoes(group)]


def _without_echoes(ordered: Iterable[FollowUp]) -> Iterator[FollowUp]:
    end: Outcome | None = None
    steps: set[str] = set()
    for told in ordered:
        if told.outcome != "progressed":
            echo, end = told.outcome == end, told.outcome
        else:
            echo = end is not None or _way_of_telling(told) in steps
            steps.add(_way_of_telling(told))
        if not echo:
            yield told


def _way_of_telling(told: FollowUp) -> str:
    """The reason up to the words quoted and the clues."""
    return re.split(r" \(\"|: ", told.reason)[0]


def of_matter(matter: Matter, members: Sequence[Told], lexicon: Lexicon) -> list[FollowUp]:
    """For each planned member of an encounter or agreement what its later members tell became of it.

    That is the earliest that tells it held, signed, cancelled or ended; of a planned agreement also every
    later telling of a step on the way.
    """
    if matter.kind not in ("encounter", "agreement"):
        return []
    ordered = sorted(members, key=lambda told: told.order)
    planned = [told for told in ordered if _status(told) == "planned"]
    return [found for told in planned for found in _of_plan(told, ordered, lexicon)]


def _of_plan(plan: Told, members: Sequence[Told], lexicon: Lexicon) -> list[FollowUp]:
    later = [told for told in members if is_later(plan, told)]
    done = [told for told in later if _status(told) in _DONE]
    found = [_made(plan, told, _DONE[_status(told)], lexicon) for told in done[:1]]
    steps = [told for told in later if _is_step(told, lexicon)]
    return [*found, *(_made(plan, told, "progressed", lexicon) for told in steps)]


def _made(plan: Told, later: Told, outcome: Outcome, lexicon: Lexicon) -> FollowUp:
    found = [_SAME, _RECALLED] if _recalls(later, lexicon) else [_SAME]
    return made(plan, later, Telling(outcome, "matter", _SAID[outcome]), found)


def _status(told: Told) -> str:
    finding = told.finding
    return finding.status if isinstance(finding, Encounter | Agreement) else ""


def _is_step(told: Told, lexicon: Lexicon) -> bool:
    """A planned agreement of which something is told that is more than that it is planned."""
    if not isinstance(told.finding, Agreement) or told.finding.status != "planned":
        return False
    found = lexicon.cues.find(" ".join(told.finding.evidence))
    return any(cue.outcome == "progressed" for cue in found)


def _recalls(told: Told, lexicon: Lexicon) -> bool:
    return lexicon.recalling.search(" ".join(told.finding.evidence).lower()) is not None
