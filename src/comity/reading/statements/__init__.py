"""Statements: direct quotations with whoever the report says they are from."""

from collections.abc import Iterator

from comity.findings import Span, Statement
from comity.reading.mentions import Mention, Page, Quotation, Who
from comity.reading.proposals import Proposed
from comity.reading.statements import clues, home, rivals
from comity.reading.statements.quote import Quote, Told, Voices, in_place

__all__ = ["propose"]

STEP = "statements"


def propose(page: Page, who: Who, quotations: tuple[Quotation, ...]) -> tuple[Proposed[Statement], ...]:
    """Each quotation with whoever may have said it, the likeliest first: at most one of them is right."""
    return tuple(
        proposed
        for quote, told in _told(page, who, quotations)
        for proposed in _proposed(page, quote, told, rivals.of(quote, who, told))
    )


def _told(page: Page, who: Who, quotations: tuple[Quotation, ...]) -> Iterator[tuple[Quote, Told | None]]:
    """The quotations in order, each with its speaker by the first clue that tells one."""
    before: Told | None = None
    voices = Voices(page.doc, who)
    for number in range(len(quotations)):
        quote = in_place(page, voices, quotations, number, before)
        told = next((home.settled(page, who, told) for clue in clues.CLUES if (told := clue(quote))), None)
        yield quote, told
        before = told or before


def _proposed(page: Page, quote: Quote, told: Told | None, others: list[Told]) -> Iterator[Proposed[Statement]]:
    quotation = quote.quotation
    words = Mention(quotation.start, quotation.end)
    for one in (told, *others):
        if one:
            finding = _statement(page, quote, one)
            rival = f"quotation at {quotation.start}"
            yield Proposed(finding, words, (Mention(one.mention.start, one.mention.end),), rival, one is told)


def _statement(page: Page, quote: Quote, told: Told) -> Statement:
    quotation = quote.quotation
    text = page.chars(quotation.start, quotation.end)
    return Statement.found(
        page.report, _evidence(page, quote, told), STEP, told.confidence,
        speaker=told.person, text=page.report.text[text[0] : text[1]],
    )  # fmt: skip


def _evidence(page: Page, quote: Quote, told: Told) -> tuple[Span, ...]:
    """The sentences of the quotation and of the words that tell its speaker."""
    numbers, at = page.sentence_numbers, told.mention.start
    positions = [quote.quotation.start, quote.quotation.end - 1]
    positions += [at] if at in numbers and quote.lead[0] <= at < quote.tail[1] else []
    first, last = min(numbers[p] for p in positions), max(numbers[p] for p in positions)
    return (page.chars(page.sentences[first].start, page.sentences[last].end),)
