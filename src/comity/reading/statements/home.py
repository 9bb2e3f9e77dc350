"""For which state people speak who act for none: passers-by, doctors, lawyers, whoever is asked on the spot.

A report quotes those who live where it is told from, unless it says otherwise. Diplomats and experts
who are quoted without a state may come from anywhere.
"""

import re
from collections import Counter

from comity.findings import Person
from comity.reading.mentions import Page, Who
from comity.reading.statements.quote import Told
from comity.terms.reporting import Reporting

# So many times as often as any other state is the one told that a report is about.
_CLEARLY = 2
_BEHIND = 8


def settled(page: Page, who: Who, told: Told) -> Told:
    """The speaker with the state of their home, where no state is told for them."""
    person = told.person
    if person.country or not person.name or _from_anywhere(page, person):
        return told
    code = _told_beside(page, who, told) or who.ours or _mostly_told(who)
    return Told(person.model_copy(update={"country": code}), told.mention, told.confidence)


def _from_anywhere(page: Page, person: Person) -> bool:
    words = set(re.findall(r"[a-z]+", (person.office or "").lower()))
    return bool(words & page.terms.table(Reporting).lists.from_anywhere)


def _told_beside(page: Page, who: Who, told: Told) -> str | None:
    """The one place told right behind the name: "said X, a plumber from Ballarat"."""
    end = told.mention.end
    sentence = page.sentence_of(told.mention.start)
    near = who.states_in(end, min(sentence.end, end + _BEHIND))
    behind = [m for m in near if page.doc[m.start - 1].lower_ in ("from", "of", "in", "near")]
    return behind[0].code if behind and behind[0].form in ("place", "capital", "name") else None


def _mostly_told(who: Who) -> str | None:
    """The state that the report names by far the most often."""
    first, second = (*Counter(m.code for m in who.states).most_common(2), (None, 0), (None, 0))[:2]
    return first[0] if first[1] >= _CLEARLY * second[1] else None
