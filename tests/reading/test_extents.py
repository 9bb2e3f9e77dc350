import pytest

from comity.reading.extents import without_deadline, words_of
from comity.reading.mentions import Moment
from tests.reading.grammar import page

SENTENCE = """
Oslo    Oslo    PROPN NNP 3 nsubj
will    will    AUX   MD  3 aux
build   build   VERB  VB  0 root
roads   road    NOUN  NNS 3 obj
,       ,       PUNCT ,   6 punct
ports   port    NOUN  NNS 4 conj
and     and     CCONJ CC  8 cc
bridges bridge  NOUN  NNS 4 conj
by      by      ADP   IN  10 case
2026    2026    NUM   CD  3 obl
,       ,       PUNCT ,   12 punct
which   which   PRON  WDT 13 nsubj
pleased please  VERB  VBD 3 advcl:relcl
Lima    Lima    PROPN NNP 13 obj
"""


def test_a_phrase_goes_on_over_a_list_and_ends_before_a_new_clause() -> None:
    read = page(SENTENCE)
    start, end = words_of(read.doc[2], 2)
    assert read.doc[start:end].text == "build roads , ports and bridges by 2026"


@pytest.mark.parametrize(
    ("deadline", "words"),
    [
        (Moment(9, 10, "2026", form="deadline"), "build roads , ports and bridges"),
        (None, "build roads , ports and bridges by 2026"),
    ],
)
def test_a_deadline_at_the_end_is_cut_with_its_preposition(deadline: Moment | None, words: str) -> None:
    read = page(SENTENCE)
    start, end = without_deadline(read, 2, 10, deadline)
    assert read.doc[start:end].text == words
