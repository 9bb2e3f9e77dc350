"""Encoder and appraiser trained together, on the processor or on a GPU.

Each step reads a batch of the treebanks and names and a batch of cases. So that grammar does not suffer, the encoder is
held, in the sentences of both, to what it read there before, when it had learnt grammar alone: distillation (Clark and
others 2019, "BAM!"), which for texts without a treebank is learning without forgetting (Li and Hoiem 2016).
"""

import copy
import itertools
import logging
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.utils.data import DataLoader, IterableDataset

from comity.language.pieces import WordPieces
from training import answering, loop
from training.answering import CaseBatch
from training.appraiser import Appraiser
from training.batches import IGNORED, Batch, Batcher, Inventory, shuffled
from training.cases import Case
from training.encoder import Encoder
from training.sentences import Sentence

log = logging.getLogger("training")

TASKS = ("upos", "xpos", "names", "arcs", "labels")


@dataclass(frozen=True)
class Plan:
    """What a run does. `epochs` over the treebanks, `words` of a batch of them; the cases go by once in each,
    event sentences `repeated` times; `keep` weighs what was read before."""

    epochs: int = 8
    words: int = 1200
    repeated: int = 2
    encoder_rate: float = 1.0e-4
    head_rate: float = 5.0e-4
    appraiser_rate: float = 1.0e-3
    warm_up: float = 0.06
    decay: float = 0.01
    mean_keeps: float = 0.998
    keep: float = 1.5
    seed: int = 7
    device: str = "cpu"
    workers: int = 0


@dataclass(frozen=True)
class Material:
    """What there is to learn from."""

    sentences: Sequence[Sentence]
    cases: Sequence[Case]
    classes: Inventory
    pieces: WordPieces


class Pair(nn.Module):
    """The two networks as one, so that one mean is kept of both."""

    def __init__(self, encoder: Encoder, appraiser: Appraiser) -> None:
        super().__init__()
        self.encoder, self.appraiser = encoder, appraiser


class Endless(IterableDataset[Any]):
    """Batches of sentences, or of cases, pass after pass; beside each other in as many processes as asked."""

    def __init__(self, given: Material, plan: Plan, kind: str) -> None:
        self._given, self._plan, self._kind = given, plan, kind

    def __iter__(self) -> Iterator[Batch | CaseBatch]:
        told = torch.utils.data.get_worker_info()
        number, every = (told.id, told.num_workers) if told else (0, 1)
        batches = sentence_batches if self._kind == "sentences" else case_batches
        for turn in itertools.count(number, every):
            yield from batches(self._given, self._plan, random.Random(f"{self._plan.seed} {self._kind} {turn}"))


def sentence_batches(given: Material, plan: Plan, chance: random.Random) -> Iterator[Batch]:
    """One pass over the treebanks and names."""
    return Batcher(given.pieces, given.classes).epoch(given.sentences, plan.words, chance)


def case_batches(given: Material, plan: Plan, chance: random.Random) -> Iterator[CaseBatch]:
    """One pass over the cases."""
    again = [case for case in given.cases if len(case.sentences) == 1] * (plan.repeated - 1)
    size = round(words_of(given.cases, again) / steps_of(given, plan))
    for part in answering.epoch([(case, 0) for case in (*given.cases, *again)], size, chance):
        groups = answering.GROUPS if plan.device == "cpu" else 1
        yield answering.batch([case for case, _ in part], given.pieces, chance, groups)


def words_of(*cases: Sequence[Case]) -> int:
    """Words in all."""
    return sum(case.size for part in cases for case in part)


def steps_of(given: Material, plan: Plan) -> int:
    """Steps of one epoch."""
    return len(shuffled(given.sentences, plan.words, random.Random(plan.seed)))


def learn(start: Encoder, given: Material, plan: Plan) -> Pair:
    """Both networks, from an encoder that has learnt grammar alone: the running mean of their weights."""
    torch.manual_seed(plan.seed)
    before = copy.deepcopy(start).to(plan.device).eval().requires_grad_(False)
    pair = Pair(copy.deepcopy(start), Appraiser()).to(plan.device)
    steps, steer, mean = plan.epochs * steps_of(given, plan), optimizer(pair, plan), copy.deepcopy(pair)
    streams = [
        iter(DataLoader(Endless(given, plan, kind), batch_size=None, num_workers=plan.workers))
        for kind in ("sentences", "cases")
    ]
    began = time.monotonic()
    pair.train()
    for step in range(steps):
        factor = loop.rates(plan.warm_up, step, steps)
        batch, case_batch = (moved(next(stream), plan.device) for stream in streams)
        for part in steer.param_groups:
            part["lr"] = part["top"] * factor
        value = loss(pair, before, batch, case_batch, plan)
        steer.zero_grad(set_to_none=True)
        value.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(pair.parameters(), 1.0)
        steer.step()
        loop.follow(mean, pair, min(plan.mean_keeps, (1 + step) / (10 + step)))
        if step % 50 == 49:
            log.info("step %d of %d, loss %.3f, %.0f s", step + 1, steps, float(value), time.monotonic() - began)
    return mean.cpu().eval()


def optimizer(pair: Pair, plan: Plan) -> torch.optim.Optimizer:
    """AdamW; what is new learns faster than what was learnt before, norms and biases do not decay."""
    groups: dict[tuple[float, float], list[nn.Parameter]] = {}
    for name, weight in pair.named_parameters():
        network, part = name.split(".")[:2]
        new = part in ("arcs", "labels", "tags", "shapes")
        rate = plan.appraiser_rate if network == "appraiser" else plan.head_rate if new else plan.encoder_rate
        groups.setdefault((rate, plan.decay if weight.dim() > 1 else 0.0), []).append(weight)
    made = [{"params": p, "lr": rate, "weight_decay": decay, "top": rate} for (rate, decay), p in groups.items()]
    return torch.optim.AdamW(made, betas=(0.9, 0.98), fused=True)


def moved(value: Any, device: str) -> Any:
    """A batch with all its tensors on the device."""
    if isinstance(value, Tensor):
        return value if device == "cpu" else value.pin_memory().to(device, non_blocking=True)
    if isinstance(value, dict):
        return {name: moved(part, device) for name, part in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: moved(getattr(value, field.name), device) for field in fields(value)})
    return value


def loss(pair: Pair, before: Encoder, batch: Batch, cases: CaseBatch, plan: Plan) -> Tensor:
    """Of grammar and names by the treebanks, of the questions, and of what was read in both before."""
    taught = teaching(before, lambda: before.words(*texts_of(batch)), batch.words, batch.gold["heads"])
    found = masked(pair.encoder.heads(pair.encoder.words(*texts_of(batch)), taught["heads"]), batch.words)
    total = by_treebank(found, batch) + plan.keep * likeness(found, taught, batch.words)
    read = answering.word_vectors(pair.encoder, cases.texts)
    unknown = torch.full_like(cases.texts.words[:, 1:], IGNORED)
    taught = teaching(before, lambda: answering.word_vectors(before, cases.texts), cases.texts.words, unknown)
    found = masked(pair.encoder.heads(read, taught["heads"]), cases.texts.words)
    total = total + plan.keep * likeness(found, taught, cases.texts.words)
    return total + answering.loss(*answering.weighed(pair.appraiser, read, cases), cases)


def texts_of(batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
    """What the encoder reads."""
    return batch.ids, batch.shapes, batch.words


@torch.no_grad()
def teaching(before: Encoder, reads: Callable[[], Tensor], words: Tensor, heads: Tensor) -> dict[str, Tensor]:
    """What the encoder held likely before, by task, of the vectors that it `reads`. Under "heads" (sentences, words)
    the heads that labels are asked of: those given, the likeliest where they are IGNORED."""
    vectors = reads()
    likeliest = before.arcs(vectors)[:, :, 0].float().masked_fill(past(words).unsqueeze(1), -1e4).argmax(-1)
    heads = torch.where(heads == IGNORED, likeliest, heads)
    told = masked(before.heads(vectors, heads), words)
    return {task: told[task].float().softmax(-1) for task in TASKS} | {"heads": heads}


def masked(found: dict[str, Tensor], words: Tensor) -> dict[str, Tensor]:
    """The same scores with those of heads past a sentence's end very low."""
    return found | {"arcs": found["arcs"].float().masked_fill(past(words).unsqueeze(1), -1e4)}


def past(words: Tensor) -> Tensor:
    """(sentences, 1 + words): True past a sentence's last word."""
    found = words == 0
    found[:, 0] = False
    return found


def likeness(found: dict[str, Tensor], taught: dict[str, Tensor], words: Tensor) -> Tensor:
    """Weighted sum of the cross entropies with what was held likely, over the words of the sentences."""
    inside = (~past(words)[:, 1:]).float()
    parts = [
        loop.WEIGHTS[task] * -(taught[task] * functional.log_softmax(found[task].float(), -1)).sum(-1) for task in TASKS
    ]
    return (torch.stack(parts).sum(0) * inside).sum() / inside.sum()


def by_treebank(found: dict[str, Tensor], batch: Batch) -> Tensor:
    """Weighted sum of the losses by the treebanks and names, over the words of which they tell."""
    heads = batch.gold["heads"]
    gold = batch.gold | {"arcs": heads, "labels": batch.gold["labels"].masked_fill(heads == IGNORED, IGNORED)}
    parts = {task: loop.cross_entropy(found[task], gold[task], 0.0 if task == "arcs" else 0.03) for task in TASKS}
    return torch.stack([loop.WEIGHTS[task] * part for task, part in parts.items()]).sum()
