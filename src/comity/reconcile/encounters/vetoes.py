"""Why two reports cannot tell of one encounter."""

from itertools import product

from comity.reconcile.encounters.comparing import (
    LATER,
    OTHER_DAYS,
    SOONER,
    VISIT_DAYS,
    agreeing,
    deciding,
    principal,
    ranked_alike,
    same_day,
)
from comity.reconcile.encounters.sights import GATHERINGS, Sight
from comity.reconcile.kinds import Veto
from comity.reconcile.names import DIFFERENT, likeness


def _kinds_apart(a: Sight, b: Sight) -> bool:
    if a.group == b.group:
        return False
    mixed = {a.kind, b.kind}
    return bool(mixed & {"visit", "call"}) or mixed == {"meeting", "forum"}


def _states_apart(a: Sight, b: Sight) -> bool:
    """One tells of states the other leaves out: that is so in gatherings, and of a host who only lends the room."""
    fewer, more = sorted((a.countries, b.countries), key=len)
    if not fewer <= more:
        return True
    left_out = more - fewer
    gatherings = a.kind in GATHERINGS and b.kind in GATHERINGS
    return bool(left_out) and not gatherings and left_out not in ({a.host}, {b.host})


def _hosts_apart(a: Sight, b: Sight) -> bool:
    """Two people meet once a day: where both and the day agree, a host is told wrongly."""
    return bool(a.host and b.host and a.host != b.host) and not (same_day(a, b) and agreeing(a, b) > 1)


def _days_apart(a: Sight, b: Sight) -> bool:
    if {a.status, b.status} == {"planned", "held"}:
        plan, held = (a, b) if a.status == "planned" else (b, a)
        return plan.when.wider(SOONER if plan.dated else 0, LATER).gap(held.when) > 0
    if {a.status, b.status} == {"planned"}:
        return a.when.gap(b.when) > LATER
    most_days = VISIT_DAYS if a.kind == b.kind == "visit" else OTHER_DAYS
    return a.when.gap(b.when) > most_days


def _plan_told_after(a: Sight, b: Sight) -> bool:
    """A plan told once the other had been held is a plan for another time."""
    if {a.status, b.status} != {"planned", "held"}:
        return False
    plan, held = (a, b) if a.status == "planned" else (b, a)
    return held.dated and held.when.last.toordinal() < plan.told and not (plan.exact and plan.when == held.when)


def _status_apart(a: Sight, b: Sight) -> bool:
    return {a.status, b.status} == {"cancelled", "held"}


def _people_apart(a: Sight, b: Sight) -> bool:
    """Of one state both name people, and nobody is the same; where delegations sit, others may be named."""
    if "summit" in (a.kind, b.kind) or "forum" in (a.kind, b.kind):
        return False
    if "talks" in (a.kind, b.kind) and (ranked_alike(a, b) or a.sittings & b.sittings):
        return False
    return any(_strangers(a, b, country) for country in deciding(a, b))


def _strangers(a: Sight, b: Sight, country: str) -> bool:
    mine, theirs = a.names_of(country), b.names_of(country)
    return bool(mine and theirs) and all(likeness(x, y) == DIFFERENT for x, y in product(mine, theirs))


def _roles_apart(a: Sight, b: Sight) -> bool:
    """A president's visit is not a business mission; where names are told they decide."""
    if "summit" in (a.kind, b.kind):
        return False
    return any(
        not (a.names_of(country) and b.names_of(country))
        and principal(a.roles_of(country))
        and principal(b.roles_of(country))
        and not a.roles_of(country) & b.roles_of(country)
        for country in deciding(a, b)
    )


def _sittings_apart(a: Sight, b: Sight) -> bool:
    return bool(a.sittings and b.sittings) and not a.sittings & b.sittings


def _ranks_apart(a: Sight, b: Sight) -> bool:
    return a.rank is not None and b.rank is not None and a.rank != b.rank


VETOES: tuple[Veto[Sight], ...] = (
    Veto(_kinds_apart, "They are of different kinds."),
    Veto(_states_apart, "Different states take part."),
    Veto(_hosts_apart, "They took place in different states."),
    Veto(_days_apart, "They were on different days."),
    Veto(_status_apart, "One was held, the other cancelled."),
    Veto(_plan_told_after, "One was planned after the other had been held."),
    Veto(_people_apart, "Different people took part."),
    Veto(_roles_apart, "Holders of different offices took part."),
    Veto(_sittings_apart, "They are sittings of different bodies."),
    Veto(_ranks_apart, "They have different numbers."),
)
