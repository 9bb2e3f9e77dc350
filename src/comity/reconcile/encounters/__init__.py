"""Which reports tell of one encounter: states, kind, dates as exact as they are told, people, host, sitting.

``sights`` is what of an encounter counts, ``vetoes`` why two cannot be one, ``reasons`` what speaks
for their being one.
"""

from collections.abc import Sequence
from itertools import combinations

from comity.findings import Encounter, Moment
from comity.matters import Blocks, Clue, Matter, Told
from comity.reconcile.days import stretch
from comity.reconcile.encounters.comparing import LATER, SOONER, VAGUE, VISIT_DAYS
from comity.reconcile.encounters.reasons import REASONS
from comity.reconcile.encounters.sights import Sight, sight
from comity.reconcile.encounters.vetoes import VETOES
from comity.reconcile.kinds import Kind, same_words, vetoed, weighed
from comity.reconcile.names import DIFFERENT, fullness, likeness
from comity.reconcile.summing import by_day, counted, exactest, most, parties

# States beyond these (in alphabetical order) make no keys of their own: what joins so many meets by the first.
MOST_STATES = 7


def blocks(told: Told) -> Blocks:
    """Keys of two states, group of kinds and month of the days it may have been.

    Exact ones share months. Vague ones are kept under vague years; exact and vague seek each other by year.
    """
    seen = sight(told)
    wide = seen.when.wider(SOONER, LATER) if seen.status == "planned" else seen.when.wider(VISIT_DAYS, VISIT_DAYS)
    vaguely, exactly = {f"~{year}" for year in wide.years()}, {f"={year}" for year in wide.years()}
    months = set(wide.months()) if seen.when.length <= VAGUE else set()
    kept = months | exactly if months else vaguely
    sought = months | vaguely if months else vaguely | exactly
    return Blocks(_keyed(seen, kept), _keyed(seen, sought))


def _keyed(seen: Sight, times: set[str]) -> frozenset[str]:
    group = seen.kind if seen.kind in ("visit", "call") else "gathered"
    named = sorted(seen.countries)[:MOST_STATES]
    pairs = list(combinations(named, 2)) or [(code, code) for code in named]
    return frozenset(f"{group}:{one}-{other}:{time}" for one, other in pairs for time in times)


def apart(one: Told, other: Told) -> str | None:
    """Why the two are not one encounter, else None."""
    return vetoed(VETOES, sight(one), sight(other))


def clues(one: Told, other: Told) -> list[Clue]:
    """What speaks for and against the two being one encounter."""
    return weighed(REASONS, sight(one), sight(other)) + same_words(one, other)


def matter(members: Sequence[Told]) -> Matter:
    """The encounter that the members, the earliest first, tell of."""
    found = [_encounter(one) for one in members]
    kind, host = most(one.kind for one in found) or found[0].kind, most(one.host for one in found)
    everyone, status = parties(members), _status(members)
    return Matter(
        kind="encounter",
        type=kind,
        title=_title(members, kind, host, everyone),
        status=status,
        parties=everyone,
        date=_date(members, status),
        host=host,
        **counted(members),
    )


def _encounter(told: Told) -> Encounter:
    assert isinstance(told.finding, Encounter)
    return told.finding


def _status(members: Sequence[Told]) -> str:
    """What the last to tell an outcome tells; planned where none does."""
    told = by_day(members, lambda one: sight(one).status)
    return next((status for status in told if status != "planned"), "planned")


def _date(members: Sequence[Told], status: str) -> Moment | None:
    """By those that tell the outcome, else by all; a date that cannot be right is passed over."""
    told = [(sight(one), _encounter(one).date) for one in members]
    fits = [(seen, day) for seen, day in told if day and seen.when.gap(stretch(day) or seen.when) == 0]
    return exactest(day for seen, day in fits if seen.status == status) or exactest(day for _, day in fits)


def _title(members: Sequence[Told], kind: str, host: str | None, everyone: Sequence[str]) -> str:
    """A line for people, states by their codes: "visit of Murat Nurtleu to ARM"."""
    names = _principals(members, host if kind == "visit" else None)
    if kind == "visit":
        who = " and ".join(names[:2]) or " and ".join(code for code in everyone if code != host)
        return f"visit of {who}" + (f" to {host}" if host else "")
    if kind in ("summit", "forum") or len(names) < 2:
        return f"{kind} of {', '.join(everyone)}" + (f" in {host}" if host else "")
    return f"{kind} of {' and '.join(names[:2])}" + (f" in {host}" if host else "")


def _principals(members: Sequence[Told], host: str | None) -> list[str]:
    """One name for each state, the one most told, as fullest; none of the host's."""
    named: dict[str, list[str]] = {}
    for one in members:
        for person in _encounter(one).people:
            if person.name and person.country and person.country != host:
                named.setdefault(person.country, []).append(person.name)
    return [_fullest(names) for _, names in sorted(named.items())]


def _fullest(names: Sequence[str]) -> str:
    first = most(names) or names[0]
    return max((name for name in names if likeness(name, first) != DIFFERENT), key=fullness, default=first)


KIND = Kind(blocks, clues, apart, matter, threshold=5.0, once=True, essence=sight)
