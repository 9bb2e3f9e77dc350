from comity.findings import Encounter
from comity.reading import encounters
from comity.reading.proposals import Proposed
from tests.reading.encounters.scenes import scene_of

LEAD = "Latvian Foreign Minister Janis Ozols met his Maltese counterpart, Karl Vella, in Riga on 6 May 2024. "


def proposed(text: str) -> tuple[Proposed[Encounter], ...]:
    scene = scene_of(text)
    return encounters.propose(scene.page, scene.who, scene.clauses, scene.when, scene.quotations)


def kinds(text: str, vouched: bool) -> set[tuple[str, tuple[str, ...]]]:
    return {(p.finding.kind, p.finding.countries) for p in proposed(text) if p.vouched is vouched}


def test_what_the_rules_vouch_for_comes_first() -> None:
    found = proposed(LEAD)
    assert [p.vouched for p in found] == sorted((p.vouched for p in found), reverse=True)
    assert found[0].finding.kind == "meeting"
    assert scene_of(LEAD).doc[found[0].anchor.start : found[0].anchor.end].text == "met"


def test_it_rests_on_those_who_take_part() -> None:
    doc = scene_of(LEAD).doc
    told = {doc[m.start : m.end].text for m in proposed(LEAD)[0].others}
    assert {"Janis Ozols", "Karl Vella"} <= told


def test_a_meeting_may_tell_of_a_visit() -> None:
    assert ("visit", ("LVA", "MLT")) in kinds(LEAD, vouched=False)


def test_other_sides_are_rivals_of_the_likeliest() -> None:
    text = LEAD + "Estonian President Kersti Tamm was told that Ozols and Vella met in Riga."
    readings = {p.finding.countries: p.rival for p in proposed(text)}
    assert len({codes for codes in readings if "EST" in codes}) > 1


def test_words_passed_over_are_proposed() -> None:
    text = LEAD + "“Our meeting with Kersti Tamm of Estonia was short,” Ozols said."
    assert any("EST" in codes for _, codes in kinds(text, vouched=False))


def test_people_of_two_states_in_one_sentence_may_have_met() -> None:
    text = "Latvian Foreign Minister Janis Ozols sat beside Maltese Prime Minister Karl Vella."
    assert kinds(text, vouched=True) == set()
    assert kinds(text, vouched=False) == {("meeting", ("LVA", "MLT"))}


def test_somebody_told_to_be_abroad_may_be_on_a_visit() -> None:
    text = "Latvian Foreign Minister Janis Ozols heard the news in Valletta."
    assert kinds(text, vouched=False) == {("visit", ("LVA", "MLT"))}


def test_nothing_is_proposed_with_one_state() -> None:
    assert all(len(p.finding.countries) > 1 for p in proposed(LEAD + "Ozols spoke at a meeting of the cabinet."))
