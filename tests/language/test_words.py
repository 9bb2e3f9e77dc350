import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.language.words import LONGEST_RUN, new_tokenizer, new_vocab, split_words

TOKENIZER = new_tokenizer(new_vocab())


def words_of(text: str) -> list[str]:
    return split_words(TOKENIZER, text).texts


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kazakhstan’s minister", ["Kazakhstan", "’s", "minister"]),
        ("Kazakh-Armenian ties", ["Kazakh", "-", "Armenian", "ties"]),
        ("for 2024-2025 was", ["for", "2024", "-", "2025", "was"]),
        ("rose by 23.1%", ["rose", "by", "23.1", "%"]),
        ("$1.35bn", ["$", "1.35bn"]),
        ("was re-elected", ["was", "re-elected"]),
        ("the U.S. side", ["the", "U.S.", "side"]),
        ("it isn’t so", ["it", "is", "n’t", "so"]),
        ("goods, etc.", ["goods", ",", "etc."]),
        ("the 25th anniversary", ["the", "25th", "anniversary"]),
        ("(and others)", ["(", "and", "others", ")"]),
        ("“Yes,” he", ["“", "Yes", ",", "”", "he"]),
    ],
)
def test_words_are_those_of_the_treebanks(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@given(
    st.text(alphabet=st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from(" \n\t.,'\"“”-")), max_size=80)
)
def test_words_and_spaces_give_the_text_back(text: str) -> None:
    words = split_words(TOKENIZER, text)
    assert "".join(w + " " * s for w, s in zip(words.texts, words.spaces, strict=True)) == text


def test_a_run_without_spaces_is_cut_and_kept_whole() -> None:
    run = "(" * (3 * LONGEST_RUN + 1)
    words = split_words(TOKENIZER, f"a {run} b")
    assert "".join(words.texts) == f"a{run}b"
    assert max(map(len, words.texts)) <= LONGEST_RUN
