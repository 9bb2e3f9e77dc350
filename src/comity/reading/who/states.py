"""States and bodies named in a report, and whether they act there or are only a place."""

from functools import lru_cache

from comity.reading.mentions import Page, StateMention
from comity.terms import Terms
from comity.terms.state_matcher import StateMatcher
from comity.terms.states import States

SHORT = 4
DATELINE_MARKS = frozenset(("–", "—", "-", "(", ",", "/", ":", "--", "."))


def read(page: Page) -> tuple[StateMention, ...]:
    """All states and bodies named in what is read of the page, in order.

    Two states of one word ("Kazakh-Armenian") share its position.
    """
    found = _matcher(page.terms).matches([_word(page, position) for position in range(len(page.doc))])
    return tuple(
        StateMention(m.start, m.end, m.code, m.form, m.acts) for m in found if m.start in page.sentence_numbers
    )


def codes_in(page: Page, text: str | None) -> tuple[str, ...]:
    """The states and bodies that a title or an outlet's name tells, in order, each once."""
    words = (text or "").replace("'s", " 's").replace("’s", " ’s").replace(",", " ,").replace(":", " :").split()
    return tuple(dict.fromkeys(match.code for match in _matcher(page.terms).matches(words)))


def _word(page: Page, position: int) -> str:
    """The token's text; a short town in capitals is read as such only where a dateline can stand ("RIGA –")."""
    text = page.doc[position].text
    if len(text) != SHORT or not text.isupper() or not text.isalpha() or position + 1 == len(page.doc):
        return text
    return text.title() if page.doc[position].is_sent_start and page.doc[position + 1].text in DATELINE_MARKS else text


@lru_cache(maxsize=4)
def _matcher(terms: Terms) -> StateMatcher:
    return StateMatcher(terms.table(States))
