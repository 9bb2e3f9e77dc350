"""The parser: text in, Doc out, by words, sentences, encoder and assembly."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Protocol

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from comity.errors import BadEncoding, EmptyReport, TooLarge
from comity.language.alone import Alone, places_of
from comity.language.appraiser import Appraiser
from comity.language.assemble import UNREAD, Stretch, assemble
from comity.language.boundaries import split_sentences
from comity.language.encoder import Encoder, Progress
from comity.language.words import Words, new_tokenizer, new_vocab, split_words

LONGEST_SENTENCE = 300


class Parser(Protocol):
    """Whatever turns the text of a report into a Doc.

    version, model_hash: what a reading names as its model
    vocab: the vocabulary of its Docs, for spaCy's matchers
    """

    version: str
    model_hash: str
    vocab: Vocab

    def parse(self, text: str, skip: Sequence[tuple[int, int]] = (), progress: Progress | None = None) -> Doc:
        """A Doc with `doc.text == text`; `skip` are (start, end) in code points that are not read."""
        ...


class EncoderParser:
    """Comity's own parser. Labels depend on the text and `skip` alone.

    Every token has pos_ (UPOS), tag_ (Penn), head, dep_ (UD with subtypes; the root is "root"),
    lemma_ and ent_type_ (PERSON, ORG, PLACE, NATION, EVENT). White space beyond one space is a
    token with pos_ "SPACE" and dep_ "dep". Sentences that were skipped, or hold more than
    `longest` words, have no grammar; Doc.user_data tells them under "skipped" and "too_long".
    """

    def __init__(self, encoder: Encoder, longest: int = LONGEST_SENTENCE) -> None:
        self._encoder = encoder
        self._longest = longest
        self.version: str = encoder.manifest.version
        self.model_hash: str = encoder.manifest.sha256
        self.vocab: Vocab = new_vocab()
        self._tokenizer = new_tokenizer(self.vocab)

    def parse(self, text: str, skip: Sequence[tuple[int, int]] = (), progress: Progress | None = None) -> Doc:
        """A Doc with `doc.text == text`; `skip` are (start, end) in code points that are not read."""
        words = split_words(self._tokenizer, text)
        stretches = list(stretch_out(words, skip, self._longest))
        given = [_given(words, stretch) for stretch in stretches if stretch.read]
        return assemble(self.vocab, words, stretches, self._encoder.label(given, progress))

    def alone(self, text: str) -> Alone:
        """The text encoded as one sentence.

        Raises ``EmptyReport`` where it holds no word, ``BadEncoding`` where it is no text, ``TooLarge``
        where it holds more than `longest` words.
        """
        if any("\ud800" <= character <= "\udfff" for character in text):
            raise BadEncoding("The sentence holds half a surrogate pair, which is no character.")
        words = split_words(self._tokenizer, text)
        stretch = _stretch(words, (0, len(words.texts)), False, self._longest)
        if not stretch.words:
            raise EmptyReport("The sentence holds no word.")
        if stretch.too_long:
            told = f"The sentence holds {len(stretch.words):,} words; the longest that is read has {self._longest:,}."
            raise TooLarge(told, "Give one sentence only, or set COMITY_MAX_SENTENCE_WORDS.")
        (labelled,) = self._encoder.label([_given(words, stretch)])
        return Alone(tuple(places_of(words)), labelled.vectors, len(text))


@lru_cache(maxsize=4)
def appraiser(threads: int = 1) -> Appraiser:
    """Comity's appraiser with the shipped model, made once per process; `BadModel` if it is damaged."""
    return Appraiser(threads)


@lru_cache(maxsize=4)
def load(threads: int = 1, longest: int = LONGEST_SENTENCE) -> EncoderParser:
    """Comity's parser with the shipped model, made once per process; `BadModel` if it is damaged."""
    return EncoderParser(Encoder(threads), longest)


def sentences(doc: Doc) -> list[Span]:
    """The sentences that were read, in order, without white space at their ends."""
    unread = doc.user_data.get(UNREAD, frozenset())
    found = []
    for sentence in doc.sents:
        first, end = sentence.start, sentence.end
        while first < end and doc[first].is_space:
            first += 1
        while end > first and doc[end - 1].is_space:
            end -= 1
        if first < end and sentence.start not in unread:
            found.append(doc[first:end])
    return found


def stretch_out(words: Words, skip: Sequence[tuple[int, int]], longest: int) -> Iterator[Stretch]:
    """The text's sentences, cut where a stretch that is skipped begins or ends."""
    skipped = skipped_words(words, skip)
    for first, end in split_sentences(words):
        start = first
        for at in range(first + 1, end + 1):
            if at == end or skipped[at] != skipped[start]:
                yield _stretch(words, (start, at), skipped[start], longest)
                start = at


def _stretch(words: Words, place: tuple[int, int], skipped: bool, longest: int) -> Stretch:
    own = [at for at in range(*place) if not words.texts[at].isspace()]
    return Stretch(*place, own, skipped, too_long=len(own) > longest and not skipped)


def skipped_words(words: Words, skip: Sequence[tuple[int, int]]) -> list[bool]:
    """For every word whether it touches a stretch of `skip`, which need not be in order.

    White space goes with the word before it, so that it makes no sentence of its own.
    """
    marked: list[bool] = []
    parts, at, part = sorted(skip), 0, 0
    for text, space in zip(words.texts, words.spaces, strict=True):
        while part < len(parts) and parts[part][1] <= at:
            part += 1
        inside = part < len(parts) and parts[part][0] < at + len(text)
        marked.append(marked[-1] if text.isspace() and marked else inside)
        at += len(text) + space
    return marked


def _given(words: Words, stretch: Stretch) -> tuple[list[str], list[bool]]:
    """The encoder's input: words, and whether white space stands before each."""
    texts = [words.texts[at] for at in stretch.words]
    spaces = [at > stretch.first and (words.spaces[at - 1] or words.texts[at - 1].isspace()) for at in stretch.words]
    return texts, spaces
