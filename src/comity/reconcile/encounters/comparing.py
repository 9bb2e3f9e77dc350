"""What two encounters, as they are seen, have in common."""

from collections.abc import Iterator
from itertools import product

from comity.reconcile.encounters.sights import Sight
from comity.reconcile.names import DIFFERENT, likeness
from comity.terms import load
from comity.terms.joining import Joining

# A visit told by a later day of it; anything else told by the wrong side of midnight.
VISIT_DAYS, OTHER_DAYS = 3, 1
# What is planned may take place sooner by a week or later by some weeks.
SOONER, LATER = 7, 45
# What may have been in more days than these is sought by years.
VAGUE = 62


def gap(a: Sight, b: Sight) -> int:
    """Days between what may have been; 0 where a day is shared."""
    return a.when.gap(b.when)


def both_exact(a: Sight, b: Sight) -> bool:
    """Whether both are told to the day."""
    return a.exact and b.exact


def same_day(a: Sight, b: Sight) -> bool:
    """Whether both are told to be on one day."""
    return both_exact(a, b) and gap(a, b) == 0


def agreeing(a: Sight, b: Sight) -> int:
    """In how many states somebody of one name takes part in both."""
    return sum(
        any(likeness(x, y) != DIFFERENT for x, y in product(a.names_of(country), b.names_of(country)))
        for country in a.countries & b.countries
    )


def deciding(a: Sight, b: Sight) -> Iterator[str]:
    """States whose people tell one encounter from another: of a visit the guests'."""
    hosts = {a.host, b.host} if "visit" in (a.kind, b.kind) else set()
    yield from sorted(a.countries & b.countries - hosts)


def principal(roles: frozenset[str]) -> frozenset[str]:
    """Those classes of office that tell one traveller or host from another."""
    return roles & load().table(Joining).sides.principals


def ranked_alike(a: Sight, b: Sight) -> bool:
    """Whether both are told with one number."""
    return a.rank is not None and a.rank == b.rank
