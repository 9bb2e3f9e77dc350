"""Puts words, sentences and labels together as a spaCy Doc that keeps the text exactly."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc
from spacy.vocab import Vocab

from comity.language.encoder import Labelled
from comity.language.lemmas import lemma
from comity.language.words import Words

# Keys of Doc.user_data. SKIPPED and TOO_LONG hold (start, end) in code points of the text;
# UNREAD the positions of the first words of sentences that were not read.
# ENCODED and TOPICS hold, by the position of each sentence's first word, its vectors and scores of topics.
SKIPPED, TOO_LONG, UNREAD = "skipped", "too_long", "unread"
ENCODED, TOPICS = "encoded", "topics"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words [first, end) of one sentence; `words` are the positions of those that are no space.

    skipped: no part of the report; too_long: more words than are read. Neither has labels.
    """

    first: int
    end: int
    words: list[int]
    skipped: bool = False
    too_long: bool = False

    @property
    def read(self) -> bool:
        """Whether the encoder labels this sentence."""
        return bool(self.words) and not self.skipped and not self.too_long


@dataclass(slots=True)
class Columns:
    """Annotation of every token of the text, as Doc takes it; heads are positions in the text."""

    tags: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    ents: list[str] = field(default_factory=list)


def assemble(vocab: Vocab, words: Words, stretches: Sequence[Stretch], labels: Sequence[Labelled]) -> Doc:
    """The Doc of all stretches, `labels` belonging to those that are read, in order."""
    columns, left = Columns(), iter(labels)
    for stretch in stretches:
        _bare(columns, words, stretch)
        if stretch.read:
            _fill(columns, words, stretch, next(left))
    doc = Doc(
        vocab,
        words=words.texts,
        spaces=words.spaces,
        tags=columns.tags,
        pos=columns.pos,
        deps=columns.deps,
        heads=columns.heads,
        lemmas=columns.lemmas,
        ents=columns.ents,
    )
    _mark(doc, stretches)
    read = [stretch.words[0] for stretch in stretches if stretch.read]
    doc.user_data[ENCODED] = dict(zip(read, (label.vectors for label in labels), strict=True))
    doc.user_data[TOPICS] = dict(zip(read, (label.topics for label in labels), strict=True))
    return doc


def _bare(columns: Columns, words: Words, stretch: Stretch) -> None:
    """Tokens of one sentence without grammar: all hang on its first word, spaces on the word before."""
    root = stretch.words[0] if stretch.words else stretch.first
    before = root
    for at in range(stretch.first, stretch.end):
        space = words.texts[at].isspace()
        columns.tags.append("_SP" if space else "")
        columns.pos.append("SPACE" if space else "X")
        columns.deps.append("root" if at == root else "dep")
        columns.heads.append(before if space and stretch.read else root)
        columns.lemmas.append(words.texts[at])
        columns.ents.append("O")
        before = before if space else at


def _fill(columns: Columns, words: Words, stretch: Stretch, labels: Labelled) -> None:
    """Puts the encoder's labels in place of the bare ones."""
    places = stretch.words
    for n, at in enumerate(places):
        head = labels.heads[n]
        columns.tags[at] = labels.xpos[n]
        columns.pos[at] = labels.upos[n]
        columns.deps[at] = labels.labels[n] if head else "root"
        columns.heads[at] = places[head - 1] if head else at
        columns.lemmas[at] = lemma(words.texts[at], labels.upos[n], labels.xpos[n])
        name = columns.ents[at] = labels.names[n]
        if name[0] == "I":  # white space inside a name belongs to it
            for space in range(places[n - 1] + 1, at):
                columns.ents[space] = name


def _mark(doc: Doc, stretches: Sequence[Stretch]) -> None:
    def chars(stretch: Stretch) -> tuple[int, int]:
        last = doc[stretch.end - 1]
        return doc[stretch.first].idx, last.idx + len(last)

    doc.user_data[SKIPPED] = [chars(s) for s in stretches if s.skipped]
    doc.user_data[TOO_LONG] = [chars(s) for s in stretches if s.too_long]
    doc.user_data[UNREAD] = frozenset(s.first for s in stretches if not s.read)
