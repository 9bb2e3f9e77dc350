"""Sentences to batches of numbers, with small changes of writing that reports show."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import torch
from torch import Tensor

from comity.language.pieces import WordPieces
from training.sentences import NAME_TAGS, UNSURE, Sentence

IGNORED = -100
LONGEST_SENTENCE = 150
CURLY = {"'": "’", '"': "”", "``": "“", "''": "”", "'s": "’s", "n't": "n’t", "'re": "’re", "'ve": "’ve", "'ll": "’ll"}
STRAIGHT = {"’": "'", "‘": "'", "“": '"', "”": '"', "’s": "'s", "n’t": "n't"}


@dataclass(frozen=True)
class Inventory:
    """The classes of each task in order; their order is the model's."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    labels: tuple[str, ...]
    names: tuple[str, ...] = NAME_TAGS

    def sizes(self) -> dict[str, int]:
        """Number of classes by task."""
        return {task: len(getattr(self, task)) for task in ("upos", "xpos", "labels", "names")}


def inventory(sentences: Iterable[Sentence]) -> Inventory:
    """Every tag and label that the training sentences hold, in order of the alphabet."""
    seen: dict[str, set[str]] = {"upos": set(), "xpos": set(), "labels": set()}
    for item in sentences:
        for task, values in seen.items():
            values.update(getattr(item, task) or ())
    return Inventory(*(tuple(sorted(values)) for values in seen.values()))


def vary(item: Sentence, chance: random.Random) -> Sentence:
    """Now and then another way of writing: curly quotes, capitals of headlines, no full stop."""
    words, dice = list(item.words), chance.random()
    if dice < 0.25:
        words = [CURLY.get(w, w) if w != '"' else curly_quote(item, at) for at, w in enumerate(words)]
    elif dice < 0.45:
        words = [STRAIGHT.get(w, w) for w in words]
    style = chance.random()
    if style < 0.03:
        words = [w.upper() for w in words]
    elif style < 0.08:
        words = [w[:1].upper() + w[1:] if len(w) > 3 else w for w in words]
    if chance.random() < 0.05 and len(words) > 3 and words[-1] in ".!?" and _leaf(item, len(words)):
        return without_last(replace(item, words=tuple(words)))
    return replace(item, words=tuple(words))


def curly_quote(item: Sentence, at: int) -> str:
    """Opening or closing by the treebank's own tag, else by the space before."""
    opening = item.xpos[at] == "``" if item.xpos else item.spaces[at]
    return "“" if opening else "”"


def _leaf(item: Sentence, number: int) -> bool:
    return item.heads is None or number not in item.heads


def without_last(item: Sentence) -> Sentence:
    """The sentence less its last word, which nothing may depend on."""
    parts = ("words", "spaces", "upos", "xpos", "heads", "labels", "lemmas", "names")
    return replace(item, **{p: getattr(item, p)[:-1] for p in parts if getattr(item, p) is not None})


@dataclass(frozen=True)
class Batch:
    """ids, shapes: (batch, pieces); words: (batch, 1 + words); gold by task: (batch, words)."""

    ids: Tensor
    shapes: Tensor
    words: Tensor
    gold: dict[str, Tensor]


class Batcher:
    """Makes tensors of sentences with one vocabulary and one inventory."""

    def __init__(self, pieces: WordPieces, classes: Inventory) -> None:
        self._pieces = pieces
        self._index = {
            task: {name: at for at, name in enumerate(getattr(classes, task))}
            for task in ("upos", "xpos", "labels", "names")
        }

    def batch(self, items: Sequence[Sentence]) -> Batch:
        """One padded batch."""
        made = [self._pieces.sentence(item.words, item.spaces) for item in items]
        width = max(len(item.words) for item in items)
        gold = {
            task: torch.tensor([self._gold(item, task, width) for item in items]) for task in (*self._index, "heads")
        }
        return Batch(_pad([m.ids for m in made]), _pad([m.shapes for m in made]), _pad([m.words for m in made]), gold)

    def _gold(self, item: Sentence, task: str, width: int) -> list[int]:
        values = getattr(item, task)
        if values is None:
            return [IGNORED] * width
        index = self._index.get(task)
        found = [value if index is None else IGNORED if value == UNSURE else index[value] for value in values]
        return found + [IGNORED] * (width - len(found))

    def epoch(self, items: Sequence[Sentence], size: int, chance: random.Random) -> Iterator[Batch]:
        """All sentences once, varied, in batches of about `size` words of like length, shuffled."""
        return (self.batch([vary(item, chance) for item in one]) for one in shuffled(items, size, chance))


def shuffled(items: Sequence[Sentence], size: int, chance: random.Random) -> list[list[Sentence]]:
    """Batches of about `size` words of like length, in any order; sentences that are too long are left out."""
    usable = [item for item in items if len(item.words) <= LONGEST_SENTENCE]
    usable.sort(key=lambda item: len(item.words) + chance.random() * 4)
    groups = group(usable, size)
    chance.shuffle(groups)
    return groups


def group(items: Sequence[Sentence], size: int) -> list[list[Sentence]]:
    """Runs of sentences whose padded words stay within `size` (one sentence may exceed it)."""
    groups: list[list[Sentence]] = []
    longest = 0
    for item in items:
        longest = max(longest, len(item.words))
        if groups and longest * (len(groups[-1]) + 1) <= size:
            groups[-1].append(item)
        else:
            groups.append([item])
            longest = len(item.words)
    return groups


def _pad(rows: list[list[int]]) -> Tensor:
    width = max(map(len, rows))
    return torch.tensor([row + [0] * (width - len(row)) for row in rows])
