from dataclasses import replace
from typing import Any

import pytest

from comity.findings import Encounter, Event, Finding
from comity.language.questions import Question
from comity.reading import choosing, steps, topics
from comity.reading.clues import CODES
from comity.reading.mentions import Mention, Page, Who
from comity.reading.proposals import Proposed
from tests.reading.conftest import read_page
from tests.reading.judged import Judge, answer

TEXT = "Foreign Minister Ana Kova of Croatia met her Norwegian counterpart in Oslo on Tuesday."
ANCHOR = Mention(7, 8)


@pytest.fixture(scope="module")
def page() -> Page:
    return read_page(TEXT, published="2024-05-14")


def who(page: Page) -> Who:
    told: Who = next(step for step in steps.STEPS if step.name == "who").function(page)
    return told


def meeting(page: Page, confidence: float = 0.8, **about: Any) -> Proposed[Encounter]:
    told = {"kind": "meeting", "status": "held", "countries": ("HRV", "NOR")}
    return Proposed(Encounter.found(page.report, [(0, 40)], "encounters", confidence, **told), ANCHOR, **about)


def event(page: Page, kind: str, confidence: float, *, vouched: bool, clue: str) -> Proposed[Event]:
    told = {"source": "HRV", "target": "NOR", "type": kind, "quad": "verbal cooperation", "cameo": "04"}
    found = Event.found(page.report, [(0, 40)], "events", confidence, goldstein=1.0, clues=(clue,), **told)
    return Proposed(found, ANCHOR, rival=f"HRV {kind} NOR", vouched=vouched)


def chosen(page: Page, judge: Judge, *proposals: Proposed[Any], least: float | None = None) -> tuple[Finding, ...]:
    found: tuple[Finding, ...] = choosing.choose(replace(page, appraiser=judge, least=least), who(page), proposals)  # type: ignore[arg-type]
    return found


def by_belief(question: Question) -> Any:
    """As right as the rules believe."""
    (belief,) = (int(claim.removeprefix("belief=")) for claim in question.claims if claim.startswith("belief="))
    return answer(right=belief / 10)


def test_what_is_likely_enough_is_told_with_its_probability_and_its_clues(page: Page) -> None:
    (told,) = chosen(page, Judge(lambda _: answer(right=0.913)), meeting(page))
    assert told.confidence == 0.91
    assert told.clues == ("rules 0.80", "appraiser 0.91", "main relation", "parties in the sentence")


def test_clues_are_no_part_of_a_findings_id(page: Page) -> None:
    proposed = meeting(page)
    assert chosen(page, Judge(lambda _: answer(right=0.9)), proposed)[0].id == proposed.finding.id


def test_what_the_rules_would_not_have_says_so(page: Page) -> None:
    (told,) = chosen(page, Judge(lambda _: answer(right=0.7)), meeting(page, 0.2, vouched=False))
    assert told.clues[:2] == ("rules in doubt 0.20", "appraiser 0.70")


def test_an_event_that_no_rule_proposed_was_read_off_a_sentence(page: Page) -> None:
    (told,) = chosen(page, Judge(by_belief), event(page, "CONSULT", 0.7, vouched=False, clue="sentence pair"))
    assert told.clues[:2] == ("sentence pair 0.70", "no rule")


def test_an_event_that_rules_and_appraiser_both_read_has_the_clues_of_both(page: Page) -> None:
    ruled = event(page, "CONSULT", 0.6, vouched=True, clue="verb")
    paired = event(page, "CONSULT", 0.7, vouched=False, clue="sentence pair")
    (told,) = chosen(page, Judge(by_belief), ruled, paired)
    assert told.clues[:4] == ("verb", "rules 0.60", "appraiser 0.60", "sentence pair 0.70")


@pytest.mark.parametrize(("least", "number"), [(None, 2), (0.25, 3), (0.3, 3), (0.8, 1), (0.95, 0)])
def test_a_least_confidence_takes_the_place_of_each_kinds_own(page: Page, least: float | None, number: int) -> None:
    proposals = [meeting(page, belief) for belief in (0.9, 0.6, 0.3)]
    assert len(chosen(page, Judge(by_belief), *proposals, least=least)) == number


def test_a_confidence_is_held_to_the_least_as_it_is_told(page: Page) -> None:
    (told,) = chosen(page, Judge(lambda _: answer(right=0.597)), meeting(page), least=0.6)
    assert told.confidence == 0.6


def test_of_rivals_the_likeliest_is_told_at_any_least_confidence(page: Page) -> None:
    rivals = [meeting(page, belief, rival="one") for belief in (0.6, 0.9)]
    assert [told.confidence for told in chosen(page, Judge(by_belief), *rivals, least=0.0)] == [0.9]


def test_the_rules_own_reading_goes_before_a_likelier_rival_unless_it_is_unlikely(page: Page) -> None:
    rival = meeting(page, 0.9, rival="one", vouched=False)
    for belief, kept in ((0.6, 0.6), (0.4, 0.9)):
        own = meeting(page, belief, rival="one")
        assert [told.confidence for told in chosen(page, Judge(by_belief), own, rival)] == [kept]


@pytest.mark.parametrize(("least", "number"), [(None, 1), (0.7, 1), (0.9, 0)])
def test_without_an_appraiser_the_rules_tell_what_they_vouch_for(page: Page, least: float | None, number: int) -> None:
    proposals = (meeting(page), meeting(page, 0.9, vouched=False))
    told = choosing.choose(replace(page, least=least), who(page), proposals)
    assert [one.clues for one in told] == [("rules 0.80",)] * number


def test_topics_are_held_to_the_least_confidence_too(page: Page) -> None:
    met = [meeting(page).finding]
    talks = read_page(TEXT + " They discussed electricity and gas supplies.", published="2024-05-14")
    told = [len(topics.read(replace(talks, least=least), who(talks), [], [], met)) for least in (0.0, None, 0.99)]
    assert told[0] >= told[1] > told[2] == 0


def test_every_clue_that_a_reading_gives_is_in_the_list(page: Page) -> None:
    judge = Judge(lambda question: answer(right=0.9, events={"CONSULT": 0.8, "NONE": 0.2}))
    have = steps.found(page.report, page.doc, page.terms, judge)  # type: ignore[arg-type]
    kinds = ("encounters", "statements", "agreements", "figures", "pledges", "events", "topics")
    told = {clue for kind in kinds for finding in have[kind] for clue in finding.clues}
    assert told
    assert {_listed(clue) for clue in told} <= set(CODES)


def _listed(clue: str) -> str:
    words = clue.split()
    return " ".join([*words[:-1], "N"]) if words[-1].replace(".", "").isdigit() else clue
