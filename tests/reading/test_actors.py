from comity.findings import Person
from comity.reading.actors import Actors
from comity.reading.mentions import PartyMention, PersonMention, StateMention, Who
from tests.reading.grammar import page

SENTENCE = """
Armenian  Armenian  ADJ   JJ  2 amod
companies company   NOUN  NNS 3 nsubj
met       meet      VERB  VBD 0 root
Minister  Minister  PROPN NNP 3 obj
Serik     Serik     PROPN NNP 4 flat
in        in        ADP   IN  7 case
Astana    Astana    PROPN NNP 3 obl
"""
WHO = Who(
    states=(
        StateMention(0, 1, "ARM", "adjective"),
        StateMention(6, 7, "KAZ", "capital", acts=False),
        *(StateMention(20 + n, 21 + n, "KAZ", "name") for n in range(3)),
    ),
    people=(PersonMention(3, 5, Person(name="Serik", country="KAZ"), "name"),),
    pair=("KAZ", "ARM"),
)


def test_a_noun_acts_for_the_state_it_belongs_to() -> None:
    assert Actors(page(SENTENCE), WHO).at(1) == ("ARM",)


def test_a_person_acts_for_the_state_they_stand_for() -> None:
    assert Actors(page(SENTENCE), WHO).at(4) == ("KAZ",)


def test_a_city_as_a_mere_place_does_not_act() -> None:
    actors = Actors(page(SENTENCE), WHO)
    assert actors.at(6) == ()
    assert actors.beside(6) == ("KAZ",)


def test_the_other_side_is_told_only_for_a_side_of_the_pair() -> None:
    actors = Actors(page(SENTENCE), WHO)
    assert actors.others(("ARM",)) == ("KAZ",)
    assert actors.others(("FRA",)) == ()


def test_a_state_named_only_in_passing_is_no_counterpart() -> None:
    assert Actors(page(SENTENCE), WHO).counterparts(("ARM",)) == ("KAZ",)
    who = Who(states=WHO.states[:3], pair=WHO.pair)
    assert Actors(page(SENTENCE), who).counterparts(("ARM",)) == ()


def test_a_party_stands_for_all_its_states() -> None:
    who = Who(parties=(PartyMention(1, 2, ("ARM", "KAZ")),))
    assert Actors(page(SENTENCE), who).of((1, 1)) == ("ARM", "KAZ")
