from comity.reading.status import CLUES


def test_clues_stand_in_order_of_weight_and_say_why() -> None:
    weights = [clue.weight for clue in CLUES]
    assert weights == sorted(weights, reverse=True)
    assert all(clue.sentence.endswith(".") for clue in CLUES)
