"""The best tree over a sentence's words, from the score of every possible arc.

Most sentences need nothing but each word's best head. Where these heads make a cycle, or
leave several roots, the maximum spanning tree is found (Chu and Liu 1965, Edmonds 1967).
"""

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]
Heads = npt.NDArray[np.int64]
NEVER = np.float32(-1e9)


def best_tree(scores: Scores) -> Heads:
    """Head of each word, 0 for the one root.

    scores[i, j] says how well word j (1..n; 0 is the root) heads word i + 1; shape (n, n + 1).
    The result has shape (n,); following heads from any word ends at the root.
    """
    words = scores.shape[0]
    full = np.full((words + 1, words + 1), NEVER, dtype=np.float32)
    full[1:] = scores
    np.fill_diagonal(full, NEVER)
    heads = _one_root(full, full.argmax(axis=1))
    if find_cycle(heads):
        heads = _spanning_tree(full)
        if np.count_nonzero(heads[1:] == 0) > 1:
            heads = _spanning_tree(_keep_best_root(full, heads))
    return heads[1:]


def find_cycle(heads: Heads) -> list[int]:
    """Words of one cycle among `heads` (entry 0 is the root's and is not followed), or none."""
    state = np.zeros(len(heads), dtype=np.int8)
    state[0] = 2
    for start in range(1, len(heads)):
        path, word = [], start
        while state[word] == 0:
            state[word] = 1
            path.append(word)
            word = int(heads[word])
        if state[word] == 1:
            return path[path.index(word) :]
        state[path] = 2
    return []


def _one_root(full: Scores, heads: Heads) -> Heads:
    """Best heads where exactly one word hangs on the root."""
    heads[0] = 0
    roots = np.flatnonzero(heads[1:] == 0) + 1
    if len(roots) == 1 or len(heads) == 1:
        return heads
    allowed = _keep_best_root(full, heads)
    heads = allowed.argmax(axis=1)
    heads[0] = 0
    return heads


def _keep_best_root(full: Scores, heads: Heads) -> Scores:
    """The scores with the arc from the root left to one word only, where it costs least."""
    roots = np.flatnonzero(heads[1:] == 0) + 1
    candidates = roots if len(roots) else np.arange(1, len(full))
    gain = full[candidates, 0] - full[candidates, 1:].max(axis=1, initial=NEVER)
    best = candidates[int(gain.argmax())]
    kept = full.copy()
    kept[1:, 0] = NEVER
    kept[best] = NEVER
    kept[best, 0] = full[best, 0]
    return kept


def _spanning_tree(full: Scores) -> Heads:
    """Maximum spanning tree rooted at 0 by contracting one cycle after another."""
    heads: Heads = full.argmax(axis=1)
    heads[0] = 0
    cycle = find_cycle(heads)
    if not cycle:
        return heads
    ring = np.array(cycle)
    rest = np.setdiff1d(np.arange(len(full)), ring)
    inside = full[ring, heads[ring]]
    small = np.full((len(rest) + 1, len(rest) + 1), NEVER, dtype=np.float32)
    small[:-1, :-1] = full[np.ix_(rest, rest)]
    entering = full[np.ix_(ring, rest)] - inside[:, None]
    enters = entering.argmax(axis=0)
    small[-1, :-1] = entering.max(axis=0)
    leaving = full[np.ix_(rest, ring)]
    leaves = leaving.argmax(axis=1)
    small[:-1, -1] = leaving.max(axis=1)
    return _expand(heads, _spanning_tree(small), ring, rest, (enters, leaves))


def _expand(heads: Heads, small: Heads, ring: Heads, rest: Heads, chosen: tuple[Heads, Heads]) -> Heads:
    """Heads of the whole graph from those of the graph where `ring` was one word."""
    enters, leaves = chosen
    last, result = len(rest), heads.copy()
    for i in range(1, last):
        result[rest[i]] = ring[leaves[i]] if small[i] == last else rest[small[i]]
    result[ring[enters[small[last]]]] = rest[small[last]]
    return result
