"""What a text is about, for telling whether a later one speaks of the same: stems with weights, ways, topics, times."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise, takewhile
from math import log

from comity.findings import Code, Day, Topic
from comity.reconcile.follow.outcomes import CueFinder, any_of
from comity.terms import Terms, load
from comity.terms.calendar import Calendar
from comity.terms.numbers import Numbers
from comity.terms.outcomes import Outcomes
from comity.terms.state_matcher import StateMatch, StateMatcher
from comity.terms.states import States
from comity.terms.topics import Topics

_TOKEN = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+(?:-[^\W\d_]+)*")
# A year, but not one of a range ("2024-2025"), which names a period and no time of something.
_YEAR = re.compile(r"(?<![\d/–-])(?:19|20)\d\d(?![\d/–-])")
_POINTING = re.compile(r"\b(?:it|them|they|this|these|those)\b")
_KEPT = 4096
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
_NUMBER_OF = re.compile(
    r"(?<![\d.,])(\d+(?:,\d{3})*(?:\.\d+)?) (?:(thousand|million|billion) )?"
    r"((?:[A-Za-z]+ ){0,2}[a-z]+)"
)
# Endings of inflection, then of derivation, the longest first, each with the letters that must stay.
_BENT = (
    ("ating", 4), ("ated", 4), ("ates", 4), ("ings", 3), ("ing", 3), ("ies", 3), ("ied", 3), ("es", 3), ("ed", 3),
    ("s", 3),
)  # fmt: skip
_DERIVED = (
    ("ations", 4), ("ation", 4), ("ments", 4), ("ment", 4), ("ions", 4), ("ion", 4), ("ate", 4), ("ery", 4), ("ity", 4),
    ("er", 4), ("or", 4), ("al", 4), ("ly", 4), ("e", 3), ("y", 3),
)  # fmt: skip
# A word that stands in one report of fifty or fewer says all that a word can say.
_RARE = 0.02
# Two numbers that are the same are seldom so by chance, but small ones are.
_NUMBER = 0.8
# A verb of giving, opening, signing tells less of a subject than the thing that is given.
_DEED = 0.4
# Words of a topic's vocabulary below this tell it only beside others.
_TELLING = 0.6


class Lexicon:
    """The vocabulary of one set of terms, prepared for comparing texts."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self.words = terms.table(Outcomes)
        # A passage is laid beside many promises: what is taken from its words is kept for a while.
        self.content = lru_cache(maxsize=_KEPT)(self._content)
        self.acting = lru_cache(maxsize=_KEPT)(self._acting)
        self._of_word = lru_cache(maxsize=_KEPT)(
            lambda token: [(stem, self.weight(stem)) for stem in self._stems(token)]
        )
        self.months = {name.casefold(): number for name, number in terms.table(Calendar).months.items()}

    @cached_property
    def matcher(self) -> StateMatcher:
        """Finds the states and bodies a sentence names."""
        return StateMatcher(self.terms.table(States))

    @cached_property
    def cues(self) -> CueFinder:
        """Finds the outcome a sentence tells."""
        return CueFinder(self.words)

    @cached_property
    def recalling(self) -> re.Pattern[str]:
        """Finds words, in small letters, that say that something had been announced."""
        return any_of(self.words.recalling.words)

    @cached_property
    def states(self) -> frozenset[str]:
        """Every form that names a state or body, in small letters; a town that is no capital tells a subject."""
        senses = self.terms.table(States).senses
        return frozenset(form.casefold() for form, kinds in senses.items() if any(kind != "place" for _, kind in kinds))

    @cached_property
    def shares(self) -> Mapping[str, float]:
        """For each stem of a common word the share of reports that hold it."""
        return {self.stem(word): share for word, share in self.words.frequency.items()}

    @cached_property
    def families(self) -> Mapping[str, frozenset[str]]:
        """For each stem of a verb the families it is of."""
        found: dict[str, set[str]] = {}
        for family, verbs in self.words.families.items():
            for verb in verbs:
                found.setdefault(self.stem(verb), set()).add(family)
        return {stem: frozenset(families) for stem, families in found.items()}

    @cached_property
    def topic_words(self) -> Mapping[tuple[str, ...], Mapping[Topic, float]]:
        """For each phrase of one or two stems the topics it tells, with weights."""
        found: dict[tuple[str, ...], dict[Topic, float]] = {}
        for topic, phrases in self.terms.table(Topics).words.items():
            for phrase, weight in phrases.items():
                stems = tuple(self.stem(word) for word in phrase.split())
                if len(stems) <= 2:
                    found.setdefault(stems, {})[topic] = weight
        return found

    def stem(self, word: str) -> str:
        """The word in small letters without its ending; irregular past forms as their verb."""
        return _stem(self.words.irregular.get(word.casefold(), word.casefold()))

    def weight(self, stem: str) -> float:
        """How much it says that two texts share the stem: 1 where it is rare, near 0 where it is everywhere."""
        rare = min(1.0, log(self.shares.get(stem, _RARE)) / log(_RARE))
        return rare * _DEED if stem in self.families else rare

    def _content(self, text: str) -> Mapping[str, float]:
        """The stems and numbers of a text that tell its subject, with weights; names of states and years left out."""
        return dict(self._weighed(text))

    def _weighed(self, text: str) -> Iterator[tuple[str, float]]:
        for token in _TOKEN.findall(text):
            if token[0].isdigit():
                if not _YEAR.fullmatch(token) and len(token) > 1:
                    yield token.replace(",", ""), _NUMBER if len(token) > 2 else _NUMBER / 2
            else:
                yield from self._of_word(token)

    def _stems(self, token: str) -> Iterator[str]:
        """A word's stem; a compound's own and those of its parts."""
        parts = token.split("-")
        for part in parts if len(parts) == 1 else [*parts, token]:
            small = part.casefold()
            named = part[0].isupper() and small in self.states
            if len(small) > 2 and not named and small not in self.words.silent:
                yield self.stem(part)

    def named(self, text: str) -> frozenset[Code]:
        """The states and bodies that a text names."""
        return frozenset(match.code for match in self._matches(text))

    def counted(self, text: str) -> Counter[Code]:
        """How often a text names each state or body."""
        return Counter(match.code for match in self._matches(text))

    def _acting(self, text: str) -> frozenset[Code]:
        """The states and bodies that a text names as acting, not as places."""
        return frozenset(match.code for match in self._matches(text) if match.acts)

    def _matches(self, text: str) -> Sequence[StateMatch]:
        return self.matcher.matches(re.findall(r"\w+|[^\w\s]", text))

    def deeds(self, text: str) -> frozenset[str]:
        """The families of the verbs that stand in a text."""
        return frozenset(f for word in _words(text) for f in self.families.get(self.stem(word), ()))

    def ways(self, text: str) -> frozenset[str]:
        """What a promise of these words may be about; "it" may be any thing."""
        stems = f" {' '.join(self.stem(word) for word in _words(text))} "
        found = (name for name, way in self.words.ways.items() if self._tells(stems, way.deeds))
        things = ((name, self.words.ways[name].things) for name in found)
        return frozenset(name for name, told in things if not told or pointing(text) or self._tells(stems, told))

    def _tells(self, stems: str, phrases: Iterable[str]) -> bool:
        return any(f" {self._phrase(phrase)} " in stems for phrase in phrases)

    def _phrase(self, phrase: str) -> str:
        return " ".join(self.stem(word) for word in phrase.split())

    def numbers(self, text: str) -> dict[str, float]:
        """For the stem of each word right after a number, that number: {"tonn": 15000}."""
        plain = re.sub(r"[A-Za-z]+", lambda m: str(self.digits.get(m[0].lower(), m[0])), text)
        found = [match for match in _NUMBER_OF.finditer(plain) if not _YEAR.fullmatch(match[1])]
        return {self.stem(word): _value(match) for match in found for word in self._things(match[3])}

    def _things(self, words: str) -> list[str]:
        """The words up to the first that says nothing."""
        return list(takewhile(lambda word: word not in self.words.silent, words.split()))

    @cached_property
    def digits(self) -> Mapping[str, int]:
        """Number words from two on."""
        return {word: number for word, number in self.terms.table(Numbers).words.items() if number > 1}

    @cached_property
    def way_words(self) -> frozenset[str]:
        """The stems of all words that tell ways."""
        ways = self.words.ways.values()
        return frozenset(self.stem(word) for way in ways for said in (*way.deeds, *way.things) for word in said.split())

    def topics(self, text: str) -> frozenset[Topic]:
        """The topics that words of a text tell."""
        stems = [self.stem(word) for word in _words(text)]
        told: dict[Topic, float] = {}
        for phrase in [*((stem,) for stem in stems), *pairwise(stems)]:
            for topic, weight in self.topic_words.get(phrase, {}).items():
                told[topic] = told.get(topic, 0) + weight
        return frozenset(topic for topic, weight in told.items() if weight >= _TELLING)

    def times(self, text: str, published: Day) -> frozenset[str]:
        """The months and years a text published that day names in the past: "in March", "last year", "May 2021"."""
        return frozenset(self._times(text, int(published[:4]), int(published[5:7])))

    def _times(self, text: str, year: int, month: int) -> Iterator[str]:
        last = str(year - 1) if re.search(r"\b(?:last year|a year ago|the year before)\b", text) else None
        yield from filter(None, [last, *_YEAR.findall(text)])
        for match in re.finditer(r"\b(?P<name>[A-Z][a-z]+)\b(?:,? (?:of )?(?P<year>(?:19|20)\d\d|last year))?", text):
            number = self.months.get(match["name"].casefold())
            if number:
                told = last if match["year"] == "last year" else match["year"]
                yield f"{told or year - (number > month)}-{number:02}"


def pointing(text: str) -> bool:
    """Whether a text only points at what it is about: "send them to Belgrade"."""
    return _POINTING.search(text) is not None


@lru_cache(maxsize=4)
def lexicon(terms: Terms | None = None) -> Lexicon:
    """The lexicon of these terms, else of the package's own, made once."""
    return Lexicon(terms or load())


def _value(number: re.Match[str]) -> float:
    return float(number[1].replace(",", "")) * _SCALES.get(number[2], 1)


def _words(text: str) -> Iterable[str]:
    return re.findall(r"[^\W\d_]+", text)


@lru_cache(maxsize=16384)
def _stem(word: str) -> str:
    left = _without(word, _DERIVED) if word.endswith("ss") else _without(_without(word, _BENT), _DERIVED)
    return left[:-1] if len(left) > 4 and left[-1] == left[-2] and left[-1] not in "aeiou" else left


def _without(word: str, endings: Sequence[tuple[str, int]]) -> str:
    cut = next((end for end, stays in endings if word.endswith(end) and len(word) - len(end) >= stays), "")
    return word[: len(word) - len(cut)]
