import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.matcher import Matcher

from comity.language import SKIPPED, TOO_LONG, load, sentences

TEXT = (
    "FeaturedPolitics\n\nKazakhstan’s Foreign Minister Visits Armenia\n\n"
    "Murat Nurtleu, Deputy Prime Minister of Kazakhstan, paid a working visit to Armenia. "
    "“Armenia is a longstanding partner. We share common goals,” remarked the minister.\n\n \n\nTuraNews\n"
)


def texts(skip: tuple[tuple[int, int], ...] = ()) -> list[str]:
    return [sentence.text for sentence in sentences(load().parse(TEXT, skip))]


def test_sentences_leave_out_white_space() -> None:
    assert texts() == [
        "FeaturedPolitics",
        "Kazakhstan’s Foreign Minister Visits Armenia",
        "Murat Nurtleu, Deputy Prime Minister of Kazakhstan, paid a working visit to Armenia.",
        "“Armenia is a longstanding partner.",
        "We share common goals,” remarked the minister.",
        "TuraNews",
    ]


def test_what_is_skipped_is_no_sentence_and_has_no_grammar() -> None:
    end = TEXT.index("TuraNews")
    skip = ((end, end + 8), (0, 16))
    doc = load().parse(TEXT, skip)
    assert doc.text == TEXT
    assert [sentence.text for sentence in sentences(doc)] == texts()[1:-1]
    assert [TEXT[a:b].strip() for a, b in doc.user_data[SKIPPED]] == ["FeaturedPolitics", "TuraNews"]
    assert not [name for name in doc.ents if name.text in ("FeaturedPolitics", "TuraNews")]


def test_grammar_and_names_are_found() -> None:
    doc = load().parse(TEXT)
    paid = next(token for token in doc if token.text == "paid")
    assert (paid.pos_, paid.dep_, paid.lemma_, paid.tag_) == ("VERB", "root", "pay", "VBD")
    assert [child.text for child in paid.children if child.dep_ == "nsubj"] == ["Murat"]
    assert ("Murat Nurtleu", "PERSON") in [(name.text, name.label_) for name in doc.ents]


def test_matchers_of_spacy_work_on_it() -> None:
    parser = load()
    matcher = Matcher(parser.vocab)
    matcher.add("PAY", [[{"LEMMA": "pay"}, {"POS": "DET"}]])
    assert len(matcher(parser.parse(TEXT))) == 1


def test_the_same_text_is_always_read_alike() -> None:
    parser = load()
    first = parser.parse(TEXT).to_json()
    parser.parse("Another report stands between them. It is short.")
    assert parser.parse(TEXT).to_json() == first


def test_too_long_a_sentence_is_told_and_not_read() -> None:
    doc = load().parse("It began. " + "word " * 400 + "end. It ended.")
    assert [sentence.text for sentence in sentences(doc)] == ["It began.", "It ended."] or len(sentences(doc)) == 1
    assert len(doc.user_data[TOO_LONG]) == 1


def test_a_sentence_of_a_hundred_thousand_words_comes_back_soon() -> None:
    parser = load()
    text = "trade and " * 50_000
    began = time.process_time()
    doc = parser.parse(text)
    assert time.process_time() - began < 3
    assert doc.text == text
    assert sentences(doc) == []


def test_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    load().parse(TEXT, progress=lambda done, whole: told.append((done, whole)))
    assert told[-1][0] == told[-1][1] == len(texts())


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "\n\nA\n", "a\u00a0b\u200bc", "\ud7ff\x00\x0c", "e\u0301 \U0001f1e6\U0001f1f2"]
)
def test_any_text_is_kept_exactly(text: str) -> None:
    assert load().parse(text).text == text


@settings(max_examples=40, deadline=None)
@given(
    st.text(st.sampled_from("aB1 \n\t.,“”\"'-–é\u00a0\u2029\U0001f600"), max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=3),
)
def test_any_text_and_skip_give_the_text_back(text: str, skip: list[tuple[int, int]]) -> None:
    doc = load().parse(text, skip)
    assert doc.text == text
    assert "".join(s.text_with_ws for s in doc.sents) == text
