"""A small record written row by row: one report with one encounter, which is one matter."""

import hashlib
import zlib
from typing import Any

from sqlalchemy import Connection, insert

from comity.record import tables

TEXT = "The ministers of Armenia and Kazakhstan met in Yerevan on 3 May 2023."
EVIDENCE = "met in Yerevan"
START = TEXT.index(EVIDENCE)
ROWS: dict[str, dict[str, Any]] = {
    "sources": {"id": "coast post", "shows": "full"},
    "reports": {
        "id": "0123456789abcdef", "origin": "file:/a.txt", "source": "coast post", "day": "2023-05-03", "text": TEXT,
        "words": 13, "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
        "content": zlib.compress(TEXT.encode()), "signature": bytes(512), "added": "2023-05-04T00:00:00Z",
    },
    "readers": {"id": "a reader", "version": "1.0", "model": "m", "terms": "t"},
    "readings": {
        "id": "a reading", "report": "0123456789abcdef", "reader": "a reader", "made": "2023-05-04T00:00:00Z",
    },
    "matters": {
        "id": "mfedcba9876543210", "kind": "encounter", "type": "meeting", "title": "Meeting in Yerevan",
        "first_day": "2023-05-03", "last_day": "2023-05-03", "conflict": False, "parties": 2, "pair": "ARM-KAZ",
        "reports": 1, "sources": 1, "first_told": "2023-05-03", "last_told": "2023-05-03",
    },
    "findings": {
        "row": "a row", "id": "fedcba9876543210", "reading": "a reading", "report": "0123456789abcdef",
        "kind": "encounter", "place": 0, "confidence": 0.9, "step": "encounters", "clues": "rules 0.90",
        "day": "2023-05-03", "standing": True, "held": False, "matter": "mfedcba9876543210",
    },
    "finding_spans": {
        "finding": "a row", "place": 0, "start": START, "end": START + len(EVIDENCE), "evidence": EVIDENCE,
    },
    "encounters": {"finding": "a row", "kind": "meeting", "status": "held", "host": "ARM", "date": "2023-05-03"},
}  # fmt: skip
PARTIES = ("ARM", "KAZ")


def fill(db: Connection) -> None:
    """Write the rows."""
    for name, row in ROWS.items():
        db.execute(insert(tables.metadata.tables[name]).values(row))
    for country in PARTIES:
        party = {"matter": "mfedcba9876543210", "country": country, "kind": "encounter", "first_day": "2023-05-03"}
        db.execute(insert(tables.matter_parties).values(party | {"parties": 2}))
