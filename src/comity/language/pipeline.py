"""spaCy pipelines in place of Comity's parser, and Comity's parser as a spaCy pipeline."""

from collections.abc import Sequence

from spacy.lang.en import English
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from comity.language.assemble import SKIPPED, TOO_LONG, UNREAD, Stretch
from comity.language.encoder import Progress
from comity.language.parser import LONGEST_SENTENCE, Parser, load, stretch_out
from comity.language.words import Words


class PipelineParser:
    """Any spaCy pipeline with Universal Dependencies as a Parser.

    Sentences are Comity's own, so that `skip` and the limit on length hold; the pipeline's
    components must respect sentence starts that are already set, as spaCy's parser does.
    """

    def __init__(self, nlp: Language, longest: int = LONGEST_SENTENCE) -> None:
        self._nlp = nlp
        self._longest = longest
        self._parses = nlp("Talks began.").has_annotation("DEP")
        self.version: str = f"{nlp.meta['lang']}_{nlp.meta['name']}-{nlp.meta['version']}"
        self.model_hash: str = ""
        self.vocab: Vocab = nlp.vocab

    def parse(self, text: str, skip: Sequence[tuple[int, int]] = (), progress: Progress | None = None) -> Doc:
        """A Doc with `doc.text == text`; sentences not read are taken out of the pipeline's sight."""
        words = _words(self._nlp.make_doc(text))
        stretches = list(stretch_out(words, skip, self._longest))
        parts = []
        for done, stretch in enumerate(stretches):
            parts.append(self._part(words, stretch))
            if progress:
                progress(done + 1, len(stretches))
        doc = Doc.from_docs(parts, ensure_whitespace=False) if parts else self._nlp.make_doc(text)
        if not doc.has_annotation("DEP"):
            for stretch in stretches:
                for at in range(stretch.first, stretch.end):
                    doc[at].is_sent_start = at == stretch.first
        _mark(doc, stretches)
        return doc

    def _part(self, words: Words, stretch: Stretch) -> Doc:
        """One sentence as a Doc of its own, of one sentence whatever the pipeline says."""
        place = slice(stretch.first, stretch.end)
        starts: list[bool | int | None] = [at == stretch.first for at in range(stretch.first, stretch.end)]
        doc = Doc(self.vocab, words=words.texts[place], spaces=words.spaces[place], sent_starts=starts)
        for _, component in self._nlp.pipeline if stretch.read else ():
            doc = component(doc)
        if self._parses and not doc.has_annotation("DEP"):
            for token in doc:
                token.head, token.dep_ = doc[0], "root" if token.i == 0 else "dep"
        for token in doc:
            if token.dep_ == "ROOT":  # spaCy's own name for UD's root
                token.dep_ = "root"
        return doc


def _words(doc: Doc) -> Words:
    return Words([token.text for token in doc], [bool(token.whitespace_) for token in doc])


def _mark(doc: Doc, stretches: Sequence[Stretch]) -> None:
    def chars(stretch: Stretch) -> tuple[int, int]:
        last = doc[stretch.end - 1]
        return doc[stretch.first].idx, last.idx + len(last)

    doc.user_data[SKIPPED] = [chars(s) for s in stretches if s.skipped]
    doc.user_data[TOO_LONG] = [chars(s) for s in stretches if s.too_long]
    doc.user_data[UNREAD] = frozenset(s.first for s in stretches if not s.read)


def wrap(nlp: Language) -> Parser:
    """A spaCy pipeline with Universal Dependencies labels as a Parser."""
    return PipelineParser(nlp)


class _WholeParser:
    """Stands where a pipeline has its tokenizer, and gives the whole parse at once."""

    def __init__(self, parser: Parser) -> None:
        self._parser = parser

    def __call__(self, text: str) -> Doc:
        return self._parser.parse(text)


def comity_en(threads: int = 1) -> Language:
    """Comity's parser as a spaCy pipeline; add components to it as to any other."""
    parser = load(threads)
    nlp = English(vocab=parser.vocab, meta={"name": "comity", "version": parser.version})
    nlp.tokenizer = _WholeParser(parser)
    return nlp
