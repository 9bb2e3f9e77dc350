"""The appraiser's training on sentences that the encoder has read once for all.

The encoder stays as grammar and names have made it: trained together with the appraiser it read grammar worse, and the
rules lost more by that than the appraiser gained (`docs/explanation/how-it-learns.md` has the figures).
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence

from comity.language.pieces import WordPieces
from training import answering
from training.appraiser import Appraiser
from training.cases import Case
from training.encoder import Encoder

RATE, WORDS = 1.0e-3, 600


@dataclass(frozen=True)
class Read:
    """Vectors of the sentences of cases, by the number of the case."""

    cases: Sequence[Case]
    vectors: Sequence[list[Tensor]]
    pieces: WordPieces


@torch.no_grad()
def read(encoder: Encoder, cases: Sequence[Case], pieces: WordPieces) -> Read:
    """Every sentence of the cases through the encoder, once."""
    encoder.eval()
    vectors = []
    for case in cases:
        found = answering.word_vectors(encoder, answering.batch([case], pieces).texts)
        lengths = [1 + len(words) for words, _ in case.sentences]
        vectors.append([row[:length].clone() for row, length in zip(found, lengths, strict=True)])
    return Read(cases, vectors, pieces)


def learnt(given: Read, numbers: Sequence[int], steps: int, seed: int) -> Appraiser:
    """An appraiser that has learnt from the cases of these numbers alone, in so many steps."""
    torch.manual_seed(seed)
    appraiser, chance, done = Appraiser(), random.Random(seed), 0
    steer = torch.optim.AdamW(appraiser.parameters(), lr=RATE, weight_decay=0.01, betas=(0.9, 0.98))
    while done < steps:
        for part in answering.epoch([(given.cases[number], number) for number in numbers], WORDS, chance):
            if done < steps:
                for group in steer.param_groups:
                    group["lr"] = RATE * (1 - done / steps)
                batch = answering.batch([case for case, _ in part], given.pieces, chance)
                words = words_of(given, [number for _, number in part], batch)
                value = answering.loss(*answering.weighed(appraiser, words, batch), batch)
                steer.zero_grad(set_to_none=True)
                value.backward()  # type: ignore[no-untyped-call]
                torch.nn.utils.clip_grad_norm_(appraiser.parameters(), 1.0)
                steer.step()
                done += 1
    return appraiser.eval()


def words_of(given: Read, numbers: Sequence[int], batch: answering.CaseBatch) -> Tensor:
    """The vectors of a batch's sentences, (sentences, 1 + words, width)."""
    padded = pad_sequence([vectors for number in numbers for vectors in given.vectors[number]], batch_first=True)
    return torch.nn.functional.pad(padded, (0, 0, 0, batch.texts.words.shape[1] - padded.shape[1]))


@torch.no_grad()
def asked(appraiser: Appraiser, given: Read, number: int) -> dict[str, Tensor]:
    """The scores of all questions of one case, by head."""
    batch = answering.batch([given.cases[number]], given.pieces)
    return answering.weighed(appraiser, words_of(given, [number], batch), batch)[0]
