"""The best well-formed sequence of name tags: I- only inside a name of its type (Viterbi 1967)."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

NEVER = -1e9


def best_tags(scores: npt.NDArray[np.float32], tags: Sequence[str]) -> list[str]:
    """BIO tags with the highest sum of scores; scores: (words, tags)."""
    if not len(scores):
        return []
    best = scores.argmax(axis=1)
    found = [tags[i] for i in best]
    return found if well_formed(found) else _viterbi(scores, tags)


def well_formed(tags: Sequence[str]) -> bool:
    """Whether every I- follows a B- or I- of its type."""
    before = "O"
    for tag in tags:
        if tag[0] == "I" and before[1:] != tag[1:]:
            return False
        before = tag
    return True


def _viterbi(scores: npt.NDArray[np.float32], tags: Sequence[str]) -> list[str]:
    inside = np.array([tag[0] == "I" for tag in tags])
    same = np.array([[before[1:] == tag[1:] for tag in tags] for before in tags])
    moves = np.where(inside[None, :] & ~same, NEVER, 0.0)
    total = scores[0] + np.where(inside, NEVER, 0.0)
    came: list[npt.NDArray[np.int64]] = []
    for row in scores[1:]:
        options = total[:, None] + moves
        came.append(options.argmax(axis=0))
        total = options.max(axis=0) + row
    path = [int(total.argmax())]
    for step in reversed(came):
        path.append(int(step[path[-1]]))
    return [tags[i] for i in reversed(path)]
