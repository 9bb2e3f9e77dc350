"""Five-fold cross-validation of the event head on the published sentences.

For each fold an appraiser learns from the other folds and from all composed sentences; the fold's own are then asked.
"""

from collections.abc import Sequence

import torch

from training import folds, learning
from training.learning import Read
from training.relations import Relation

STEPS = 1200


def chances(given: Read, published: Sequence[Relation], seed: int) -> list[list[float]]:
    """Of each published sentence the probabilities of EVENT_CLASSES, as the source does to the target.

    `given` holds the cases of the published sentences first, in their order, then those of the composed ones.
    """
    fold, found = folds.drawn(published), [[0.0]] * len(published)
    for number in range(folds.FOLDS):
        others = [at for at in range(len(given.cases)) if at >= len(published) or fold[at] != number]
        appraiser = learning.learnt(given, others, STEPS, seed + number)
        for at in range(len(published)):
            if fold[at] == number:
                found[at] = torch.softmax(learning.asked(appraiser, given, at)["event"][0].float(), 0).tolist()
    return found
