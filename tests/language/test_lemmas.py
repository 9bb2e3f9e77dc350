import pytest

from comity.language.lemmas import lemma


@pytest.mark.parametrize(
    ("word", "upos", "xpos", "form"),
    [
        ("ministers", "NOUN", "NNS", "minister"),
        ("Ministers", "PROPN", "NNPS", "Minister"),
        ("signed", "VERB", "VBN", "sign"),
        ("said", "VERB", "VBD", "say"),
        ("is", "AUX", "VBZ", "be"),
        ("’s", "AUX", "VBZ", "be"),
        ("wo", "AUX", "MD", "will"),
        ("re-elected", "VERB", "VBN", "re-elect"),
        ("people", "NOUN", "NNS", "person"),
        ("meeting", "NOUN", "NN", "meeting"),
        ("Kazakhstan", "PROPN", "NNP", "Kazakhstan"),
        ("Both", "DET", "DT", "both"),
        ("them", "PRON", "PRP", "they"),
        ("larger", "ADJ", "JJR", "large"),
        ("53,000", "NUM", "CD", "53,000"),
        ("-", "PUNCT", "HYPH", "-"),
    ],
)
def test_words_come_to_their_dictionary_form(word: str, upos: str, xpos: str, form: str) -> None:
    assert lemma(word, upos, xpos) == form
