"""What a later finding or passage would tell of an opening, if it tells of it at all.

One function for each kind of evidence. The clues decide whether it does tell of it.
"""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from comity.findings import Agreement, Encounter, Figure, Measure, Pledge
from comity.matters import Outcome, Passage, Told
from comity.reconcile.follow.openings import opening
from comity.reconcile.follow.outcomes import Cue
from comity.reconcile.follow.subjects import Subject

# A target told with another number counts as taken up again where the number is as close as this.
_CLOSE = 0.25
# What figures of each measure tell of: the ways of promises that they further.
_MOVED: Mapping[Measure, frozenset[str]] = {
    "exports": frozenset(("deliver",)),
    "imports": frozenset(("deliver",)),
    "other": frozenset(("deliver", "fund")),
    "finance": frozenset(("fund",)),
    "investment": frozenset(("fund",)),
    "people": frozenset(("people",)),
}


class Telling(NamedTuple):
    """An outcome, in what way the evidence tells it, and a sentence for people."""

    outcome: Outcome
    by: str
    sentence: str
    cue: Cue | None = None


def telling(announced: Subject, later: Subject) -> Telling | None:
    """What the later one would tell of what was announced; None where it could tell nothing."""
    if later.day < announced.item.published:
        return None
    if isinstance(later.item, Passage):
        return _by_words(announced, later)
    tell = _TELLERS.get((announced.item.kind if isinstance(announced.item, Told) else "", later.item.kind))
    return tell(announced, later) if tell else None


_SAID: Mapping[Outcome, str] = {
    "kept": "The report says that it was done",
    "progressed": "The report tells a step towards it",
    "broken": "The report says that it did not come about",
    "superseded": "The report says that something else took its place",
}


def _by_words(announced: Subject, later: Subject) -> Telling | None:
    cues = [cue for cue in later.cues if _tells(cue, announced, later)]
    if not cues:
        return None
    cue = max(cues, key=lambda cue: _closeness(cue, announced))
    outcome = _outcome(cue, announced, later)
    return Telling(outcome, "words", f'{_SAID[outcome]} ("{cue.words}")', cue)


def _closeness(cue: Cue, announced: Subject) -> float:
    """How much of what was announced stands in the cue's own clause."""
    return sum(announced.core.get(stem, 0.0) for stem in announced.lexicon.content(cue.clause))


def _outcome(cue: Cue, announced: Subject, later: Subject) -> Outcome:
    """The cue's; what was promised to end is kept by its end, and less than was promised is a step."""
    ended = cue.outcome == "broken" and " " not in cue.words and announced.lexicon.stem(cue.words) in announced.core
    kept = ended or cue.outcome == "kept"
    return "progressed" if kept and _less(announced, later) else "kept" if ended else cue.outcome


def _tells(cue: Cue, announced: Subject, later: Subject) -> bool:
    """Whether the cue can tell of such an opening: what was held or signed is told by findings, not by passages."""
    if cue.once_due and not _is_overdue(announced, later):
        return False
    match announced.finding:
        case Encounter():
            return cue.outcome in ("broken", "superseded")
        case Agreement(status="planned"):
            return cue.outcome != "kept"
        case Agreement():
            return cue.plain
        case _:
            return True


def _is_overdue(announced: Subject, later: Subject) -> bool:
    made = opening(announced.item) if isinstance(announced.item, Told) else None
    return bool(made and made.due and made.due < later.item.published)


def _less(announced: Subject, later: Subject) -> bool:
    """Whether the later one tells a smaller number of what was announced."""
    return any(later.numbers[word] < number for word, number in announced.numbers.items() if word in later.numbers)


def _encounter(announced: Subject, later: Subject) -> Telling | None:
    """A pledge to host or hold talks is kept by talks; one to seek trade is furthered by a forum of business."""
    met = later.finding
    assert isinstance(met, Encounter)
    if met.status == "planned" or _years_late(announced, later.item.published if met.date is None else met.date):
        return None
    if met.kind != "visit" and _was_promised(announced, met):
        held = met.status == "held"
        return Telling("kept", "way", "They met") if held else Telling("broken", "way", "They did not meet")
    if met.status == "held" and "trade" in announced.ways and _is_business(later):
        return Telling("progressed", "way", "A gathering of business was held")
    return None


def _years_late(announced: Subject, moment: str) -> bool:
    """Whether more than a calendar year lies between the deadline's year and that of a moment."""
    made = opening(announced.item) if isinstance(announced.item, Told) else None
    return bool(made and made.due and int(moment[:4]) > int(made.due[:4]) + 1)


def _was_promised(announced: Subject, met: Encounter) -> bool:
    return ("host" in announced.ways and met.host in announced.by) or "meet" in announced.ways


def _is_business(later: Subject) -> bool:
    assert isinstance(later.finding, Encounter)
    return later.finding.kind == "forum" and bool({"trade", "investment"} & later.topics)


def _agreement(announced: Subject, later: Subject) -> Telling | None:
    """A pledge to work out or sign an agreement is kept by its signing, broken by its end."""
    made = later.finding
    assert isinstance(made, Agreement)
    ratified = announced.lexicon.stem("ratify") in announced.core
    if "sign" not in announced.ways or made.status == "planned" or (ratified and made.status != "ratified"):
        return None
    ended = made.status in ("rejected", "terminated")
    return Telling("broken", "way", "It was ended") if ended else Telling("kept", "way", "It was concluded")


def _number(announced: Subject, later: Subject) -> Telling | None:
    """A pledge to deliver or pay is kept by the number promised, furthered by less."""
    figure = later.finding
    assert isinstance(figure, Figure)
    fits = _MOVED.get(figure.measure, frozenset()) & announced.ways
    if figure.status == "target" or not fits or figure.value is None or figure.unit == "percent":
        return None
    promised = max(announced.promised.values(), default=None)
    enough = promised is not None and figure.value >= promised
    return Telling("kept" if enough else "progressed", "way", "All of it came" if enough else "Some of it came")


def _target(announced: Subject, later: Subject) -> Telling | None:
    """A target is reached or missed by a figure, furthered by goods that flow or by being taken up again."""
    aim, told = announced.finding, later.finding
    assert isinstance(aim, Figure)
    assert isinstance(told, Figure)
    if (aim.measure, aim.source, aim.target) != (told.measure, told.source, told.target) or told.value is None:
        return None
    if told.status == "target":
        again = _is_taken_up(aim, told, later)
        return Telling("progressed", "number", "The target was taken up again") if again else None
    if aim.unit != told.unit:
        return Telling("progressed", "number", "Goods went in that direction") if _flow(aim, told) else None
    return _reached(announced, later)


def _flow(aim: Figure, told: Figure) -> bool:
    """A sum of exports is furthered by goods of any sort that go that way; so many tonnes of one are not."""
    one_way = aim.measure == "exports" and aim.source is not None and aim.target is not None
    return one_way and _is_money(aim.unit) and not _is_money(told.unit)


def _is_money(unit: str | None) -> bool:
    return re.fullmatch(r"[A-Z]{3}", unit or "") is not None


def _is_taken_up(aim: Figure, told: Figure, later: Subject) -> bool:
    """Told with another number close by, or told to stand: to tell it once more is no step."""
    if aim.unit != told.unit or not aim.value or told.value is None:
        return False
    apart = abs(told.value - aim.value) / abs(aim.value)
    stands = any(cue.plain and cue.outcome in ("progressed", "kept") for cue in later.cues)
    return 0 < apart <= _CLOSE or (apart == 0 and stands)


def _reached(announced: Subject, later: Subject) -> Telling | None:
    aim, told = announced.finding, later.finding
    assert isinstance(aim, Figure)
    assert isinstance(told, Figure)
    if not aim.value or told.value is None or _ends(told) > _ends(aim):
        return None
    if told.value >= aim.value:
        return Telling("kept", "number", "The figure reached the target")
    missed = aim.period is not None and _ends(told) == _ends(aim) and _is_overdue(announced, later)
    return Telling("broken", "number", "The figure fell short of the target") if missed else None


def _ends(figure: Figure) -> str:
    """The last year of its period; without one after all years."""
    return figure.period.split("/")[-1][:4] if figure.period else "9999"


_TELLERS: Mapping[tuple[str, str], Callable[[Subject, Subject], Telling | None]] = {
    (Pledge.KIND, Encounter.KIND): _encounter,
    (Pledge.KIND, Agreement.KIND): _agreement,
    (Pledge.KIND, Figure.KIND): _number,
    (Figure.KIND, Figure.KIND): _target,
}
