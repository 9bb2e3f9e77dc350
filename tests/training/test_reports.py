from typing import Any

import pytest

from comity import intake, language, settings, terms
from comity.reading import steps
from training import reports

TEXT = (
    "OSLO, 14 May – Foreign Minister Ana Kova of Croatia met her Norwegian counterpart Espen Dahl in Oslo on Tuesday. "
    "The ministers signed a memorandum of understanding on fisheries."
)


@pytest.fixture(scope="module")
def have() -> dict[str, Any]:
    told = settings.read()
    report = intake.report({"id": "X-002-made", "text": TEXT, "published": "2024-05-14"}, told)
    return steps.found(report, language.load().parse(TEXT), terms.load())


def gold(have: dict[str, Any], **kinds: Any) -> reports.Gold:
    found = {plural: [reports.written(one) for one in have[plural]] for plural in reports.PLURALS.values()}
    return {"id": "X-002-made", "topics": ["agriculture"], **found, **kinds}


def test_what_the_gold_tells_is_right(have: dict[str, Any]) -> None:
    given = reports.answers(have["page"], have["who"], have["proposed_agreements"], gold(have))
    assert given[0].right
    assert given[0].told.keys() == {"agreement_kind", "agreement_status"}


def test_what_the_gold_does_not_tell_is_wrong(have: dict[str, Any]) -> None:
    given = reports.answers(have["page"], have["who"], have["proposed_agreements"], gold(have, agreements=[]))
    assert not any(one.right for one in given)


def test_of_what_is_told_once_only_the_vouched_proposal_is_right(have: dict[str, Any]) -> None:
    proposals = have["proposed_encounters"]
    again = [*proposals, *(type(one)(one.finding, one.anchor, vouched=False) for one in proposals if one.vouched)]
    given = reports.answers(have["page"], have["who"], again, gold(have))
    assert sum(bool(one.right) for one in given) == len(have["encounters"])


def test_a_report_is_a_case_with_its_topics(have: dict[str, Any]) -> None:
    case = reports.case(have, gold(have))
    assert len(case.sentences) == len(have["page"].sentences)
    assert case.topics
    assert any(one.events and one.events != (0,) for one in case.asked)


def test_reports_are_parted_by_the_number_in_their_name(tmp_path: Any) -> None:
    for number in range(5):
        (tmp_path / f"X-00{number}.json").write_text(f'{{"id": "X-00{number}-made"}}')
    parts = [[one["id"] for one in reports.own(tmp_path, part)] for part in (reports.APART, reports.TUNE)]
    assert parts == [["X-000-made"], ["X-001-made"]]
