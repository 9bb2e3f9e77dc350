"""What every step of who looks at: the page's tokens in lower case, its states, its offices' vocabulary."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc
from spacy.tokens import Span as Stretch

from comity.reading.mentions import Page, StateMention
from comity.reading.quotations import stretches
from comity.terms.calendar import Calendar
from comity.terms.offices import Offices

HYPHENS = frozenset("-‑–—")


_HEADLINE_WORDS = 5
_HEADLINE_SHARE = 0.8


def _is_title_case(sentence: Stretch) -> bool:
    """Whether nearly all longer words begin with a capital letter, and no stop ends them."""
    longer = [token.text for token in sentence if token.is_alpha and len(token) > 3]
    capitals = sum(word[0].isupper() for word in longer)
    stopped = sentence[-1].text in {".", "?", "!", "…", "”", '"'}
    return len(longer) >= _HEADLINE_WORDS and not stopped and capitals >= _HEADLINE_SHARE * len(longer)


@dataclass(frozen=True)
class Scene:
    """A page and the states it names, in order."""

    page: Page
    states: tuple[StateMention, ...]

    @property
    def doc(self) -> Doc:
        """The page's tokens."""
        return self.page.doc

    @property
    def sentences(self) -> tuple[Stretch, ...]:
        """The sentences that are read."""
        return self.page.sentences

    @cached_property
    def offices(self) -> Offices:
        """The vocabulary of offices."""
        return self.page.terms.table(Offices)

    @cached_property
    def weekdays(self) -> frozenset[str]:
        """The names of the days of the week."""
        return frozenset(self.page.terms.table(Calendar).weekdays)

    @cached_property
    def low(self) -> tuple[str, ...]:
        """Every token in lower case."""
        return tuple(token.lower_.replace("’", "'") for token in self.doc)

    @cached_property
    def state_at(self) -> dict[int, StateMention]:
        """The state mention that covers each token, if one does."""
        return {i: mention for mention in self.states for i in range(mention.start, mention.end)}

    def states_from(self, start: int, end: int) -> tuple[StateMention, ...]:
        """The state mentions that start in the tokens [start, end), in order."""
        return self.states[bisect_left(self._state_starts, start) : bisect_left(self._state_starts, end)]

    @cached_property
    def _state_starts(self) -> tuple[int, ...]:
        return tuple(mention.start for mention in self.states)

    @cached_property
    def codes(self) -> frozenset[str]:
        """The codes of all states and bodies named."""
        return frozenset(mention.code for mention in self.states)

    @cached_property
    def person_at(self) -> dict[int, tuple[int, int]]:
        """For each token inside a name of a person found by the encoder: where that name starts and ends."""
        spans = (self._without_states(e.start, e.end) for e in self.doc.ents if e.label_ == "PERSON")
        return {i: (start, end) for start, end in spans for i in range(start, end)}

    @cached_property
    def person_words(self) -> Counter[str]:
        """How often each word stands in a name of a person found by the encoder."""
        return Counter(self.low[i] for i in self.person_at)

    def _without_states(self, start: int, end: int) -> tuple[int, int]:
        """What follows the last state in the words: "Tajikistan Emomali Rahmon" holds one name."""
        last = next((i for i in range(end - 1, start - 1, -1) if i in self.state_at), None)
        return (start, end) if last is None else (last + 1, end)

    @cached_property
    def quoted(self) -> frozenset[int]:
        """Tokens inside quotation marks."""
        spans = stretches(self.page.report.text)
        inside = (self.doc.char_span(a, b, alignment_mode="contract") for a, b in spans)
        return frozenset(i for span in inside if span is not None for i in range(span.start, span.end))

    @cached_property
    def headlines(self) -> frozenset[int]:
        """Tokens of headlines in title case, where a capital letter tells no name from other words."""
        return frozenset(i for s in self.sentences if _is_title_case(s) for i in range(s.start, s.end))

    @cached_property
    def running_words(self) -> frozenset[str]:
        """Every word, as it is written, outside headlines in title case."""
        return frozenset(token.text for token in self.doc if token.i not in self.headlines)

    def is_read(self, position: int) -> bool:
        """Whether the token stands in a sentence that is read."""
        return position in self.page.sentence_numbers

    def bounds(self, position: int) -> tuple[int, int]:
        """First and one past the last token of the sentence that holds the token."""
        sentence = self.page.sentence_of(position)
        return sentence.start, sentence.end

    def text(self, start: int, end: int) -> str:
        """The words of the tokens [start, end), line breaks made blanks."""
        return " ".join(self.doc[start:end].text.split())

    def one_of(self, position: int, words: Iterable[str]) -> bool:
        """Whether there is such a token and it is one of the words."""
        return 0 <= position < len(self.low) and self.low[position] in words
