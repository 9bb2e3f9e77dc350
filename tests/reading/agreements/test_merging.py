from dataclasses import replace

from comity.reading.agreements.candidates import Candidate
from comity.reading.agreements.draft import Draft
from comity.reading.agreements.merging import merged

FULL = Draft(
    candidate=Candidate(5, 5, 9, "agreement", 5, count=False, bare=False, definite=False, plural=False),
    title="agreement on plant quarantine",
    countries=("CHL", "NOR"),
    status="signed",
    certainty=1.2,
    year=2024,
    mentions=(5,),
)
SHORT = replace(
    FULL,
    candidate=Candidate(30, 30, 31, "agreement", 30, count=False, bare=True, definite=True, plural=False),
    title="agreement",
    status="in_force",
    certainty=0.3,
    mentions=(30,),
)


def test_the_fuller_title_and_the_surer_status_stay() -> None:
    (one,) = merged((FULL, SHORT))
    assert (one.title, one.status, one.mentions) == ("agreement on plant quarantine", "signed", (5, 30))


def test_another_subject_is_another_instrument() -> None:
    other = replace(
        FULL, title="agreement on air services", candidate=replace(FULL.candidate, noun=40, start=40, end=44)
    )
    assert len(merged((FULL, other))) == 2


def test_other_parties_make_another_instrument() -> None:
    other = replace(FULL, countries=("FRA", "ESP"), candidate=replace(FULL.candidate, noun=40, start=40, end=44))
    assert len(merged((FULL, other))) == 2


def test_a_counted_total_is_never_joined_to_a_single_one() -> None:
    total = replace(
        FULL, candidate=replace(FULL.candidate, noun=40, start=39, end=41, count=True), title="five agreements"
    )
    assert len(merged((FULL, total))) == 2
