"""Folds of the published event sentences, and the table of what was found on them. Drawn by sentence, each type
spread evenly."""

import random
from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from comity.language.appraisal import EVENT_CLASSES
from training.relations import YIELD, Relation

FOLDS = 5
TEMPERATURES = tuple(round(0.5 + 0.05 * step, 2) for step in range(51))
NAMES = tuple(dict.fromkeys("YIELD" if name in YIELD else name for name in EVENT_CLASSES[1:]))


def drawn(relations: Sequence[Relation], seed: int = 7) -> list[int]:
    """The fold of each sentence."""
    chance, found = random.Random(seed), [0] * len(relations)
    by_type: dict[tuple[int, ...], list[int]] = {}
    for at, relation in enumerate(relations):
        by_type.setdefault(relation.types, []).append(at)
    dealt = 0
    for members in by_type.values():
        chance.shuffle(members)
        for at in members:
            found[at], dealt = dealt % FOLDS, dealt + 1
    return found


def likeliest(chances: Sequence[float]) -> str:
    """The likeliest type; the two that the published sentences do not tell apart are added up."""
    summed: Counter[str] = Counter()
    for name, chance in zip(EVENT_CLASSES[1:], chances[1:], strict=True):
        summed["YIELD" if name in YIELD else name] += chance  # type: ignore[assignment]
    return max(NAMES, key=lambda name: summed[name])


def temperature(relations: Sequence[Relation], chances: Sequence[Sequence[float]]) -> float:
    """What the scores are to be divided by so that the right types are as likely as told (Guo and others 2017)."""
    return min(TEMPERATURES, key=lambda one: _surprise(relations, np.array(chances), one))


def _surprise(relations: Sequence[Relation], chances: npt.NDArray[np.float64], divisor: float) -> float:
    raised = np.maximum(chances, 1e-9) ** (1 / divisor)
    evened = raised / raised.sum(1, keepdims=True)
    right = [row[list(one.types)].sum() for one, row in zip(relations, evened, strict=True)]
    return -float(np.log(right).mean())


def table(gold: Sequence[str], found: Sequence[str]) -> dict[str, dict[str, float]]:
    """Precision, recall, F1 and number of sentences by type, and the mean F1 with the accuracy under "all"."""
    pairs = list(zip(gold, found, strict=True))
    rows: dict[str, dict[str, float]] = {}
    for name in NAMES:
        hits = sum(a == b == name for a, b in pairs)
        told, true = sum(b == name for _, b in pairs), sum(a == name for a, _ in pairs)
        rows[name] = {
            "precision": round(hits / max(1, told), 3),
            "recall": round(hits / max(1, true), 3),
            "f1": round(2 * hits / max(1, told + true), 3),
            "sentences": true,
        }
    mean = sum(row["f1"] for row in rows.values()) / len(rows)
    accuracy = sum(a == b for a, b in pairs) / len(pairs)
    return rows | {"all": {"f1": round(mean, 3), "accuracy": round(accuracy, 3), "sentences": len(pairs)}}


def gold_types(relations: Sequence[Relation]) -> list[str]:
    """The types as the published sentences have them."""
    return ["YIELD" if len(one.types) > 1 else EVENT_CLASSES[one.types[0]] for one in relations]
