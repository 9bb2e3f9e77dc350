from hypothesis import given
from hypothesis import strategies as st

from training.sentences import NAME_TAGS, UNSURE, spans, tag_spans


@given(st.lists(st.sampled_from((*NAME_TAGS, UNSURE)), max_size=12))
def test_spans_and_tags_agree(tags: list[str]) -> None:
    found = spans(tuple(tags))
    assert spans(tuple(tag_spans(len(tags), found))) == found


def test_an_inside_without_a_beginning_begins_a_name() -> None:
    assert spans(("I-ORG", "I-ORG", "I-PLACE")) == [(0, 2, "ORG"), (2, 3, "PLACE")]


def test_unsure_words_are_no_name() -> None:
    assert spans(("B-ORG", UNSURE, "I-ORG")) == [(0, 1, "ORG"), (2, 3, "ORG")]
