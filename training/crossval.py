"""Five-fold cross-validation of the event head on the published sentences.

For each fold both networks learn together, by the plan by which the shipped ones learnt, from everything but the
fold's sentences; these are then asked. It takes five times as long as the training itself.
"""

from collections.abc import Sequence
from dataclasses import replace

import torch

from training import folds, joint, learning
from training.cases import of_relations
from training.encoder import Encoder
from training.joint import Material, Plan
from training.relations import Relation


def chances(start: Encoder, given: Material, published: Sequence[Relation], plan: Plan) -> list[list[float]]:
    """Of each published sentence the probabilities of EVENT_CLASSES, as the source does to the target; `given` is
    everything else."""
    fold, cases = folds.drawn(published), of_relations(published)
    found: list[list[float]] = [[0.0]] * len(cases)
    for number in range(folds.FOLDS):
        others = [case for case, its in zip(cases, fold, strict=True) if its != number]
        pair = joint.learn(start, replace(given, cases=[*given.cases, *others]), plan)
        for at in (at for at, its in enumerate(fold) if its == number):
            read = learning.read(pair.encoder, [cases[at]], given.pieces)
            found[at] = torch.softmax(learning.asked(pair.appraiser, read, 0)["event"][0].float(), 0).tolist()
    return found
