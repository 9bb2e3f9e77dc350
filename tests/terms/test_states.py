from collections import Counter
from pathlib import Path

import pytest

from comity.terms.states import Body, State, States, folded, unaccented

HERE = Path(__file__).parent
ISO_3166_1 = set((HERE / "iso3166.txt").read_text(encoding="utf-8").split())
ISO_3166_3 = {"ANT", "CSK", "DDR", "SCG", "SUN", "YMD", "YUG"}
GUIDES_BODIES = {"EUU", "UNO", "NAT", "ASE", "AFU"}


def test_every_code_of_iso_3166_is_there_and_no_other(states: States) -> None:
    assert set(states.states) == ISO_3166_1 | ISO_3166_3 | {"XKX"}


def test_a_body_has_a_code_of_the_guide_or_one_that_begins_with_x(states: States) -> None:
    assert all(code in GUIDES_BODIES or (code[0] == "X" and code != "XKX") for code in states.bodies)
    assert set(states.bodies) >= GUIDES_BODIES


def test_states_and_bodies_share_no_code(states: States) -> None:
    assert not set(states.states) & set(states.bodies)


def test_members_of_bodies_are_states(states: States) -> None:
    members = {member for body in states.bodies.values() for member in body.members}
    assert members <= set(states.states)


@pytest.mark.parametrize(
    ("code", "count"), [("EUU", 27), ("NAT", 32), ("ASE", 11), ("XGS", 7), ("XGC", 6), ("XEA", 5), ("XSC", 10)]
)
def test_a_body_has_its_members(states: States, code: str, count: int) -> None:
    assert len(set(states.bodies[code].members)) == count


def test_no_form_leads_to_two_codes_unless_it_is_listed(states: States) -> None:
    shared = {form for form, senses in states.senses.items() if len(senses) > 1}
    assert shared == set(states.ambiguous)


def test_the_order_of_an_ambiguous_form_names_all_that_share_it(states: States) -> None:
    told = {form: set(codes) for form, codes in states.ambiguous.items()}
    assert told == {form: {code for code, _ in states.senses[form]} for form in states.ambiguous}


def test_forms_that_need_company_do_not_stand_alone_elsewhere(states: States) -> None:
    assert not set(states.beside) & set(states.senses)
    assert {code for codes in states.beside.values() for code in codes} <= set(states.by_code)


def test_phrases_that_name_no_state_are_no_forms(states: States) -> None:
    phrases = [phrase for group in states.phrases.values() for phrase in group]
    assert not set(phrases) & set(states.senses)
    assert [phrase for phrase, times in Counter(phrases).items() if times > 1] == []


def test_no_list_of_an_actor_repeats_a_form(states: States) -> None:
    for actor in states.by_code.values():
        times = Counter(form for form, _ in actor.forms())
        official = actor.official if isinstance(actor, State) else ""
        assert {form for form, count in times.items() if count > 1} <= {official}, actor.code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("kaz", "KAZ"),
        ("EU", "EUU"),
        ("turkiye", "TUR"),
        ("TÜRKİYE", "TUR"),
        ("cote d’ivoire", "CIV"),
        ("the netherlands", "NLD"),
        ("u.s.a.", "USA"),
        ("Ivory Coast", "CIV"),
        ("Burma", "MMR"),
        ("osce", "XOS"),
        ("Congo", "COD"),
        ("Jersey", "JEY"),
        ("sao tome and principe", "STP"),
        ("  North   Macedonia ", "MKD"),
    ],
)
def test_a_state_is_found_by_code_or_name_however_it_is_written(states: States, text: str, code: str) -> None:
    found = states.find(text)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("text", ["", "the", "Atlantis", "ZZZ"])
def test_what_names_no_state_is_not_found(states: States, text: str) -> None:
    assert states.find(text) is None


def test_states_and_bodies_are_told_apart(states: States) -> None:
    assert isinstance(states.by_code["KAZ"], State)
    assert isinstance(states.by_code["EUU"], Body)


@pytest.mark.parametrize(
    ("text", "plain"), [("Łódź", "Lodz"), ("Türkiye", "Turkiye"), ("Tromsø", "Tromso"), ("Oslo", "Oslo")]
)
def test_accents_are_taken_off(text: str, plain: str) -> None:
    assert unaccented(text) == plain


def test_folding_takes_off_case_article_and_dots() -> None:
    assert folded("The U.K.") == "uk"
