"""What relation a report is about, and whose side it takes."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from comity.reading.mentions import Page, StateMention
from comity.reading.who.people import Somebody

# Clues to a state's share in the report: what counts, how much.
IN_LEAD, IN_TEXT, OF_PERSON, IN_TITLE = 2.0, 1.0, 0.5, 3.0
LEAST_SHARE = 2.0
# Clues to the side a report takes.
DATELINE, OUTLET, UNTOLD_OFFICES = 3.0, 2.0, 1.0
MOST = 0.5
DATELINE_END = re.compile(r"^[^.\n]{0,60}?(?:\(|–|—|--|- |:|/)")


def pair(
    page: Page, states: Iterable[StateMention], people: Iterable[Somebody], title: Iterable[str]
) -> tuple[str, ...]:
    """The two states of which the report tells most, the first of them first; empty if there are no two."""
    share: defaultdict[str, float] = defaultdict(float)
    lead = page.sentences[0].end if page.sentences else 0
    for mention in states:
        share[mention.code] += IN_LEAD if mention.start < lead else IN_TEXT
    for somebody in people:
        if somebody.code:
            share[somebody.code] += OF_PERSON * len(somebody.sightings)
    for code in dict.fromkeys(title):
        share[code] += IN_TITLE
    ranked = sorted(share, key=lambda code: -share[code])[:2]
    best = [code for code in ranked if share[code] >= LEAST_SHARE]
    return tuple(best) if len(best) == 2 else ()


def ours(
    page: Page, states: tuple[StateMention, ...], people: list[Somebody], outlet: Iterable[str], main: tuple[str, ...]
) -> str | None:
    """The state whose side the report takes: whose city stands in the dateline, whom the outlet is
    named after, or whose officials are told without a state. None without a clue."""
    weights: defaultdict[str, float] = defaultdict(float)
    dateline = DATELINE_END.match(page.report.text)
    for mention in states:
        if dateline and page.doc[mention.start].idx < dateline.end() and mention.form in ("capital", "place"):
            weights[mention.code] += DATELINE
    present = {mention.code for mention in states}
    for code in dict.fromkeys(outlet):
        weights[code] += OUTLET * (code in present or not main)
    if any(p.code is None and p.offices for p in people) and main:
        weights[_setting(states, people, main)] += UNTOLD_OFFICES
    best = max(weights, key=lambda code: weights[code], default=None)
    return best if best and weights[best] > 0 else _alone(states)


def _setting(states: tuple[StateMention, ...], people: list[Somebody], main: tuple[str, ...]) -> str:
    """Of two states the one whose towns are told and whose officials need no adjective; else the first told."""
    towns = Counter(m.code for m in states if m.form in ("capital", "place"))
    officials = Counter(p.code for p in people)
    first = {m.code: -m.start for m in reversed(states)}
    return max(main, key=lambda code: (towns[code] - officials[code], first.get(code, 0)))


def _alone(states: tuple[StateMention, ...]) -> str | None:
    """The one state a report of home affairs is set in: most of the mentions are its own."""
    told = Counter(mention.code for mention in states)
    first = told.most_common(1)
    return first[0][0] if first and first[0][1] >= MOST * sum(told.values()) else None
