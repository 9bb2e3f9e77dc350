import pytest

from comity import terms
from comity.terms.instruments import Instruments

WORDS = terms.load().table(Instruments)


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("treaty", "treaty"),
        ("agreements", "agreement"),
        ("mous", "memorandum"),
        ("protocol", "protocol"),
        ("roadmap", "programme"),
        ("communiqué", "declaration"),
        ("contract", "contract"),
    ],
)
def test_every_kind_has_its_nouns(form: str, kind: str) -> None:
    assert kind in {noun.kind for noun in WORDS.by_form[form]}


def test_a_noun_that_needs_a_word_names_one() -> None:
    assert all(noun.before or noun.after for noun in WORDS.nouns if noun.needs == "after")
    assert all(noun.forms == tuple(form.lower() for form in noun.forms) for noun in WORDS.nouns)


def test_a_verb_may_give_several_statuses_the_first_first() -> None:
    assert WORDS.verbs.of("ratify") == ("ratified",)
    assert WORDS.verbs.of("whistle") == ()


def test_a_phrase_within_a_text_gives_its_status() -> None:
    assert WORDS.after.within("which is still under negotiation in geneva") == "planned"
    assert WORDS.after.within("which pleased everybody") is None
