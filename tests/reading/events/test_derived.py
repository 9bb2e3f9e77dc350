from comity.findings import Agreement, Encounter, Figure, Pledge, Report
from comity.reading.actors import Actors
from comity.reading.events.derived import from_agreements, from_encounters, from_figures, from_pledges
from comity.reading.events.happening import News
from comity.reading.mentions import Clauses, When, Who
from comity.terms.event_verbs import EventVerbs
from tests.reading.grammar import page

SENTENCE = """
Norway Norway PROPN NNP 2 nsubj
sends  send   VERB  VBZ 0 root
relief relief NOUN  NN  2 obj
"""
PAGE = page(SENTENCE, published="2024-05-14")
WHO = Who(pair=("NOR", "CHL"))
NEWS = News(PAGE, Actors(PAGE, WHO), Clauses(), When(now="2024-05-14"), PAGE.terms.table(EventVerbs))
REPORT: Report = PAGE.report
WHERE = ((0, 10),)


def meeting(status: str, date: str | None) -> Encounter:
    about = {"kind": "meeting", "status": status, "countries": ("CHL", "NOR", "PER"), "date": date}
    return Encounter.found(REPORT, WHERE, step="encounters", confidence=0.9, **about)


def test_a_meeting_of_three_is_consult_between_each_two() -> None:
    found = list(from_encounters(NEWS, [meeting("held", "2024-05-13")]))
    assert [(h.source, h.target, h.type) for h in found] == [
        ("CHL", "NOR", "CONSULT"),
        ("CHL", "PER", "CONSULT"),
        ("NOR", "PER", "CONSULT"),
    ]


def test_a_meeting_long_ago_is_no_event_and_a_planned_one_agree() -> None:
    assert list(from_encounters(NEWS, [meeting("held", "2019-05-13"), meeting("cancelled", None)])) == []
    assert {h.type for h in from_encounters(NEWS, [meeting("planned", "2024-07")])} == {"AGREE"}


def test_only_what_is_signed_this_year_is_support() -> None:
    told = {"kind": "agreement", "title": "agreement", "countries": ("CHL", "NOR"), "status": "signed"}
    made = [
        Agreement.found(REPORT, WHERE, step="agreements", confidence=0.9, year=year, **told) for year in (2024, 2015)
    ]
    assert [(h.type, h.joint) for h in from_agreements(NEWS, made)] == [("SUPPORT", True)]


def test_a_pledge_of_two_is_agree_between_them() -> None:
    pledge = Pledge.found(REPORT, WHERE, step="pledges", confidence=0.8, by=("CHL", "NOR"), text="sends relief")
    assert [(h.source, h.target, h.type) for h in from_pledges(NEWS, [pledge])] == [("CHL", "NOR", "AGREE")]


def test_money_is_aid_only_where_the_sentence_says_so() -> None:
    sums = {"measure": "finance", "value": 5, "unit": "USD", "bound": "exact", "countries": ("CHL", "NOR")}
    figure = Figure.found(REPORT, ((0, 19),), step="figures", confidence=0.8, source="NOR", target="CHL", **sums)
    assert [h.type for h in from_figures(NEWS, [figure])] == ["AID"]
    elsewhere = Figure.found(REPORT, ((0, 6),), step="figures", confidence=0.8, source="NOR", target="CHL", **sums)
    assert list(from_figures(NEWS, [elsewhere])) == []
