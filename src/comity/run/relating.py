"""What one actor does to another by a single sentence: the grammar's model, the appraiser and the vocabulary."""

from comity import language, terms
from comity.findings import Act, Span
from comity.reading import acts
from comity.settings import Settings
from comity.terms.plover import Plover


def relate(sentence: str, source: Span, target: Span, settings: Settings) -> Act:
    """The act of a source on a target, both named by spans in code points of the sentence.

    Raises ``EmptyReport``, ``BadEncoding`` and ``TooLarge`` for the sentence, ``BadSpan`` for the spans.
    """
    alone = language.load(longest=settings.max_sentence_words).alone(sentence)
    return acts.relate(alone, source, target, language.appraiser(), terms.load(settings.terms).table(Plover))
