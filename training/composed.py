"""Names in the composed reports (gold/train): their own people, the table of nations, known bodies.

The reports are not marked for names. Persons come from the findings' people and speakers, nations
and capitals from the table, organisations from a list and two patterns. Capitalized words that
none of these settles are UNSURE. Only sentences that gain something are kept.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from comity.language.boundaries import split_sentences
from comity.language.words import Words, new_tokenizer, new_vocab, split_words
from training.names import TITLES, Span, table_spans
from training.sentences import UNSURE, Sentence, tag_spans
from training.writing import known

BODIES = tuple(tuple(name.split()) for name in sorted(known("bodies")))
MINISTRIES = known("ministries")
FIELDS = MINISTRIES | known("fields")
PLAIN = TITLES | known("plain")


def read_composed(folder: Path) -> list[Sentence]:
    """Sentences of all reports of a folder that hold a person, an organisation or a place."""
    tokenizer = new_tokenizer(new_vocab())
    reports = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    split = [split_words(tokenizer, report["text"]) for report in reports]
    lower = {text for words in split for text in words.texts if text.islower()}
    found = []
    for report, words in zip(reports, split, strict=True):
        people = [split_words(tokenizer, name).texts for name in sorted(people_of(report))]
        for item in _sentences(words, people, lower):
            if any(tag[2:] in ("PERSON", "ORG", "PLACE") for tag in item.names or ()):
                found.append(item)
    return found


def people_of(report: dict[str, list[dict[str, object]]]) -> set[str]:
    """Names of all people that the report's findings tell of."""
    told: list[object] = [person for one in report["encounters"] for person in one["people"]]  # type: ignore[attr-defined]
    told += [one["speaker"] for one in report["statements"]]
    return {person["name"] for person in told if isinstance(person, dict) and person["name"]}


def _sentences(words: Words, people: Sequence[Sequence[str]], lower: set[str]) -> Iterator[Sentence]:
    for first, end in split_sentences(words):
        places = [at for at in range(first, end) if not words.texts[at].isspace()]
        texts = tuple(words.texts[at] for at in places)
        spaces = tuple(at > first and (words.spaces[at - 1] or words.texts[at - 1].isspace()) for at in places)
        if len(texts) > 3:
            yield Sentence(texts, spaces, "composed", names=silver(texts, people, lower))


def silver(words: Sequence[str], people: Sequence[Sequence[str]], lower: set[str]) -> tuple[str, ...]:
    """Name tags of one sentence; the first finder of a word keeps it."""
    taken: list[Span] = []
    finders = (persons(words, people), organisations(words), table_spans(words, frozenset(("NATION", "PLACE"))))
    for found in finders:
        for span in found:
            if not any(span[0] < t[1] and t[0] < span[1] for t in taken):
                taken.append(span)
    tags = tag_spans(len(words), taken)
    for at, word in enumerate(words):
        if tags[at] == "O" and any(c.isupper() for c in word) and not _plain(word, at, lower):
            tags[at] = UNSURE
    for first, end, kind in taken:  # "African Union Commission": only a part of the name is known
        if kind == "ORG" and end < len(words) and tags[end] == UNSURE:
            tags[first:end] = [UNSURE] * (end - first)
    for at in range(1, len(words) - 1):  # "Bank of X": the joiner is as unsure as its neighbours
        if tags[at - 1] == UNSURE and tags[at] == "O" and words[at] in ("of", "and", "for", "the", "-", "&"):
            tags[at] = UNSURE
    return tuple(tags)


def _plain(word: str, at: int, lower: set[str]) -> bool:
    """A capitalized word that is surely no name: a title, a month, a sentence's first small word."""
    return word.lower() in PLAIN or (at < 2 and word.lower() in lower)


def persons(words: Sequence[str], people: Iterable[Sequence[str]]) -> Iterator[Span]:
    """Whole names, then last names alone; other parts of a name alone are unsure."""
    loose: list[Span] = []
    for name in sorted(people, key=len, reverse=True):
        for at in range(len(words)):
            if tuple(words[at : at + len(name)]) == tuple(name):
                yield at, at + len(name), "PERSON"
            elif len(name) > 1 and words[at] in name and words[at][:1].isupper() and len(words[at]) > 2:
                loose.append((at, at + 1, "PERSON" if words[at] == name[-1] else UNSURE))
    yield from sorted(loose, key=lambda s: s[2] == UNSURE)


def organisations(words: Sequence[str]) -> Iterator[Span]:
    """Known bodies, "Ministry of X and Y", "Kazakh Foreign Ministry"."""
    at = 0
    while at < len(words):
        end = _body_end(words, at) or _ministry_end(words, at)
        if end:
            yield at, end, "ORG"
        at = end or at + 1


def _body_end(words: Sequence[str], at: int) -> int:
    ends = [at + len(body) for body in BODIES if tuple(words[at : at + len(body)]) == body]
    return max(ends, default=0)


def _ministry_end(words: Sequence[str], at: int) -> int:
    """End of a ministry's name that begins at `at`, nation before or behind it included, else 0."""
    nation = next((end for first, end, _ in table_spans(words[at : at + 3]) if first == 0), 0)
    after = at + nation
    if after + 1 < len(words) and words[after] in MINISTRIES and words[after + 1] == "Ministry":
        return after + 2
    if tuple(words[at : at + 2]) != ("Ministry", "of"):
        return 0
    end = at + 2
    while end < len(words) and (
        words[end][:1].isupper() or (words[end] in ("and", "of", "the", ",", "&") and _goes_on(words, end))
    ):
        end += 1
    return end if end > at + 2 else 0


def _goes_on(words: Sequence[str], at: int) -> bool:
    """Whether a joiner inside a ministry's name leads to another capitalized word, not a new clause."""
    following = words[at + 1] if at + 1 < len(words) else ""
    if words[at] in ("and", ",", "&"):
        return following in FIELDS
    return following[:1].isupper() or following == "the"
