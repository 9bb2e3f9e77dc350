"""Reads names data sets in two columns: word and BIO tag, a blank line between sentences."""

from collections.abc import Iterator
from pathlib import Path

from training.names import TYPES, Span, unify
from training.sentences import UNSURE, Sentence, spans
from training.writing import known

CLOSING, OPENING, DASHES = known("closing"), known("opening"), known("dashes")


def read_columns(path: Path) -> Iterator[Sentence]:
    """Every sentence of one file, its names brought to the five types."""
    text = path.read_text(encoding="utf-8").replace("\t", " ")
    for block in text.split("\n\n"):
        rows = [line.rsplit(" ", 1) for line in block.strip().split("\n") if " " in line.strip()]
        if rows:
            words = tuple(row[0].strip() for row in rows)
            tags = tuple(row[1] for row in rows)
            yield Sentence(words, guess_spaces(words), path.stem, names=unify(words, list(typed(tags))))


def typed(tags: tuple[str, ...]) -> Iterator[Span]:
    """Spans of the five types; a set's other types (misc, Weapon, ...) are no names here.

    CrossNER's misc holds nations' adjectives among much else, so its words stay unsure unless
    the table of nations knows them.
    """
    for first, end, kind in spans(tags):
        if kind == "misc":
            yield first, end, UNSURE
        elif kind.lower() in TYPES:
            yield first, end, TYPES[kind.lower()]


def guess_spaces(words: tuple[str, ...]) -> tuple[bool, ...]:
    """Where spaces stood in running text, guessed from punctuation, as these sets do not tell."""
    spaces = []
    for before, word in zip(("", *words), words, strict=False):
        glued = not before or before in OPENING or before in DASHES or word in CLOSING or word in DASHES
        spaces.append(not glued)
    return tuple(spaces)
