"""The table of clues by which a later finding or passage is taken to tell of something announced."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from comity.findings import Day, Encounter, Figure
from comity.matters import Clue, Told
from comity.reconcile.follow.openings import opening
from comity.reconcile.follow.subjects import Subject
from comity.reconcile.follow.tellings import Telling

# What the clues of a pair must come to. Much of the same subject alone is not enough, nor is a fitting
# kind of evidence alone: a second reason is needed.
THRESHOLD = 3.0
_MUCH, _SOME, _FEW = 2.2, 1.2, 0.35
_HALF, _WHOLE = 0.35, 0.6
# Shared words of a promise that says next to nothing ("send them") are no large share of anything.
_LEAST = 0.6
_SOON, _LONG = 366, 3 * 366


@dataclass(frozen=True)
class Pair:
    """An opening, a later subject, and what the later one would tell of it."""

    announced: Subject
    later: Subject
    telling: Telling

    @cached_property
    def shared(self) -> float:
        """Weight of the content that both tell."""
        return sum(weight for stem, weight in self.announced.content.items() if stem in self.later.content)

    @cached_property
    def coverage(self) -> float:
        """The share of what was announced, in its own words, that the later one tells, too."""
        core = self.announced.gist
        told = sum(weight for stem, weight in core.items() if stem in self.later.content)
        return told / max(sum(core.values()), _LEAST)

    @cached_property
    def days(self) -> int:
        """Days between the two reports."""
        return (date.fromisoformat(self.later.item.published) - date.fromisoformat(self.announced.item.published)).days

    @cached_property
    def due(self) -> Day | None:
        """Last day of what was announced."""
        made = opening(self.announced.item) if isinstance(self.announced.item, Told) else None
        return made.due if made else None

    @property
    def by_words(self) -> bool:
        """Whether words tell the outcome, and not only the kind of the evidence."""
        return self.telling.by == "words"


class Rule(NamedTuple):
    """A clue: when it holds, what it weighs, and what it says to people."""

    name: str
    weight: float
    sentence: str
    holds: Callable[[Pair], bool]


def clues(pair: Pair) -> list[Clue]:
    """The clues that hold for the pair, in the order of the table."""
    return [Clue(rule.name, rule.weight, rule.sentence) for rule in RULES if rule.holds(pair)]


def _is_of_it(pair: Pair) -> bool:
    """Whether enough of the subject is shared for a word on promises to be one on this promise."""
    return pair.by_words and (pair.shared >= _SOME or pair.coverage >= _HALF)


def _recalls(pair: Pair) -> bool:
    return _is_of_it(pair) and pair.later.recalls


def _names_the_day(pair: Pair) -> bool:
    return pair.announced.item.published[:7] in pair.later.times


def _names_the_year(pair: Pair) -> bool:
    year = pair.announced.item.published[:4]
    return year in pair.later.times and not _names_the_day(pair) and year != pair.later.item.published[:4]


def _names_the_deadline(pair: Pair) -> bool:
    return pair.due is not None and pair.due[:7] in pair.later.times


def _around_the_deadline(pair: Pair) -> bool:
    return pair.due is not None and pair.announced.item.published <= pair.later.day <= pair.due


def _does_it(pair: Pair) -> bool:
    """Whether the deed that tells the outcome is the one announced; where none tells it, any deed of both."""
    cue = pair.telling.cue
    told = pair.later.deeds if cue is None or cue.plain else pair.later.lexicon.deeds(cue.words)
    return bool(pair.announced.deeds & told)


def _does_other(pair: Pair) -> bool:
    cue = pair.telling.cue
    return cue is not None and not cue.plain and bool(pair.announced.deeds) and not _does_it(pair)


def _others_act(pair: Pair) -> bool:
    """Whether the state named before the deed is none of those who committed themselves."""
    cue = pair.telling.cue
    if cue is None or pair.telling.outcome == "broken":
        return False
    before = pair.later.beside[: max(pair.later.beside.lower().find(cue.words), 0)]
    named = pair.later.lexicon.acting(before)
    return bool(named) and not named & pair.announced.by


def _is_apart(pair: Pair) -> bool:
    """Whether the words that tell the outcome stand in another part of the sentence than the subject."""
    cue = pair.telling.cue
    near = pair.later.lexicon.content(cue.clause) if cue else {}
    return cue is not None and pair.coverage > 0 and not any(stem in near for stem in pair.announced.gist)


def _is_overdue(pair: Pair) -> bool:
    return pair.telling.cue is not None and pair.telling.cue.once_due


def _same_topic(pair: Pair) -> bool:
    return bool(pair.announced.topics & pair.later.topics)


def _same_goods(pair: Pair) -> bool:
    """Whether goods of one sort went where goods of that sort, without a number, were promised."""
    figure = pair.later.finding
    traded = isinstance(figure, Figure) and figure.measure in ("exports", "imports")
    sorts = (pair.announced.topics & pair.later.topics) - {"trade", "politics", "multilateral"}
    fits = pair.telling.by == "way" and "deliver" in pair.announced.ways
    return fits and traded and not pair.announced.numbers and bool(sorts)


def _is_beside(pair: Pair) -> bool:
    """Whether evidence of a fitting kind leaves out what the promise was about in particular."""
    if pair.telling.by != "way" or _same_goods(pair) or (pair.telling.outcome == "progressed" and _is_gathering(pair)):
        return False
    special = pair.announced.special
    loose = pair.shared < _SOME and pair.coverage < _WHOLE
    return loose if isinstance(pair.later.finding, Figure) else bool(special) and not special & set(pair.later.content)


def _is_gathering(pair: Pair) -> bool:
    return isinstance(pair.later.finding, Encounter)


def _is_total(pair: Pair) -> bool:
    """Whether figures are of what two states trade in all: of that there is one, of loans there are many."""
    aim = pair.announced.finding
    return pair.telling.by == "number" and isinstance(aim, Figure) and aim.measure in ("trade", "exports", "imports")


def _other_period(pair: Pair) -> bool:
    """Whether both name periods of years, as programmes have, and none that is the same."""
    ours, theirs = pair.announced.periods, pair.later.periods
    return bool(ours) and bool(theirs) and not ours & theirs


def _all_present(pair: Pair) -> bool:
    return set(pair.announced.item.parties) <= set(pair.later.item.parties) | pair.later.by


def _is_late(pair: Pair) -> bool:
    """Whether years have gone by with no deadline to wait for."""
    return pair.days > _LONG and pair.due is None


RULES: tuple[Rule, ...] = (
    Rule("much", 2.0, "Both tell much of the same subject.", lambda p: p.shared >= _MUCH),
    Rule("some", 1.0, "Both tell something of the same subject.", lambda p: _SOME <= p.shared < _MUCH),
    Rule("few", 0.5, "They share a word of the subject.", lambda p: _FEW <= p.shared < _SOME),
    Rule("whole", 1.0, "Most of what was announced is named again.", lambda p: p.coverage >= _WHOLE),
    Rule("half", 0.5, "A good part of what was announced is named again.", lambda p: _HALF <= p.coverage < _WHOLE),
    Rule("deed", 0.5, "It is told with the deed that was announced.", _does_it),
    Rule("other", -0.75, "Another deed is told than was announced.", _does_other),
    Rule("others", -0.75, "Others act than those who committed themselves.", _others_act),
    Rule("apart", -0.5, "The outcome is told in another part of the sentence.", _is_apart),
    Rule("recalled", 1.0, "The later report says that it had been announced.", _recalls),
    Rule("day", 1.25, "It names the time of the announcement.", lambda p: _is_of_it(p) and _names_the_day(p)),
    Rule("year", 0.5, "It names the year of the announcement.", lambda p: _is_of_it(p) and _names_the_year(p)),
    Rule("deadline", 0.75, "It names the deadline.", lambda p: _is_of_it(p) and _names_the_deadline(p)),
    Rule("timely", 0.5, "It comes before the deadline.", _around_the_deadline),
    Rule("way", 2.0, "It is of the kind that was announced.", lambda p: p.telling.by == "way"),
    Rule("goods", 1.0, "What moved is of the kind that was announced.", _same_goods),
    Rule("topic", 0.25, "Both tell of the same topic.", lambda p: p.by_words and _same_topic(p)),
    Rule("overdue", 0.5, "It was due and is told as not done.", _is_overdue),
    Rule("all", 0.25, "All whom it concerned are part of it.", _all_present),
    Rule("total", 3.0, "It tells the same measure in the same direction.", _is_total),
    Rule("figure", 1.5, "It tells a figure of the same kind.", lambda p: p.telling.by == "number" and not _is_total(p)),
    Rule("beside", -1.5, "What was promised in particular is not named.", _is_beside),
    Rule("period", -3.0, "It tells of a programme of other years.", _other_period),
    Rule("soon", 0.75, "It is told within a year.", lambda p: p.telling.by == "way" and p.days <= _SOON),
    Rule("long", -1.0, "It is told more than three years later.", _is_late),
)  # fmt: skip
