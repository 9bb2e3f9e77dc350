from comity.findings import Person
from comity.reading.closest import backing, nearest
from comity.reading.mentions import Mention, PartyMention, PersonMention, StateMention, Who

WHO = Who(
    states=(
        StateMention(0, 1, "CHL", "name"),
        StateMention(20, 21, "CHL", "name"),
        StateMention(4, 5, "PER", "place", False),
    ),
    people=(PersonMention(8, 10, Person(name="Liv Aas", country="NOR"), "name"),),
    parties=(PartyMention(12, 13, ("CHL", "NOR")),),
)


def test_each_state_is_backed_by_the_mention_nearest_to_the_anchor() -> None:
    assert backing(WHO, Mention(1, 3), ("CHL", "NOR")) == (Mention(0, 1), Mention(8, 10))
    assert backing(WHO, Mention(14, 16), ("CHL", "NOR")) == (Mention(12, 13),)


def test_what_stands_inside_the_anchor_may_be_left_out() -> None:
    assert backing(WHO, Mention(19, 22), ("CHL",)) == (Mention(20, 21),)
    assert backing(WHO, Mention(19, 22), ("CHL",), outside=True) == (Mention(12, 13),)


def test_a_state_that_nothing_names_has_no_backing() -> None:
    assert backing(WHO, Mention(1, 3), ("JPN",)) == ()


def test_those_who_act_are_told_from_the_nearest_on() -> None:
    assert nearest(WHO, Mention(6, 7)) == ("NOR", "CHL")
