"""What counts as announced, and when it is due."""

from comity.findings import Agreement, Day, Encounter, Figure, Finding, Moment, Pledge
from comity.matters import Opening, Told
from comity.reconcile.days import stretch


def opening(told: Told) -> Opening | None:
    """What the finding announces and when it is due; None where it announces nothing.

    Announced are pledges, figures that are targets, encounters and agreements that are planned, and
    agreements with a period: its last year is their deadline.
    """
    return Opening(deadline, due(deadline)) if (deadline := _deadline(told.finding)) else _undated(told.finding)


def is_opening(told: Told) -> bool:
    """Whether the finding announces anything."""
    return opening(told) is not None


def due(deadline: Moment) -> Day | None:
    """The last day of YYYY, YYYY-MM or YYYY-MM-DD; None where there is no such day."""
    days = stretch(deadline)
    return days.last.isoformat() if days else None


def _deadline(finding: Finding) -> Moment | None:
    match finding:
        case Pledge():
            return finding.deadline
        case Encounter(status="planned"):
            return finding.date
        case Figure(status="target", period=period) if period:
            return period.split("/")[-1]
        case Agreement(status="planned" | "signed" | "in_force" | "ratified", period=(_, last)):
            return f"{last:04}"
        case _:
            return None


def _undated(finding: Finding) -> Opening | None:
    announced = isinstance(finding, Pledge) or getattr(finding, "status", None) in ("planned", "target")
    return Opening(None, None) if announced else None
