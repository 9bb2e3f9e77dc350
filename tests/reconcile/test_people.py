import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity import reconcile
from comity.matters import Naming
from comity.reconcile.names import DIFFERENT, INITIAL, SURNAME, WHOLE, likeness


@pytest.mark.parametrize(
    ("one", "other", "like"),
    [
        ("Kassym-Jomart Tokayev", "Qasym-Zhomart Toqaev", WHOLE),
        ("Kassym-Jomart Tokayev", "Kassym Jomart Tokayev", WHOLE),
        ("Murat Nurtleu", "Murat Nurtileu", WHOLE),
        ("Szijjártó Péter", "Peter Szijjarto", WHOLE),
        ("Vladimir Vladimirovich Putin", "Vladimir Putin", WHOLE),
        ("Mohammed bin Salman", "Muhammad bin Salman Al Saud", WHOLE),
        ("J. Andreasyan", "Zhanna Andreasian", INITIAL),
        ("Tokayev", "Kassym-Jomart Tokayev", SURNAME),
        ("Ararat Mirzoyan", "Arsen Mirzoyan", DIFFERENT),
        ("Alen Simonyan", "Armen Simonyan", DIFFERENT),
        ("Marat Tazhin", "Murat Tazhin", DIFFERENT),
        ("Li Qiang", "Li Keqiang", DIFFERENT),
        ("", "Li Keqiang", DIFFERENT),
    ],
)
def test_names_are_as_like_as_their_parts(one: str, other: str, like: float) -> None:
    assert likeness(one, other) == likeness(other, one) == like


def named(name: str, country: str | None = "ARM", office: str = "", day: str = "2024-01-01") -> Naming:
    return Naming(f"{name}|{country}", name, country, day, (office,) if office else ())


def people(*namings: Naming) -> list[set[str]]:
    groups = reconcile.people(namings, reconcile.naming_links(namings, ()), ())
    return [{one.split("|")[0] for one in group} for group in groups]


def test_spellings_and_initials_of_one_state_are_one_person() -> None:
    assert people(named("J. Andreasyan"), named("Zhanna Andreasyan"), named("Andreasian")) == [
        {"J. Andreasyan", "Zhanna Andreasyan", "Andreasian"}
    ]


def test_people_of_two_states_are_two() -> None:
    assert len(people(named("Murat Nurtleu", "KAZ"), named("Murat Nurtleu", "ARM"))) == 2


def test_a_whole_name_without_a_state_fits_the_one_with() -> None:
    assert len(people(named("Murat Nurtleu", "KAZ"), named("Murat Nurtleu", None))) == 1


def test_a_surname_that_two_bear_is_nobodys() -> None:
    assert len(people(named("Mirzoyan"), named("Ararat Mirzoyan"), named("Arsen Mirzoyan"))) == 3


def test_a_surname_that_two_bear_is_his_who_holds_the_office() -> None:
    found = people(
        named("Mirzoyan", office="Foreign Minister"),
        named("Ararat Mirzoyan", office="Minister of Foreign Affairs"),
        named("Arsen Mirzoyan", office="Ambassador"),
    )
    assert {"Mirzoyan", "Ararat Mirzoyan"} in found


def test_the_fullest_name_is_shown() -> None:
    assert reconcile.fullest_name([named("Tokayev"), named("K. Tokayev"), named("Kassym-Jomart Tokayev")]) == (
        "Kassym-Jomart Tokayev"
    )


@given(st.text(alphabet="AaBbéİß .-'", max_size=12), st.text(alphabet="AaBbéİß .-'", max_size=12))
def test_any_two_names_are_compared_alike_both_ways(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)
