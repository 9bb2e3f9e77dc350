"""English text to a spaCy Doc: words, sentences, grammar and names.

``load()`` gives the parser with the shipped model, ``sentences(doc)`` what was read of a text,
``wrap(nlp)`` lets any spaCy pipeline with Universal Dependencies stand in for it.
"""

from comity.language.assemble import SKIPPED, TOO_LONG
from comity.language.parser import EncoderParser, Parser, load, sentences
from comity.language.pipeline import comity_en, wrap

__all__ = ["SKIPPED", "TOO_LONG", "EncoderParser", "Parser", "comity_en", "load", "sentences", "wrap"]
