"""What speaks for and against two reports telling of one encounter; a weight of 1 about triples the odds."""

from comity.reconcile.days import YEAR
from comity.reconcile.encounters.comparing import (
    VAGUE,
    VISIT_DAYS,
    agreeing,
    both_exact,
    deciding,
    gap,
    principal,
    ranked_alike,
    same_day,
)
from comity.reconcile.encounters.sights import Sight
from comity.reconcile.kinds import Reason

# What is told without a date is more likely within these days of its telling than beyond.
SOON = 183
# "Is visiting", "will arrive" and the like, without a date, tell of a day this near.
NOW = 7


def _near_day(a: Sight, b: Sight) -> bool:
    return both_exact(a, b) and 0 < gap(a, b) <= VISIT_DAYS


def _same_month(a: Sight, b: Sight) -> bool:
    """The vaguer of the two is told to the month, and they fit."""
    longest = max(a.when.length, b.when.length)
    return a.dated and b.dated and not both_exact(a, b) and gap(a, b) == 0 and longest <= VAGUE


def _same_year(a: Sight, b: Sight) -> bool:
    return a.dated and b.dated and gap(a, b) == 0 and max(a.when.length, b.when.length) > VAGUE


def _moved(a: Sight, b: Sight) -> bool:
    return a.dated and b.dated and "planned" in (a.status, b.status) and gap(a, b) > VISIT_DAYS


def _distance(a: Sight, b: Sight) -> int | None:
    """Days from the telling of the one that has no date to the date of the other; None where both have one or none."""
    if a.dated == b.dated:
        return None
    bare, other = (b, a) if a.dated else (a, b)
    return abs(bare.told - other.when.first.toordinal())


def _recalled(a: Sight, b: Sight) -> int | None:
    return None if "planned" in (a.status, b.status) else _distance(a, b)


def _waited(a: Sight, b: Sight) -> int | None:
    return _distance(a, b) if {a.status, b.status} == {"planned", "held"} else None


def _within(days: int | None, least: int, most: int) -> bool:
    return days is not None and least <= days <= most


def _both_undated(a: Sight, b: Sight) -> bool:
    return not a.dated and not b.dated and abs(a.told - b.told) <= VISIT_DAYS


def _still_open(a: Sight, b: Sight) -> bool:
    return a.status == b.status == "planned" and not a.dated and not b.dated


def _but_for_host(a: Sight, b: Sight) -> bool:
    """The only state that one leaves out is the host, who lends the room."""
    return a.countries ^ b.countries in ({a.host}, {b.host})


def _third_ground(a: Sight, b: Sight) -> bool:
    """In a state that one at least does not count among those who met."""
    return a.host is not None and a.host == b.host and a.host not in a.countries & b.countries


def _same_office(a: Sight, b: Sight) -> bool:
    return agreeing(a, b) == 0 and any(
        principal(a.roles_of(country) & b.roles_of(country)) for country in deciding(a, b)
    )


def _nobody(a: Sight, b: Sight) -> bool:
    """Of one neither name nor office is told, of the other one is: it may be any of several that day."""
    return bool(a.names or a.roles) != bool(b.names or b.roles)


REASONS: tuple[Reason[Sight], ...] = (
    Reason("kind", 1.0, "Both are told as a {a.kind}.", lambda a, b: a.kind == b.kind),
    Reason("kin", 0.5, "One is told as a {a.kind}, the other as a {b.kind}.", lambda a, b: a.kind != b.kind),
    Reason("states", 1.0, "The same states take part.", lambda a, b: a.countries == b.countries),
    Reason("but for the host", 0.5, "The same states take part, but for the host.", _but_for_host),
    Reason("host", 1.0, "Both took place in {a.host}.", lambda a, b: a.host is not None and a.host == b.host),
    Reason("third ground", 1.5, "Both took place on the ground of a third, {a.host}.", _third_ground),
    Reason("day", 3.0, "Both were on {a.when.first}.", same_day),
    Reason("days", 1.0, "They were within days of each other.", _near_day),
    Reason("month", 2.0, "The dates agree to the month.", _same_month),
    Reason("year", 0.5, "The dates agree to the year.", _same_year),
    Reason(
        "now", 1.5, "One is told without a date, days from the other.", lambda a, b: _within(_distance(a, b), 0, NOW)
    ),
    Reason("together", 1.5, "Both are told without a date, within days.", _both_undated),
    Reason("ago", -0.5, "One is told without a date, long after.", lambda a, b: _within(_recalled(a, b), SOON, YEAR)),
    Reason(
        "long ago",
        -1.5,
        "One is told without a date, over a year after.",
        lambda a, b: _within(_recalled(a, b), YEAR + 1, 10 * YEAR),
    ),
    Reason(
        "soon",
        1.0,
        "One was planned without a date, and the other held within months.",
        lambda a, b: _within(_waited(a, b), NOW + 1, SOON),
    ),
    Reason(
        "in time",
        0.5,
        "One was planned without a date, and the other held within a year.",
        lambda a, b: _within(_waited(a, b), SOON + 1, YEAR),
    ),
    Reason("open", 0.5, "Both are still to come.", _still_open),
    Reason("moved", -1.0, "One was planned for another time.", _moved),
    Reason("person", 2.0, "Somebody of the same name takes part.", lambda a, b: agreeing(a, b) == 1),
    Reason("people", 3.5, "People of the same names take part on both sides.", lambda a, b: agreeing(a, b) > 1),
    Reason("office", 1.75, "Holders of the same office take part.", _same_office),
    Reason("nobody", -1.0, "Of one it is not told who took part.", _nobody),
    Reason("sitting", 2.5, "Both are sittings of one kind of body.", lambda a, b: bool(a.sittings & b.sittings)),
    Reason("number", 4.0, "Both have the number {a.rank}.", ranked_alike),
)
