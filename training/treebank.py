"""Reads the treebanks (CoNLL-U) and, where Entity= brackets are given, the names in them."""

import re
from collections.abc import Iterator
from itertools import dropwhile
from pathlib import Path

from training.names import TITLES, TYPES, Span, unify
from training.sentences import UNSURE, Sentence
from training.writing import known

BRACKET = re.compile(r"\([^()]*\)?|[^()]+\)")
PROPER = frozenset(("NNP", "NNPS"))
PLAIN = TITLES | known("plain")
FLAT = 12  # a hull of more words than this is a list or a clause, not one name

Row = list[str]


def read_treebank(path: Path) -> Iterator[Sentence]:
    """Every sentence of one file; names only where the file has Entity= annotation."""
    text = path.read_text(encoding="utf-8")
    marked = "Entity=" in text
    document = ""
    for block in text.split("\n\n"):
        lines = block.strip().split("\n")
        for line in lines:
            if line.startswith("# newdoc id = "):
                document = line.removeprefix("# newdoc id = ")
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        if rows:
            yield sentence(rows, f"{path.stem}/{document}", marked)


def sentence(rows: list[Row], source: str, marked: bool) -> Sentence:
    """One sentence from its rows, ranges (1-2) and empty words (8.1) among them."""
    words = [row for row in rows if row[0].isdigit()]
    forms = tuple(row[1] for row in words)
    return Sentence(
        words=forms,
        spaces=spaces_before(rows),
        source=source,
        upos=tuple(row[3] for row in words),
        xpos=tuple(row[4] for row in words),
        heads=tuple(int(row[6]) for row in words),
        labels=tuple(row[7] for row in words),
        lemmas=tuple(row[2] for row in words),
        names=unify(forms, list(proper_spans(words))) if marked else None,
    )


def spaces_before(rows: list[Row]) -> tuple[bool, ...]:
    """Whether a space stands before each word; a range's own SpaceAfter counts for its last word."""
    spaces, glued, until, glued_until = [], True, 0, False
    for row in rows:
        no_space = "SpaceAfter=No" in row[9]
        if "-" in row[0]:
            until, glued_until = int(row[0].split("-")[1]), no_space
            continue
        if "." in row[0]:
            continue
        spaces.append(not glued)
        number = int(row[0])
        glued = (number < until) or (glued_until if number == until else no_space)
    return tuple(spaces)


def proper_spans(words: list[Row]) -> Iterator[Span]:
    """Spans whose minimal head is all proper nouns, as (first, end, type); other types left out.

    Proper nouns in no minimal head of any type are UNSURE: the corpus marks whole noun phrases, not
    the names that modify in them ("the Bernoulli family").
    """
    covered: set[int] = set()
    for first, parts, end in brackets(words):
        numbers = [int(n) - 1 for n in parts[5].split(",") if n.isdigit()] if len(parts) > 5 else []
        inside = [first + n for n in numbers if first + n < end]
        kind = TYPES.get(parts[1])
        if kind == "PERSON":  # "biologist Nick Bos"
            inside = list(dropwhile(lambda i: not _proper(words[i]), inside))
        if not inside or inside[-1] + 1 - inside[0] > FLAT or not all(_proper(words[i]) for i in inside):
            continue
        covered.update(range(inside[0], inside[-1] + 1))
        if kind:
            yield inside[0], inside[-1] + 1, kind
    for at, row in enumerate(words):
        if row[4] in PROPER and at not in covered and row[1].lower() not in PLAIN:
            yield at, at + 1, UNSURE


def _proper(row: Row) -> bool:
    return row[3] == "PROPN" or row[4] in PROPER


def brackets(words: list[Row]) -> Iterator[tuple[int, list[str], int]]:
    """(first, fields, end) of every Entity= bracket that opens and closes in the sentence."""
    opened: list[tuple[str, list[str], int]] = []
    for at, row in enumerate(words):
        found = re.search(r"Entity=([^|]*)", row[9])
        for part in BRACKET.findall(found[1]) if found else ():
            if part.startswith("("):
                fields = part.strip("()").split("-")
                opened.append((fields[0], fields, at))
            if part.endswith(")"):
                name = part.strip("()").split("-")[0]
                match = next((o for o in reversed(opened) if o[0] == name), None)
                if match:
                    opened.remove(match)
                    yield match[2], match[1], at + 1
