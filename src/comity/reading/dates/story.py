"""The time of the story that a sentence goes on with."""

from comity.reading.mentions import Moment, Page, When

# So many sentences back the time of a story told in the same paragraph holds.
BACK = 2
POINTS = ("point", "period")


def told_before(page: Page, when: When, position: int) -> Moment | None:
    """The month or day before the report's month that the sentences right before the token's tell, in its paragraph."""
    number = page.sentence_numbers[position]
    for earlier in range(number - 1, max(number - 1 - BACK, -1), -1):
        sentence = page.sentences[earlier]
        if "\n" in page.doc[sentence.start : position].text:
            return None
        told = [m for m in when.moments_in(sentence.start, sentence.end) if m.form in POINTS]
        if told:
            return told[-1] if all(_is_past(page, moment) for moment in told) else None
    return None


def _is_past(page: Page, moment: Moment) -> bool:
    now = page.report.published
    return now is not None and len(moment.date) >= len("YYYY-MM") and moment.date[:7] < now[:7]
