"""Words to the encoder's input: word pieces and the shape of each word.

The base vocabulary knows no capitals, so the shape of every word (capitals, digits, a space
before it) goes in beside its pieces. Training and running both build their input here.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

# A batch holds whole sentences; the base encoder knows 512 positions, two of them markers.
MAX_PIECES = 510
MAX_WORD_PIECES = 12
CACHED_WORDS = 50_000
CLASSES = 10
SHAPES = 2 * CLASSES


@dataclass(frozen=True, slots=True)
class Pieces:
    """One sentence as the encoder takes it.

    ids:    word pieces between the two markers; len(ids) <= MAX_PIECES + 2
    shapes: shape code of the word each piece belongs to; 0 for markers
    words:  position in `ids` of each word's first piece; entry 0 is the first marker, which
            stands for the root of the tree, so len(words) is the number of words plus one
    """

    ids: list[int]
    shapes: list[int]
    words: list[int]


def shape_class(word: str) -> int:
    """Code from 1 to 9 for the way a word is written (0 is kept for markers and padding)."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 6 if any(c.isdigit() for c in word) else 8
    if len(letters) != len(word) and any(c.isdigit() for c in word):
        return 7
    upper = sum(c.isupper() for c in letters)
    if upper == 0:
        return 1
    if upper == len(letters):
        return 5 if len(letters) == 1 else (9 if "." in word else 3)
    return 2 if upper == 1 and word[0].isupper() else 4


def shape_code(word: str, space_before: bool) -> int:
    """Shape class with the space before the word folded in; from 2 to SHAPES - 1."""
    return 2 * shape_class(word) + int(space_before)


class WordPieces:
    """Looks words up in the vocabulary, remembering those it has seen (at most CACHED_WORDS)."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._known: dict[str, tuple[int, ...]] = {}
        numbers = tokenizer.get_vocab()
        self._unknown = (numbers["[UNK]"],)
        self._first, self._last = numbers["[CLS]"], numbers["[SEP]"]

    def of_word(self, word: str) -> tuple[int, ...]:
        """At least one and at most MAX_WORD_PIECES piece ids of one word."""
        found = self._known.get(word)
        if found is None:
            ids = self._tokenizer.encode(word, add_special_tokens=False).ids
            found = tuple(ids[:MAX_WORD_PIECES]) or self._unknown
            if len(self._known) >= CACHED_WORDS:
                self._known.clear()
            self._known[word] = found
        return found

    def sentence(self, words: Sequence[str], spaces: Sequence[bool]) -> Pieces:
        """Pieces of a sentence; `spaces[i]` tells whether a space stands before word i.

        A sentence of more than MAX_PIECES pieces keeps the first pieces of every word, as many
        as fit, so that each word stays in; it may have at most MAX_PIECES words.
        """
        parts = [self.of_word(word) for word in words]
        limit = MAX_WORD_PIECES
        while limit > 1 and sum(min(len(p), limit) for p in parts) > MAX_PIECES:
            limit -= 1
        ids, shapes, starts = [self._first], [0], [0]
        for word, space, part in zip(words, spaces, parts, strict=True):
            starts.append(len(ids))
            ids.extend(part[:limit])
            shapes.extend([shape_code(word, space)] * (len(ids) - len(shapes)))
        return Pieces([*ids, self._last], [*shapes, 0], starts)
