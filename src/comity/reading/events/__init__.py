"""Events: who did what to whom between states, as PLOVER triples, each once a report.

They come from what other steps found (encounters, agreements, pledges, figures) and from verbs
(``terms.event_verbs``). Only news counts: what is merely recalled, denied, wished or asked for gives
none, and what is planned or threatened stands under its own type.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from comity.findings import Agreement, Encounter, Event, Figure, Pledge
from comity.reading.actors import Actors
from comity.reading.events.crowds import from_crowds
from comity.reading.events.derived import from_agreements, from_encounters, from_figures, from_pledges
from comity.reading.events.happening import SYMMETRIC, Happening, News
from comity.reading.events.pairs import from_pairs
from comity.reading.events.threats import from_threats
from comity.reading.events.verbs import from_clauses
from comity.reading.mentions import Clauses, Mention, Page, When, Who
from comity.reading.proposals import Proposed
from comity.terms.event_verbs import EventVerbs
from comity.terms.plover import Plover

_MOST_PER_SENTENCE = 10


class Told(NamedTuple):
    """The findings that events follow from."""

    encounters: tuple[Encounter, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    pledges: tuple[Pledge, ...] = ()
    figures: tuple[Figure, ...] = ()


def propose(page: Page, who: Who, clauses: Clauses, when: When, told: Told) -> tuple[Proposed[Event], ...]:
    """Every triple of the report once, resting on the first sentence that tells it.

    Those that only the appraiser reads off a sentence stand beside them, not vouched for."""
    news = News(page, Actors(page, who), clauses, when, page.terms.table(EventVerbs))
    found = [
        *_by("encounter", from_encounters(news, told.encounters)),
        *_by("agreement", from_agreements(news, told.agreements)),
        *_by("pledge", from_pledges(news, told.pledges)),
        *_by("figure", from_figures(news, told.figures)),
        *_by("threat", from_threats(news)),
        *_by("verb", from_clauses(news)),
        *_by("crowd", from_crowds(news)),
    ]
    by_rule = [_proposed(news, happening) for happening in _distinct(found)]
    likeliest = sorted(from_pairs(news), key=lambda happening: -happening.weight)
    return (*by_rule, *(_proposed(news, happening, vouched=False) for happening in _distinct(likeliest)))


def _by(clue: str, found: Iterable[Happening]) -> Iterator[Happening]:
    return (replace(happening, clue=clue) for happening in found)


def _proposed(news: News, happening: Happening, *, vouched: bool = True) -> Proposed[Event]:
    event, page = _event(news, happening), news.page
    first = next(s.start for s in page.sentences if page.doc[s.start].idx >= event.spans[0][0])
    triple = f"{event.source} {event.type} {event.target}"
    return Proposed(event, Mention(first, first + 1), rival=triple, vouched=vouched)


def _distinct(found: Iterable[Happening]) -> Iterator[Happening]:
    seen: set[tuple[str, str, str]] = set()
    told: Counter[tuple[int, int]] = Counter()
    for happening in found:
        one = happening.ordered() if happening.type in SYMMETRIC or happening.joint else happening
        triple = (one.source, one.target, one.type)
        if one.source == one.target or triple in seen or told[one.spans[0]] >= _MOST_PER_SENTENCE:
            continue
        seen.add(triple)
        told[one.spans[0]] += 1
        yield one


def _event(news: News, happening: Happening) -> Event:
    plover = news.page.terms.table(Plover)
    return Event.found(
        news.page.report,
        happening.spans,
        step="events",
        confidence=happening.weight,
        inferred=("date",) if happening.date is None and news.when.now_inferred else (),
        clues=(happening.clue,),
        source=happening.source,
        target=happening.target,
        type=happening.type,
        mode=happening.mode,
        context=happening.context,
        date=happening.date or news.when.now,
        quad=plover.quad(happening.type),
        cameo=plover.cameo_root(happening.type),
        goldstein=plover.goldstein(happening.type),
    )
