from typing import Any

import pytest

from comity.dossier import Account
from comity.findings import Agreement, Claim, Encounter, Event, Figure, Pledge
from tests.dossier.made import EMPTY, page, with_matter, with_outcome


def told(account: Account) -> list[str]:
    return [sentence.text for sentence in page(account).standing]


def test_an_empty_account_says_so() -> None:
    assert told(EMPTY) == ["The record holds nothing yet that Armenia and Kazakhstan share."]


def test_the_last_encounter_held_is_told_and_none_that_lies_ahead() -> None:
    account = EMPTY
    for date, status in (
        ("2023-04-15", "held"),
        ("2024-05", "held"),
        ("2024-07-01", "held"),
        ("2024-05-20", "cancelled"),
    ):
        account = with_matter(account, Encounter, {"date": date}, date=date, status=status)
    assert told(account)[0] == "The last encounter told was the encounter of Armenia and Kazakhstan (May 2024)."


def test_claims_of_trade_are_told_with_whose_count_they_are() -> None:
    claims: list[dict[str, Any]] = [
        {"value": 27.6e6, "claim": Claim(by="ARM")},
        {"value": 53.1e6, "bound": "over"},
        {"claim": Claim()},
    ]
    account = with_matter(EMPTY, Figure, *claims, type="trade", status="reported", period="2023", conflict=True)
    assert told(account)[0] == (
        "Trade in 2023: USD 27.6 million (by the count of Armenia); over USD 53.1 million (by the count of Kazakhstan);"
        " USD 53 million (not said whose count); these claims contradict each other."
    )


def test_of_several_years_the_last_is_told() -> None:
    account = EMPTY
    for period in ("2022", "2024-01/2024-03", "2023"):
        account = with_matter(account, Figure, {"period": period}, type="trade", status="reported", period=period)
    assert told(account)[0].startswith("Trade in January 2024 to March 2024: ")


def test_agreements_are_counted_by_how_far_they_have_come() -> None:
    account = EMPTY
    for status in ("signed", "in_force", "signed", "planned"):
        account = with_matter(account, Agreement, {"status": status}, status=status, title="Treaty on Water")
    assert told(account)[0] == (
        "Agreements: 1 told to be in force (Treaty on Water), 2 signed (Treaty on Water; Treaty on Water)"
        " and 1 planned (Treaty on Water)."
    )


def test_promises_are_counted_and_those_not_kept_are_named() -> None:
    account = with_matter(EMPTY, Pledge, {"due": "2023-12-31"}, title="to build a bridge")
    account = with_matter(account, Pledge, {"due": None}, title="to open a consulate")
    account = with_outcome(with_matter(account, Pledge, {"due": None}, title="to meet"), "broken", "2024-02-01")
    assert told(account) == [
        "Of 3 things announced: 1 open, 1 overdue and 1 broken.",
        "Broken: to meet. Overdue: to build a bridge.",
    ]


def test_an_outcome_told_after_the_day_does_not_count() -> None:
    account = with_outcome(with_matter(EMPTY, Pledge, {"due": None}), "kept", "2024-06-02")
    assert told(account) == ["Of 1 thing announced: 1 open."]


def test_what_is_planned_next_is_told_the_nearest_first() -> None:
    account = EMPTY
    for date in (None, "2024-09", "2024-07-01"):
        account = with_matter(account, Encounter, {"status": "planned", "due": None}, status="planned", date=date)
    assert "Planned next: encounter of Armenia and Kazakhstan (1 July 2024);" in told(account)[0]
    assert told(account)[0].endswith("(no date told).")


def test_the_latest_discord_is_told() -> None:
    event = {
        "source": "KAZ",
        "target": "ARM",
        "type": "ACCUSE",
        "quad": "verbal conflict",
        "cameo": "11",
        "goldstein": -2.0,
    }
    account = with_matter(EMPTY, Event, event, title="KAZ ACCUSE ARM", date="2024-02-03")
    assert told(account) == ["The latest discord told: Kazakhstan accused Armenia (3 February 2024)."]


@pytest.mark.parametrize("kind", [Encounter, Figure, Agreement, Pledge])
def test_every_sentence_names_findings_of_the_account(kind: type[Encounter]) -> None:
    account = with_matter(EMPTY, kind, {"due": None}, type="trade", status="held", date="2024-01-01", period="2023")
    for sentence in page(account).standing:
        assert set(sentence.findings) <= set(account.told)
