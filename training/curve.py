"""The learning curve: what more annotated reports are worth to the appraiser."""

from collections.abc import Iterable, Sequence

from comity.language.appraisal import KINDS
from training import learning
from training.appraiser import Appraiser
from training.learning import Read

SHARES = (0.125, 0.25, 0.5, 1.0)
# Whatever the share, so that what is compared is the data and not the time.
STEPS = 600


def precision(appraiser: Appraiser, given: Read, numbers: Sequence[int]) -> dict[str, float]:
    """Average precision of the proposals of each kind in the cases of these numbers, and their mean under "all"."""
    scored: dict[str, list[tuple[float, bool]]] = {kind: [] for kind in KINDS}
    for number in numbers:
        found = learning.asked(appraiser, given, number)["right"].tolist()
        for one, value in zip(given.cases[number].asked, found, strict=True):
            if one.right is not None:
                scored[one.question.kind].append((value, one.right))
    told = {kind: average_precision(pairs) for kind, pairs in scored.items()}
    return told | {"all": sum(told.values()) / len(told)}


def average_precision(pairs: Iterable[tuple[float, bool]]) -> float:
    """The mean, over what is right, of the precision among all that is held likelier."""
    hits, total = 0, 0.0
    for place, (_, right) in enumerate(sorted(pairs, key=lambda pair: -pair[0]), 1):
        hits += right
        total += hits / place if right else 0.0
    return total / max(1, hits)
