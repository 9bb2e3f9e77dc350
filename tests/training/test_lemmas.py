from training.lemmas import make_table
from training.sentences import Sentence


def told(word: str, upos: str, xpos: str, form: str) -> Sentence:
    return Sentence((word,), (False,), "x", upos=(upos,), xpos=(xpos,), lemmas=(form,))


def test_only_what_the_dictionary_gets_wrong_is_kept() -> None:
    items = [told("people", "NOUN", "NNS", "person"), told("ministers", "NOUN", "NNS", "minister")] * 2
    assert make_table(items) == {"NNS": {"people": "person"}}


def test_a_single_odd_form_is_left_out() -> None:
    assert make_table([told("talks", "NOUN", "NNS", "talking")]) == {}
