"""Other readings of a quantity than the likeliest one: another measure, another direction, other states.

What the rules are wrong about, on the annotated reports, and how often: the direction where none or the
wrong one is told, then the measure (mostly the next loudest), then the states.
"""

from collections.abc import Iterator
from itertools import islice

from comity.reading import closest
from comity.reading.figures.direction import Flow
from comity.reading.mentions import Mention, Quantity, Who

# Measures that run one way or not at all; turnover runs both ways, and a share nowhere.
_RUNNING = frozenset(("exports", "imports", "investment", "finance", "companies", "projects", "people", "other"))
# Measures of which a good part runs nowhere.
_STANDING = frozenset(("people", "other", "projects"))
_NEAREST = 3


def flows(who: Who, quantity: Quantity, measure: str, first: Flow | None) -> Iterator[Flow]:
    """Flows of the measure but the first, the likeliest first."""
    told = [first] if first else list(islice(_anywhere(who, quantity), 1))
    seen = set(told) if first else set()
    for flow in (*told, *(way for base in told for way in _ways(measure, base)), *_anywhere(who, quantity)):
        if flow not in seen:
            seen.add(flow)
            yield flow


def _ways(measure: str, flow: Flow) -> Iterator[Flow]:
    """The flow turned, or each way where it has none; and without direction where that is common."""
    if measure not in _RUNNING or len(flow.countries) != 2:
        return
    if flow.source is not None:
        yield flow.turned
        if measure in _STANDING:
            yield Flow(None, None, flow.countries)
        return
    one, other = flow.countries
    yield Flow(one, other, flow.countries)
    yield Flow(other, one, flow.countries)


def _anywhere(who: Who, quantity: Quantity) -> Iterator[Flow]:
    """Without direction: between the states of the report's relation, then between those told nearest."""
    near = closest.nearest(who, Mention(quantity.start, quantity.end))[:_NEAREST]
    pairs = [who.pair, near[:2], *((near[0], code) for code in who.pair if near and code != near[0])]
    for pair in pairs:
        if len(set(pair)) == 2:
            yield Flow(None, None, tuple(sorted(pair)))
