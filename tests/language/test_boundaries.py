import time

import pytest

from comity.language.boundaries import split_sentences
from comity.language.words import new_tokenizer, new_vocab, split_words

TOKENIZER = new_tokenizer(new_vocab())


def sentences_of(text: str) -> list[str]:
    words = split_words(TOKENIZER, text)
    found = split_sentences(words)
    assert [first for first, _ in found[1:]] == [end for _, end in found[:-1]]
    whole = [w + " " * s for w, s in zip(words.texts, words.spaces, strict=True)]
    return [part for first, end in found if (part := "".join(whole[first:end]).strip())]


ONE = [
    "He met U.S. President Joe Biden in Washington D.C. last week.",
    "Resolution No. 5 was adopted.",
    "Mr. Nurtleu thanked Dr. Mirzoyan and Gen. Smith.",
    "Trade grew by 5.3 percent on Jan. 3 this year.",
    "J. K. Rowling and T. Erdogan spoke.",
    "“Why now?” he asked.",
    "“Why now?” Mirzoyan asked.",
    "“We share common goals,” remarked the Kazakh Foreign Minister.",
    "The firm Aselsan Inc. Chairman was there.",
    "Article 5 (see Art. 12 and p. 7) applies.",
    "It cost Rs. 500 or Tk. 700.",
    "He was born in St. Petersburg.",
    "The talks began at 5 p.m. Moscow time.",
    "The site is example.org/news.html today.",
    "the line was broken by a typesetter who\nkept all his lines at about this length",
]


@pytest.mark.parametrize("text", ONE)
def test_one_sentence_stays_one(text: str) -> None:
    assert sentences_of(text) == [text]


SEVERAL = [
    ("It ended. He left.", ["It ended.", "He left."]),
    ("He left the U.S. The talks went on.", ["He left the U.S.", "The talks went on."]),
    ("They met at 5 p.m. The talks went well.", ["They met at 5 p.m.", "The talks went well."]),
    ("He said no. Nobody asked why.", ["He said no.", "Nobody asked why."]),
    (
        "“Armenia is a partner. We share goals,” he said.",
        ["“Armenia is a partner.", "We share goals,” he said."],
    ),
    ("“It is done.” He sat down.", ["“It is done.”", "He sat down."]),
    ('"It is done." "We know," she said.', ['"It is done."', '"We know," she said.']),
    ("He left (in haste.) She stayed.", ["He left (in haste.)", "She stayed."]),
    ("Really?! Yes… Well.", ["Really?!", "Yes…", "Well."]),
    ("It was in 2023. 53 firms came.", ["It was in 2023.", "53 firms came."]),
    ("A Heading\n\nThe text", ["A Heading", "The text"]),
    ("A Heading \n \n The text", ["A Heading", "The text"]),
    ("A Heading\r\n\r\nThe text", ["A Heading", "The text"]),
    ("A Heading\u2029The text", ["A Heading", "The text"]),
    ("Short heading\nThe minister paid a working visit to Armenia this week.", 2),
    ("They agreed on:\n- trade;\n- transport;\n- culture.", 4),
    ("Point one.\nPoint two.", 2),
    ("Astana\nYerevan\nBaku", 3),
    ("He came.He left.", 1),
    ("", []),
    (" \n\n ", []),
]


@pytest.mark.parametrize(("text", "parts"), SEVERAL)
def test_sentences_end_where_they_should(text: str, parts: list[str] | int) -> None:
    found = sentences_of(text)
    assert (found if isinstance(parts, list) else len(found)) == parts


@pytest.mark.parametrize("unit", [". ", '"\n', '." ', "a.\n", "No. ", "\u2029", "- "])
def test_time_grows_no_faster_than_the_text(unit: str) -> None:
    words = split_words(TOKENIZER, unit * 30_000)
    began = time.process_time()
    split_sentences(words)
    assert time.process_time() - began < 2
