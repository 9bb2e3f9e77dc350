import pytest

from comity.matters import Told

from .promising import agreement, encounter, figure, outcome, pledge, told_by

BOTH = ("KEN", "PER")
ROOF = pledge("Peru is ready to host talks of Kenya and Uganda.", "host talks", parties=("KEN", "PER", "UGA"))
TALKS = pledge("They agreed to hold consultations on tea.", "hold consultations on tea", by=BOTH)
TRADE = pledge("They agreed to look for new markets.", "look for new markets", by=BOTH)
TREATY = pledge("They agreed to conclude a treaty on extradition.", "conclude a treaty on extradition", by=BOTH)
TEA = pledge("Peru will deliver 3,000 tonnes of quinoa.", "deliver 3,000 tonnes of quinoa")
FOOD = pledge("Peru will supply farm produce.", "supply farm produce")
AIM = figure("Exports are to reach $10 million by 2023.", "2021-03-04", status="target", value=1e7, period="2023")
GOAL = figure("Exports are to reach $10 million.", "2021-03-04", status="target", value=1e7)
TONNES = {"unit": "tonnes", "measure": "exports"}


@pytest.mark.parametrize(
    ("opening", "later", "expected"),
    [
        (ROOF, encounter("Talks on the lake were held in Lima.", "2021-05-01", kind="talks", host="PER",
                         countries=("KEN", "UGA"), parties=("KEN", "PER", "UGA")), "kept"),
        (ROOF, encounter("Talks on the lake were held in Kampala.", "2021-05-01", kind="talks", host="UGA",
                         countries=("KEN", "UGA"), parties=("KEN", "PER", "UGA")), None),
        (TALKS, encounter("Consultations on tea were held.", "2021-05-01", kind="talks"), "kept"),
        (TALKS, encounter("No consultations on tea.", "2021-05-01", kind="talks", status="cancelled"), "broken"),
        (TALKS, encounter("Consultations on tea are planned.", "2021-05-01", kind="talks", status="planned"), None),
        (TALKS, encounter("The two generals met about the navy.", "2021-05-01"), None),
        (TALKS, encounter("Consultations on tea were held in 2019.", "2021-05-01", kind="talks", date="2019"), None),
        (TRADE, encounter("A business forum opened in Lima.", "2021-05-01", kind="forum"), "progressed"),
        (TRADE, encounter("A book fair opened in Lima.", "2021-05-01", kind="forum"), None),
        (TREATY, agreement("They signed a treaty on extradition.", "treaty on extradition", "2021-09-01"), "kept"),
        (TREATY, agreement("They signed a pact on tea.", "pact on tea", "2021-09-01"), None),
        (TEA, figure("Peru delivered 3,000 tonnes of quinoa.", "2021-09-01", value=3000, **TONNES), "kept"),
        (TEA, figure("Peru delivered 900 tonnes of quinoa.", "2021-09-01", value=900, **TONNES), "progressed"),
        (TEA, figure("Peru delivered 900 tonnes of copper.", "2021-09-01", value=900, **TONNES), None),
        (FOOD, figure("Peru delivered 900 tonnes of wheat.", "2021-09-01", value=900, **TONNES), "progressed"),
        (FOOD, figure("Peru delivered 900 tonnes of copper.", "2021-09-01", value=900, **TONNES), None),
    ],
)  # fmt: skip
def test_a_later_finding_of_the_kind_promised_tells_the_outcome(
    opening: Told, later: Told, expected: str | None
) -> None:
    assert told_by(opening, later) == expected


@pytest.mark.parametrize(
    ("opening", "later", "expected"),
    [
        (AIM, figure("Exports came to $11 million in 2023.", "2024-02-01", value=1.1e7, period="2023"), "kept"),
        (AIM, figure("Exports came to $4 million in 2023.", "2024-02-01", value=4e6, period="2023"), "broken"),
        (AIM, figure("Exports came to $4 million in 2022.", "2023-02-01", value=4e6, period="2022"), None),
        (AIM, figure("Exports came to $11 million in 2025.", "2026-02-01", value=1.1e7, period="2025"), None),
        (GOAL, figure("A list of $9.8 million came.", "2022-02-01", value=9.8e6, status="target"), "progressed"),
        (GOAL, figure("Exports are to reach $10 million.", "2022-02-01", value=1e7, status="target"), None),
        (GOAL, figure("The $10 million still stands.", "2022-02-01", value=1e7, status="target"), "progressed"),
        (GOAL, figure("Some 900 tonnes of quinoa arrived.", "2022-02-01", value=900, unit="tonnes"), "progressed"),
        (GOAL, figure("Some tea arrived.", "2022-02-01", value=900, unit="tonnes", source="KEN", target="PER"), None),
    ],
)  # fmt: skip
def test_figures_reach_miss_or_further_a_target(opening: Told, later: Told, expected: str | None) -> None:
    assert told_by(opening, later) == expected


def test_a_loan_of_another_group_reaches_no_target_of_people() -> None:
    aim = figure("Peru will train 20 nurses.", "2021-03-04", status="target", measure="people", value=20, unit="count")
    other = figure("Some 900 tourists came.", "2021-09-01", measure="people", value=900, unit="count")
    assert told_by(aim, other) is None


def test_an_end_that_was_promised_is_no_breach() -> None:
    promise = pledge("Peru will cancel the debt of Kenya for the dam.", "cancel the debt for the dam")
    assert outcome(promise, "Peru cancelled the debt for the dam, as promised in March.", "2021-09-01") == "kept"


def test_a_passage_tells_of_a_plan_only_that_it_failed() -> None:
    plan = encounter("The parliaments will hold a joint sitting in Lima.", "2021-03-04", kind="talks", status="planned")
    assert (
        outcome(plan, "The joint sitting of the parliaments in Lima, agreed in March, never took place.", "2022-01-01")
        == "broken"
    )
    assert outcome(plan, "The joint sitting of the parliaments in Lima took place in May.", "2022-01-01") is None


def test_a_programme_of_other_years_is_another() -> None:
    programme = agreement(
        "They signed it.", "programme on tea culture for 2021-2023", "2021-03-04", period=(2021, 2023)
    )
    said = "The programme on tea culture for {} was fulfilled, as promised in March 2021."
    assert outcome(programme, said.format("2021-2023"), "2024-01-01") == "kept"
    assert outcome(programme, said.format("2017-2020"), "2024-01-01") is None
