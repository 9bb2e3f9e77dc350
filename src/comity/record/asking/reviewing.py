"""What people should look at first: the findings of the account that are least likely to be right."""

from sqlalchemy import Connection, func, select

from comity.record.tables import findings

# Topics are of a report as a whole: there are no words of theirs to look at.
_OPEN = (findings.c.standing, findings.c.verdict.is_(None), findings.c.kind != "topic")


def least_sure(db: Connection, offset: int = 0) -> tuple[str, str] | None:
    """The finding that nobody judged, by id, with its report, after passing over the ``offset`` least likely ones."""
    asked = select(findings.c.id, findings.c.report).where(*_OPEN).order_by(findings.c.confidence, findings.c.row)
    row = db.execute(asked.limit(1).offset(offset)).first()
    return (row.id, row.report) if row else None


def unjudged(db: Connection) -> int:
    """How many findings of the account nobody judged."""
    return db.execute(select(func.count()).where(*_OPEN)).scalar_one()
