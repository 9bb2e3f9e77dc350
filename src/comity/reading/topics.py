"""Topics: the subjects of a report's talks, agreements and pledges.

Each topic has words with weights (``terms.topics``); a word counts fully in the sentences that
carry encounters, agreements and pledges, less elsewhere, and less each time it is repeated. A topic
is told when its words reach the weight of 1 together.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import get_args

import numpy as np
import numpy.typing as npt

from comity.findings import Agreement, Encounter, Finding, Pledge, Span, Topic, TopicFinding
from comity.language.manifest import sigmoid
from comity.reading.clues import graded
from comity.reading.mentions import Page, Who
from comity.terms.topics import Topics

ELSEWHERE = 0.6
_ENOUGH = 1.0
# What weighs more is no surer.
_HEAVY = 2.5
_MOST_SPANS = 5
ALL: tuple[Topic, ...] = get_args(Topic)


@dataclass
class Evidence:
    """What speaks for a topic: for each phrase how often it was told, and where."""

    counts: dict[str, float] = field(default_factory=dict)
    weights: dict[str, float] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)

    @property
    def weight(self) -> float:
        """The weight of all its phrases; each repetition counts half of the one before."""
        return sum(self.weights[phrase] * saturated(count) for phrase, count in self.counts.items())


def saturated(count: float) -> float:
    """What a phrase told so often counts: once 1, twice 1.5, thrice or more 1.75."""
    return 2 * (1 - float(0.5 ** min(count, 3.0)))


def read(
    page: Page,
    who: Who,
    agreements: Iterable[Agreement],
    pledges: Iterable[Pledge],
    encounters: Iterable[Encounter],
) -> tuple[TopicFinding, ...]:
    """Every topic once, in order of the list of topics; none for a report without relations between states."""
    told = [*agreements, *pledges, *encounters]
    if not page.sentences or (page.appraiser is None and (not told or not who.pair)):
        return ()
    found = gathered(page, [span for finding in told for span in finding.spans])
    likely = bool(told and who.pair)
    chances = _chances(page, found, told=likely)
    kept = [topic for topic in sorted(chances) if page.suffices(chances[topic], _usual(page, found, topic, likely))]
    return tuple(_finding(page, topic, found, chances[topic]) for topic in kept)


def vouched(weight: float, *, told: bool) -> bool:
    """Whether the rules alone would have a topic whose words weigh so much."""
    return told and weight >= _ENOUGH


def _usual(page: Page, found: dict[Topic, Evidence], topic: Topic, told: bool) -> float:
    if page.appraiser is None:
        return _ENOUGH / 2
    weight = found[topic].weight if topic in found else 0.0
    return page.appraiser.calibration.usual("topic", vouched=vouched(weight, told=told))


def _chances(page: Page, found: dict[Topic, Evidence], *, told: bool) -> dict[Topic, float]:
    """How likely each topic is: by the words that tell it, and by the appraiser where there is one."""
    if page.appraiser is None:
        return {topic: min(0.95, 0.5 * evidence.weight) for topic, evidence in found.items()}
    told_by = _speaking(page, found, told=told)
    return {topic: page.appraiser.calibration.topic(*parts) for topic, parts in told_by.items()}


def speaking(page: Page, findings: Iterable[Finding], *, told: bool) -> dict[Topic, tuple[float, float, bool]]:
    """What speaks for each topic in a report with such findings: the weight of its words, the appraiser's score,
    and whether there are findings that it may be the subject of."""
    return _speaking(page, gathered(page, [span for finding in findings for span in finding.spans]), told=told)


def _speaking(page: Page, found: dict[Topic, Evidence], *, told: bool) -> dict[Topic, tuple[float, float, bool]]:
    scores = pooled(page.topic_scores)
    weights = [min(_HEAVY, found[topic].weight) if topic in found else 0.0 for topic in ALL]
    return {topic: (weight, score, told) for topic, weight, score in zip(ALL, weights, scores, strict=True)}


def pooled(scores: npt.NDArray[np.float32]) -> list[float]:
    """Scores of a report's topics from those of its sentences (sentences, topics): a smooth highest."""
    top = scores.max(axis=0)
    return [float(x) for x in top + np.log(np.exp(scores - top).sum(axis=0)) - 1.0]


def _spans(page: Page, topic: Topic, found: dict[Topic, Evidence]) -> list[Span]:
    """The words that tell a topic, else the sentence that tells it most."""
    if topic in found and found[topic].spans:
        return found[topic].spans[:_MOST_SPANS]
    sentence = page.sentences[int(page.topic_scores[:, ALL.index(topic)].argmax())]
    return [page.chars(sentence.start, sentence.end)]


def _finding(page: Page, topic: Topic, found: dict[Topic, Evidence], chance: float) -> TopicFinding:
    clues = _clues(page, topic, found[topic].weight if topic in found else 0.0)
    spans = _spans(page, topic, found)
    return TopicFinding.found(page.report, spans, step="topics", confidence=chance, topic=topic, clues=clues)


def _clues(page: Page, topic: Topic, weight: float) -> tuple[str, ...]:
    words = graded("words", weight) if weight else "no words"
    if page.appraiser is None:
        return (words,)
    return words, graded("encoder", sigmoid(pooled(page.topic_scores)[ALL.index(topic)]))


def gathered(page: Page, spans: Iterable[Span]) -> dict[Topic, Evidence]:
    """What speaks for each topic, given the spans of the text that carry findings."""
    within = _covered(page, spans)
    found: dict[Topic, Evidence] = {}
    for start, end, phrase, topics in _phrases(page):
        share = 1.0 if start in within else ELSEWHERE
        for topic, weight in topics.items():
            evidence = found.setdefault(topic, Evidence())
            evidence.counts[phrase] = evidence.counts.get(phrase, 0.0) + share
            evidence.weights[phrase] = weight
            evidence.spans.append(page.chars(start, end))
    return found


def _covered(page: Page, spans: Iterable[Span]) -> frozenset[int]:
    """The token positions that the spans cover."""
    inside = bytearray(len(page.report.text))
    for start, end in set(spans):
        inside[start:end] = b"\1" * (end - start)
    return frozenset(token.i for sentence in page.sentences for token in sentence if inside[token.idx])


def _phrases(page: Page) -> Iterator[tuple[int, int, str, dict[Topic, float]]]:
    index = page.terms.table(Topics).by_first_word
    for sentence in page.sentences:
        words = [singular(token.lower_) for token in sentence]
        for place, word in enumerate(words):
            for phrase in index.get(word, ()):
                size = len(phrase.words)
                if size == 1 or tuple(words[place : place + size]) == phrase.words:
                    start = sentence.start + place
                    yield start, start + size, " ".join(phrase.words), phrase.topics


def singular(word: str) -> str:
    """A word in small letters without the plural's ending."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    plural = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return word[:-1] if plural else word
