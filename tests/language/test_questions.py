from comity.language.appraisal import DISTANCES
from comity.language.questions import Question, Slot, around


def test_a_sentence_is_shown_with_the_opening_of_the_report_and_those_near_it() -> None:
    shown = [(number, DISTANCES[place]) for number, place in around(5, 20)]
    assert shown[0] == (0, "first")
    assert shown[1:5] == [(4, "-1"), (6, "+1"), (3, "-2"), (7, "+2")]
    assert {number for number, _ in shown} == {0, *range(1, 14)} - {5}


def test_far_is_far() -> None:
    assert dict(around(9, 20))[1] == DISTANCES.index("-4")


def test_a_lone_sentence_has_none_beside_it() -> None:
    assert around(0, 1) == []


def test_a_question_has_the_numbers_of_the_model() -> None:
    question = Question("statement", 0, (Slot(0, 1, 2, "anchor"), Slot(0, 4, 4, "speaker")), ("named",))
    assert question.kind_number == 1
    assert question.role_numbers == [1, 6]
    assert all(number > 0 for number in question.claim_numbers)
