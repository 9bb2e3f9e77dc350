"""Makes told figures, pledges, statements and events for tests: only what a test is about has to be said."""

import hashlib
from typing import Any

from comity.findings import Event, Figure, Finding, Pledge, Statement
from comity.matters import Told


def told(finding: Finding, report: str = "r1", published: str = "2024-04-15", **more: Any) -> Told:
    """The finding as told by a report."""
    fields = {"parties": ("ARM", "KAZ"), "source": report, **more}
    return Told(id=finding.id, finding=finding, report=report, published=published, **fields)


def _base(kind: str, words: str, fields: dict[str, Any], report: str) -> dict[str, Any]:
    name = hashlib.sha256(repr((kind, words, sorted(fields.items(), key=str), report)).encode()).hexdigest()[:16]
    return {"id": name, "spans": ((0, max(len(words), 1)),), "evidence": (words or "-",), "confidence": 0.9}


def figure(words: str = "", report: str = "r1", published: str = "2024-04-15", **fields: Any) -> Told:
    """A claim of trade between Armenia and Kazakhstan in 2023, in dollars, unless told otherwise."""
    given = {
        "measure": "trade", "value": 53_000_000, "unit": "USD", "bound": "exact", "period": "2023",
        "countries": ("ARM", "KAZ"), **fields,
    }  # fmt: skip
    made = Figure.model_validate({**_base("figure", words, given, report), "by": "test", **given})
    return told(made, report, published)


def pledge(text: str, report: str = "r1", published: str = "2024-04-15", **fields: Any) -> Told:
    """A promise of Kazakhstan to Armenia unless told otherwise."""
    parties = fields.pop("parties", ("ARM", "KAZ"))
    given = {"by": ("KAZ",), "text": text, **fields}
    made = Pledge.model_validate({**_base("pledge", text, given, report), "step": "test", **given})
    return told(made, report, published, parties=parties)


def statement(text: str, report: str = "r1", published: str = "2024-04-15", **speaker: Any) -> Told:
    """Words of Armenia's foreign minister unless told otherwise."""
    given = {"text": text, "speaker": {"name": "Ararat Mirzoyan", "office": None, "country": "ARM", **speaker}}
    made = Statement.model_validate({**_base("statement", text, given, report), "by": "test", **given})
    return told(made, report, published)


def event(date: str | None = "2024-04-15", report: str = "r1", published: str = "2024-04-16", **fields: Any) -> Told:
    """Consultations of Armenia and Kazakhstan unless told otherwise; ``anchors`` are the told finding's."""
    anchors, words = fields.pop("anchors", ()), fields.pop("words", "-")
    given = {"source": "ARM", "target": "KAZ", "type": "CONSULT", "date": date, **fields}
    rest = {"quad": "verbal cooperation", "cameo": "04", "goldstein": 1.0, "by": "test"}
    made = Event.model_validate({**_base("event", str(anchors), given, report), "evidence": (words,), **rest, **given})
    return told(made, report, published, anchors=anchors)
