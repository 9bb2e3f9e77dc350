"""The outcome a sentence tells, and the words that tell it."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from comity.matters import Outcome
from comity.terms.outcomes import Outcomes

# Words before a cue that are looked at for a plan or a wish.
_BEFORE = 4
_ORDER: tuple[Outcome, ...] = ("progressed", "kept")
_TO_DO = re.compile(r"\bto [a-z]+ (?:(?:the|an?|its|their|his|her) )?$")
_MONTH = re.compile(r"(?<=[ (])May\b")  # not the verb
_ARTICLE = re.compile(r"\b(?:an?|the|one|two|three|some|any|its|his|her|their|this|that|\d+) $")
_CLAUSE = re.compile(r"[,;:—–]| but | while | after | though ")


class Cue(NamedTuple):
    """Words of a sentence and the outcome they tell; ``once_due`` where they do so only after the deadline.

    ``clause`` is the part of the sentence they stand in; ``plain`` where they tell an outcome by
    themselves, and not only that a deed was done.
    """

    outcome: Outcome
    words: str
    clause: str
    once_due: bool = False
    plain: bool = True


class CueFinder:
    """Finds what a sentence tells of the outcome of something, by one vocabulary."""

    def __init__(self, words: Outcomes) -> None:
        self._phrases: dict[Outcome, re.Pattern[str]] = {
            "broken": any_of(words.cues.broken),
            "superseded": any_of(words.cues.superseded),
            "progressed": any_of(words.cues.progressed),
            "kept": any_of(words.cues.kept),
        }
        self._done = any_of(words.done.words)
        self._denials = _denials(words)
        self._pending = any_of(words.cues.pending)
        self._unreal, self._openers = any_of(words.unreal.words), any_of(words.unreal.openers)

    def find(self, sentence: str) -> tuple[Cue, ...]:
        """The cues of the sentence, the most telling first: broken before all others.

        What was not done is broken, but only once it was due: until then it may still be done.
        """
        plain = _MONTH.sub("month", sentence.replace("’", "'").replace("n't", " n't"))
        return tuple(self._cues(plain.lower()))

    def _cues(self, small: str) -> Iterator[Cue]:
        for match in self._real(small, self._phrases["superseded"]):
            yield Cue("superseded", match[0], _clause(match))
        for match in self._real(small, self._phrases["broken"]):
            yield Cue("broken", match[0], _clause(match))
        for match in self._real(small, self._denials):
            yield Cue("broken", match[0], _clause(match), once_due=match["word"] != "never")
        for match in self._real(small, self._pending):
            yield Cue("broken", match[0], _clause(match), once_due=True)
        for outcome in _ORDER:
            yield from (Cue(outcome, match[0], _clause(match)) for match in self._real(small, self._phrases[outcome]))
        denied = {match.end() for match in self._denials.finditer(small)}
        done = (match for match in self._real(small, self._done) if match.end() not in denied)
        yield from (Cue("kept", match[0], _clause(match), plain=False) for match in done)

    def _real(self, small: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        found = (match for match in pattern.finditer(small) if not _is_attribute(match))
        return (match for match in found if not self._is_plan(small[: match.start()]))

    def _is_plan(self, before: str) -> bool:
        """Whether the words before a cue make it a plan, a wish or a condition: "to hold the first session"."""
        clause = re.split(r"[,;:(]| and | but ", before)[-1]
        if _TO_DO.search(before):
            return True
        return bool(self._openers.search(clause) or self._unreal.search(" ".join(clause.split()[-_BEFORE:])))


def _clause(match: re.Match[str]) -> str:
    """The part of the sentence, between commas and the like, that a match stands in."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    return _CLAUSE.split(before)[-1] + match[0] + _CLAUSE.split(after)[0]


def _is_attribute(match: re.Match[str]) -> bool:
    """Whether a single word says what sort of thing another is: "one cancelled visit"."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    return " " not in match[0] and bool(_ARTICLE.search(before)) and bool(re.match(r" [a-z]", after))


def any_of(phrases: Sequence[str]) -> re.Pattern[str]:
    """Any of the phrases as whole words; "*" is one to eight words."""
    ordered = sorted(phrases, key=len, reverse=True)
    told = "|".join(re.escape(phrase).replace(r"\ \*\ ", r" (?:[\w'-]+ ){1,8}") for phrase in ordered)
    return re.compile(rf"(?<![\w-])(?:{told})(?![\w-])")


def _denials(words: Outcomes) -> re.Pattern[str]:
    """ "was not delivered", "have not yet arrived", "never came", "did not arrive": denial, then the deed."""
    denying = "|".join(map(re.escape, words.done.denying))
    deeds = "|".join(
        sorted({*words.done.words, *words.done.denied, *map(_bare, words.done.words)}, key=len, reverse=True)
    )
    between = "|".join(("yet", *words.done.auxiliaries))
    return re.compile(rf"(?<![a-z])(?P<word>never|{denying})(?: (?:{between}))* (?:{deeds})\b")


def _bare(form: str) -> str:
    """The form after "did not", for regular verbs: "arrived" -> "arrive"."""
    return form[:-1] if form.endswith("ed") else form
