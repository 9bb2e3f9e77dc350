from comity import terms
from comity.terms.measures import Measures

TABLE = terms.load().table(Measures)
MEASURES = {"trade", "exports", "imports", "investment", "finance", "companies", "projects", "people", "other"}


def test_all_lists_are_of_measures_that_the_guide_knows() -> None:
    assert set(TABLE.counted) | set(TABLE.cues) | set(TABLE.hints) == MEASURES


def test_no_unit_word_means_two_units() -> None:
    words = [word for unit in TABLE.units for word in unit.words]
    assert len(words) == len(set(words))


def test_growth_goes_one_way_only() -> None:
    assert set(TABLE.growth.up) & set(TABLE.growth.down) == set()


def test_every_list_is_in_lower_case() -> None:
    lists = [getattr(TABLE.lists, name) for name in type(TABLE.lists).model_fields]
    assert all(word == word.lower() for words in lists for word in words)
