from dataclasses import replace
from typing import Any

import pytest

from comity.dossier.sections import promised
from comity.findings import Agreement, Encounter, Event, Figure, Pledge, Statement
from comity.matters import Camp, Conflict
from tests.dossier.made import EMPTY, page, source, with_matter, with_outcome

EVENT = {
    "source": "KAZ",
    "target": "ARM",
    "type": "AGREE",
    "quad": "verbal cooperation",
    "cameo": "03",
    "goldstein": 4.0,
}


def test_events_that_an_encounter_tells_already_are_not_told_twice() -> None:
    account = with_matter(with_matter(EMPTY, Event, EVENT), Event, EVENT)
    first, second = account.told.values()
    account = replace(account, told={first.id: replace(first, anchors=("e",)), second.id: second})
    assert [entry.matter for entry in page(account).timeline] == [account.matters[1].id]


def test_matters_with_others_stand_apart_and_in_no_total() -> None:
    account = with_matter(EMPTY, Encounter, {"status": "planned", "due": None}, parties=("ARM", "KAZ", "RUS"))
    told = page(account)
    assert (told.timeline, told.promises) == ((), ())
    assert [(one.countries, one.standing) for one in told.joint] == [(("ARM", "KAZ", "RUS"), "open")]


def test_an_agreement_has_its_history_once_a_stage() -> None:
    stages: list[dict[str, Any]] = [
        {"status": "planned"},
        {"status": "signed", "year": 2023},
        {"status": "signed", "year": 2023},
    ]
    account = with_matter(EMPTY, Agreement, *stages, status="signed", period="2024-2025")
    (told,) = page(account).agreements
    assert [(step.status, step.year) for step in told.history] == [("planned", None), ("signed", 2023)]
    assert (told.period, told.sources) == ("2024-2025", 3)


def test_agreements_that_hold_come_first() -> None:
    account = EMPTY
    for status in ("terminated", "planned", "in_force"):
        account = with_matter(account, Agreement, {}, status=status)
    assert [one.status for one in page(account).agreements] == ["in_force", "planned", "terminated"]


def test_claims_stand_side_by_side_with_their_conflict() -> None:
    account = with_matter(EMPTY, Figure, {"value": 1e6}, {"value": 2e6}, type="trade", conflict=True, period="2023")
    camps = tuple(Camp(findings=(id,), least=1, most=1) for id in account.told)
    conflict = Conflict(matter=account.matters[0].id, measure="trade", countries=("ARM", "KAZ"), camps=camps)
    (told,) = page(replace(account, conflicts=(conflict,))).figures
    assert [claim.amount for claim in told.claims] == ["USD 1 million", "USD 2 million"]
    assert told.conflict == conflict


def test_figures_stand_by_measure_with_the_latest_period_first() -> None:
    account = EMPTY
    for measure, period in (("trade", "2022"), ("exports", "2021"), ("trade", "2023"), ("trade", None)):
        account = with_matter(account, Figure, {"measure": measure}, type=measure, period=period)
    told = [(one.measure, one.period) for one in page(account).figures]
    assert told == [("exports", "2021"), ("trade", "2023"), ("trade", "2022"), ("trade", None)]


def test_promises_have_what_became_of_them_and_why() -> None:
    account = with_outcome(with_matter(EMPTY, Pledge, {"due": "2024-12-31"}), "kept", "2024-02-01")
    account = with_matter(account, Pledge, {"due": "2024-01-31", "deadline": "2024-01"})
    overdue, kept = page(account).promises
    assert (overdue.standing, overdue.deadline, overdue.reason) == ("overdue", "2024-01", None)
    assert (kept.standing, kept.reason, kept.by) == ("kept", "It was kept.", ("ARM",))


@pytest.mark.parametrize(
    ("date", "due", "told"),
    [
        ("2024", "2024-12-31", "2024"), ("2024-02", "2024-02-29", "2024-02"), (None, "9999-12-31", "9999-12-31"),
        ("2024-02-03", "2024-02-29", "2024-02-29"), ("2024", "2024-02-29", "2024-02-29"),
    ],
)  # fmt: skip
def test_a_meeting_is_due_when_it_was_announced_for(date: str | None, due: str, told: str) -> None:
    (entry,) = page(with_matter(EMPTY, Encounter, {"due": due}, date=date)).promises
    assert (entry.due, entry.deadline) == (due, told)


def test_promises_are_listed_as_the_record_lists_them() -> None:
    account = with_outcome(with_matter(EMPTY, Pledge, {"due": "2024-12-31"}), "kept", "2024-02-01")
    (told,) = promised(account)
    assert (told.standing, told.due, told.report, told.day) == ("kept", "2024-12-31", "later", "2024-02-01")


def test_what_was_said_has_its_speaker() -> None:
    said = {"speaker": {"name": "Ara", "country": "ARM"}, "text": "We agree"}
    (told,) = page(with_matter(EMPTY, Statement, said)).statements
    assert (told.speaker.name, told.text, told.day) == ("Ara", "We agree", "2024-01-01")


def test_sources_have_copies_and_what_was_withdrawn() -> None:
    account = with_matter(EMPTY, Pledge, {"report": "a"}, {"report": "a"})
    sources = {"a": source("a", "2024-01-01"), "b": source("b", "2023-01-01", replaced_by="a")}
    first, second = page(replace(account, sources=sources, withdrawn={"b": ("f",)})).sources
    assert (first.report, first.findings, second.withdrawn) == ("a", 2, ("f",))


def test_what_is_left_out_is_counted() -> None:
    account = replace(with_matter(EMPTY, Pledge, {}), totals=(("event", 4), ("pledge", 1)))
    assert page(account).left_out == {"event": 4}


def test_titles_have_names_for_codes_but_reports_own_words_do_not() -> None:
    account = with_matter(with_matter(EMPTY, Encounter, {}), Agreement, {}, title="ARM and KAZ accord")
    first, second = page(account).timeline
    assert (first.title, second.title) == ("Encounter of Armenia and Kazakhstan", "ARM and KAZ accord")


def test_evidence_is_the_reports_own_words() -> None:
    account = with_matter(EMPTY, Encounter, {})
    (entry,) = page(account).timeline
    assert entry.evidence[0].words == next(iter(account.told.values())).finding.evidence
