import numpy as np

from comity.language.names import best_tags, tidy, well_formed

TAGS = ("O", "B-ORG", "I-ORG", "B-PLACE", "I-PLACE")


def rows(*best: dict[str, float]) -> "np.ndarray[tuple[int, int], np.dtype[np.float32]]":
    return np.array([[row.get(tag, -9.0) for tag in TAGS] for row in best], dtype=np.float32)


def test_a_well_formed_best_is_taken() -> None:
    assert best_tags(rows({"B-ORG": 3}, {"I-ORG": 3}, {"O": 3}), TAGS) == ["B-ORG", "I-ORG", "O"]


def test_inside_without_a_beginning_is_mended() -> None:
    found = best_tags(rows({"O": 3, "B-ORG": 2}, {"I-ORG": 3, "O": 0}, {"I-PLACE": 2, "O": 1.5}), TAGS)
    assert found == ["B-ORG", "I-ORG", "O"]


def test_no_words_have_no_tags() -> None:
    assert best_tags(np.zeros((0, len(TAGS)), dtype=np.float32), TAGS) == []


def test_inside_of_another_type_is_not_well_formed() -> None:
    assert not well_formed(["B-ORG", "I-PLACE"])
    assert not well_formed(["O", "I-ORG"])
    assert well_formed(["B-ORG", "I-ORG", "B-ORG"])


def test_forms_of_address_are_no_part_of_a_name() -> None:
    words = ["H.E.", "Shri", "Wadhwa", "met", "Dr.", "Tan"]
    tags = ["B-PERSON", "I-PERSON", "I-PERSON", "O", "O", "B-PERSON"]
    assert tidy(words, tags) == ["O", "O", "B-PERSON", "O", "O", "B-PERSON"]


def test_small_words_end_no_name() -> None:
    words = ["Senate", "of", "the", "Bank", "of", "Georgia"]
    tags = ["B-ORG", "I-ORG", "I-ORG", "B-ORG", "I-ORG", "I-ORG"]
    assert tidy(words, tags) == ["B-ORG", "O", "O", "B-ORG", "I-ORG", "I-ORG"]
