"""When: every time that a report tells, resolved against its date of publication.

The grammar is our own: patterns over the text, each with the arithmetic that resolves it
(``absolute``, ``stretches``, ``relative``), tried together, the longest at the earliest place
first. A general date parser was weighed and left out: its import costs more than reading a report,
it finds dates in ordinary numbers, and the report's tense and earlier dates are out of its sight.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property

from comity.reading.dates import absolute, doubts, now, relative, stretches
from comity.reading.dates.choice import moment_for
from comity.reading.dates.grammar import Match, Rule, Scene, Words, cues, group, windows
from comity.reading.dates.headings import Headings
from comity.reading.dates.reckoning import Now, Told
from comity.reading.dates.story import told_before
from comity.reading.dates.tense import tense_at
from comity.reading.mentions import Clauses, Moment, Page, When
from comity.terms import Terms
from comity.terms.calendar import Calendar
from comity.terms.numbers import Numbers

__all__ = ["looks_back", "moment_for", "read", "told_before"]

RULES: tuple[Rule, ...] = (*absolute.RULES, *stretches.RULES, *relative.RULES)


@dataclass(frozen=True)
class _Grammar:
    """The rules and the words around them as patterns, made once per vocabulary."""

    words: Words
    patterns: tuple[tuple[re.Pattern[str], Rule], ...]
    cues: dict[str, re.Pattern[str]]
    deadline: re.Pattern[str]
    since: re.Pattern[str]


@cache
def _grammar(terms: Terms) -> _Grammar:
    words = Words(terms.table(Calendar), terms.table(Numbers))
    limit = _before(words.calendar.deadline)
    patterns = tuple((rule.compiled(words), rule) for rule in RULES)
    return _Grammar(words, patterns, cues(words), limit, _before(words.calendar.since))


def _before(phrases: list[str]) -> re.Pattern[str]:
    spelled = "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in sorted(phrases, key=len, reverse=True))
    return re.compile(
        rf"\b({spelled})\s+(?:about\s+|the\s+)?(?P<end>(?:the\s+)?(?:end|close)\s+of\s+)?(?:the\s+)?$", re.IGNORECASE
    )


def read(page: Page, clauses: Clauses) -> When:
    """All times told, in order; ``now`` is the date of publication, else what the text itself fixes."""
    reader = _Reader(page, clauses, _grammar(page.terms))
    published = page.report.published
    fixed = published or now.reckoned(tuple(reader.expressions()))
    return When(tuple(reader.moments(Now.of(fixed))), fixed, fixed is not None and published is None)


def looks_back(page: Page, moment: Moment) -> int | None:
    """The year that an anniversary looks back to: 1999 for a 25th anniversary celebrated in 2024."""
    words = _grammar(page.terms).words
    text = page.doc[moment.start : moment.end].text
    rank = re.match(rf"(?i){words.pieces['ordinal']}|{words.pieces['n']}", text)
    number = words.number(rank[0]) if rank else None
    return int(moment.value[:4]) - number if number and moment.form == "anniversary" else None


@dataclass(frozen=True)
class _Reader:
    """One report on its way through the rules."""

    page: Page
    clauses: Clauses
    grammar: _Grammar

    @cached_property
    def text(self) -> str:
        return self.page.report.text

    @cached_property
    def starts(self) -> list[int]:
        return [token.idx for token in self.page.doc]

    @cached_property
    def matches(self) -> tuple[tuple[Match, Rule], ...]:
        """The longest match at each earliest place, within what is read, none over another."""
        around = {name: windows(cue, self.text) for name, cue in self.grammar.cues.items()}
        found = [
            (match, rule)
            for pattern, rule in self.grammar.patterns
            for start, end in around[rule.cue]
            for match in pattern.finditer(self.text, start, end)
        ]
        found.sort(key=lambda pair: (pair[0].start(), -pair[0].end()))
        kept: list[tuple[Match, Rule]] = []
        for match, rule in found:
            if (
                match.end() > match.start()
                and (not kept or match.start() >= kept[-1][0].end())
                and self._read(match, rule)
            ):
                kept.append((match, rule))
        return tuple(kept)

    def _read(self, match: Match, rule: Rule) -> bool:
        numbers = self.page.sentence_numbers
        first, last = self.tokens(match)
        if first not in numbers or numbers.get(last - 1) != numbers[first]:
            return False
        return not doubts.doubtful(match, rule, self.page.doc[first:last])

    def tokens(self, match: Match) -> tuple[int, int]:
        """The token positions that the match covers, without space at its ends."""
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        end = match.start() + len(match[0].rstrip())
        return max(bisect_right(self.starts, start) - 1, 0), max(bisect_right(self.starts, end - 1), 1)

    def expressions(self) -> Iterator[now.Expression]:
        """The times that need no now, as the clues for now want them."""
        for match, rule in self.matches:
            told = rule.reckon(match, Scene(self.grammar.words, Now()))
            if told:
                yield self._expression(match, told)

    def _expression(self, match: Match, told: Told) -> now.Expression:
        first, _ = self.tokens(match)
        number = self.page.sentence_numbers[first]
        start, end = self.page.chars(self.page.sentences[number].start, self.page.sentences[number].end)
        told = self._framed(match, told)
        before = self.text[start : match.start()]
        return now.Expression(
            match.start() - start, match.end() - start, told, self.text[start:end], before, number < 4
        )

    def moments(self, at: Now) -> Iterator[Moment]:
        """Every time told, resolved in order, each in sight of the one before."""
        before: Told | None = None
        headings = Headings(self.text)
        for match, rule in self.matches:
            first, last = self.tokens(match)
            tense, firm = tense_at(self.page.doc[first:last], self.clauses, self.grammar.words.calendar)
            headed = headings.year_at(match.start())
            told = rule.reckon(match, Scene(self.grammar.words, Now.of(headed) if headed else at, tense, firm, before))
            if told:
                told = self._framed(match, told)
                yield Moment(first, last, told.value, told.last, told.form, told.inferred)
                before = told if told.form in ("point", "period", "fiscal") else before

    def _framed(self, match: Match, told: Told) -> Told:
        """The time with its form as the words before it make it: a limit or a beginning."""
        start = match.end("lead") if group(match, "lead") else match.start()
        before = f"{self.text[max(0, start - 40) : start].rstrip()} "
        limit, since = self.grammar.deadline.search(before), self.grammar.since.search(before)
        if since and told.form in ("point", "fiscal"):
            return replace(told, form="since")
        if not limit or told.form in ("anniversary", "deadline"):
            return told
        to_its_end = limit["end"] or re.match(r"(?i)(?:the\s+)?(?:end|close)\s+of|year", match[0])
        whole_year = (
            to_its_end and len(told.value) == 4 and limit[1].casefold() not in ("before", "prior to", "ahead of")
        )
        return replace(told, value=f"{told.value}-12" if whole_year else told.value, form="deadline")
