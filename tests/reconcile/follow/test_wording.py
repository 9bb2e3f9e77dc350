import pytest

from comity import terms
from comity.reconcile.follow.wording import Lexicon, lexicon

WORDS = lexicon()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("delivered", "delivery"),
        ("drew", "drawn"),
        ("negotiations", "negotiating"),
        ("supplies", "supplied"),
        ("buses", "bus"),
        ("businesses", "business"),
        ("donation", "donated"),
        ("exporter", "exports"),
    ],
)
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    assert WORDS.stem(one) == WORDS.stem(other)


def test_a_word_in_many_reports_says_little_and_a_deed_less_than_a_thing() -> None:
    assert WORDS.weight(WORDS.stem("signed")) < 0.1 < WORDS.weight(WORDS.stem("wheat"))
    assert WORDS.weight(WORDS.stem("zebra")) == 1.0
    assert WORDS.weight(WORDS.stem("unveil")) < 0.5


def test_states_years_and_empty_words_are_no_content() -> None:
    assert set(WORDS.content("In 2021 Kenya and the Peruvians will have seeds, 3,000 of them.")) == {"seed", "3000"}


def test_towns_that_are_no_capitals_are_content() -> None:
    assert WORDS.stem("Arequipa") in WORDS.content("a consulate in Arequipa")


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("lend the two a roof for their talks", "host"),
        ("deliver seeds", "deliver"),
        ("seek new markets", "trade"),
        ("conclude a treaty on extradition", "sign"),
        ("sign it", "sign"),
        ("train fifty nurses", "people"),
    ],
)
def test_words_tell_what_a_promise_is_about(text: str, way: str) -> None:
    assert way in WORDS.ways(text)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("as promised in March", {"2021-03"}),
        ("as promised in November", {"2020-11"}),
        ("in August of last year", {"2020", "2020-08"}),
        ("in May 2019", {"2019", "2019-05"}),
        ("a programme for 2020-2024", set()),
        ("they may come and march", set()),
    ],
)
def test_times_are_those_before_the_report(text: str, times: set[str]) -> None:
    assert WORDS.times(text, "2021-09-01") == times


def test_numbers_stand_with_their_things() -> None:
    told = WORDS.numbers("It sent 1.5 million tonnes in 2021, and twenty red buses.")
    assert (told[WORDS.stem("tonnes")], told[WORDS.stem("buses")]) == (1.5e6, 20)
    assert 2021 not in told.values()


def test_a_lexicon_is_made_once_for_each_terms() -> None:
    assert lexicon(terms.load()) is lexicon(terms.load())
    assert isinstance(lexicon(), Lexicon)
