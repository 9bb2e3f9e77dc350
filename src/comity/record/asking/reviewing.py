"""What people should look at first: the findings of the account that are least likely to be right."""

from sqlalchemy import Connection, func, select

from comity.record.tables import findings

# Topics tell what a report is about, not what happened: pages do not show them among its findings.
_OPEN = (findings.c.standing, findings.c.verdict.is_(None), findings.c.kind != "topic")


def least_sure(db: Connection, offset: int = 0) -> str | None:
    """The id of the finding that nobody judged, after passing over the ``offset`` least likely ones."""
    asked = select(findings.c.id).where(*_OPEN).order_by(findings.c.confidence, findings.c.row)
    return db.scalar(asked.limit(1).offset(offset))


def unjudged(db: Connection) -> int:
    """How many findings of the account nobody judged."""
    return db.execute(select(func.count()).where(*_OPEN)).scalar_one()
