"""Which states and bodies a finding joins, and which encounters and agreements an event comes from."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from comity.findings import Agreement, Code, Encounter, Event, Figure, Finding, Pledge, Reading, Span, Statement
from comity.terms import Terms
from comity.terms.state_matcher import StateMatch, StateMatcher
from comity.terms.states import States

Parties = tuple[Code, ...]

_WORD = re.compile(r"\w+(?:[-’']\w+)*|[^\w\s]")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s\b")


def parties(reading: Reading, terms: Terms) -> dict[str, Parties]:
    """For each finding of the reading the states and bodies it joins, in alphabetical order.

    Encounters, agreements and figures tell theirs, events are of two. A pledge joins those who commit
    and those its evidence names as acting, a statement the speaker's state and those named beside the
    words. One that would stand alone joins the state with which its own one meets, signs or trades most
    in this report: a promise made on a visit is a promise to the host; only then the states whose places
    are named. Topics join nobody.
    """
    matcher = _matcher(terms)
    partners = _partners(reading)
    told = {finding.id: _sorted(codes) for finding, codes in _told(reading)}
    for finding, codes in _acting(reading):
        told[finding.id] = _joined(set(codes), _named(finding, matcher), partners)
    return told | {topic.id: () for topic in reading.topic_findings}


def anchors(reading: Reading) -> dict[str, tuple[str, ...]]:
    """For each event the ids of the encounters and agreements it comes from, in alphabetical order.

    An event comes from one that joins its source and target and whose words are, in part, its own.
    Events that come from none are left out.
    """
    grounds: tuple[Encounter | Agreement, ...] = (*reading.encounters, *reading.agreements)
    found = {
        event.id: _sorted(ground.id for ground in grounds if _comes_from(event, ground)) for event in reading.events
    }
    return {event: ids for event, ids in found.items() if ids}


@lru_cache(maxsize=4)
def _matcher(terms: Terms) -> StateMatcher:
    return StateMatcher(terms.table(States))


def _sorted(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(codes)))


def _told(reading: Reading) -> Iterator[tuple[Finding, Iterable[Code]]]:
    """Findings that tell their parties themselves."""
    yield from ((encounter, encounter.countries) for encounter in reading.encounters)
    yield from ((agreement, agreement.countries) for agreement in reading.agreements)
    for figure in reading.figures:
        yield figure, (*figure.countries, *(code for code in (figure.source, figure.target) if code))
    for event in reading.events:
        yield event, (event.source, event.target)


def _acting(reading: Reading) -> Iterator[tuple[Pledge | Statement, Parties]]:
    """Findings that tell only who commits or speaks."""
    for pledge in reading.pledges:
        yield pledge, pledge.by
    for statement in reading.statements:
        yield statement, (statement.speaker.country,) if statement.speaker.country else ()


def _joined(own: set[Code], named: Sequence[StateMatch], partners: Mapping[Code, Counter[Code]]) -> Parties:
    """One's own states with those named as acting, else with the partner, else with those named as places."""
    acting = own | {match.code for match in named if match.acts}
    if len(acting) < 2:
        acting |= set(_partner(acting, partners))
    if len(acting) < 2:
        acting |= {match.code for match in named}
    return _sorted(acting)


def _named(finding: Pledge | Statement, matcher: StateMatcher) -> tuple[StateMatch, ...]:
    return matcher.matches([word for text in (*finding.evidence, finding.text) for word in _words(text)])


def _words(text: str) -> Iterator[str]:
    yield from _WORD.findall(_POSSESSIVE.sub(" 's", text))
    # Parts the evidence from the next stretch, which may begin with a state's name.
    yield "."


def _partners(reading: Reading) -> Mapping[Code, Counter[Code]]:
    """For each state how often this report tells it together with each other."""
    together: dict[Code, Counter[Code]] = {}
    grounds: tuple[Encounter | Agreement | Figure, ...] = (
        *reading.encounters, *reading.agreements, *reading.figures,
    )  # fmt: skip
    for ground in grounds:
        for code in ground.countries:
            together.setdefault(code, Counter()).update(other for other in ground.countries if other != code)
    return together


def _partner(named: Iterable[Code], partners: Mapping[Code, Counter[Code]]) -> Iterator[Code]:
    """The one told with the state most often; of several told as often the first by its code."""
    for code in named:
        counts = partners.get(code)
        if counts:
            yield min(counts, key=lambda other: (-counts[other], other))


def _comes_from(event: Event, ground: Encounter | Agreement) -> bool:
    joined = {event.source, event.target} <= set(ground.countries)
    return joined and any(_overlap(one, other) for one in event.spans for other in ground.spans)


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
