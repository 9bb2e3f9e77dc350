"""What could not be read or dated in a report, told aloud."""

from comity.findings import Refusal
from comity.reading.mentions import Page, When

_TOO_LONG = "The sentence has {words} words, more than are read at once."
_SPLIT = "Check that the text has its full stops, or raise max_sentence_words in the settings."
_UNDATED = "Neither a date of publication nor the text itself tells the year."
_GIVE_DATE = "Give the date of publication, for example --published 2024-03-19."


def read(page: Page, when: When) -> tuple[Refusal, ...]:
    """Named refusals of one report: sentences too long to be read, a report without any date."""
    return (*_too_long(page), *_undated(page, when))


def _too_long(page: Page) -> tuple[Refusal, ...]:
    stretches = page.doc.user_data.get("too_long", ())
    return tuple(
        Refusal(
            reason="sentence_too_long",
            detail=_TOO_LONG.format(words=end - start),
            remedy=_SPLIT,
            spans=(page.chars(start, end),),
        )
        for start, end in stretches
    )


def _undated(page: Page, when: When) -> tuple[Refusal, ...]:
    if page.report.published or when.now:
        return ()
    return (Refusal(reason="undated_report", detail=_UNDATED, remedy=_GIVE_DATE),)
