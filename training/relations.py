"""Event sentences: a source and a target marked in each, and the type of what the one does to the other."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from comity.language.appraisal import EVENT_CLASSES, MODES
from comity.language.words import Words, new_tokenizer, new_vocab, split_words

MARK = re.compile(r"</?[st]>")
# The published sentences have CONCEDE and RETREAT as one.
YIELD = ("CONCEDE", "RETREAT")
# Types that hold between two actors whichever is named first.
SYMMETRIC = frozenset({"AGREE", "CONSULT", "COOPERATE"})


@dataclass(frozen=True, slots=True)
class Relation:
    """A sentence with two actors marked: first and last positions of words, None for one who is not told.

    types: the right answers among EVENT_CLASSES, equally likely; mode: among MODES, None where not told
    group: sentences that may not be parted between folds
    """

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    source: tuple[int, int] | None
    target: tuple[int, int] | None
    types: tuple[int, ...]
    mode: int | None
    group: str


def read_published(path: Path) -> list[Relation]:
    """Rows of plv-train.tsv; in some one of the two is not told."""
    rows = csv.DictReader(path.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE)
    return list(_relations((row["marked_sentence"], row["gold_root"], None, row["sentence_id"]) for row in rows))


def read_composed(path: Path) -> list[Relation]:
    """Rows of a file of composed sentences; minimal pairs are one group."""
    rows = csv.DictReader(path.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE)
    told = (
        (row["marked_sentence"], row["type"], row["mode"] or "", _group(row["note"]) or f"{path.stem}-{at}")
        for at, row in enumerate(rows)
    )
    return list(_relations(told))


def _group(note: str | None) -> str | None:
    found = re.match(r"[a-z]\d{3}\b", note or "")
    return found[0] if found else None


def _relations(rows: Iterator[tuple[str, str, str | None, str]]) -> Iterator[Relation]:
    tokenizer = new_tokenizer(new_vocab())
    for marked, kind, mode, group in rows:
        text, spans = unmarked(marked)
        words = split_words(tokenizer, text)
        yield Relation(
            tuple(t for t in words.texts if not t.isspace()),
            tuple(_spaces(words)),
            source=within(words, *spans["s"]) if "s" in spans else None,
            target=within(words, *spans["t"]) if "t" in spans else None,
            types=tuple(EVENT_CLASSES.index(one) for one in (YIELD if kind == "YIELD" else (kind,))),
            mode=MODES.index(mode) if mode is not None and mode in MODES else None,
            group=group,
        )


def unmarked(marked: str) -> tuple[str, dict[str, tuple[int, int]]]:
    """The sentence without marks, and where "s" and "t" first stood, in code points."""
    text, at = "", 0
    starts: dict[str, int] = {}
    spans: dict[str, tuple[int, int]] = {}
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark[0][1] == "/":
            spans.setdefault(mark[0][2], (starts[mark[0][2]], len(text)))
        else:
            starts[mark[0][1]] = len(text)
    return text + marked[at:], spans


def _spaces(words: Words) -> Iterator[bool]:
    before = False
    for text, space in zip(words.texts, words.spaces, strict=True):
        if not text.isspace():
            yield before
        before = space or text.isspace()


def within(words: Words, start: int, end: int) -> tuple[int, int]:
    """First and last of the words, white space not counted, that touch [start, end) code points."""
    touched, at, number = [], 0, 0
    for text, space in zip(words.texts, words.spaces, strict=True):
        if not text.isspace():
            if at < end and start < at + len(text):
                touched.append(number)
            number += 1
        at += len(text) + space
    return touched[0], touched[-1]
