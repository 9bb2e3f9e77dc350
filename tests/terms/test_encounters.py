from comity import terms
from comity.terms.encounters import Encounters, any_of

TABLE = terms.load().table(Encounters)


def test_the_longest_phrase_counts() -> None:
    found = TABLE.pattern.search("they had a telephone conversation today")
    assert found is not None
    assert TABLE.kinds[found.group()] == ("call", False)


def test_phrases_are_whole_words() -> None:
    assert any_of(("call",)).search("a recall of calls") is None


def test_a_word_that_is_noun_and_verb_is_marked() -> None:
    assert "visit" in TABLE.twofold
    assert "session" not in TABLE.twofold
