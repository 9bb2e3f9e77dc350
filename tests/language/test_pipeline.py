import spacy
from spacy.language import Language
from spacy.tokens import Doc

from comity.language import SKIPPED, comity_en, load, sentences, wrap
from comity.language.pipeline import PipelineParser

TEXT = "Read also\n\nThe ministers met. They signed a memorandum."


def test_any_pipeline_can_stand_in() -> None:
    parser = wrap(spacy.blank("en"))
    doc = parser.parse(TEXT, [(0, 9)])
    assert doc.text == TEXT
    assert [sentence.text for sentence in sentences(doc)] == ["The ministers met.", "They signed a memorandum."]
    assert len(doc.user_data[SKIPPED]) == 1
    assert parser.version == "en_pipeline-0.0.0"


def test_a_pipelines_root_is_called_root() -> None:
    nlp = spacy.blank("en")

    @Language.component("all_on_first")
    def all_on_first(doc: Doc) -> Doc:
        for token in doc:
            token.head, token.dep_ = doc[0], "ROOT" if token.i == 0 else "dep"
        return doc

    nlp.add_pipe("all_on_first")
    doc = PipelineParser(nlp).parse(TEXT)
    assert {token.dep_ for token in doc if token.head == token} == {"root"}


def test_the_parser_is_a_pipeline_too() -> None:
    nlp = comity_en()
    doc = nlp(TEXT)
    assert doc.text == TEXT
    assert [token.pos_ for token in doc] == [token.pos_ for token in load().parse(TEXT)]
