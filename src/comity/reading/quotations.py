"""Quotations: where words stand inside quotation marks, whatever the marks.

A quotation that runs over several paragraphs, each opened by a mark and only the last one
closed, is one. Single marks are read as apostrophes unless they open before a word and close
after one. Marks inside a quotation belong to it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from comity.findings import Span
from comity.reading.mentions import Page, Quotation

CLOSES = {"“": "”“", "„": "“”", "«": "»", '"': '"', "‟": "”", "‘": "’", "'": "'"}
DOUBLE, SINGLE = '“„«"‟', "‘'"
MARKS = re.compile("[“”„«»\"‟‘’']|\n\\s*\n?")
WORD = re.compile(r"\w+(?:['’.-]\w+)*")
LONGEST = 4000
# Shorter stretches are titles or words the writer keeps at a distance, not statements.
LEAST_WORDS = 4


@dataclass(frozen=True, slots=True)
class _Open:
    mark: str
    start: int


def read(page: Page) -> tuple[Quotation, ...]:
    """All quotations of at least four words in what is read of the page, in order."""
    starts = [token.idx for token in page.doc]
    found = (_quotation(page, starts, span) for span in stretches(page.report.text))
    return tuple(q for q in found if q)


def stretches(text: str) -> tuple[Span, ...]:
    """Character spans of all stretches inside outer quotation marks, marks left out, in order."""
    found = tuple(_stretches(text, DOUBLE))
    ends = [end for _, end in found]
    rest = [span for span in _stretches(text, SINGLE) if not _overlaps(span, found, bisect_right(ends, span[0]))]
    return tuple(sorted((*found, *rest)))


def _overlaps(span: Span, others: tuple[Span, ...], first: int) -> bool:
    """Whether the span reaches into the first of the others that ends after its start."""
    return first < len(others) and others[first][0] < span[1]


def trimmed(text: str, span: Span) -> Span:
    """The span without blanks, dangling marks, and a closing comma or full stop."""
    start, end = span
    while start < end and (text[start].isspace() or text[start] in "“\"'‘"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ",.;") and not text[start:end].endswith("..."):
        end -= 1
    return start, end


def _quotation(page: Page, starts: list[int], span: Span) -> Quotation | None:
    begin, stop = trimmed(page.report.text, span)
    words = len(WORD.findall(page.report.text[begin:stop]))
    start, end = bisect_left(starts, begin), bisect_left(starts, stop)
    read_in_full = start < end and start in page.sentence_numbers and end - 1 in page.sentence_numbers
    return Quotation(start, end, words) if words >= LEAST_WORDS and read_in_full else None


def _stretches(text: str, openers: str) -> Iterator[Span]:
    """Stretches opened by one of ``openers``; a mark left open closes with its paragraph."""
    opened: _Open | None = None
    for found in MARKS.finditer(text):
        at, mark = found.start(), found.group()
        if opened is None:
            opened = _Open(mark, found.end()) if mark in openers and _opens(text, at) else None
        elif mark.startswith("\n"):
            if not _goes_on(text, found.end(), opened):
                if opened.mark in DOUBLE:
                    yield opened.start, at
                opened = None
        elif mark in CLOSES[opened.mark] and _closes(text, at, opened):
            yield opened.start, at
            opened = None
    if opened and opened.mark in DOUBLE:
        yield opened.start, len(text)


def _opens(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if text[at] in "“„«‟":
        return bool(after)
    return (not before or before.isspace() or before in "([—–-/:") and bool(after) and not after.isspace()


def _closes(text: str, at: int, opened: _Open) -> bool:
    """Whether the mark at ``at`` closes: an apostrophe, or the mark of a continued paragraph, does not."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if opened.mark in SINGLE:
        return not after.isalnum() and (before in ",.!?…" or not _closes_later(text, at, opened))
    if before in ("", "\n"):
        return False
    return text[at] != "“" or opened.mark == "„" or not _opens_nested(text, at)


def _closes_later(text: str, at: int, opened: _Open) -> bool:
    """Whether a likelier closing single mark follows in the paragraph before another one opens."""
    paragraph = text[at + 1 : at + LONGEST].split("\n", 1)[0]
    mark = re.escape(CLOSES[opened.mark])
    return bool(re.match(rf"[^‘\"“”]*?[,.!?…]{mark}(?!\w)", paragraph))


def _opens_nested(text: str, at: int) -> bool:
    return text[at - 1 : at].isspace() and not text[at + 1 : at + 2].isspace()


def _goes_on(text: str, paragraph: int, opened: _Open) -> bool:
    """Whether the next paragraph is opened by the same mark, and not merely a new quotation.

    An open quotation goes on only in a paragraph that again begins with its mark.
    """
    return (
        opened.mark in DOUBLE and text[paragraph : paragraph + 1] == opened.mark and paragraph - opened.start < LONGEST
    )
