"""One sentence on its own, as the encoder sees it: where its words stand, and their vectors."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from comity.language.words import Words


@dataclass(frozen=True, slots=True)
class Alone:
    """A text taken for one sentence.

    places:  start and end of every word that is no white space, in code points
    vectors: of the sentence's opening and of these words, (1 + words, width)
    length:  of the text, in code points
    """

    places: tuple[tuple[int, int], ...]
    vectors: npt.NDArray[np.float32]
    length: int

    def touched(self, start: int, end: int) -> tuple[int, int] | None:
        """The first and the last of the words that touch the code points [start, end), None where none does."""
        found = [at for at, (first, last) in enumerate(self.places) if first < end and start < last]
        return (found[0], found[-1]) if found else None


def places_of(words: Words) -> Iterator[tuple[int, int]]:
    """Start and end of every word that is no white space, in code points."""
    at = 0
    for text, space in zip(words.texts, words.spaces, strict=True):
        if not text.isspace():
            yield at, at + len(text)
        at += len(text) + space
