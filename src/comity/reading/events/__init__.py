"""Events: who did what to whom between states, as PLOVER triples, each once a report.

They come from what other steps found (encounters, agreements, pledges, figures) and from verbs
(``terms.event_verbs``). Only news counts: what is merely recalled, denied, wished or asked for gives
none, and what is planned or threatened stands under its own type.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from comity.findings import Agreement, Encounter, Event, Figure, Pledge
from comity.reading.actors import Actors
from comity.reading.events.crowds import from_crowds
from comity.reading.events.derived import from_agreements, from_encounters, from_figures, from_pledges
from comity.reading.events.happening import SYMMETRIC, Happening, News
from comity.reading.events.threats import from_threats
from comity.reading.events.verbs import from_clauses
from comity.reading.mentions import Clauses, Page, When, Who
from comity.terms.event_verbs import EventVerbs
from comity.terms.plover import Plover

_MOST_PER_SENTENCE = 10


class Told(NamedTuple):
    """The findings that events follow from."""

    encounters: tuple[Encounter, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    pledges: tuple[Pledge, ...] = ()
    figures: tuple[Figure, ...] = ()


def read(page: Page, who: Who, clauses: Clauses, when: When, told: Told) -> tuple[Event, ...]:
    """Every triple of the report once, the first telling of it as evidence."""
    news = News(page, Actors(page, who), clauses, when, page.terms.table(EventVerbs))
    found = [
        *from_encounters(news, told.encounters),
        *from_agreements(news, told.agreements),
        *from_pledges(news, told.pledges),
        *from_figures(news, told.figures),
        *from_threats(news),
        *from_clauses(news),
        *from_crowds(news),
    ]
    return tuple(_event(news, happening) for happening in _distinct(found))


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
