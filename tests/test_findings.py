import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.findings import Figure, Pledge, Report, finding_id

TEXT = "Trade grew by 12 percent to 40 million dollars. The sides will open a bridge."
REPORT = Report(id="r1", text=TEXT)


def figure(**changed: object) -> Figure:
    told = {"measure": "trade", "value": 40_000_000, "unit": "USD", "bound": "exact", "countries": ("ARM", "KAZ")}
    return Figure.found(REPORT, [(0, 47)], step="figures", confidence=0.777, **{**told, **changed})


def test_evidence_is_the_text_of_the_spans() -> None:
    assert figure().evidence == ("Trade grew by 12 percent to 40 million dollars.",)


def test_clues_are_written_and_are_no_part_of_a_findings_id() -> None:
    told = figure(clues=("rules 0.80", "main relation"))
    assert json.loads(told.model_dump_json(by_alias=True))["clues"] == ["rules 0.80", "main relation"]
    assert told.id == figure().id


@pytest.mark.parametrize("clue", ["", "rules 0.8", "rules; verb", "rules\n", "Rules 0.80", "0.80"])
def test_what_is_no_clue_is_refused(clue: str) -> None:
    with pytest.raises(ValueError, match="clues"):
        figure(clues=(clue,))


def test_a_confidence_has_two_decimals() -> None:
    assert figure().confidence == 0.78


def test_a_findings_id_does_not_depend_on_what_names_it_not() -> None:
    assert figure(period="2023").id == figure(period="2024").id
    assert figure(value=41_000_000).id != figure().id


@pytest.mark.parametrize("span", [(0, 0), (-1, 4), (5, 3), (0, len(TEXT) + 1)])
def test_a_span_outside_the_text_is_refused(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="lies outside"):
        Figure.found(REPORT, [span], step="figures", confidence=1)


def test_keys_are_written_as_the_guide_names_them() -> None:
    told = json.loads(figure(source="KAZ", target="ARM").model_dump_json(by_alias=True))
    assert (told["from"], told["to"], told["by"]) == ("KAZ", "ARM", "figures")


def test_a_pledge_keeps_by_for_those_who_commit() -> None:
    pledge = Pledge.found(REPORT, [(48, 76)], step="pledges", confidence=0.5, by=("ARM", "KAZ"), text="open a bridge")
    told = json.loads(pledge.model_dump_json(by_alias=True))
    assert (told["by"], told["step"]) == (["ARM", "KAZ"], "pledges")


@given(st.builds(lambda v, c: figure(value=v, bound=c), st.integers(0, 10**15), st.sampled_from(["over", "about"])))
def test_a_finding_survives_writing_and_reading(finding: Figure) -> None:
    assert Figure.model_validate_json(finding.model_dump_json(by_alias=True)) == finding


@given(st.text(), st.text())
def test_different_names_give_different_ids(one: str, other: str) -> None:
    ids = {finding_id("r", "pledge", [(0, 1)], [name]) for name in (one, other)}
    assert len(ids) == len({one, other})
