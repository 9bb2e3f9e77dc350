"""Where sentences end: rules over words, punctuation, quotation marks and line breaks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from comity.language.words import Words, stops

ENDS = re.compile(r"[.!?…]+|[。！？]")
CLOSERS = frozenset(('"', "'", "”", "’", "»", ")", "]", "}", "’’", "''"))
BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\u2028]|(?=\u2029)|\u2029")  # a paragraph separator counts twice
BULLET = re.compile(r"[-–—•*·▪■●‣◦►➤✓]|\(?\d{1,2}[.)]|\(?[a-z][.)]")
TERMINAL = frozenset(".!?:;…")

TITLES, STARTERS, SAYING = stops("titles"), stops("starters"), stops("saying")
BEFORE_NUMBER, NUMBER_OR_END = stops("before_number"), stops("before_number_or_end")
MAYBE_END = stops("maybe_end")

# A line shorter than this part of its paragraph's longest line, or in a paragraph narrower than
# this many characters, was not broken by a typesetter: its end is meant.
MEANT_SHARE = 0.6
MEANT_WIDTH = 40


# Marks looked past for the next word or the last stop; without a limit a text of nothing but
# marks would take time with the square of its length.
MARKS_PASSED = 8


@dataclass(frozen=True, slots=True)
class Lines:
    """Length in characters of the line each word stands on, and of its paragraph's longest line."""

    own: list[int]
    longest: list[int]


def split_sentences(words: Words) -> list[tuple[int, int]]:
    """(first, end) of every sentence, in order and without gaps, white space at ends included.

    Blank lines always end a sentence; one line break does where the line is a heading, an item
    of a list, or ends like a sentence. Linear in the number of words.
    """
    lines = measure_lines(words)
    found, first, at, count = [], 0, 0, len(words.texts)
    while at < count:
        end = _end_after(words, lines, at)
        if end:
            found.append((first, end))
            first = end
        at = max(at + 1, end)
    if first < count:
        found.append((first, count))
    return found


def breaks(text: str) -> int:
    """Number of line breaks in a word that is white space; 0 for any other word."""
    return len(BREAK.findall(text)) if text.isspace() else 0


def _end_after(words: Words, lines: Lines, at: int) -> int:
    """End of the sentence if word `at` ends it (closing marks and white space behind it), else 0."""
    text = words.texts[at]
    if breaks(text):
        return at + 1 if _line_ends(words, lines, at) else 0
    if not (text[-1:] == "." or ENDS.fullmatch(text)):
        return 0
    end = _past_closers(words, at + 1)
    nxt = _next_word(words, end)
    if nxt == len(words.texts):
        return nxt
    if _between_breaks(words, end, nxt):
        return 0  # the line break behind it decides
    if not _gap(words, at, end, nxt):
        return 0
    return nxt if _new_begins(words, at, end, nxt) else 0


def _past_closers(words: Words, at: int) -> int:
    """Position behind closing quotation marks and brackets that follow without a space."""
    while at < len(words.texts) and words.texts[at] in CLOSERS and not words.spaces[at - 1]:
        at += 1
    return at


def _next_word(words: Words, at: int) -> int:
    while at < len(words.texts) and words.texts[at].isspace():
        at += 1
    return at


def _between_breaks(words: Words, first: int, end: int) -> bool:
    return any(breaks(words.texts[i]) for i in range(first, end))


def _gap(words: Words, at: int, end: int, nxt: int) -> bool:
    """Whether white space, or an opening mark set close, parts the end from the next word."""
    return nxt > end or words.spaces[end - 1] or (end > at + 1 and words.texts[nxt] in "“‘«(")


def _new_begins(words: Words, at: int, end: int, nxt: int) -> bool:
    """Whether the word at `nxt` begins a sentence after the stop at `at`."""
    start = nxt
    last = min(nxt + MARKS_PASSED, len(words.texts) - 1)
    while start < last and not words.texts[start][:1].isalnum():
        start += 1
    word, text = words.texts[start], words.texts[at]
    if word[:1].islower() and not (start > nxt and words.texts[nxt] in "“‘«"):
        return False
    if text == "." or (text[-1] == "." and text.strip(".")):
        return _stop_ends(words, at, word)
    return not (end > at + 1 and _is_attribution(words.texts[start : start + 5]))


def _stop_ends(words: Words, at: int, nxt: str) -> bool:
    """Whether a full stop ends its sentence and does not belong to an abbreviation, given the next word."""
    text = words.texts[at]
    if text == ".":
        if at == 0 or words.spaces[at - 1]:
            return True
        text = words.texts[at - 1]
    base, number = text.lower().rstrip("."), nxt[:1].isdigit()
    if text.endswith("...") or (base in NUMBER_OR_END and not number):
        return True
    if base in TITLES or base in NUMBER_OR_END:
        return False
    if base in BEFORE_NUMBER or base in MAYBE_END or _initials(text):
        return not number and nxt.lower() in STARTERS
    return True


def _initials(text: str) -> bool:
    """A single capital with its stop ("J.") or several ("U.S.", "D.C", "Ph.D.")."""
    base = text.rstrip(".")
    return "." in base or (len(base) == 1 and base.isupper() and base not in ("I", text))


def _is_attribution(following: Sequence[str]) -> bool:
    """Whether a quotation that ended in ! or ? goes on with "Mirzoyan said"."""
    return any(word in SAYING for word in following[1:]) and "," not in following


def _line_ends(words: Words, lines: Lines, at: int) -> bool:
    """Whether the line break at `at` ends a sentence."""
    if breaks(words.texts[at]) > 1:
        return True
    nxt = _next_word(words, at)
    if at == 0 or nxt == len(words.texts):
        return True
    line = "".join(words.texts[nxt : nxt + 3])
    begins = words.texts[nxt][:1]
    if BULLET.match(line) and not begins.isalnum():
        return True
    last = _last_mark(words, at)
    if begins.islower():
        return False
    if last in TERMINAL and (last != "." or _stop_ends(words, _last_stop(words, at), words.texts[nxt])):
        return True
    return lines.own[at] < max(MEANT_WIDTH, MEANT_SHARE * lines.longest[at])


def _last_mark(words: Words, at: int) -> str:
    """Last character before a line break, closing marks left aside."""
    return words.texts[_last_stop(words, at)][-1:]


def _last_stop(words: Words, at: int) -> int:
    before, first = at - 1, max(0, at - MARKS_PASSED)
    while before > first and (words.texts[before] in CLOSERS or words.texts[before].isspace()):
        before -= 1
    return before


def measure_lines(words: Words) -> Lines:
    """Line and paragraph widths for every word; a break counts for the line that it ends."""
    own, longest = [0] * len(words.texts), [0] * len(words.texts)
    line, paragraph, width, widest = 0, 0, 0, 0
    for at, text in enumerate(words.texts):
        ends = breaks(text)
        if not ends:
            width += len(text) + words.spaces[at]
            continue
        widest = max(widest, width)
        own[line : at + 1] = [width] * (at + 1 - line)
        line, width = at + 1, 0
        if ends > 1:
            longest[paragraph : at + 1] = [widest] * (at + 1 - paragraph)
            paragraph, widest = at + 1, 0
    end = len(words.texts)
    own[line:] = [width] * (end - line)
    longest[paragraph:] = [max(widest, width)] * (end - paragraph)
    return Lines(own, longest)
