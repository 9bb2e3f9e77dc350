"""English text to a spaCy Doc: words, sentences, grammar and names.

``load()`` gives the parser with the shipped model, ``sentences(doc)`` what was read of a text,
``wrap(nlp)`` lets any spaCy pipeline with Universal Dependencies stand in for it.
"""

from comity.language.alone import Alone
from comity.language.appraiser import Appraiser
from comity.language.assemble import ENCODED, SKIPPED, TOO_LONG, TOPICS
from comity.language.parser import EncoderParser, Parser, appraiser, load, sentences
from comity.language.pipeline import comity_en, wrap

__all__ = [
    "ENCODED",
    "SKIPPED",
    "TOO_LONG",
    "TOPICS",
    "Alone",
    "Appraiser",
    "EncoderParser",
    "Parser",
    "appraiser",
    "comity_en",
    "load",
    "sentences",
    "wrap",
]
