"""The first day of what lasts several: reckoned back from its end, left open where only the end is told."""

import re
from datetime import date, timedelta

from comity.reading.encounters.candidate import Scene, Trigger
from comity.reading.mentions import Moment

NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10}
COUNT = r"(one|two|three|four|five|six|seven|eight|ten|\d{1,2})"
LENGTH = re.compile(
    rf"\b{COUNT}-day\b|\b(?:visit|stay|tour|trip|talks|session|meeting) of {COUNT} days\b"
    rf"|\bafter {COUNT} days (?:in|of)\b|\b{COUNT} days of (?:talks|meetings|consultations|negotiations)\b"
    rf"|\blasted {COUNT} days\b"
)
NTH_DAY = re.compile(
    r"\b(second|third|fourth|fifth|last|final|closing) day of (?:[\w'’-]+ ){1,5}?"
    r"(?:visit|stay|trip|tour|talks|session|forum)\b"
)
RANKS = {"second": 1, "third": 2, "fourth": 3, "fifth": 4}
LASTING = ("visit", "talks", "forum", "summit")


def first_day(scene: Scene, trigger: Trigger, moment: Moment) -> tuple[str, bool]:
    """The first day as far as it is told, and whether it was reckoned, not told."""
    if len(moment.date) < len("YYYY-MM-DD") or trigger.kind not in LASTING:
        return moment.date, moment.inferred
    text = trigger.sentence.text.lower()
    if nth := NTH_DAY.search(text):
        return _back(moment.date, RANKS[nth[1]]) if nth[1] in RANKS else (moment.date[:7], True)
    if _dates_the_end(scene, trigger, moment):
        if days := _length(text):
            return _back(moment.date, days - 1)
        # A commission's one told day is mostly its only one.
        return (moment.date[:7], True) if trigger.kind == "visit" else (moment.date, moment.inferred)
    return _earlier_beside(scene, trigger, moment)


def _back(day: str, days: int) -> tuple[str, bool]:
    return (date.fromisoformat(day) - timedelta(days=days)).isoformat(), True


def _length(text: str) -> int | None:
    """How many days it is told to last."""
    found = LENGTH.search(text)
    told = next((group for group in found.groups() if group), None) if found else None
    return (NUMBERS.get(told) or int(told)) if told else None


def _dates_the_end(scene: Scene, trigger: Trigger, moment: Moment) -> bool:
    """Whether the time stands with a verb of ending, or one stands right before the word of encounter."""
    words = scene.words.lists.ending
    head = scene.doc[moment.start : moment.end].root
    verb = next((t for t in head.ancestors if t.pos_ == "VERB"), None)
    if verb is not None and verb.lower_ in words and not _begun_before(scene, trigger, verb.i):
        return True
    before = scene.low(max(trigger.sentence.start, trigger.start - 8), trigger.start)
    return trigger.kind == "visit" and any(f"{word} " in f"{before} " for word in words)


def _begun_before(scene: Scene, trigger: Trigger, verb: int) -> bool:
    """Whether what ends is another: "left Rome on Friday for talks in Riga"."""
    return trigger.start > verb and bool({"for", "to"} & set(scene.low(verb, trigger.start).split()))


def _earlier_beside(scene: Scene, trigger: Trigger, moment: Moment) -> tuple[str, bool]:
    """Of two days told together, "on Friday and Saturday", the first."""
    for other in scene.when.moments_in(trigger.sentence.start, moment.start):
        beside = scene.low(other.end, moment.start).strip() in ("and", "to", "until", "-", "–")
        if beside and len(other.date) == len(moment.date) and other.date < moment.date:
            return other.date, other.inferred
    return moment.date, moment.inferred
