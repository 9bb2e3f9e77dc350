from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from comity.language.tree import Scores, best_tree, find_cycle


def scores(words: int) -> st.SearchStrategy[Scores]:
    return arrays(np.float32, (words, words + 1), elements=st.floats(-50, 50, width=16))


def total(table: Scores, heads: tuple[int, ...]) -> float:
    return float(sum(table[i, head] for i, head in enumerate(heads)))


def is_tree(heads: tuple[int, ...]) -> bool:
    own = all(head != i + 1 for i, head in enumerate(heads))
    return own and heads.count(0) == 1 and not find_cycle(np.array([0, *heads]))


@given(st.integers(1, 12).flatmap(scores))
def test_the_result_is_a_tree_with_one_root(table: Scores) -> None:
    assert is_tree(tuple(best_tree(table).tolist()))


@given(st.integers(1, 4).flatmap(scores))
def test_no_tree_scores_much_better(table: Scores) -> None:
    words = len(table)
    trees = [heads for heads in product(range(words + 1), repeat=words) if is_tree(heads)]
    found = tuple(best_tree(table).tolist())
    # The one root is chosen by its own arc before the rest is weighed: best among trees of that root.
    same_root = [heads for heads in trees if heads.index(0) == found.index(0)]
    assert total(table, found) >= max(total(table, heads) for heads in same_root) - 1e-3


def test_a_cycle_is_found_and_opened() -> None:
    table = np.array([[1, 0, 9, 0], [1, 9, 0, 0], [5, 0, 0, 0]], dtype=np.float32)
    assert find_cycle(np.array([0, 2, 1, 0])) == [1, 2]
    assert is_tree(tuple(best_tree(table).tolist()))


def test_no_words_make_no_tree() -> None:
    assert best_tree(np.zeros((0, 1), dtype=np.float32)).tolist() == []
