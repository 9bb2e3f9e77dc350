"""Passages: sentences of a report that tell what became of something, whether or not they hold a finding."""

import hashlib
import re
from collections.abc import Iterator, Sequence

from comity.findings import Code, Day, Report, Span
from comity.matters import Passage
from comity.reconcile.follow.outcomes import Cue
from comity.reconcile.follow.wording import Lexicon

# A sentence shorter than this tells nothing that can be laid beside a promise, one longer is a list.
_LEAST, _MOST = 20, 800
_END = re.compile(r"(?:[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«(\[]?[^a-z\s])|\n\s*\n)\s*")
_SHORTENED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sen|Rep|Gov|St|No|Nos|vs|etc|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
    r"|\b[A-Z](?:\.[A-Z])*)\.$"
)  # fmt: skip


def passages(report: Report, parties: Sequence[Code], day: Day, lexicon: Lexicon) -> list[Passage]:
    """The sentences that hold an outcome's cue and something to compare.

    ``parties`` are the states and bodies the report's findings join: a sentence that names fewer than
    two is taken to be of the two of them that the report names most, too.
    """
    found = [(span, cues[0]) for span in sentences(report) if (cues := _cues(report.text[slice(*span)], lexicon))]
    main = _most_named(report.text, parties, lexicon) if found else frozenset()
    return [_passage(report, span, cue, (main, day), lexicon) for span, cue in found]


def _cues(text: str, lexicon: Lexicon) -> tuple[Cue, ...]:
    told = _LEAST <= len(text) <= _MOST and lexicon.content(text)
    return lexicon.cues.find(text) if told else ()


def _most_named(text: str, parties: Sequence[Code], lexicon: Lexicon) -> frozenset[Code]:
    counts = lexicon.counted(text)
    return frozenset(sorted(set(parties), key=lambda code: (-counts[code], code))[:2])


def _passage(report: Report, span: Span, cue: Cue, told: tuple[frozenset[Code], Day], lexicon: Lexicon) -> Passage:
    text = report.text[slice(*span)]
    named, (main, day) = lexicon.named(text), told
    return Passage(
        id=hashlib.sha256(f"{report.id} {span[0]} {span[1]}".encode()).hexdigest()[:16],
        report=report.id,
        published=day,
        parties=tuple(sorted(named if len(named) > 1 else named | main)),
        span=span,
        text=text,
        cue=cue.words,
        outcome=cue.outcome,
    )


def sentences(report: Report) -> Iterator[Span]:
    """Spans of the sentences without white space around: by marks and blank lines; skipped lines are left out."""
    first = 0
    for end in [*_ends(report.text), len(report.text)]:
        left = len(report.text[first:end]) - len(report.text[first:end].lstrip())
        span = (first + left, first + len(report.text[first:end].rstrip()))
        if span[0] < span[1] and not any(start < span[1] and span[0] < stop for start, stop in report.skipped):
            yield span
        first = end


def _ends(text: str) -> Iterator[int]:
    for match in _END.finditer(text):
        stop = match.start() + 1
        if "\n\n" in match[0] or not _SHORTENED.search(text, max(0, stop - 12), stop):
            yield match.end()
