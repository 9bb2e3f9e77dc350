"""Copies: reports whose text is nearly that of another, so that they are one source.

A text is known by its runs of five words. MinHash (Broder 1997) keeps the least of each of 128 hashes over
them: the share of equal ones is about the share of runs that two texts have in common. SHAKE gives the 128
hashes of a run at one stroke, so that a signature that was kept years ago compares with one of today.

Words alone take a monthly note for a copy of last month's. So the numbers are kept, too: where each of two
texts tells a number that the other does not, neither is a copy. Those of its own first words do not
count against a text, as every outlet has its own dateline.
"""

import hashlib
import re
import struct
import unicodedata
from collections.abc import Sequence
from itertools import chain, islice

import numpy

from comity.findings import Span

_HASHES = 128
_RUN = 5
_AT_ONCE = 4096
_BANDS = 32
_ROWS = _HASHES // _BANDS
_NUMBER_BITS = 1024
_DATELINE = 6

# Below this many runs a single changed word weighs so much that only the same words are a copy.
_FEW = 30
# A copy has most of the shorter text in the longer one, and the longer one is no report of its own beside it.
_LEAST_LIKENESS = 0.8
_LEAST_COMMON = 0.5

_WORDS = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d]+")
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_FORM = struct.Struct(f">I{_HASHES}I")
_ROW = struct.Struct(f">{_HASHES}I")


def signature(text: str, skipped: Sequence[Span] = ()) -> bytes:
    """What is kept of a text to find its copies: the number of runs, 128 hashes, and the numbers told.

    ``skipped`` are the lines that are no part of the report, as each outlet has its own of them too.
    The count and the hashes are 32 bits each, big-endian. Twice 1,024 bits follow, of which each number sets
    one: first all numbers, then those beyond the dateline. Case, punctuation and spacing make no difference.
    """
    words = _words(_without(text, skipped))
    runs = {" ".join(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1))}
    hashes = (hashlib.shake_128(run.encode()).digest(_ROW.size) for run in runs)
    least = numpy.full(_HASHES, 2**32 - 1, dtype=">u4")
    while some := list(islice(hashes, _AT_ONCE)):
        numpy.minimum(least, numpy.frombuffer(b"".join(some), ">u4").reshape(-1, _HASHES).min(axis=0), out=least)
    return _FORM.pack(len(runs), *least.tolist()) + _numbers(words) + _numbers(words[_DATELINE:])


def bands(signature: bytes) -> tuple[str, ...]:
    """The keys under which copies meet, 32 of four hashes each: ``number:hex``.

    Two texts with 0.7 of all their runs in common share one with a chance of 0.999, with 0.5 of 0.87, with
    0.2 of 0.05.
    """
    row = _ROWS * 4
    starts = range(4, _FORM.size, row)
    return tuple(f"{at}:{_digest(signature[start : start + row])}" for at, start in enumerate(starts))


def likeness(a: bytes, b: bytes) -> float:
    """About how much of the shorter text stands in the longer one, from 0 to 1, by their signatures."""
    one, other = _runs(a), _runs(b)
    common = _common(a, b)
    return min(1.0, common * (one + other) / (1 + common) / min(one, other))


def are_copies(a: bytes, b: bytes) -> bool:
    """Whether two texts, told by their signatures, are one source."""
    if a == b:
        return True
    if min(_runs(a), _runs(b)) < _FEW:
        return False
    return _common(a, b) >= _LEAST_COMMON and likeness(a, b) >= _LEAST_LIKENESS and not _other_numbers(a, b)


def _without(text: str, skipped: Sequence[Span]) -> str:
    edges = [0, *chain.from_iterable(sorted(skipped)), len(text)]
    return "\n".join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))


def _words(text: str) -> list[str]:
    plain = _UNSEEN.sub("", unicodedata.normalize("NFKC", text)).casefold()
    return [word.replace(",", "") for word in _WORDS.findall(plain)]


def _numbers(words: list[str]) -> bytes:
    bits = 0
    for word in words:
        if word[0].isdigit():
            bits |= 1 << int(_digest(word.encode()), 16) % _NUMBER_BITS
    return bits.to_bytes(_NUMBER_BITS // 8, "big")


def _other_numbers(a: bytes, b: bytes) -> bool:
    """Whether each tells a number, beyond its dateline, that the other tells nowhere."""
    (all_a, told_a), (all_b, told_b) = _kept_numbers(a), _kept_numbers(b)
    return bool(told_a & ~all_b and told_b & ~all_a)


def _kept_numbers(signature: bytes) -> tuple[int, int]:
    kept = int.from_bytes(signature[_FORM.size :], "big")
    return kept >> _NUMBER_BITS, kept & (1 << _NUMBER_BITS) - 1


def _common(a: bytes, b: bytes) -> float:
    """About the share of all runs of two texts that stand in both."""
    pairs = zip(_ROW.unpack_from(a, 4), _ROW.unpack_from(b, 4), strict=True)
    equal: int = sum(one == other for one, other in pairs)
    return equal / _HASHES


def _runs(signature: bytes) -> int:
    return int.from_bytes(signature[:4], "big")


def _digest(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=8).hexdigest()
