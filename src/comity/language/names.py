"""The best well-formed sequence of name tags: I- only inside a name of its type (Viterbi 1967)."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from comity.language.words import stops

NEVER = -1e9
ADDRESS = stops("titles") | stops("honorifics")
JOINERS = stops("joiners")


def best_tags(scores: npt.NDArray[np.float32], tags: Sequence[str]) -> list[str]:
    """BIO tags with the highest sum of scores; scores: (words, tags)."""
    if not len(scores):
        return []
    best = scores.argmax(axis=1)
    found = [tags[i] for i in best]
    return found if well_formed(found) else _viterbi(scores, tags)


def tidy(words: Sequence[str], tags: list[str]) -> list[str]:
    """The tags with forms of address before a person's name ("H.E.", "Shri") and small words at a
    name's end ("Senate of") taken out of it."""
    mended = list(tags)
    for at in range(len(mended) - 1, 0, -1):
        last = at + 1 == len(mended) or mended[at + 1][0] != "I"
        if last and mended[at][0] == "I" and words[at] in JOINERS:
            mended[at] = "O"
    for at, tag in enumerate(mended):
        if tag == "B-PERSON" and words[at].lower().rstrip(".") in ADDRESS:
            mended[at] = "O"
            if at + 1 < len(mended) and mended[at + 1] == "I-PERSON":
                mended[at + 1] = "B-PERSON"
    return mended


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
