"""Why two reports cannot tell of one instrument."""

from comity.reconcile.agreements.papers import Paper
from comity.reconcile.kinds import Veto

# A report may be written before what another, of a few days earlier, tells as done.
LAG = 3
# The last of the steps of an instrument (``Paper.step``).
ENDED = 4

_MIXED = (
    {"treaty", "agreement"},
    {"agreement", "memorandum"},
    {"agreement", "protocol"},
    {"agreement", "contract"},
    {"agreement", "programme"},
    {"agreement", "declaration"},
    {"memorandum", "declaration"},
    {"memorandum", "programme"},
    {"memorandum", "contract"},
    {"treaty", "protocol"},
    {"treaty", "declaration"},
    {"programme", "declaration"},
)


def _kinds_apart(a: Paper, b: Paper) -> bool:
    return a.kind != b.kind and {a.kind, b.kind} not in _MIXED


def _parties_apart(a: Paper, b: Paper) -> bool:
    fewer, more = sorted((a.countries, b.countries), key=len)
    return not fewer <= more or (fewer != more and not (len(more) > 2 and a.subject & b.subject))


def _levels_apart(a: Paper, b: Paper) -> bool:
    return bool(a.levels and b.levels) and not a.levels & b.levels


def _periods_apart(a: Paper, b: Paper) -> bool:
    return bool(a.period and b.period) and a.period != b.period


def _years_apart(a: Paper, b: Paper) -> bool:
    if a.signing is None or b.signing is None:
        return False
    return abs(a.signing - b.signing) > (1 if a.reckoned or b.reckoned else 0)


def _counts_apart(a: Paper, b: Paper) -> bool:
    return a.number != b.number


def _backwards(a: Paper, b: Paper) -> bool:
    """What was in force or signed is not planned later; what has ended is not signed later."""
    first, last = sorted((a, b), key=lambda seen: seen.told)
    if first.step is None or last.step is None or last.told - first.told <= LAG:
        return False
    return (last.step == 0 and first.step > 0) or (first.step == ENDED and last.step < first.step)


def _signed_later(a: Paper, b: Paper) -> bool:
    """One is in force before the other is signed."""
    return any(
        x.status in ("in_force", "ratified", "terminated") and y.signing is not None and y.signing > x.told_year
        for x, y in ((a, b), (b, a))
    )


VETOES: tuple[Veto[Paper], ...] = (
    Veto(_kinds_apart, "They are of different kinds."),
    Veto(_parties_apart, "They have different parties."),
    Veto(_levels_apart, "One is between ministries, say, the other between governments."),
    Veto(_periods_apart, "They cover different years."),
    Veto(_years_apart, "They were signed in different years."),
    Veto(_counts_apart, "They are not equally many."),
    Veto(_backwards, "One was planned when the other had been signed."),
    Veto(_signed_later, "One was in force before the other was signed."),
)
