"""Runs the encoder: sentences of one report in, labels of every word out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime  # type: ignore[import-untyped]
from tokenizers import Tokenizer

from comity.errors import BadModel
from comity.language.manifest import FOLDER, Manifest, read_manifest, read_model
from comity.language.names import best_tags, tidy
from comity.language.pieces import Pieces, WordPieces
from comity.language.tree import best_tree

# Pieces in one run: small enough for the processor's caches, large enough for its units.
BATCH_PIECES = 640
OUTPUTS = ("upos", "xpos", "names", "arcs", "labels", "vectors", "topics")


@dataclass(frozen=True, slots=True)
class Labelled:
    """What the encoder says of one sentence, one entry per word.

    heads: 1-based position of each word's head in the sentence, 0 for the root
    names: BIO tags, well-formed
    vectors: of the sentence's opening and of every word, (1 + words, width)
    topics: score of each topic
    """

    upos: list[str]
    xpos: list[str]
    heads: list[int]
    labels: list[str]
    names: list[str]
    vectors: npt.NDArray[np.float32]
    topics: npt.NDArray[np.float32]


Progress = Callable[[int, int], None]
"""Called after each batch with the sentences done and the sentences in all."""


class Encoder:
    """The shipped model in an inference session of `threads` threads."""

    def __init__(self, threads: int = 1, folder: Path = FOLDER) -> None:
        self.manifest: Manifest = read_manifest(folder)
        self._session = session(read_model(folder, "encoder.onnx", self.manifest.sha256), threads)
        self._pieces = WordPieces(_tokenizer(folder / "tokenizer.json"))

    def label(
        self, sentences: Sequence[tuple[Sequence[str], Sequence[bool]]], progress: Progress | None = None
    ) -> list[Labelled]:
        """Labels of each sentence, given as its words and whether a space stands before each.

        Sentences of one length run together; the batches depend on these sentences alone, so
        the same sentences always get the same labels.
        """
        pieces = [self._pieces.sentence(words, spaces) for words, spaces in sentences]
        found: dict[int, Labelled] = {}
        for batch in batches(pieces):
            for at, scores in zip(batch, self._run([pieces[i] for i in batch]), strict=True):
                found[at] = self._decode(sentences[at][0], scores)
            if progress:
                progress(len(found), len(pieces))
        return [found[at] for at in range(len(pieces))]

    def _run(self, batch: Sequence[Pieces]) -> Iterator[dict[str, npt.NDArray[Any]]]:
        """Scores by output, cut to each sentence's own length."""
        fed = {name: padded([getattr(p, name) for p in batch]) for name in ("ids", "shapes", "words")}
        arrays = dict(zip(OUTPUTS, self._session.run(list(OUTPUTS), fed), strict=True))
        for row, pieces in enumerate(batch):
            n = len(pieces.words) - 1
            scores = {name: arrays[name][row, :n] for name in OUTPUTS[:5]}
            scores |= {name: scores[name][:, : n + 1] for name in ("arcs", "labels")}
            yield scores | {"vectors": arrays["vectors"][row, : n + 1], "topics": arrays["topics"][row]}

    def _decode(self, words: Sequence[str], scores: dict[str, npt.NDArray[Any]]) -> Labelled:
        classes = self.manifest
        heads = best_tree(scores["arcs"])
        labels = scores["labels"][np.arange(len(heads)), heads]
        return Labelled(
            upos=[classes.upos[i] for i in scores["upos"]],
            xpos=[classes.xpos[i] for i in scores["xpos"]],
            heads=heads.tolist(),
            labels=[classes.labels[i] for i in labels],
            names=tidy(words, best_tags(scores["names"], classes.names)),
            vectors=scores["vectors"].copy(),
            topics=scores["topics"].copy(),
        )


def session(content: bytes, threads: int) -> onnxruntime.InferenceSession:
    """A model ready to run on so many threads."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.enable_mem_pattern = False  # shapes differ from batch to batch
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])


def _tokenizer(path: Path) -> Tokenizer:
    if not path.is_file():
        raise BadModel(f"{path} is missing.")
    return Tokenizer.from_file(str(path))


def batches(pieces: Sequence[Pieces]) -> Iterator[list[int]]:
    """Positions of sentences of the same number of pieces, a batch within BATCH_PIECES.

    Without padding nothing is reckoned in vain (half as fast again on reports of ten sentences),
    and no sentence's sums have another shape for its neighbours' sake.
    """
    order = sorted(range(len(pieces)), key=lambda i: (len(pieces[i].ids), i))
    for length, group in groupby(order, key=lambda i: len(pieces[i].ids)):
        same, size = list(group), max(1, BATCH_PIECES // length)
        for at in range(0, len(same), size):
            yield same[at : at + size]


def padded(rows: Sequence[Sequence[int]]) -> npt.NDArray[np.int64]:
    """Rows of numbers as one array, zeros behind the shorter ones."""
    width = max(map(len, rows))
    return np.array([[*row, *(0,) * (width - len(row))] for row in rows], dtype=np.int64)
