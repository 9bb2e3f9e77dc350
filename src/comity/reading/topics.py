"""Topics: the subjects of a report's talks, agreements and pledges.

Each topic has words with weights (``terms.topics``); a word counts fully in the sentences that
carry encounters, agreements and pledges, less elsewhere, and less each time it is repeated. A topic
is told when its words reach the weight of 1 together.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from comity.findings import Agreement, Encounter, Pledge, Span, Topic, TopicFinding
from comity.reading.mentions import Page, Who
from comity.terms.topics import Topics

ELSEWHERE = 0.6
_ENOUGH = 1.0


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
    if not told or not who.pair:
        return ()
    spans = [span for finding in told for span in finding.spans]
    found = gathered(page, spans)
    return tuple(_finding(page, topic, found[topic]) for topic in sorted(found) if found[topic].weight >= _ENOUGH)


def _finding(page: Page, topic: Topic, evidence: Evidence) -> TopicFinding:
    confidence = min(0.95, 0.5 * evidence.weight)
    return TopicFinding.found(page.report, evidence.spans[:5], step="topics", confidence=confidence, topic=topic)


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
