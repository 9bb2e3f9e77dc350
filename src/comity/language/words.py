"""Text to words: spaCy's English tokenizer, brought nearer to the treebanks' idea of a word."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.lang.char_classes import ALPHA, HYPHENS
from spacy.lang.en import English
from spacy.symbols import ORTH  # type: ignore[import-not-found]
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex
from spacy.vocab import Vocab, create_vocab

# The tokenizer takes affixes off one by one, each time copying the rest: on a run without
# spaces its time grows with the square of the length. Longer runs are cut before.
LONGEST_RUN = 200
RUN = re.compile(rf"\S{{{LONGEST_RUN},}}")

# Where the treebanks split and spaCy's rules do not, measured on gum-news.
PREFIXES = (r"[-–—](?=[^\W\d_])", r"№", r"/(?=[^\W\d_])")
SUFFIXES = (r"(?<=\w)/", r"(?<=\w)[-–—]")
INFIXES = (
    r"(?<=\w)/(?=\w)",
    r"(?<=\d)[–—-](?=\d)",
    r"(?<=\d)[-–](?=[^\W\d_])",
    r"(?<=[^\W\d_])[-–—](?=\d)",
)
# Where spaCy splits and the treebanks do not: a prefix with its hyphen is part of the word.
STOPS = tomllib.loads(Path(__file__).with_name("stops.toml").read_text(encoding="utf-8"))
HYPHEN = (
    rf"(?<=[{ALPHA}])" + "".join(rf"(?<!\b(?i:{part}))" for part in STOPS["prefixes"]) + rf"(?:{HYPHENS})(?=[{ALPHA}])"
)


@dataclass(frozen=True, slots=True)
class Words:
    """A text as words; "".join(text + " " if space else text) gives the text back exactly.

    texts:  words, and runs of white space beyond the one space after a word
    spaces: whether one space follows
    """

    texts: list[str]
    spaces: list[bool]


def stops(name: str) -> frozenset[str]:
    """One list of stops.toml."""
    return frozenset(STOPS[name])


def new_vocab() -> Vocab:
    """An English vocabulary without vectors."""
    return create_vocab("en", English.Defaults)


def new_tokenizer(vocab: Vocab) -> Tokenizer:
    """spaCy's English tokenizer with the treebanks' splits at slashes and hyphens."""
    rules = English.Defaults
    infixes = [rule for rule in rules.infixes or () if f"(?:{HYPHENS})" not in rule]
    return Tokenizer(
        vocab,
        rules={**rules.tokenizer_exceptions, **{word: [{ORTH: word}] for word in STOPS["abbreviations"]}},
        prefix_search=compile_prefix_regex((*(rules.prefixes or ()), *PREFIXES)).search,
        suffix_search=compile_suffix_regex((*(rules.suffixes or ()), *SUFFIXES)).search,
        infix_finditer=compile_infix_regex((*infixes, HYPHEN, *INFIXES)).finditer,
        token_match=rules.token_match,
        url_match=rules.url_match,
    )


def split_words(tokenizer: Tokenizer, text: str) -> Words:
    """All words of a text; linear in its length."""
    texts: list[str] = []
    spaces: list[bool] = []
    for part in _parts(text):
        for token in tokenizer(part):
            texts.append(token.text)
            spaces.append(bool(token.whitespace_))
    return Words(texts, spaces)


def _parts(text: str) -> Iterator[str]:
    """The text in stretches that the tokenizer takes well: long runs apart and in pieces."""
    done = 0
    for run in RUN.finditer(text):
        if run.start() > done:
            yield text[done : run.start()]
        done = run.end() + text.startswith(" ", run.end())  # the space after a run is its last word's
        for at in range(run.start(), run.end(), LONGEST_RUN):
            yield text[at : at + LONGEST_RUN] if at + LONGEST_RUN < run.end() else text[at:done]
    if done < len(text):
        yield text[done:]
