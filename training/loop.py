"""Training: masked multi-task loss, warm-up and linear decay, a running mean of the weights."""

import copy
import json
import logging
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from comity.language.names import best_tags, tidy
from comity.language.tree import best_tree
from training.batches import IGNORED, Batch, Batcher, Inventory, group
from training.encoder import Encoder
from training.measure import Labels, measure
from training.sentences import Sentence

log = logging.getLogger("training")


@dataclass(frozen=True)
class Plan:
    """What a run does; `epochs` over all data, `size` words a batch."""

    epochs: int = 12
    size: int = 1200
    encoder_rate: float = 2e-4
    head_rate: float = 1.5e-3
    warm_up: float = 0.08
    decay: float = 0.01
    mean_keeps: float = 0.998
    seed: int = 7


WEIGHTS = {"upos": 0.5, "xpos": 0.5, "arcs": 1.0, "labels": 1.0, "names": 1.0}


def loss(model: Encoder, batch: Batch) -> Tensor:
    """Weighted sum of the tasks' mean losses; words whose gold is IGNORED do not count."""
    heads = batch.gold["heads"]
    known = heads != IGNORED
    scores = model(batch.ids, batch.shapes, batch.words, heads.clamp(min=0))
    parts = {task: cross_entropy(scores[task], batch.gold[task]) for task in ("upos", "xpos", "names")}
    blocked = scores["arcs"].float().masked_fill(padding(batch), -1e4)
    parts["arcs"] = cross_entropy(blocked, heads, smooth=0.0)
    parts["labels"] = cross_entropy(scores["labels"], batch.gold["labels"].masked_fill(~known, IGNORED))
    total: Tensor = torch.stack([WEIGHTS[task] * part for task, part in parts.items()]).sum()
    return total


def padding(batch: Batch) -> Tensor:
    """(batch, 1, 1 + words): True at places past a sentence's last word, which head nothing."""
    past = batch.words == 0
    past[:, 0] = False
    return past.unsqueeze(1)


def cross_entropy(scores: Tensor, gold: Tensor, smooth: float = 0.03) -> Tensor:
    """Mean over words with gold; 0 where the batch has none. No smoothing where classes are blocked."""
    told = functional.cross_entropy(
        scores.flatten(0, 1).float(), gold.flatten(), ignore_index=IGNORED, label_smoothing=smooth, reduction="sum"
    )
    return told / (gold != IGNORED).sum().clamp(min=1)


class Predictor:
    """Labels sentences with a torch model; the measure of what training does."""

    def __init__(self, model: Encoder, batcher: Batcher, classes: Inventory) -> None:
        self._model, self._batcher, self._classes = model, batcher, classes

    def __call__(self, items: Sequence[Sentence]) -> list[Labels]:
        """One Labels per sentence, in order."""
        self._model.eval()
        order = sorted(range(len(items)), key=lambda i: len(items[i].words))
        found: list[Labels] = []
        for part in group([items[i] for i in order], 2000):
            found.extend(self._label(part))
        back = dict(zip(order, found, strict=True))
        return [back[i] for i in range(len(items))]

    @torch.no_grad()
    def _label(self, items: Sequence[Sentence]) -> Iterator[Labels]:
        batch = self._batcher.batch(items)
        scores = {k: v.float().numpy() for k, v in self._model(batch.ids, batch.shapes, batch.words).items()}
        for row, item in enumerate(items):
            n = len(item.words)
            heads = best_tree(scores["arcs"][row, :n, : n + 1])
            labels = scores["labels"][row][np.arange(n), :, heads].argmax(1)
            upos, xpos = (
                tuple(getattr(self._classes, t)[i] for i in scores[t][row, :n].argmax(1)) for t in ("upos", "xpos")
            )
            names = tuple(tidy(item.words, best_tags(scores["names"][row, :n], self._classes.names)))
            yield Labels(upos, xpos, tuple(map(int, heads)), tuple(self._classes.labels[i] for i in labels), names)


def rates(warm_up: float, step: int, steps: int) -> float:
    """Factor of the learning rates: up over the warm-up, then down in a line to 2 percent."""
    rise = max(1, int(warm_up * steps))
    return min((step + 1) / rise, max(0.02, (steps - step) / max(1, steps - rise)))


def optimizer(model: Encoder, plan: Plan) -> torch.optim.Optimizer:
    """AdamW; heads and shapes learn faster than what was learnt before, norms and biases do not decay."""
    groups: dict[tuple[float, float], list[torch.nn.Parameter]] = {}
    for name, weight in model.named_parameters():
        new = name.split(".")[0] in ("arcs", "labels", "tags", "shapes")
        key = (plan.head_rate if new else plan.encoder_rate, plan.decay if weight.dim() > 1 else 0.0)
        groups.setdefault(key, []).append(weight)
    made = [{"params": p, "lr": rate, "weight_decay": decay, "top": rate} for (rate, decay), p in groups.items()]
    return torch.optim.AdamW(made, betas=(0.9, 0.98), fused=True)


def train(
    model: Encoder, batcher: Batcher, data: tuple[list[Sentence], list[Sentence], Inventory], plan: Plan, out: Path
) -> None:
    """Trains in place; after every epoch saves the running mean of the weights to `out`."""
    items, dev, classes = data
    chance = random.Random(plan.seed)
    torch.manual_seed(plan.seed)
    steps = plan.epochs * len(list(batcher.epoch(items, plan.size, random.Random(plan.seed))))
    steer, mean, step = optimizer(model, plan), copy.deepcopy(model), 0
    for epoch in range(1, plan.epochs + 1):
        began, sums = time.monotonic(), []
        model.train()
        for batch in batcher.epoch(items, plan.size, chance):
            sums.append(one_step(model, steer, batch, rates(plan.warm_up, step, steps)))
            step += 1
            follow(mean, model, min(plan.mean_keeps, (1 + step) / (10 + step)))
            if step % 50 == 0:
                log.info(
                    "step %d of %d, loss %.3f, %.0f s", step, steps, sum(sums[-50:]) / 50, time.monotonic() - began
                )
        save(mean, classes, plan, out / f"epoch-{epoch}.pt")
        figures = measure(Predictor(mean, batcher, classes), dev)
        with (out / "dev.jsonl").open("w" if epoch == 1 else "a") as told:
            told.write(json.dumps({"epoch": epoch, **figures}) + "\n")
        log.info("epoch %d, %.0f s, loss %.3f: %s", epoch, time.monotonic() - began, sum(sums) / len(sums), figures)


def one_step(model: Encoder, steer: torch.optim.Optimizer, batch: Batch, factor: float) -> float:
    """One update; gives the batch's loss."""
    for part in steer.param_groups:
        part["lr"] = part["top"] * factor
    value = loss(model, batch)
    steer.zero_grad(set_to_none=True)
    value.backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    steer.step()
    return float(value.detach())


@torch.no_grad()
def follow(mean: nn.Module, model: nn.Module, keep: float) -> None:
    """Moves the running mean of the weights a little towards the model."""
    torch._foreach_lerp_(list(mean.parameters()), list(model.parameters()), 1 - keep)


def save(model: Encoder, classes: Inventory, plan: Plan, path: Path) -> None:
    """Weights, classes and plan in one file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"weights": model.state_dict(), "classes": asdict(classes), "plan": asdict(plan)}, path)
