from comity import terms
from comity.terms.modality import Modality

WORDS = terms.load().table(Modality)


def test_a_lemma_on_two_lists_takes_the_later() -> None:
    assert "proposal" in WORDS.governors.planned
    assert WORDS.status_of_governor["proposal"] == "requested"


def test_auxiliaries_and_openers_give_a_status() -> None:
    assert WORDS.status_of_auxiliary["will"] == "planned"
    assert WORDS.status_of_auxiliary["would"] == "backshifted"
    assert WORDS.status_of_opener["unless"] == "conditional"


def test_commitments_are_shares_of_certainty() -> None:
    assert all(0 < weight <= 1 for weight in WORDS.commitment.values())


def test_words_that_deny_and_report_are_in_small_letters() -> None:
    assert all(word == word.lower() for word in (*WORDS.denials, *WORDS.reports))
