"""Openings and later reports for tests, made of a few words; states and things are invented each time."""

from typing import Any

from comity.findings import Agreement, Encounter, Figure, Finding, Pledge, Report
from comity.matters import FollowUp, Matter, Passage, Told
from comity.reconcile import follow

PARTIES = ("KEN", "PER")


def told(finding: Finding, report: str, published: str, parties: tuple[str, ...] = PARTIES) -> Told:
    """The finding as told by a report of a day."""
    return Told(finding.id, finding, report, published, parties, report)


def _made(kind: type[Finding], words: str, published: str, report: str | None, fields: dict[str, Any]) -> Told:
    parties = fields.pop("parties", PARTIES)
    name = report or f"report of {published}"
    text = Report(id=name, text=words, published=published)
    return told(kind.found(text, [(0, len(words))], "test", 1.0, **fields), name, published, parties)


def pledge(words: str, text: str, published: str = "2021-03-04", report: str | None = None, **fields: Any) -> Told:
    """A pledge of Peru to Kenya in a sentence; ``text`` is what is to be done."""
    return _made(Pledge, words, published, report, {"by": ("PER",), "text": text, **fields})


def encounter(words: str, published: str, report: str | None = None, **fields: Any) -> Told:
    """An encounter of Kenya and Peru."""
    given = {"kind": "meeting", "status": "held", "countries": ("KEN", "PER"), **fields}
    return _made(Encounter, words, published, report, given)


def agreement(words: str, title: str, published: str, report: str | None = None, **fields: Any) -> Told:
    """An agreement of Kenya and Peru."""
    given = {"kind": "agreement", "status": "signed", "countries": ("KEN", "PER"), "title": title, **fields}
    return _made(Agreement, words, published, report, given)


def figure(words: str, published: str, report: str | None = None, **fields: Any) -> Told:
    """A figure of Peru's exports to Kenya in dollars."""
    given = {
        "measure": "exports", "value": 5e6, "unit": "USD", "bound": "exact", "source": "PER", "target": "KEN",
        "countries": ("KEN", "PER"), **fields,
    }  # fmt: skip
    return _made(Figure, words, published, report, given)


def passages(words: str, published: str, parties: tuple[str, ...] = PARTIES) -> list[Passage]:
    """The passages of a later report of these words."""
    return follow.passages(Report(id=f"later {published}", text=words, published=published), parties, published)


def outcome(opening: Told, words: str, published: str) -> str | None:
    """What a later report of one sentence tells of the opening."""
    found = follow.chosen(follow.follow_ups([opening], passages(words, published)))
    return found[0].outcome if found else None


def told_by(opening: Told, later: Told) -> str | None:
    """What a later finding tells of the opening."""
    found = follow.follow_ups([opening], [later])
    return found[0].outcome if found else None


def matter(*members: Told) -> Matter:
    """The matter that these findings make."""
    days = [one.published for one in members]
    return Matter(
        id="m", kind=members[0].kind, type="test", title="test", findings=tuple(one.id for one in members),
        reports=1, sources=1, first_told=min(days), last_told=max(days),
    )  # fmt: skip


def followed(
    outcome: Any, published: str, report: str = "r", reason: str = "It was done.", score: float = 3.0
) -> FollowUp:
    """A follow-up of the opening "o"."""
    return FollowUp(
        opening="o", report=report, span=(0, 5), outcome=outcome, published=published, reason=reason, score=score
    )
