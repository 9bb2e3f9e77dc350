import pytest
from tokenizers import Tokenizer

from comity.language.manifest import FOLDER
from comity.language.pieces import MAX_PIECES, MAX_WORD_PIECES, SHAPES, WordPieces, shape_class, shape_code

PIECES = WordPieces(Tokenizer.from_file(str(FOLDER / "tokenizer.json")))


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("talks", 1),
        ("Armenia", 2),
        ("NATO", 3),
        ("McDonald", 4),
        ("A", 5),
        ("53", 6),
        ("23.1", 6),
        ("25th", 7),
        (",", 8),
        ("U.S.", 9),
        ("I’m", 2),
        ("Ü", 5),
    ],
)
def test_shapes_tell_capitals_and_digits_apart(word: str, code: int) -> None:
    assert shape_class(word) == code
    assert 2 <= shape_code(word, True) < SHAPES


def test_every_word_has_its_first_piece() -> None:
    made = PIECES.sentence(["Nurtleu", "met", "Mirzoyan"], [False, True, True])
    assert made.words[0] == 0
    assert len(made.words) == 4
    assert len(made.ids) == len(made.shapes)
    assert [made.shapes[at] for at in made.words[1:]] == [4, 3, 5]


def test_a_word_beyond_the_vocabulary_stays_a_word() -> None:
    assert 1 <= len(PIECES.of_word("\U0001f600" * 40)) <= MAX_WORD_PIECES
    assert len(PIECES.of_word("\u200b")) == 1


def test_a_long_sentence_keeps_all_its_words() -> None:
    made = PIECES.sentence(["Nurtleuzhanbayeva"] * 300, [True] * 300)
    assert len(made.words) == 301
    assert len(made.ids) <= MAX_PIECES + 2
