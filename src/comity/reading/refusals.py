"""What could not be read or dated in a report, told aloud."""

from comity.findings import Refusal
from comity.language import TOO_LONG
from comity.reading.bearing import Bearing
from comity.reading.mentions import Page, When

_TOO_LONG = "The sentence has {words} words, more than are read at once."
_SPLIT = "Check that the text has its full stops, or raise max_sentence_words in the settings."
_UNDATED = "Neither a date of publication nor the text itself tells the year."
_NOT_BEARING = "The report does not bear on relations between states: only its quotations are read."
_OTHER_REPORT = "Nothing is to be done, unless the text was cut short."
_GIVE_DATE = "Give the date of publication, for example --published 2024-03-19."


def read(page: Page, when: When, bearing: Bearing) -> tuple[Refusal, ...]:
    """Named refusals of one report: sentences too long to be read, no date, no bearing on relations of states."""
    return (*_too_long(page), *_undated(page, when), *_not_bearing(bearing))


def _too_long(page: Page) -> tuple[Refusal, ...]:
    text = page.report.text
    return tuple(
        Refusal(
            reason="sentence_too_long",
            detail=_TOO_LONG.format(words=len(text[start:end].split())),
            remedy=_SPLIT,
            spans=((start, end),),
        )
        for start, end in page.doc.user_data.get(TOO_LONG, ())
    )


def _undated(page: Page, when: When) -> tuple[Refusal, ...]:
    if page.report.published or when.now:
        return ()
    return (Refusal(reason="undated_report", detail=_UNDATED, remedy=_GIVE_DATE),)


def _not_bearing(bearing: Bearing) -> tuple[Refusal, ...]:
    if bearing.on_relations:
        return ()
    return (Refusal(reason="not_on_relations", detail=_NOT_BEARING, remedy=_OTHER_REPORT),)
