import comity
from comity.findings import Encounter
from comity.web.marking import paragraphs

TEXT = (
    "TBILISI. News of the day.\n\n"
    "Foreign Ministers Arman Petrosyan of Armenia and Lado Beridze of Georgia met in Tbilisi on 3 May 2024."
)


def encounter() -> Encounter:
    (one,) = comity.read(TEXT, published="2024-05-03").encounters
    return one


def test_the_text_is_whole_and_in_order() -> None:
    told = paragraphs(TEXT, [encounter()])
    assert ["".join(one.text for one in line) for line in told] == [line for line in TEXT.split("\n") if line]


def test_a_finding_is_marked_where_its_words_stand_and_begins_once() -> None:
    one = encounter()
    marked = [stretch for line in paragraphs(TEXT, [one]) for stretch in line if one.id in stretch.findings]
    assert "".join(stretch.text for stretch in marked) == "".join(one.evidence)
    assert next(stretch.begins for stretch in marked) == (one.id,)
    assert sum(bool(stretch.begins) for stretch in marked) == 1


def test_words_of_two_findings_belong_to_both() -> None:
    one = encounter()
    other = one.model_copy(update={"id": "other"})
    stretch = next(s for line in paragraphs(TEXT, [one, other]) for s in line if s.findings)
    assert stretch.findings == (one.id, "other")
