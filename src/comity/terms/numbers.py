"""How numbers are told in words: number words, scales, fractions and multipliers."""

from typing import ClassVar

from comity.terms.table import Table


class Numbers(Table):
    """Number words.

    ``words`` and ``scales`` are plain factors ("seven", "crore"); ``shares`` are parts of one
    ("third"); ``ordinals`` numbers of rank; ``times`` maps verbs and adverbs to the factor they
    tell ("doubled" 2, "halved" 0.5).
    """

    FILE: ClassVar[str] = "numbers"

    words: dict[str, int]
    scales: dict[str, int]
    abbreviated: dict[str, int]
    shares: dict[str, float]
    ordinals: dict[str, int]
    times: dict[str, float]
