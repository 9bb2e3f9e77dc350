from comity.reading.agreements.status import CLUES


def test_every_clue_has_a_weight_and_says_why() -> None:
    assert all(0 < clue.weight <= 1.5 for clue in CLUES)
    assert all(clue.sentence.endswith(".") for clue in CLUES)
