"""From a PDF's lines to paragraphs: where one ends is told by gaps, indents, short lines and type sizes.

``BREAKS`` is the policy: each row a sentence and a function; one that holds is enough.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

SOFT_HYPHEN = "\u00ad"
_FINAL = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_BULLET = re.compile(r"([•▪‣◦·●■–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s")
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"[-–—\s]*(page\s*)?\d{1,4}(\s*(of|/)\s*\d{1,4})?[-–—\s]*", re.IGNORECASE)
# Before these a hyphen at the line's end is the word's own more often than not.
_HYPHENATED = frozenset(("self", "non", "co", "ex", "vice", "post", "pre", "anti", "pro", "semi", "multi", "cross"))


class Line(NamedTuple):
    """A line of a page: edges, baseline and type size in points from the page's lower left corner."""

    page: int
    left: float
    right: float
    base: float
    size: float
    text: str


@dataclass(frozen=True, slots=True)
class Setting:
    """How the document is set: usual distance of baselines, left and right edge of its column."""

    pitch: float
    left: float
    right: float


def paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    """The document's paragraphs in order, line breaks and word division undone, running heads left out."""
    kept = _without_running_heads(lines)
    if not kept:
        return
    setting = _setting(kept)
    words = Counter(word for line in kept for word in line.text.lower().split())
    pieces = [kept[0].text]
    for before, line in pairwise(kept):
        if any(breaks(before, line, setting) for _, breaks in BREAKS):
            yield _clean(pieces)
            pieces = [line.text]
        else:
            pieces[-1:] = [*_parted(pieces[-1], line.text, words), line.text]
    yield _clean(pieces)


def _without_running_heads(lines: Sequence[Line]) -> list[Line]:
    """Leaves out what stands at the same edge of most pages, numbers aside, and page numbers alone."""
    pages = len({line.page for line in lines})
    seen = Counter(place for place, _ in {(_place(line), line.page) for line in lines})
    repeated = {place for place, times in seen.items() if pages > 1 and 2 * times > pages}
    bases = _bases(lines)
    return [line for line in lines if not _is_running_head(line, bases[line.page], repeated)]


def _is_running_head(line: Line, bases: Sequence[float], repeated: set[tuple[str, int]]) -> bool:
    if line.base in (bases[0], bases[-1]) and _PAGE_NUMBER.fullmatch(line.text):
        return True
    return line.base in (*bases[:2], *bases[-2:]) and _place(line) in repeated


def _place(line: Line) -> tuple[str, int]:
    return _NUMBER.sub("#", line.text), round(line.base / 4)


def _bases(lines: Sequence[Line]) -> dict[int, list[float]]:
    """The baselines of each page from the lowest to the highest."""
    found: dict[int, set[float]] = {}
    for line in lines:
        found.setdefault(line.page, set()).add(line.base)
    return {page: sorted(bases) for page, bases in found.items()}


def _setting(lines: Sequence[Line]) -> Setting:
    pitches = [a.base - b.base for a, b in pairwise(lines) if a.page == b.page and 0 < a.base - b.base < 3 * a.size]
    width = max(line.right - line.left for line in lines)
    widest = [line for line in lines if line.right - line.left > 0.8 * width]
    return Setting(
        median(pitches) if pitches else lines[0].size * 1.2,
        median(line.left for line in widest),
        median(line.right for line in widest),
    )


def _is_turned(before: Line, line: Line, setting: Setting) -> bool:
    """Whether the line begins a new page or column."""
    return before.page != line.page or line.base > before.base + setting.pitch / 2


def _ends_at_turn(before: Line, line: Line, setting: Setting) -> bool:
    return _is_turned(before, line, setting) and bool(_FINAL.search(before.text))


def _stands_apart(before: Line, line: Line, setting: Setting) -> bool:
    return not _is_turned(before, line, setting) and before.base - line.base > 1.3 * setting.pitch


def _is_set_larger(before: Line, line: Line, setting: Setting) -> bool:
    return abs(before.size - line.size) > 0.12 * max(before.size, line.size)


def _is_indented(before: Line, line: Line, setting: Setting) -> bool:
    first_line = 0.8 * line.size < line.left - before.left < 6 * line.size
    return first_line and abs(before.left - setting.left) < line.size and bool(_FINAL.search(before.text))


def _ends_short(before: Line, line: Line, setting: Setting) -> bool:
    width = setting.right - setting.left
    return bool(_FINAL.search(before.text)) and before.right < setting.right - 0.2 * width


def _is_item(before: Line, line: Line, setting: Setting) -> bool:
    return bool(_BULLET.match(line.text)) and bool(re.search(r"[.:;!?,”\"]$|\b(and|or)$", before.text))


Breaks = Callable[[Line, Line, Setting], bool]
BREAKS: tuple[tuple[str, Breaks], ...] = (
    ("a page or column begins and the line before ended its sentence", _ends_at_turn),
    ("the line stands further below the one before than lines usually do", _stands_apart),
    ("the line is set in another size, as headings are", _is_set_larger),
    ("the line is indented and the one before, which was not, ended its sentence", _is_indented),
    ("the line before ended its sentence well before the margin", _ends_short),
    ("the line begins with a bullet or a number, and the one before came to a stop", _is_item),
)


def _parted(before: str, line: str, words: Counter[str]) -> tuple[str, str]:
    """A line without the hyphen that divided its last word, and what parts it from the next."""
    stem = before.removesuffix(SOFT_HYPHEN).removesuffix("-")
    if stem == before:
        return before, " "
    if not line[:1].islower():
        return stem, "-"
    first, second = re.split(r"\s", stem)[-1].lower(), line.split(maxsplit=1)[0].lower()
    whole, hyphened = words[first + second], words[f"{first}-{second}"]
    keeps = hyphened > whole or (not whole and first.strip("(“\"‘'") in _HYPHENATED)
    return stem, "-" if keeps else ""


def _clean(pieces: Sequence[str]) -> str:
    return re.sub(r"\s+", " ", "".join(pieces).replace(SOFT_HYPHEN, "")).strip()
