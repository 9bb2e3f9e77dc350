"""Several mentions of one instrument become one: by its name, or by "the agreement" that refers back."""

import re
from collections.abc import Iterable, Sequence

from comity.reading.agreements.draft import Draft

_EMPTY = frozenset(
    {"the", "a", "an", "of", "on", "in", "for", "and", "to", "between", "with", "its", "their", "new", "said", "this"}
)
# Nouns that headlines use for an instrument of any kind.
_GENERAL = frozenset({"agreement", "deal", "pact", "accord"})
_SAME = {"treaty": 0, "agreement": 0, "contract": 0}


def merged(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """Every instrument once, in order of first mention; a mention that only refers back is joined to what it means."""
    kept: list[Draft] = []
    for draft in drafts:
        place = place_of(draft, kept)
        if place is None:
            kept.append(draft)
        else:
            kept[place] = kept[place].joined(draft)
    return tuple(kept)


def place_of(draft: Draft, kept: Sequence[Draft]) -> int | None:
    """Which of those kept the draft tells of, the latest first; None for a new one."""
    for place in range(len(kept) - 1, -1, -1):
        if _same(kept[place], draft):
            return place
    return None


def _same(earlier: Draft, later: Draft) -> bool:
    one, other = earlier.candidate, later.candidate
    if one.start <= other.start < one.end:
        return False
    if one.count or other.count:
        return one.count and other.count and _words(earlier.title) == _words(later.title)
    kinds = one.kind == other.kind or (one.kind in _SAME and other.kind in _SAME)
    if not kinds:
        return _is_retold(earlier, later)
    if other.bare:
        return other.definite and not other.plural
    words, others = _words(earlier.title), _words(later.title)
    if earlier.headline and words - _GENERAL and others - _GENERAL:
        words, others = words - _GENERAL, others - _GENERAL
    clash = earlier.countries and later.countries and not set(earlier.countries) & set(later.countries)
    return bool(not clash and (others <= words or (words <= others and len(words) > 1) or _alike(words, others)))


def _is_retold(earlier: Draft, later: Draft) -> bool:
    """Whether a headline's "agreement on ..." is what the text calls by its proper kind ("memorandum on ...")."""
    retold = earlier.headline and earlier.candidate.kind == "agreement" and earlier.countries == later.countries
    if not retold or earlier.status != later.status:
        return False
    subject = _words(earlier.title) - _GENERAL
    return bool(subject) and subject <= _words(later.title)


def _alike(words: set[str], others: set[str]) -> bool:
    return len(words & others) / max(1, len(words | others)) >= 0.7


def _words(title: str) -> set[str]:
    return {w for w in re.findall(r"\w+", title.casefold()) if w not in _EMPTY and not w.isdigit()}
