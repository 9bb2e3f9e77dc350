"""Encounters told by their number alone: "the second is due in Tehran", "the 13th Committee will be held in May"."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Span as Stretch

from comity.findings import EncounterKind
from comity.reading.encounters.candidate import Scene, Trigger

RANK = (
    r"(?P<rank>\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
    r"|next|latest|last|previous|inaugural)"
)
HELD = (
    r"(?:(?:will|would|is to|are to|shall|should)\s+"
    r"(?:take\s+place|be\s+held|be\s+hosted|follow|convene|be\s+convened|meet|sit)"
    r"|took\s+place|takes\s+place|had\s+taken\s+place|(?:was|were|is|has\s+been|had\s+been)\s+"
    r"(?:held|hosted|convened|due|set|fixed|planned|scheduled|expected|organi[sz]ed|foreseen))"
)
ONE = re.compile(rf"\b(?:the|a|its|their|and)\s+{RANK}(?:\s+one)?,?\s+(?P<word>{HELD})\b", re.IGNORECASE)
BODY = r"(?P<body>(?i:commission|committee|council|working\s+group|dialogue|mechanism)|[A-Z]{3,6})"
OF_BODY = re.compile(rf"\b(?i:{RANK})\s+(?:[\w'’&()–-]+\s+){{0,8}}?{BODY}\b(?:\s+\([A-Z]+\))?(?P<rest>[^.;]*)")
CONVENES = re.compile(r"\b(?:conven|hold|host|organi[sz])\w*\s+(?:the|a|an|its|their)\s+$", re.IGNORECASE)
# So many letters after a body's name the verb of its meeting begins.
NEAR = 160


def read(scene: Scene, sentence: Stretch, told: Sequence[Trigger]) -> Iterator[Trigger]:
    """Triggers of encounters that the sentence only counts; ``told`` are all triggers before and in it."""
    text = sentence.text.replace("’", "'")
    here = [t for t in told if t.sentence.start == sentence.start]
    kind = _kind_before(told)
    for found in ONE.finditer(text) if kind else ():
        yield from _trigger(scene, sentence, found.span("word"), kind or "talks")
    for found in OF_BODY.finditer(text):
        meets = re.search(HELD, found["rest"][:NEAR]) or CONVENES.search(text[: found.start()])
        if meets and not any(t.kind not in ("visit", "call") for t in here):
            yield from _trigger(scene, sentence, found.span("body"), "talks")


def _kind_before(told: Sequence[Trigger]) -> EncounterKind | None:
    """What was counted: the last noun of encounter told."""
    return next((t.kind for t in reversed(told) if not t.verb), None)


def _trigger(scene: Scene, sentence: Stretch, letters: tuple[int, int], kind: EncounterKind) -> Iterator[Trigger]:
    span = sentence.char_span(*letters, alignment_mode="expand")
    if span is not None and span.start not in scene.quoted:
        yield Trigger(span.start, span.end, kind, False, span.text.lower(), sentence)
